// The words that numbers are made of (core/claims/data/numerals.tsv).

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_WORDS_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_WORDS_H_

#include <string_view>

#include "core/claims/annotate.h"

namespace rashomon {

// As the data file describes them.
enum class NumberRole {
  kUnit,
  kTeen,
  kTens,
  kHundred,
  kScale,
  kDozen,
  kFraction,
  kHalf,
  kPlural,
  kFew,
  kPeriod,
  kOrdinal,  // "first", which is no denominator but may end one: twenty-first
  kSymbol,   // scale symbols: bn; the glued ones must touch their digits: k, m
  kGlued,
};

struct NumberWord {
  NumberRole role = NumberRole::kUnit;
  double lo = 0;
  double hi = 0;
};

// Returns the entry of a word in lower case; null if it is no part of a number.
const NumberWord* FindNumberWord(std::string_view lower);

// Whether a number can begin at `word`. Cheap: the gate of every sentence.
bool MayBeginNumber(const Word& word);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_NUMBER_WORDS_H_
