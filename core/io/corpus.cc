#include "rashomon/corpus.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/arena.h"
#include "core/base/strings.h"
#include "core/io/corpus_builder.h"
#include "core/io/rfc3339.h"
#include "core/io/utf8_check.h"

namespace rashomon {

struct Corpus::Rep {
  Arena arena;
  std::vector<Document> documents;
  std::vector<Diagnostic> diagnostics;
};

Corpus::Corpus() : rep_(std::make_unique<Rep>()) {}
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;
Corpus::~Corpus() = default;

absl::Span<const Document> Corpus::documents() const { return rep_->documents; }
absl::Span<const Diagnostic> Corpus::diagnostics() const { return rep_->diagnostics; }

std::string ToString(const Diagnostic& diagnostic) {
  std::string result = diagnostic.file;
  if (diagnostic.line > 0) {
    absl::StrAppend(&result, result.empty() ? "line " : ":", diagnostic.line);
  }
  if (diagnostic.line > 0 || diagnostic.byte > 0) {
    absl::StrAppend(&result, result.empty() ? "" : ": ", "byte ", diagnostic.byte);
  }
  absl::StrAppend(&result, result.empty() ? "" : ": ", diagnostic.message);
  return result;
}

CorpusBuilder::CorpusBuilder() : rep_(std::make_unique<Corpus::Rep>()) {}
CorpusBuilder::~CorpusBuilder() = default;

Arena& CorpusBuilder::arena() { return rep_->arena; }

void CorpusBuilder::BeginFile(std::string_view name) { files_.emplace_back(name); }

void CorpusBuilder::Add(Document document, uint64_t line) {
  entries_.push_back({std::move(document), file(), line});
}

void CorpusBuilder::Complain(std::string_view doc, uint64_t line, uint64_t byte,
                             std::string message) {
  complaints_.push_back(
      {{std::string(doc), files_.back(), line, byte, std::move(message)}, file()});
}

void CorpusBuilder::ComplainOfText(std::string_view doc, std::string_view text) {
  const auto complain = [&](size_t at, std::string message) {
    const std::string_view before = text.substr(0, at);
    const size_t feed = before.rfind('\n');
    Complain(doc,
             1 + static_cast<uint64_t>(std::count(before.begin(), before.end(), '\n')),
             feed == before.npos ? at : at - feed - 1, std::move(message));
  };
  if (const std::optional<size_t> bad = FirstInvalidUtf8(text)) {
    const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    complain(*bad, utf16 ? "not valid UTF-8 but probably UTF-16" : "not valid UTF-8");
  }
  if (const size_t nul = text.find('\0'); nul != text.npos) {
    complain(nul, "a NUL character");
  }
}

std::string CorpusBuilder::Place(const Entry& entry) const {
  std::string place = files_[entry.file];
  if (entry.line > 0) absl::StrAppend(&place, ":", entry.line);
  return place;
}

void CorpusBuilder::ComplainOfRepeat(const Entry& entry, const Entry& first) {
  const std::string place = Place(first);
  std::string message = absl::StrCat("repeats the id \"", entry.document.id, "\"");
  if (!place.empty()) absl::StrAppend(&message, " of ", place);
  absl::StrAppend(&message, "; left out");
  complaints_.push_back(
      {{entry.document.id, files_[entry.file], entry.line, 0, std::move(message)},
       entry.file});
}

Corpus CorpusBuilder::Build() && {
  std::vector<size_t> order(entries_.size());
  std::iota(order.begin(), order.end(), size_t{0});
  const auto by_id = [this](size_t a, size_t b) {
    return entries_[a].document.id < entries_[b].document.id;
  };
  // Many corpora come sorted, and to see that is cheap.
  if (!std::is_sorted(order.begin(), order.end(), by_id)) {
    std::stable_sort(order.begin(), order.end(), by_id);
  }

  rep_->documents.reserve(entries_.size());
  const Entry* first = nullptr;
  for (const size_t index : order) {
    Entry& entry = entries_[index];
    if (first != nullptr && rep_->documents.back().id == entry.document.id) {
      ComplainOfRepeat(entry, *first);
      continue;
    }
    first = &entry;
    rep_->documents.push_back(std::move(entry.document));
  }

  const auto place = [](const Complaint& c) {
    return std::make_tuple(c.file, c.diagnostic.line, c.diagnostic.byte);
  };
  std::stable_sort(
      complaints_.begin(), complaints_.end(),
      [&place](const Complaint& a, const Complaint& b) { return place(a) < place(b); });
  rep_->diagnostics.reserve(complaints_.size());
  for (Complaint& complaint : complaints_) {
    rep_->diagnostics.push_back(std::move(complaint.diagnostic));
  }
  Corpus corpus;
  corpus.rep_ = std::move(rep_);
  return corpus;
}

Corpus Corpus::Of(absl::Span<const Document> documents) {
  CorpusBuilder builder;
  for (const Document& document : documents) {
    builder.BeginFile("");  // each a file of its own, so that diagnostics keep order
    if (document.text.size() > kMaxDocumentBytes) {
      builder.Complain(document.id, 0, 0, "4 GiB or more of text; left out");
      continue;
    }
    builder.ComplainOfText(document.id, document.text);
    Document copy = document;
    copy.text = builder.arena().Copy(document.text);
    if (copy.published && !IsRfc3339(*copy.published)) {
      builder.Complain(copy.id, 0, 0,
                       absl::StrCat("not an RFC 3339 date or time: \"", *copy.published,
                                    "\"; read as undated"));
      copy.published.reset();
    }
    builder.Add(std::move(copy), 0);
  }
  return std::move(builder).Build();
}

}  // namespace rashomon
