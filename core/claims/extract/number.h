// Numbers as news writes them, in digits and in words.
//
//   23,000   1.3 million   5bn   two hundred and five   half a dozen
//   two-thirds   2 1/2   dozens   tens of thousands   several hundred   100th

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_H_

#include <optional>

#include "core/claims/extract/number_words.h"
#include "core/claims/extract/words_view.h"

namespace rashomon {

struct Number {
  int first = 0;  // words [first, end)
  int end = 0;
  double lo = 0;  // lo == hi unless `vague`
  double hi = 0;
  double scale = 1;       // 1e6 of "1.3 million"; 1 where none is written
  bool vague = false;     // dozens, several
  bool small = false;     // of the vague: several, a few, a handful, a couple
  bool fraction = false;  // a part of one: half, two-thirds, 1/4
  bool ordinal = false;   // 100th, ninth
  bool digits = false;    // begins with digits
  bool plain = false;     // digits alone: no comma, point, scale or fraction
};

// Returns the longest number that begins at word `i`, or, for "million" and the
// like, at the article before it. None where digits are no number (10:20, 1.2.3).
std::optional<Number> ReadNumber(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_H_
