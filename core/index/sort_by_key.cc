// Radix sort from the least digit: three passes of 11 bits, sequential reads and
// writes to 2,048 places.

#include "core/index/sort_by_key.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rashomon {
namespace {

constexpr size_t kSmall = 1024;  // below, the histograms cost more than they save

}  // namespace

void SortByKey(std::vector<uint64_t>& entries, std::vector<uint64_t>& scratch) {
  if (entries.size() < kSmall) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](uint64_t x, uint64_t y) { return x >> 32 < y >> 32; });
    return;
  }
  constexpr int kBits = 11;
  constexpr size_t kBuckets = size_t{1} << kBits;
  scratch.resize(entries.size());
  for (int shift = 32; shift < 64; shift += kBits) {
    std::array<size_t, kBuckets> next{};
    for (const uint64_t e : entries) ++next[(e >> shift) & (kBuckets - 1)];
    size_t sum = 0;
    for (size_t& n : next) sum += std::exchange(n, sum);
    for (const uint64_t e : entries) scratch[next[(e >> shift) & (kBuckets - 1)]++] = e;
    entries.swap(scratch);
  }
}

}  // namespace rashomon
