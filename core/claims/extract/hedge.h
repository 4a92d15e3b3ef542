// Hedges and bounds beside a number: "at least", "nearly", "or more".

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_HEDGE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_HEDGE_H_

#include "core/claims/extract/words_view.h"
#include "rashomon/claims.h"

namespace rashomon {

struct Hedge {
  Qualifier qualifier = Qualifier::kExact;
  int first = 0;  // words [first, end); empty where nothing is hedged
  int end = 0;
};

// Returns the hedge that ends right before word `i`.
Hedge HedgeBefore(const WordsView& words, int i);

// Returns the hedge that begins with word `i`.
Hedge HedgeBehind(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_HEDGE_H_
