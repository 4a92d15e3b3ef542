// Siblings: the other figures of a claim's sentence and article, which say whether
// two claims answer to each other at all.

#ifndef RASHOMON_CORE_CLAIMS_SIBLINGS_H_
#define RASHOMON_CORE_CLAIMS_SIBLINGS_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "rashomon/claims.h"
#include "rashomon/findings.h"

namespace rashomon {

struct SiblingRuling {
  std::string rule;  // empty: nothing speaks against the pair
  Verdict verdict = Verdict::kNotComparable;
};

// Looks at the figures beside claims `a` and `b` (indexes into `claims`, which
// ascend by (doc, begin)):
//   told-beside   the sentence of one also holds the value of the other
//   other-figure  both sentences hold several figures of the kind, and these two
//                 do not stand at one place of their rows
//   sum           the figures of one sentence add up to the other claim: part-of
// Cost: constant; at most 32 siblings are looked at.
SiblingRuling JudgeSiblings(absl::Span<const Claim> claims, uint32_t a, uint32_t b);

// True where the other article of the pair tells the very value of `a` (or of
// `b`) of the same group, and so does not disagree about it.
bool ToldInBoth(absl::Span<const Claim> claims, uint32_t a, uint32_t b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SIBLINGS_H_
