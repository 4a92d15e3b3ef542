// Units are sorted by half of their digest, then runs by all of it. A copy needs no
// set and no sort to be verified: its shingles equal those of the first one by one.

#include "core/index/copies.h"

#include <algorithm>

#include "core/base/parallel_for.h"
#include "core/index/sort_by_key.h"

namespace rashomon {
namespace {

constexpr size_t kCopiesAtATime = 64;

// The units that have shingles, by (digest, unit).
std::vector<uint32_t> ByDigest(absl::Span<const uint64_t> digests,
                               absl::Span<const uint32_t> sizes) {
  std::vector<uint64_t> entries, scratch;
  for (uint32_t unit = 0; unit < digests.size(); ++unit) {
    if (sizes[unit] > 0) entries.push_back(digests[unit] >> 32 << 32 | unit);
  }
  SortByKey(entries, scratch);
  std::vector<uint32_t> order;
  order.reserve(entries.size());
  for (const uint64_t entry : entries) order.push_back(static_cast<uint32_t>(entry));
  // Half a digest may be shared by strangers: rare, and few at a time.
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && entries[end] >> 32 == entries[begin] >> 32) ++end;
    std::sort(order.begin() + static_cast<ptrdiff_t>(begin),
              order.begin() + static_cast<ptrdiff_t>(end), [&](uint32_t x, uint32_t y) {
                return digests[x] != digests[y] ? digests[x] < digests[y] : x < y;
              });
  }
  return order;
}

// For each pair whether its units have the same shingles. Pairs of one first unit
// stand together, so that its shingles are made once for many.
std::vector<char> AreCopies(const std::vector<CandidatePair>& pairs,
                            const ShingleSource& source, int threads) {
  std::vector<char> same(pairs.size());
  ParallelFor(pairs.size(), kCopiesAtATime, threads, [&](size_t begin, size_t end) {
    std::vector<uint64_t> first, other;
    for (size_t i = begin; i < end; ++i) {
      if (i == begin || pairs[i].a != pairs[i - 1].a) {
        first.clear();
        source(pairs[i].a, first);
      }
      other.clear();
      source(pairs[i].b, other);
      same[i] = first == other ? 1 : 0;
    }
  });
  return same;
}

}  // namespace

Copies FindCopies(absl::Span<const uint64_t> digests, absl::Span<const uint32_t> sizes,
                  const ShingleSource& source, int threads) {
  const std::vector<uint32_t> order = ByDigest(digests, sizes);
  Copies copies;
  std::vector<CandidatePair> pairs;
  for (size_t i = 0, first = 0; i < order.size(); ++i) {
    if (digests[order[i]] != digests[order[first]]) first = i;
    if (i == first) {
      copies.distinct.push_back(order[i]);
    } else {
      pairs.push_back({order[first], order[i]});
    }
  }
  const std::vector<char> same = AreCopies(pairs, source, threads);
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (same[i] != 0) {
      copies.pairs.push_back(pairs[i]);
    } else {
      copies.distinct.push_back(pairs[i].b);
    }
  }
  std::sort(copies.distinct.begin(), copies.distinct.end());
  return copies;
}

}  // namespace rashomon
