// One passage, found several times with slightly different ends, is one passage.

#ifndef RASHOMON_CORE_CLUSTER_MERGE_SPANS_H_
#define RASHOMON_CORE_CLUSTER_MERGE_SPANS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace rashomon {

// A stretch of one text, half open.
struct Stretch {
  uint32_t begin = 0;
  uint32_t end = 0;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

struct MergedSpans {
  std::vector<Stretch> spans;       // by (begin, end)
  std::vector<uint32_t> merged_to;  // for each stretch given, its index in spans
};

// Joins stretches of one text that cover nearly the same: each shares at least
// `min_overlap` of the longer of itself and the first of its group. A group is
// shown by the stretch that occurs most often in it, then the longest, then the
// first. A passage inside a much longer one stays apart. O(n log n).
MergedSpans MergeSpans(absl::Span<const Stretch> stretches, double min_overlap);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLUSTER_MERGE_SPANS_H_
