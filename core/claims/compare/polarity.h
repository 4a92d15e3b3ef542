// Claims and their denials, and contrary accounts.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_POLARITY_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_POLARITY_H_

#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare.h"
#include "core/claims/compare/pair.h"

namespace rashomon {

// Returns the pairs of polarity claims of one event and predicate that contradict
// each other, ascending by (a, b).
std::vector<ComparedPair> ComparePolarity(absl::Span<const Document> documents,
                                          absl::Span<const Claim> claims,
                                          absl::Span<const AlignedCopy> copies);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_POLARITY_H_
