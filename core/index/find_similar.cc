// One pass over all units makes their band keys and a digest; everything after
// it touches only units that are like another one. Candidates are verified
// family by family, so that a unit's shingles are made once for all its pairs.
// Banding: Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, 3.4.

#include "core/index/find_similar.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>
#include <string_view>

#include "absl/types/span.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/index/candidates.h"
#include "core/index/copies.h"
#include "core/index/hamming.h"
#include "core/index/verify.h"
#include "core/sketch/minhash_kernel.h"
#include "core/sketch/simhash_kernel.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

// More slots than this cost more than they save at any threshold of use.
constexpr uint32_t kMaxSlots = 256;
constexpr size_t kUnitsAtATime = 64;
constexpr size_t kPairsAtATime = 64;
constexpr size_t kShinglesInMemory = size_t{8} << 20;

struct Sketches {
  BandKeys keys;                  // where MinHash searches
  std::vector<uint64_t> simhash;  // by unit, where SimHash does
  std::vector<uint64_t> digest;   // of the shingles in their order
  std::vector<uint32_t> size;     // shingles, repeated ones too
};

uint32_t BandKey(absl::Span<const uint32_t> slots, size_t band) {
  uint64_t key = band;
  for (const uint32_t slot : slots) key = key * 0x9E3779B97F4A7C15 + slot;
  return static_cast<uint32_t>(Mix64(key) >> 32);
}

bool UsesMinHash(const FindSimilarOptions& options) {
  return options.engine != SearchEngine::kSimHash;
}

bool UsesSimHash(const FindSimilarOptions& options) {
  return options.engine != SearchEngine::kMinHash;
}

Sketches Sketch(size_t num_units, const ShingleSource& source, const BandPlan& plan,
                const FindSimilarOptions& options) {
  Sketches sketches{
      .keys = BandKeys(num_units, plan.bands),
      .simhash = std::vector<uint64_t>(UsesSimHash(options) ? num_units : 0),
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
                  if (UsesSimHash(options)) {
                    sketches.simhash[unit] = MajorityBits(shingles);
                  }
                  if (!UsesMinHash(options)) continue;
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

std::vector<CandidatePair> Candidates(const Sketches& sketches,
                                      absl::Span<const uint32_t> units,
                                      const FindSimilarOptions& options) {
  const int threads = NumThreads(options.threads);
  std::vector<CandidatePair> pairs;
  if (UsesMinHash(options)) pairs = FindCandidates(sketches.keys, units, threads);
  if (!UsesSimHash(options)) return pairs;
  const std::vector<CandidatePair> near =
      FindWithinDistance(sketches.simhash, units, kSimHashDistance, threads);
  std::vector<CandidatePair> all;
  std::set_union(pairs.begin(), pairs.end(), near.begin(), near.end(),
                 std::back_inserter(all));
  return all;
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
        SortDistinct(set);
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
  return similar;
}

}  // namespace

BandPlan PlanFor(const FindSimilarOptions& options) {
  if (!UsesMinHash(options)) return {};
  return ChooseBands(options.min_jaccard, options.recall, kMaxSlots);
}

double RecallAt(const FindSimilarOptions& options, double jaccard) {
  double missed = 1;
  if (UsesMinHash(options)) missed *= 1 - PlanFor(options).Recall(jaccard);
  if (UsesSimHash(options)) missed *= 1 - HammingRecall(kSimHashDistance, jaccard);
  return 1 - missed;
}

std::vector<SimilarPair> FindSimilar(size_t num_units, const ShingleSource& source,
                                     const FindSimilarOptions& options) {
  const int threads = NumThreads(options.threads);
  const Sketches sketches = Sketch(num_units, source, PlanFor(options), options);
  const Copies copies = FindCopies(sketches.digest, sketches.size, source, threads);
  std::vector<SimilarPair> similar = Verify(
      Candidates(sketches, copies.distinct, options), source, sketches.size, options);
  for (const CandidatePair& p : copies.pairs) similar.push_back({p.a, p.b, 1, {1, 1}});
  std::sort(similar.begin(), similar.end(),
            [](const SimilarPair& x, const SimilarPair& y) {
              return x.a != y.a ? x.a < y.a : x.b < y.b;
            });
  return similar;
}

}  // namespace rashomon
