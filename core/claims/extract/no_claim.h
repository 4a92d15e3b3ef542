// Numbers that count nothing: years, dates and times of day, scores, phone
// numbers, addresses, and numbers that are part of a name (Boeing 737, G20).

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_NO_CLAIM_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_NO_CLAIM_H_

#include "core/claims/extract/number.h"
#include "core/claims/extract/words_view.h"

namespace rashomon {

// What stands beside the number and speaks for a quantity.
struct Beside {
  bool unit = false;     // a unit or currency
  bool hedge = false;    // "at least", "nearly"
  bool counted = false;  // a plural noun phrase that the lexicon knows or may be one
  bool known = false;    // its head is a noun of the lexicon
};

bool IsNoClaim(const WordsView& words, const Number& number, const Beside& beside);

// Whether the number looks like a year: four digits, 1000 to 2100.
bool LooksLikeYear(const Number& number);

bool IsMonth(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_NO_CLAIM_H_
