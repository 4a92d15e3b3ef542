// A sentence's words by index, where an index out of range is an empty word:
// the extractors look left and right without checking bounds.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_WORDS_VIEW_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_WORDS_VIEW_H_

#include <string_view>

#include "absl/types/span.h"
#include "core/claims/annotate.h"
#include "rashomon/span.h"

namespace rashomon {

class WordsView {
 public:
  WordsView(std::string_view text, absl::Span<const Word> words)
      : text_(text), words_(words) {}

  int size() const { return static_cast<int>(words_.size()); }
  bool Has(int i) const { return i >= 0 && i < size(); }
  const Word& operator[](int i) const { return words_[static_cast<size_t>(i)]; }

  // The word in lower case, and as it is written.
  std::string_view Lower(int i) const { return Has(i) ? (*this)[i].lower : ""; }
  std::string_view Raw(int i) const { return Has(i) ? (*this)[i].span.In(text_) : ""; }

  bool IsWord(int i) const { return Has(i) && (*this)[i].kind == WordKind::kWord; }
  bool IsNumber(int i) const { return Has(i) && (*this)[i].kind == WordKind::kNumber; }
  bool IsPunct(int i) const { return Has(i) && (*this)[i].kind == WordKind::kPunct; }
  bool IsCapital(int i) const {
    const std::string_view s = Raw(i);
    return !s.empty() && s[0] >= 'A' && s[0] <= 'Z';
  }

  // Whether word `i` follows its neighbour without a space between them.
  bool Touches(int i) const { return i > 0 && Has(i) && !(*this)[i].space_before; }

  bool IsHyphen(int i) const {
    const std::string_view s = Lower(i);
    return s == "-" || s == "‐" || s == "‑";
  }
  bool IsDash(int i) const {
    const std::string_view s = Lower(i);
    return IsHyphen(i) || s == "–" || s == "—" || s == "−";
  }
  // "14-member": a hyphen that joins the words before and behind it.
  bool IsJoint(int i) const { return IsHyphen(i) && Touches(i) && Touches(i + 1); }

  // The bytes of the words [first, end). REQUIRES: first < end, both in range.
  ByteSpan Span(int first, int end) const {
    return {(*this)[first].span.begin, (*this)[end - 1].span.end};
  }

 private:
  std::string_view text_;
  absl::Span<const Word> words_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_WORDS_VIEW_H_
