// The inner loop of SimHash: for each of 64 bits, is it set in most hashes?

#ifndef RASHOMON_CORE_SKETCH_SIMHASH_KERNEL_H_
#define RASHOMON_CORE_SKETCH_SIMHASH_KERNEL_H_

#include <cstdint>

#include "absl/types/span.h"

namespace rashomon {

// Returns the bits that more than half of `hashes` have set; a tie leaves a bit
// clear. 0 for none.
uint64_t MajorityBits(absl::Span<const uint64_t> hashes);

// The definition, one counter a bit.
uint64_t MajorityBitsScalar(absl::Span<const uint64_t> hashes);

}  // namespace rashomon

#endif  // RASHOMON_CORE_SKETCH_SIMHASH_KERNEL_H_
