#include "core/index/hamming.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "core/base/hash.h"
#include "core/sketch/simhash_kernel.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<uint32_t> All(size_t n) {
  std::vector<uint32_t> units(n);
  std::iota(units.begin(), units.end(), 0);
  return units;
}

// Sketches of which many differ from an earlier one in at most `most` bits.
std::vector<uint64_t> Sketches(size_t n, int most, uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<uint64_t> sketches;
  for (size_t i = 0; i < n; ++i) {
    uint64_t sketch = random();
    if (i > 0 && random() % 2 == 0) {
      sketch = sketches[random() % i];
      for (int flips = static_cast<int>(random() % static_cast<uint64_t>(most + 1));
           flips > 0; --flips) {
        sketch ^= uint64_t{1} << random() % 64;
      }
    }
    sketches.push_back(sketch);
  }
  return sketches;
}

TEST(WithinDistance, IsEveryPairWithinTheDistanceAndNoOther) {
  for (const uint32_t distance : {0u, 1u, 3u, 8u, 12u}) {
    for (const size_t n : {size_t{0}, size_t{1}, size_t{2}, size_t{900}}) {
      const std::vector<uint64_t> sketches = Sketches(n, 14, distance + 1);
      std::vector<CandidatePair> expected;
      for (uint32_t a = 0; a < n; ++a) {
        for (uint32_t b = a + 1; b < n; ++b) {
          if (std::popcount(sketches[a] ^ sketches[b]) <= static_cast<int>(distance)) {
            expected.push_back({a, b});
          }
        }
      }
      EXPECT_EQ(FindWithinDistance(sketches, All(n), distance, 2), expected)
          << distance << " " << n;
    }
  }
}

TEST(WithinDistance, EveryPlanKeepsItsPromiseWhateverTheNumberOfUnits) {
  for (const size_t units :
       {size_t{1}, size_t{1000}, size_t{1} << 20, size_t{1} << 31}) {
    for (uint32_t distance = 0; distance <= 12; ++distance) {
      const HammingPlan plan = ChooseBlocks(distance, units);
      EXPECT_GE(plan.agreeing, 1u);
      EXPECT_GE(plan.blocks, distance + plan.agreeing);
      EXPECT_LE(plan.blocks, 64u);
    }
  }
}

TEST(WithinDistance, LeavesOutUnitsThatAreNotAskedFor) {
  const std::vector<uint64_t> sketches = {7, 7, 7};
  EXPECT_EQ(FindWithinDistance(sketches, std::vector<uint32_t>{0, 2}, 3, 1),
            (std::vector<CandidatePair>{{0, 2}}));
}

TEST(WithinDistance, AGiantFamilyIsOneOfLinearlyManyPairs) {
  const size_t n = 20000;
  std::vector<uint64_t> sketches(n, 0x0123456789ABCDEF);
  for (size_t i = 0; i < n; i += 3) sketches[i] ^= uint64_t{1} << i % 64;
  const auto pairs = FindWithinDistance(sketches, All(n), 8, 2);
  EXPECT_LE(pairs.size(), n * kLargestFullRun * 45);
  std::vector<uint32_t> parent = All(n);
  const auto root = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  for (const CandidatePair& p : pairs) parent[root(p.b)] = root(p.a);
  for (uint32_t i = 0; i < n; ++i) ASSERT_EQ(root(i), root(0));
}

TEST(WithinDistance, DoesNotDependOnTheNumberOfThreads) {
  const std::vector<uint64_t> sketches = Sketches(3000, 8, 5);
  EXPECT_EQ(FindWithinDistance(sketches, All(3000), 8, 1),
            FindWithinDistance(sketches, All(3000), 8, 5));
}

TEST(HammingRecall, IsWhatRandomSetsOfOneSizeShow) {
  std::mt19937_64 random(2);
  for (const double jaccard : {0.7, 0.9, 0.97}) {
    constexpr size_t kSize = 300;
    constexpr int kTrials = 2000;
    const auto common =
        static_cast<size_t>(std::round(2 * jaccard / (1 + jaccard) * kSize));
    int found = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
      std::vector<uint64_t> a, b;
      for (size_t i = 0; i < kSize; ++i) {
        a.push_back(Mix64(random()));
        b.push_back(i < common ? a[i] : Mix64(random()));
      }
      found += std::popcount(MajorityBits(a) ^ MajorityBits(b)) <= 8;
    }
    const double expected = HammingRecall(8, jaccard);
    EXPECT_NEAR(found / double{kTrials}, expected, 0.05) << jaccard;
  }
  EXPECT_EQ(HammingRecall(0, 1), 1);
}

}  // namespace
}  // namespace rashomon
