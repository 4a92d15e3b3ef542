// Siblings: the other figures of a claim's sentence and article, which say whether
// two claims answer to each other at all.

#ifndef RASHOMON_CORE_CLAIMS_SIBLINGS_H_
#define RASHOMON_CORE_CLAIMS_SIBLINGS_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "core/claims/context.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/findings.h"

namespace rashomon {

struct SiblingRuling {
  std::string rule;  // empty: nothing speaks against the pair
  Verdict verdict = Verdict::kNotComparable;
};

// Looks at the figures beside claims `a` and `b` (indexes into `claims`, which
// ascend by (doc, begin)):
//   told-beside   the sentence of one also holds the figure of the other
//   other-figure  both sentences hold several figures of the kind, and these two
//                 do not stand at one place of their rows
//   sum           the figures of one sentence add up to the other claim: part-of
// Cost: constant; at most 32 siblings are looked at.
SiblingRuling JudgeSiblings(absl::Span<const Claim> claims, uint32_t a, uint32_t b);

// The same of two counts of what befell people or things:
//   other-figure  two counts of one article, and the sentence of one counts several
//                 groups ("30 guerrillas and 12 soldiers were killed")
//   other-place   a count has a place of its own in its sentence ("30 in Tarsin and
//                 another 39 in Velmo"), and it is not among those of the other
//   told-in-both  both articles tell both values: a part and its whole, two events
SiblingRuling JudgeCounts(absl::Span<const Claim> claims, uint32_t a, uint32_t b,
                          const ClaimContext& context_a, const ClaimContext& context_b,
                          const TermIndex& index);

// How many of the two articles of a pair tell both values of one group.
// Cost: constant; at most 200 claims of each article are looked at.
int ArticlesThatTellBoth(absl::Span<const Claim> claims, uint32_t a, uint32_t b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SIBLINGS_H_
