// From pairs to facts: one finding for each fact that is told differently.

#ifndef RASHOMON_CORE_CLAIMS_ASSEMBLE_H_
#define RASHOMON_CORE_CLAIMS_ASSEMBLE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// Joins the claims of `pairs` into facts: pairs that are raised or agree join,
// every other pair is a fact of its own. Claims are grouped by value; of the
// pairs between two groups that do not agree, the one between the earliest
// claims stands for all. `original[i]` is the claim that claim i copies, or i.
// Facts ascend by (doc, begin) of their first claim. Facts without a raised pair
// are left out unless `all`.
std::vector<FactFinding> AssembleFacts(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       absl::Span<const uint32_t> original,
                                       std::vector<ComparedPair> pairs, bool all);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_ASSEMBLE_H_
