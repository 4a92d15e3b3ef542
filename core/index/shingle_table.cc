#include "core/index/shingle_table.h"

namespace rashomon {

size_t ShingleTable::Common(const ShingleTable& a, const ShingleTable& b,
                            size_t required) {
  if (a.size_ < required) return 0;
  const size_t most_missing = a.size_ - required;
  size_t missing = a.has_zero_ && !b.has_zero_ ? 1 : 0;
  for (const uint64_t shingle : a.places_) {
    if (shingle == 0 || b.Contains(shingle)) continue;
    if (++missing > most_missing) break;
  }
  return a.size_ - missing;
}

std::optional<Similarity> ShingleTable::CompareAtLeast(const ShingleTable& a,
                                                       const ShingleTable& b,
                                                       double min_jaccard) {
  if (a.size_ == 0 || b.size_ == 0) return std::nullopt;
  const size_t required = LeastCommon(a.size_, b.size_, min_jaccard);
  const bool a_is_smaller = a.size_ <= b.size_;
  const Similarity s{
      .common = a_is_smaller ? Common(a, b, required) : Common(b, a, required),
      .a = a.size_,
      .b = b.size_};
  if (s.common == 0 || s.jaccard() < min_jaccard) return std::nullopt;
  return s;
}

}  // namespace rashomon
