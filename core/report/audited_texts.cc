#include "rashomon/audited_texts.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/base/hash.h"
#include "core/report/display.h"
#include "core/report/quoted_texts.h"

namespace rashomon {
namespace {

// Of a sentence so much is shown on each side of a claim: in one line of a hundred
// megabytes with a hundred thousand claims, showing all of it would be quadratic.
constexpr uint32_t kReach = 320;

using PassageKey = std::tuple<uint32_t, uint32_t, uint32_t>;
using ClaimKey = std::tuple<uint32_t, uint32_t, uint32_t, uint32_t, uint32_t>;

PassageKey KeyOf(const Passage& p) { return {Index(p.doc), p.span.begin, p.span.end}; }

ClaimKey KeyOf(const Claim& c) {
  return {Index(c.doc), c.span.begin, c.span.end, c.context.begin, c.context.end};
}

ByteSpan Inside(ByteSpan span, std::string_view text) {
  const auto size = static_cast<uint32_t>(text.size());
  const uint32_t begin = std::min(span.begin, size);
  return {begin, std::clamp(span.end, begin, size)};
}

// The first character of `text` that starts at `at` or later, `end` where none does.
size_t NextStart(std::string_view text, size_t at, size_t end) {
  while (at < end && CharacterStart(text, at) != at) ++at;
  return at;
}

}  // namespace

struct AuditedTexts::Quoted {
  struct Sentence {
    std::string before, text, after;
  };
  struct Size {
    uint64_t bytes = 0;
    std::string digest;
  };
  std::vector<Size> documents;
  absl::flat_hash_map<PassageKey, std::string> passages;
  absl::flat_hash_map<ClaimKey, Sentence> claims;
};

AuditedTexts::AuditedTexts(absl::Span<const Document> documents)
    : documents_(documents) {}

AuditedTexts::AuditedTexts(const std::vector<Document>& documents)
    : documents_(documents) {}

std::string_view AuditedTexts::Of(const Passage& passage) const {
  if (whole()) {
    const std::string_view text = (*this)[passage.doc].text;
    return Inside(passage.span, text).In(text);
  }
  const auto at = quoted_->passages.find(KeyOf(passage));
  return at == quoted_->passages.end() ? std::string_view() : at->second;
}

ClaimQuote AuditedTexts::Of(const Claim& claim) const {
  if (!whole()) {
    const auto at = quoted_->claims.find(KeyOf(claim));
    if (at == quoted_->claims.end()) return {};
    return {at->second.before, at->second.text, at->second.after};
  }
  const std::string_view text = (*this)[claim.doc].text;
  const ByteSpan span = Inside(claim.span, text);
  const ByteSpan context = Inside(claim.context, text);
  size_t begin = std::min(context.begin, span.begin);
  if (span.begin - begin > kReach) {
    begin = NextStart(text, span.begin - kReach, span.begin);
  }
  size_t end = std::max(context.end, span.end);
  if (end - span.end > kReach) end = CharacterStart(text, span.end + kReach);
  end = std::max<size_t>(end, span.end);
  return {text.substr(begin, span.begin - begin), span.In(text),
          text.substr(span.end, end - span.end)};
}

uint64_t AuditedTexts::Bytes(DocId doc) const {
  return whole() ? (*this)[doc].text.size() : quoted_->documents[Index(doc)].bytes;
}

std::string AuditedTexts::Digest(DocId doc) const {
  return whole() ? Digest128((*this)[doc].text) : quoted_->documents[Index(doc)].digest;
}

QuotedTexts::QuotedTexts() : quoted_(std::make_shared<AuditedTexts::Quoted>()) {}

void QuotedTexts::AddDocument(uint64_t bytes, std::string digest) {
  quoted_->documents.push_back({bytes, std::move(digest)});
}

void QuotedTexts::Add(const Passage& passage, std::string text) {
  quoted_->passages.try_emplace(KeyOf(passage), std::move(text));
}

void QuotedTexts::Add(const Claim& claim, std::string before, std::string text,
                      std::string after) {
  quoted_->claims.try_emplace(
      KeyOf(claim), AuditedTexts::Quoted::Sentence{std::move(before), std::move(text),
                                                   std::move(after)});
}

AuditedTexts QuotedTexts::Finish(absl::Span<const Document> documents) && {
  AuditedTexts texts(documents);
  texts.quoted_ = std::move(quoted_);
  return texts;
}

}  // namespace rashomon
