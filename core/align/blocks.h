// From seeds to passages: what one text has from another.

#ifndef RASHOMON_CORE_ALIGN_BLOCKS_H_
#define RASHOMON_CORE_ALIGN_BLOCKS_H_

#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/align/seed_index.h"
#include "core/text/tokenize.h"

namespace rashomon {

enum class Texts { kTwo, kOneWithItself };

struct BlockOptions {
  uint32_t min_words = 8;       // of a block, on each side
  double min_aligned = 0.7;     // share of each side's words that is aligned
  uint32_t max_gap_words = 15;  // left out, inserted or rewritten in one place
};

// Returns the passages of `b` (the later text) that stand in `a`, grown from
// `seeds` (earlier = a, here = b), by (b, a). Every block satisfies the options and
// begins and ends with equal words. A text with itself gives blocks whose sides do not
// overlap, a before b. Linear in the seeds and in the length of what is found.
std::vector<AlignedBlock> FindBlocks(absl::Span<const Token> a,
                                     absl::Span<const Token> b,
                                     absl::Span<const SeedRun> seeds, Texts texts,
                                     const BlockOptions& options);

// Cuts `block` at its widest gap, the first of several, and returns the two parts,
// each beginning and ending with equal words. Nothing where there is no gap.
std::vector<AlignedBlock> CutAtWidestGap(const AlignedBlock& block);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_BLOCKS_H_
