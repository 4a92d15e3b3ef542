// Exact similarity of two shingle sets, and no more of it than is needed.
//
// Sets are ascending and without repetition, as ShingleSet returns them.

#ifndef RASHOMON_CORE_INDEX_VERIFY_H_
#define RASHOMON_CORE_INDEX_VERIFY_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "absl/types/span.h"

namespace rashomon {

struct Similarity {
  size_t common = 0;  // shingles of both
  size_t a = 0;       // shingles of a
  size_t b = 0;

  // Two empty sets have nothing in common: 0.
  double jaccard() const { return Share(common, a + b - common); }
  // The share of a's shingles that b has, and of b's that a has.
  std::array<double, 2> containment() const {
    return {Share(common, a), Share(common, b)};
  }

  friend bool operator==(const Similarity&, const Similarity&) = default;

 private:
  static double Share(size_t part, size_t whole) {
    return whole == 0 ? 0.0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

// Linear in the sizes; by galloping where one set is far smaller.
Similarity Compare(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b);

// The number of shingles that sets of `a` and `b` shingles have in common at least
// where their Jaccard similarity is `min_jaccard`; one less, so that no rounding
// refuses a pair.
size_t LeastCommon(size_t a, size_t b, double min_jaccard);

// Like Compare where the Jaccard similarity is at least `min_jaccard`, nothing
// where it is not; gives up as soon as too few shingles are left.
std::optional<Similarity> CompareAtLeast(absl::Span<const uint64_t> a,
                                         absl::Span<const uint64_t> b,
                                         double min_jaccard);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_VERIFY_H_
