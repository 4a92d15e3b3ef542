#include "core/align/similarity.h"

#include <cstddef>

namespace rashomon {

Similarity Compare(absl::Span<const uint64_t> a, absl::Span<const uint64_t> b) {
  size_t common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++common, ++i, ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  if (common == 0) return {};
  const auto share = [&](size_t of) {
    return static_cast<double>(common) / static_cast<double>(of);
  };
  return {share(a.size() + b.size() - common), {share(a.size()), share(b.size())}};
}

}  // namespace rashomon
