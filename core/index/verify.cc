// A merge without branches on the data. J >= t needs at least t/(1+t) (|a|+|b|)
// common shingles, so sizes alone refuse many pairs, and a merge that can no
// longer reach that number stops (Bayardo, Ma, Srikant 2007; Xiao et al. 2008).

#include "core/index/verify.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

constexpr size_t kStride = 64;       // merge steps between two looks at the bound
constexpr size_t kGallopRatio = 32;  // from here on, search beats merge

// The number of common shingles, or any smaller number once it is certain that
// `required` cannot be reached.
size_t CommonByMerge(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b,
                     size_t required) {
  size_t i = 0, j = 0, common = 0;
  while (i < a.size() && j < b.size()) {
    if (common + std::min(a.size() - i, b.size() - j) < required) return common;
    for (size_t step = 0; step < kStride && i < a.size() && j < b.size(); ++step) {
      const uint64_t x = a[i], y = b[j];
      common += x == y ? 1 : 0;
      i += x <= y ? 1 : 0;
      j += y <= x ? 1 : 0;
    }
  }
  return common;
}

size_t CommonBySearch(absl::Span<const uint64_t> few, absl::Span<const uint64_t> many) {
  size_t common = 0;
  auto from = many.begin();
  for (const uint64_t x : few) {
    from = std::lower_bound(from, many.end(), x);
    if (from == many.end()) break;
    common += *from == x ? 1 : 0;
  }
  return common;
}

size_t Common(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b,
              size_t required) {
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < required) return 0;
  if (a.size() * kGallopRatio < b.size()) return CommonBySearch(a, b);
  return CommonByMerge(a, b, required);
}

}  // namespace

Similarity Compare(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b) {
  return {.common = Common(a, b, 0), .a = a.size(), .b = b.size()};
}

size_t LeastCommon(size_t a, size_t b, double min_jaccard) {
  const auto sum = static_cast<double>(a + b);
  const double bound = std::floor(min_jaccard / (1 + min_jaccard) * sum) - 1;
  return static_cast<size_t>(std::max(bound, 0.0));
}

std::optional<Similarity> CompareAtLeast(absl::Span<const uint64_t> a,
                                         absl::Span<const uint64_t> b,
                                         double min_jaccard) {
  const Similarity s{
      .common = Common(a, b, LeastCommon(a.size(), b.size(), min_jaccard)),
      .a = a.size(),
      .b = b.size()};
  if (s.common == 0 || s.jaccard() < min_jaccard) return std::nullopt;
  return s;
}

}  // namespace rashomon
