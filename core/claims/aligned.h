// Aligned copies: claims at one place of a passage that was printed again.

#ifndef RASHOMON_CORE_CLAIMS_ALIGNED_H_
#define RASHOMON_CORE_CLAIMS_ALIGNED_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare.h"
#include "core/claims/group.h"
#include "rashomon/claims.h"

namespace rashomon {

struct AlignedClaims {
  // Pairs of claims that stand at one place of two copies and were edited,
  // ascending.
  std::vector<CandidatePair> edited;
  // For every claim the first claim, in order, of those that copy each other
  // unchanged; itself where there is none.
  std::vector<uint32_t> original;
};

// `claims` ascend by (doc, begin). Cost: linear in runs and in the claims inside
// copies, times the logarithm of the claims.
AlignedClaims AlignClaims(absl::Span<const Claim> claims,
                          absl::Span<const AlignedCopy> copies);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_ALIGNED_H_
