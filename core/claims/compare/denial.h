// Accusations and their denials, and parties that accuse each other.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_DENIAL_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_DENIAL_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "core/claims/compare/same_event.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Appends the pairs of an accusation and its denial. `polarity` holds, ascending, the
// indexes of the polarity claims.
void CompareDenials(absl::Span<const Document> documents,
                    absl::Span<const Claim> claims, absl::Span<const uint32_t> polarity,
                    EventGate& events, std::vector<ComparedPair>& pairs);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_DENIAL_H_
