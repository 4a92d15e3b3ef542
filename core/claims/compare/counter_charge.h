// Parties that accuse each other, and the accused who blames another.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_COUNTER_CHARGE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_COUNTER_CHARGE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Appends the pairs of accusations of which the later answers the earlier.
// `accusations` holds, ascending, their indexes.
void CompareCounterCharges(absl::Span<const Document> documents,
                           absl::Span<const Claim> claims,
                           absl::Span<const uint32_t> accusations,
                           std::vector<ComparedPair>& pairs);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_COUNTER_CHARGE_H_
