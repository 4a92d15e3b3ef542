// Aligned words of two texts. Plain data, in token indexes.

#ifndef RASHOMON_CORE_ALIGN_BLOCK_H_
#define RASHOMON_CORE_ALIGN_BLOCK_H_

#include <algorithm>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace rashomon {

// Half-open range of token indexes.
struct WordSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  constexpr uint32_t size() const { return end - begin; }
  friend constexpr bool operator==(WordSpan, WordSpan) = default;
};

constexpr bool Contains(WordSpan outer, WordSpan inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

constexpr uint32_t Overlap(WordSpan x, WordSpan y) {
  const uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  return end > begin ? end - begin : 0;
}

// The words [a, a + words) of one text are those [b, b + words) of another.
struct WordRun {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t words = 0;

  friend constexpr bool operator==(const WordRun&, const WordRun&) = default;
};

inline uint32_t NumWords(absl::Span<const WordRun> runs) {
  uint32_t words = 0;
  for (const WordRun& run : runs) words += run.words;
  return words;
}

// A passage of one text that stands in another. Runs ascend in both and lie
// inside the spans.
struct AlignedBlock {
  WordSpan a;
  WordSpan b;
  std::vector<WordRun> runs;

  friend bool operator==(const AlignedBlock&, const AlignedBlock&) = default;
};

// The share of the longer side's words that are aligned: the lesser of both.
inline double AlignedShare(const AlignedBlock& block) {
  const uint32_t longer = std::max(block.a.size(), block.b.size());
  return longer == 0 ? 0 : static_cast<double>(NumWords(block.runs)) / longer;
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_BLOCK_H_
