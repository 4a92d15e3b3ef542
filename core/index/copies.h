// Units that are word for word another one.

#ifndef RASHOMON_CORE_INDEX_COPIES_H_
#define RASHOMON_CORE_INDEX_COPIES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/index/candidates.h"
#include "core/index/shingle_source.h"

namespace rashomon {

struct Copies {
  std::vector<uint32_t> distinct;    // units that copy none before them, ascending
  std::vector<CandidatePair> pairs;  // (first, copy), by copy within first
};

// Separates units whose shingles are the same in the same order as those of an
// earlier unit. digests[i] is a hash of the shingles of unit i in their order,
// sizes[i] their number; a unit with none is in neither list. Equal digests are
// only where to look: the shingles themselves are compared.
Copies FindCopies(absl::Span<const uint64_t> digests, absl::Span<const uint32_t> sizes,
                  const ShingleSource& source, int threads);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_COPIES_H_
