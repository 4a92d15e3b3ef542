// How alike two texts are, exactly.

#ifndef RASHOMON_CORE_ALIGN_SIMILARITY_H_
#define RASHOMON_CORE_ALIGN_SIMILARITY_H_

#include <array>
#include <cstdint>

#include "absl/types/span.h"

namespace rashomon {

struct Similarity {
  double jaccard = 0;
  std::array<double, 2> containment = {0, 0};  // share of a in b, of b in a
};

// Compares two sets of shingles, each ascending and without repetitions, as
// ShingleSet returns them. Two empty sets have nothing in common: 0.
Similarity Compare(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_SIMILARITY_H_
