// Copies of one passage that say yes and no.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_EDITED_COPY_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_EDITED_COPY_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare.h"
#include "core/claims/compare/pair.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Appends the pairs of clauses that stand at one place of two copies, where an edit
// put a negation in or its opposite in place of a verb (rose, fell).
void CompareEditedCopies(absl::Span<const Document> documents,
                         absl::Span<const Claim> claims,
                         absl::Span<const AlignedCopy> copies,
                         std::vector<ComparedPair>& pairs);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_EDITED_COPY_H_
