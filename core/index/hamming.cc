// Manku, Jain, Das Sarma 2007: d differing bits lie in at most d of d + m blocks,
// so m blocks agree. For every choice of m blocks the sketches are sorted by those
// and runs of equal ones compared. More blocks make longer keys and more choices:
// m follows from the number of units, so that a run by chance stays short and the
// cost is about choices * units * (one radix sort).

#include "core/index/hamming.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <iterator>
#include <mutex>
#include <numbers>

#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/index/sort_by_key.h"

namespace rashomon {
namespace {

constexpr uint32_t kBits = 64;
constexpr uint32_t kMaxAgreeing = 4;
constexpr double kSortTime = 10;  // nanoseconds for a unit; one to compare a pair
// Units of one key that one unit is compared with. Only texts that are all filled
// in alike make runs so long.
constexpr size_t kLongestLook = 4096;

double Choices(uint32_t blocks, uint32_t agreeing) {
  double choices = 1;
  for (uint32_t i = 0; i < agreeing; ++i) choices = choices * (blocks - i) / (i + 1);
  return choices;
}

// The bits of every choice of plan.agreeing blocks.
std::vector<uint64_t> Masks(const HammingPlan& plan) {
  std::vector<uint64_t> masks;
  for (uint64_t chosen = 0; chosen < uint64_t{1} << plan.blocks; ++chosen) {
    if (std::popcount(chosen) != static_cast<int>(plan.agreeing)) continue;
    uint64_t mask = 0;
    for (uint32_t bit = 0; bit < kBits; ++bit) {
      mask |= (chosen >> (bit * plan.blocks / kBits) & 1) << bit;
    }
    masks.push_back(mask);
  }
  return masks;
}

std::vector<CandidatePair> PairsOfMask(absl::Span<const uint64_t> sketches,
                                       absl::Span<const uint32_t> units, uint64_t mask,
                                       uint32_t distance) {
  std::vector<uint64_t> entries, scratch;
  entries.reserve(units.size());
  for (uint32_t i = 0; i < units.size(); ++i) {
    // Equal hashes of unequal keys cost a comparison and no more.
    entries.push_back(Mix64(sketches[units[i]] & mask) >> 32 << 32 | i);
  }
  SortByKey(entries, scratch);
  std::vector<CandidatePair> pairs;
  for (size_t i = 0; i < entries.size(); ++i) {
    const uint32_t unit = units[static_cast<uint32_t>(entries[i])];
    const size_t end = std::min(entries.size(), i + 1 + kLongestLook);
    size_t near = 0;
    for (size_t j = i + 1;
         j < end && entries[j] >> 32 == entries[i] >> 32 && near < kLargestFullRun;
         ++j) {
      const uint32_t other = units[static_cast<uint32_t>(entries[j])];
      const int differ = std::popcount(sketches[unit] ^ sketches[other]);
      if (differ > static_cast<int>(distance)) continue;
      pairs.push_back({std::min(unit, other), std::max(unit, other)});
      ++near;
    }
  }
  return pairs;
}

void SortDistinctPairs(std::vector<CandidatePair>& pairs) {
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
}

}  // namespace

double HammingRecall(uint32_t distance, double jaccard) {
  const double cosine = std::min(1.0, 2 * jaccard / (1 + jaccard));
  const double differs = std::acos(cosine) / std::numbers::pi;
  double term = std::pow(1 - differs, kBits), sum = 0;  // of exactly k bits
  for (uint32_t k = 0; k <= distance && k <= kBits; ++k) {
    sum += term;
    term *= differs / (1 - differs) * (kBits - k) / (k + 1);
  }
  return std::min(1.0, sum);
}

HammingPlan ChooseBlocks(uint32_t distance, size_t num_units) {
  HammingPlan best;
  double least = 0;
  for (uint32_t agreeing = 1; agreeing <= kMaxAgreeing; ++agreeing) {
    const HammingPlan plan = {distance + agreeing, agreeing};
    const double key_bits = std::floor(double{kBits} * agreeing / plan.blocks);
    const double by_chance = static_cast<double>(num_units) / std::exp2(key_bits + 1);
    const double cost = Choices(plan.blocks, agreeing) * (kSortTime + by_chance);
    if (agreeing == 1 || cost < least) {
      best = plan;
      least = cost;
    }
  }
  return best;
}

std::vector<CandidatePair> FindWithinDistance(absl::Span<const uint64_t> sketches,
                                              absl::Span<const uint32_t> units,
                                              uint32_t distance, int threads) {
  std::vector<uint32_t> order(units.begin(), units.end());
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    return sketches[x] != sketches[y] ? sketches[x] < sketches[y] : x < y;
  });
  const std::vector<uint64_t> masks = Masks(ChooseBlocks(distance, units.size()));
  std::mutex mutex;
  std::vector<CandidatePair> pairs;
  size_t distinct = 0;
  ParallelFor(masks.size(), 1, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      const std::vector<CandidatePair> found =
          PairsOfMask(sketches, order, masks[i], distance);
      const std::lock_guard lock(mutex);
      pairs.insert(pairs.end(), found.begin(), found.end());
      // Most pairs are found under many masks.
      if (pairs.size() > 2 * distinct + (size_t{1} << 20)) {
        SortDistinctPairs(pairs);
        distinct = pairs.size();
      }
    }
  });
  SortDistinctPairs(pairs);
  return pairs;
}

}  // namespace rashomon
