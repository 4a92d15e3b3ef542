// Predicate and status: what is said of those that are counted.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_PREDICATE_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_PREDICATE_H_

#include "core/claims/scope/place_in_sentence.h"

namespace rashomon {

// Sets status ("killed", "wounded", …, by status.tsv), predicate (the term of
// the nearest verb) and claim.subject (the words before that verb that begin
// with a capital, or its noun).
void FillPredicate(const PlaceInSentence& place, Claim& claim);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_PREDICATE_H_
