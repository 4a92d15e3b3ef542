#include "rashomon/corpus.h"

#include <algorithm>
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
#include "core/io/walk_corpus.h"

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

std::vector<Diagnostic> TextTroubles(std::string_view doc, std::string_view text) {
  std::vector<Diagnostic> troubles;
  const auto complain = [&](size_t at, std::string message) {
    const std::string_view before = text.substr(0, at);
    const size_t feed = before.rfind('\n');
    troubles.push_back({.doc = std::string(doc),
                        .line = 1 + static_cast<uint64_t>(
                                        std::count(before.begin(), before.end(), '\n')),
                        .byte = feed == before.npos ? at : at - feed - 1,
                        .message = std::move(message)});
  };
  if (const std::optional<size_t> bad = FirstInvalidUtf8(text)) {
    const bool utf16 = text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
    complain(*bad, utf16 ? "not valid UTF-8 but probably UTF-16" : "not valid UTF-8");
  }
  if (const size_t nul = text.find('\0'); nul != text.npos) {
    complain(nul, "a NUL character");
  }
  return troubles;
}

void CorpusBuilder::ComplainOfText(std::string_view doc, std::string_view text) {
  for (Diagnostic& trouble : TextTroubles(doc, text)) {
    Complain(doc, trouble.line, trouble.byte, std::move(trouble.message));
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

// Sorts numbers in place of strings as far as that goes: the eight bytes behind what
// all ids begin with ("article-") tell most of them apart, and lie side by side.
std::vector<uint32_t> CorpusBuilder::OrderById() const {
  const auto id = [this](uint32_t index) -> std::string_view {
    return entries_[index].document.id;
  };
  const uint32_t size = static_cast<uint32_t>(entries_.size());
  std::vector<uint32_t> order(size);
  std::iota(order.begin(), order.end(), 0u);
  size_t common = size == 0 ? 0 : id(0).size();
  bool sorted = true;  // as many corpora come
  for (uint32_t i = 1; i < size; ++i) {
    const std::string_view a = id(i - 1);
    const std::string_view b = id(i);
    common = std::min(
        {common, b.size(),
         static_cast<size_t>(
             std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin())});
    sorted = sorted && a <= b;
  }
  if (sorted) return order;

  struct Key {
    uint64_t head;  // eight bytes, the first the most significant
    uint32_t index;
  };
  std::vector<Key> keys(size);
  for (uint32_t i = 0; i < size; ++i) {
    keys[i] = {0, i};
    const std::string_view rest = id(i).substr(common);
    for (size_t byte = 0; byte < sizeof(Key::head); ++byte) {
      const auto value =
          byte < rest.size() ? static_cast<unsigned char>(rest[byte]) : 0u;
      keys[i].head = keys[i].head << 8 | value;
    }
  }
  std::sort(keys.begin(), keys.end(), [&id](const Key& a, const Key& b) {
    if (a.head != b.head) return a.head < b.head;
    const int compared = id(a.index).compare(id(b.index));
    return compared != 0 ? compared < 0 : a.index < b.index;
  });
  for (uint32_t i = 0; i < size; ++i) order[i] = keys[i].index;
  return order;
}

Corpus CorpusBuilder::Build() && {
  const std::vector<uint32_t> order = OrderById();
  rep_->documents.reserve(entries_.size());
  const Entry* first = nullptr;
  for (const uint32_t index : order) {
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
