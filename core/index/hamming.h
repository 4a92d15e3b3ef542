// Pairs of 64-bit sketches that differ in few bits, by sorting.

#ifndef RASHOMON_CORE_INDEX_HAMMING_H_
#define RASHOMON_CORE_INDEX_HAMMING_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/index/candidates.h"

namespace rashomon {

// The probability that the SimHashes of two texts of one length differ in at most
// `distance` bits, where their shingle sets have the Jaccard similarity `jaccard`:
// each bit differs with the probability angle/π between the sets as vectors. An
// expectation over hash functions, not a bound; texts of unequal length do better.
double HammingRecall(uint32_t distance, double jaccard);

// The bits are cut into `blocks` blocks. Two sketches that differ in at most
// blocks - agreeing bits have `agreeing` blocks in common at least.
struct HammingPlan {
  uint32_t blocks = 0;
  uint32_t agreeing = 0;

  friend bool operator==(const HammingPlan&, const HammingPlan&) = default;
};

// Returns the plan that finds all pairs within `distance` of `num_units` sketches
// in the least time. REQUIRES: distance <= 12.
HammingPlan ChooseBlocks(uint32_t distance, size_t num_units);

// Returns the pairs of `units` whose sketches differ in at most `distance` bits,
// sorted, each once. Exact, with two bounds that keep it linear. Of more than
// kLargestFullRun units near to one unit in one block, as many are paired with it,
// those with the next sketches in numerical order, so that a giant family stays one
// family; and of those that agree with it in a block, near or not, the next 4,096 are
// looked at. The result does not depend on `threads`. `sketches` is by unit;
// REQUIRES: distance <= 12.
std::vector<CandidatePair> FindWithinDistance(absl::Span<const uint64_t> sketches,
                                              absl::Span<const uint32_t> units,
                                              uint32_t distance, int threads);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_HAMMING_H_
