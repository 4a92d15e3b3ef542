// Said twice, from documents to families: wires sketches, candidate search,
// alignment, verification and clustering.

#ifndef RASHOMON_CORE_ENGINE_REUSE_H_
#define RASHOMON_CORE_ENGINE_REUSE_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "core/claims/compare.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

struct ReuseResult {
  std::vector<ReuseFinding> findings;  // by (doc, begin, end) of their first passage
  std::vector<AlignedCopy> copies;     // of every verified pair, boilerplate too
  RecallContract recall;
  uint64_t paragraphs = 0;
};

// Finds what `documents` say twice. The same result for any number of threads.
// Fails with ResourceExhausted where they have 2^32 words or more.
// REQUIRES: options were checked (engine/audit.cc).
absl::StatusOr<ReuseResult> FindReuse(absl::Span<const Document> documents,
                                      const FindingOptions& options,
                                      const RunOptions& run);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_H_
