#include "core/index/shingle_table.h"

namespace rashomon {

size_t ShingleTable::Common(const ShingleTable& a, const ShingleTable& b,
                            size_t required) {
  if (a.size() < required) return 0;
  const size_t most_missing = a.size() - required;
  size_t missing = 0;
  for (const uint64_t shingle : a.distinct_) {
    missing += b.Contains(shingle) ? 0 : 1;
    if (missing > most_missing) break;
  }
  return a.size() - missing;
}

std::optional<Similarity> ShingleTable::CompareAtLeast(const ShingleTable& a,
                                                       const ShingleTable& b,
                                                       double min_jaccard) {
  if (a.size() == 0 || b.size() == 0) return std::nullopt;
  const size_t required = LeastCommon(a.size(), b.size(), min_jaccard);
  const bool a_is_smaller = a.size() <= b.size();
  const Similarity s{
      .common = a_is_smaller ? Common(a, b, required) : Common(b, a, required),
      .a = a.size(),
      .b = b.size()};
  if (s.common == 0 || s.jaccard() < min_jaccard) return std::nullopt;
  return s;
}

}  // namespace rashomon
