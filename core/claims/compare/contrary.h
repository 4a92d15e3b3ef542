// Clauses of which one says yes and the other no.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_CONTRARY_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_CONTRARY_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "core/claims/compare/same_event.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Appends the pairs of a negated and an affirmed clause about one act of one actor.
// `polarity` holds, ascending, the indexes of the polarity claims.
void CompareContrary(absl::Span<const Document> documents,
                     absl::Span<const Claim> claims,
                     absl::Span<const uint32_t> polarity, EventGate& events,
                     std::vector<ComparedPair>& pairs);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_CONTRARY_H_
