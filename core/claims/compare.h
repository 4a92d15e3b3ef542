// Told differently: claims about one fact, compared.
//
// Two roads lead to a pair: aligned copies of a passage in which a value was
// edited, and claims with one key. A hard gate (claims/gate.h) stands before
// every comparison of values; each verdict names its rule (docs/verdicts.md).

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_H_

#include <vector>

#include "absl/types/span.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// Two passages that were found to be copies, and the runs of bytes in which
// they are word for word the same, ascending on both sides.
struct AlignedCopy {
  DocId a{};
  DocId b{};
  struct Run {
    ByteSpan a;
    ByteSpan b;
  };
  std::vector<Run> runs;
};

struct CompareOptions {
  VerdictFilter verdicts = VerdictFilter::kRaised;
  int threads = 1;
};

// Returns the facts that the claims tell differently (with VerdictFilter::kAll
// those of every other verdict too), ordered by (doc, begin) of their first
// claim. `claims` ascend by (doc, span.begin, span.end) and hold those of all
// `documents`. The result depends on nothing else.
std::vector<FactFinding> CompareClaims(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       absl::Span<const AlignedCopy> copies,
                                       const CompareOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_H_
