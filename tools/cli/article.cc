#include "tools/cli/article.h"

#include <filesystem>
#include <optional>
#include <utility>

#include "absl/strings/str_cat.h"

namespace rashomon::cli {
namespace {

constexpr size_t kShownIds = 5;

struct Name {
  std::string file;
  std::optional<std::string> id;
};

// A file whose own name holds "#" is meant before any FILE#ID.
Name Split(const std::string& name) {
  const auto is_file = [](const std::string& path) {
    std::error_code ignored;
    return path == "-" || std::filesystem::exists(path, ignored);
  };
  if (is_file(name)) return {name, std::nullopt};
  for (size_t at = name.find('#'); at != std::string::npos;
       at = name.find('#', at + 1)) {
    if (is_file(name.substr(0, at))) return {name.substr(0, at), name.substr(at + 1)};
  }
  return {name, std::nullopt};
}

std::string SomeIds(absl::Span<const Document> documents) {
  std::string ids;
  for (size_t i = 0; i < documents.size() && i < kShownIds; ++i) {
    absl::StrAppend(&ids, i == 0 ? "" : ", ", documents[i].id);
  }
  if (documents.size() > kShownIds) absl::StrAppend(&ids, ", …");
  return ids;
}

}  // namespace

absl::StatusOr<Article> ReadArticle(const std::string& name,
                                    const CorpusOptions& options) {
  const Name split = Split(name);
  absl::StatusOr<Corpus> corpus = ReadCorpus({split.file}, options);
  if (!corpus.ok()) return corpus.status();
  const absl::Span<const Document> documents = corpus->documents();
  if (split.id) {
    for (uint32_t i = 0; i < documents.size(); ++i) {
      if (documents[i].id == *split.id) return Article{*std::move(corpus), DocId{i}};
    }
    return absl::NotFoundError(absl::StrCat(split.file, ": no article has the id \"",
                                            *split.id, "\"; it has ",
                                            SomeIds(documents)));
  }
  if (documents.empty()) return absl::NotFoundError(absl::StrCat(name, ": no article"));
  if (documents.size() > 1) {
    return absl::InvalidArgumentError(absl::StrCat(name, " holds ", documents.size(),
                                                   " articles; name one as ", name,
                                                   "#ID: ", SomeIds(documents)));
  }
  return Article{*std::move(corpus), DocId{0}};
}

}  // namespace rashomon::cli
