// A set of shingles to be compared with many others, without a sort.

#ifndef RASHOMON_CORE_INDEX_SHINGLE_TABLE_H_
#define RASHOMON_CORE_INDEX_SHINGLE_TABLE_H_

#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "core/index/verify.h"

namespace rashomon {

// A table of twice as many places as shingles, each at the place that its lower bits
// name or behind it. Linear where shingles are well mixed, as those of the text stage
// are. A set, once it is made, is never changed.
class ShingleTable {
 public:
  ShingleTable() = default;

  // `shingles` in any order, repeated or not.
  explicit ShingleTable(absl::Span<const uint64_t> shingles)
      : places_(std::bit_ceil(2 * shingles.size() + 1)) {
    distinct_.reserve(shingles.size());
    for (const uint64_t shingle : shingles) Insert(shingle);
  }

  // Distinct shingles.
  size_t size() const { return distinct_.size(); }
  size_t memory_bytes() const {
    return (places_.size() + distinct_.capacity()) * sizeof(uint64_t);
  }

  bool Contains(uint64_t shingle) const {
    if (shingle == 0) return has_zero_;
    const size_t mask = places_.size() - 1;
    for (size_t at = shingle & mask; places_[at] != 0; at = (at + 1) & mask) {
      if (places_[at] == shingle) return true;
    }
    return false;
  }

  // Like CompareAtLeast (verify.h) of the two sets: what they have in common where
  // their Jaccard similarity is at least `min_jaccard`, nothing where it is not.
  static std::optional<Similarity> CompareAtLeast(const ShingleTable& a,
                                                  const ShingleTable& b,
                                                  double min_jaccard);

 private:
  void Insert(uint64_t shingle) {
    if (shingle == 0) {
      if (!has_zero_) distinct_.push_back(shingle);
      has_zero_ = true;
      return;
    }
    const size_t mask = places_.size() - 1;
    size_t at = shingle & mask;
    while (places_[at] != 0 && places_[at] != shingle) at = (at + 1) & mask;
    if (places_[at] == shingle) return;
    places_[at] = shingle;
    distinct_.push_back(shingle);
  }

  // The number of shingles of `a` in `b`, or a smaller one once it is certain that
  // `required` cannot be reached.
  static size_t Common(const ShingleTable& a, const ShingleTable& b, size_t required);

  std::vector<uint64_t> places_ = std::vector<uint64_t>(1);  // 0: free
  std::vector<uint64_t> distinct_;  // in the order of their first place
  bool has_zero_ = false;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_SHINGLE_TABLE_H_
