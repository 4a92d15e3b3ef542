// Role and modality: which part a figure plays, and whether it is a fact.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_ROLE_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_ROLE_H_

#include "core/claims/scope/place_in_sentence.h"

namespace rashomon {

// Sets role (total, part, increment, rate, rank, threshold, change, former) and
// modality (fact, planned, conditional, feared), by roles.tsv. A role may carry
// its word behind a colon where claims of unlike words differ ("rate:average").
void FillRole(const PlaceInSentence& place, Scope& scope);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_ROLE_H_
