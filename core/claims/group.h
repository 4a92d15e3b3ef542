// Groups: which claims are worth looking at together.

#ifndef RASHOMON_CORE_CLAIMS_GROUP_H_
#define RASHOMON_CORE_CLAIMS_GROUP_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/context.h"
#include "rashomon/claims.h"

namespace rashomon {

struct CandidatePair {
  uint32_t a = 0;  // indexes into the claims, a < b
  uint32_t b = 0;

  friend bool operator==(const CandidatePair&, const CandidatePair&) = default;
  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

struct CandidateOptions {
  bool all = false;  // pairs of unlike lots (claims/gate.h) too
  int threads = 1;
};

// Returns pairs of claims that share what is measured and a rare word or name,
// ascending. `members` are the claims to look at (of copies, one); others never
// appear. A group is ordered by date and every claim is paired with the next few
// of each other value, so the cost is linear in the claims, however many share a
// key.
std::vector<CandidatePair> Candidates(absl::Span<const Claim> claims,
                                      const ClaimContexts& contexts,
                                      absl::Span<const uint32_t> members,
                                      const TermIndex& index,
                                      const CandidateOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_GROUP_H_
