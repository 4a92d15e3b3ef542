// One pass over all units makes their band keys and a digest; everything after
// it touches only units that are like another one. Candidates are verified
// family by family, so that a unit's shingles are made once for all its pairs.
// Banding: Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4.

#include "core/index/find_similar.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>

#include "absl/types/span.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/index/candidates.h"
#include "core/index/sort_by_key.h"
#include "core/index/verify.h"
#include "core/sketch/minhash_kernel.h"

namespace rashomon {
namespace {

// More slots than this cost more than they save at any threshold of use.
constexpr uint32_t kMaxSlots = 256;
constexpr size_t kUnitsAtATime = 64;
constexpr size_t kPairsAtATime = 64;
constexpr size_t kShinglesInMemory = size_t{8} << 20;

struct Sketches {
  BandKeys keys;
  std::vector<uint64_t> digest;  // of the shingles in their order
  std::vector<uint32_t> size;    // shingles, repeated ones too
};

uint32_t BandKey(absl::Span<const uint32_t> slots, size_t band) {
  uint64_t key = band;
  for (const uint32_t slot : slots) key = Mix64(key ^ slot) + 0x9E3779B97F4A7C15;
  return static_cast<uint32_t>(Mix64(key) >> 32);
}

Sketches Sketch(size_t num_units, const ShingleSource& source, const BandPlan& plan,
                const FindSimilarOptions& options) {
  Sketches sketches{.keys = BandKeys(num_units, plan.bands),
                    .digest = std::vector<uint64_t>(num_units),
                    .size = std::vector<uint32_t>(num_units)};
  const SlotHashes hashes(plan.num_slots(), options.seed);
  ParallelFor(num_units, kUnitsAtATime, NumThreads(options.threads),
              [&](size_t begin, size_t end) {
                std::vector<uint64_t> shingles;
                std::vector<uint32_t> slots(plan.num_slots());
                for (size_t unit = begin; unit < end; ++unit) {
                  shingles.clear();
                  source(unit, shingles);
                  sketches.size[unit] = static_cast<uint32_t>(shingles.size());
                  if (shingles.empty()) continue;
                  sketches.digest[unit] =
                      Hash64({reinterpret_cast<const char*>(shingles.data()),
                              shingles.size() * sizeof(uint64_t)});
                  std::fill(slots.begin(), slots.end(), kEmptySlot);
                  UpdateSlots(shingles, hashes, absl::MakeSpan(slots));
                  for (size_t band = 0; band < plan.bands; ++band) {
                    sketches.keys.at(band, unit) = BandKey(
                        absl::MakeSpan(slots).subspan(band * plan.rows, plan.rows),
                        band);
                  }
                }
              });
  return sketches;
}

struct Distinct {
  std::vector<uint32_t> units;        // the first of each kind, ascending
  std::vector<CandidatePair> copies;  // (first, other) of one kind
};

Distinct SeparateCopies(const Sketches& sketches) {
  std::vector<uint64_t> entries, scratch;
  for (uint32_t unit = 0; unit < sketches.size.size(); ++unit) {
    if (sketches.size[unit] == 0) continue;
    entries.push_back(sketches.digest[unit] >> 32 << 32 | unit);
  }
  SortByKey(entries, scratch);
  std::vector<uint32_t> order;
  order.reserve(entries.size());
  for (const uint64_t entry : entries) order.push_back(static_cast<uint32_t>(entry));
  // Half a digest may be shared by strangers: rare, and few at a time.
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() && entries[end] >> 32 == entries[begin] >> 32) ++end;
    std::stable_sort(order.begin() + static_cast<ptrdiff_t>(begin),
                     order.begin() + static_cast<ptrdiff_t>(end),
                     [&](uint32_t x, uint32_t y) {
                       return sketches.digest[x] < sketches.digest[y];
                     });
  }
  Distinct distinct;
  for (size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    while (end < order.size() &&
           sketches.digest[order[end]] == sketches.digest[order[begin]]) {
      ++end;
    }
    distinct.units.push_back(order[begin]);
    for (size_t i = begin + 1; i < end; ++i) {
      distinct.copies.push_back({order[begin], order[i]});
    }
  }
  std::sort(distinct.units.begin(), distinct.units.end());
  return distinct;
}

// Orders pairs by the least unit that their candidates reach, so that those
// over the same units stand together.
void SortByFamily(std::vector<CandidatePair>& pairs, size_t num_units) {
  std::vector<uint32_t> parent(num_units);
  std::iota(parent.begin(), parent.end(), 0);
  const auto root = [&](uint32_t unit) {
    while (parent[unit] != unit) unit = parent[unit] = parent[parent[unit]];
    return unit;
  };
  for (const CandidatePair& p : pairs) {
    const uint32_t a = root(p.a), b = root(p.b);
    parent[std::max(a, b)] = std::min(a, b);
  }
  for (const CandidatePair& p : pairs) parent[p.a] = root(p.a);
  std::sort(pairs.begin(), pairs.end(),
            [&](const CandidatePair& x, const CandidatePair& y) {
              const uint32_t family_x = parent[x.a], family_y = parent[y.a];
              return family_x != family_y ? family_x < family_y : x < y;
            });
}

// The shingle sets of a few units.
class SetsInMemory {
 public:
  SetsInMemory(std::vector<uint32_t> units, const ShingleSource& source, int threads)
      : units_(std::move(units)), sets_(units_.size()) {
    ParallelFor(units_.size(), 4, threads, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) {
        std::vector<uint64_t>& set = sets_[i];
        source(units_[i], set);
        std::sort(set.begin(), set.end());
        set.erase(std::unique(set.begin(), set.end()), set.end());
      }
    });
  }

  absl::Span<const uint64_t> operator[](uint32_t unit) const {
    const auto at = std::lower_bound(units_.begin(), units_.end(), unit);
    return sets_[static_cast<size_t>(at - units_.begin())];
  }

 private:
  std::vector<uint32_t> units_;
  std::vector<std::vector<uint64_t>> sets_;
};

// Takes pairs from the front of `pairs` as far as the sets of their units fit
// into memory, at least one, and returns those units, ascending.
std::vector<uint32_t> TakeChunk(absl::Span<const CandidatePair> pairs,
                                absl::Span<const uint32_t> sizes,
                                std::vector<bool>& taken, size_t& num_pairs) {
  std::vector<uint32_t> units;
  size_t shingles = 0;
  num_pairs = 0;
  for (const CandidatePair& p : pairs) {
    const size_t more = (taken[p.a] ? 0 : sizes[p.a]) + (taken[p.b] ? 0 : sizes[p.b]);
    if (num_pairs > 0 && shingles + more > kShinglesInMemory) break;
    shingles += more;
    ++num_pairs;
    for (const uint32_t unit : {p.a, p.b}) {
      if (taken[unit]) continue;
      taken[unit] = true;
      units.push_back(unit);
    }
  }
  for (const uint32_t unit : units) taken[unit] = false;
  std::sort(units.begin(), units.end());
  return units;
}

std::vector<SimilarPair> Verify(std::vector<CandidatePair> pairs,
                                const ShingleSource& source,
                                absl::Span<const uint32_t> sizes,
                                const FindSimilarOptions& options) {
  const int threads = NumThreads(options.threads);
  SortByFamily(pairs, sizes.size());
  std::vector<SimilarPair> similar;
  std::vector<bool> taken(sizes.size());
  absl::Span<const CandidatePair> left = pairs;
  while (!left.empty()) {
    size_t num_pairs = 0;
    const SetsInMemory sets(TakeChunk(left, sizes, taken, num_pairs), source, threads);
    std::vector<std::optional<Similarity>> found(num_pairs);
    ParallelFor(num_pairs, kPairsAtATime, threads, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) {
        found[i] =
            CompareAtLeast(sets[left[i].a], sets[left[i].b], options.min_jaccard);
      }
    });
    for (size_t i = 0; i < num_pairs; ++i) {
      if (!found[i]) continue;
      similar.push_back(
          {left[i].a, left[i].b, found[i]->jaccard(), found[i]->containment()});
    }
    left.remove_prefix(num_pairs);
  }
  std::sort(similar.begin(), similar.end(),
            [](const SimilarPair& x, const SimilarPair& y) {
              return x.a != y.a ? x.a < y.a : x.b < y.b;
            });
  return similar;
}

}  // namespace

BandPlan PlanFor(const FindSimilarOptions& options) {
  return ChooseBands(options.min_jaccard, options.recall, kMaxSlots);
}

std::vector<SimilarPair> FindSimilar(size_t num_units, const ShingleSource& source,
                                     const FindSimilarOptions& options) {
  const Sketches sketches = Sketch(num_units, source, PlanFor(options), options);
  Distinct distinct = SeparateCopies(sketches);
  std::vector<CandidatePair> pairs =
      FindCandidates(sketches.keys, distinct.units, NumThreads(options.threads));
  pairs.insert(pairs.end(), distinct.copies.begin(), distinct.copies.end());
  return Verify(std::move(pairs), source, sketches.size, options);
}

}  // namespace rashomon
