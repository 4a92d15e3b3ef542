#include "core/index/candidates.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<uint32_t> AllUnits(const BandKeys& keys) {
  std::vector<uint32_t> units(keys.num_units());
  std::iota(units.begin(), units.end(), 0);
  return units;
}

// Keys that now and then agree, as those of a real corpus.
BandKeys RandomKeys(size_t units, size_t bands, uint32_t kinds, uint32_t seed) {
  std::mt19937 random(seed);
  BandKeys keys(units, bands);
  for (size_t band = 0; band < bands; ++band) {
    for (size_t unit = 0; unit < units; ++unit) {
      keys.at(band, unit) = static_cast<uint32_t>(random() % kinds) * 0x9E3779B1u;
    }
  }
  return keys;
}

TEST(Candidates, AreAllPairsWithAKeyInCommonAndNoOthers) {
  for (const size_t units : {0, 1, 2, 500, 3000}) {
    const BandKeys keys = RandomKeys(units, 3, 1000, 4);
    std::vector<CandidatePair> expected;
    for (uint32_t a = 0; a < units; ++a) {
      for (uint32_t b = a + 1; b < units; ++b) {
        for (size_t band = 0; band < 3; ++band) {
          if (keys.at(band, a) != keys.at(band, b)) continue;
          expected.push_back({a, b});
          break;
        }
      }
    }
    EXPECT_EQ(FindCandidates(keys, AllUnits(keys), 1), expected);
  }
}

TEST(Candidates, DoNotDependOnTheNumberOfThreads) {
  const BandKeys keys = RandomKeys(2000, 8, 20, 5);
  const auto one = FindCandidates(keys, AllUnits(keys), 1);
  EXPECT_EQ(FindCandidates(keys, AllUnits(keys), 3), one);
  EXPECT_TRUE(std::is_sorted(one.begin(), one.end()));
  EXPECT_EQ(std::adjacent_find(one.begin(), one.end()), one.end());
}

TEST(Candidates, AGiantRunIsOneFamilyOfLinearlyManyPairs) {
  BandKeys keys = RandomKeys(20000, 2, 1u << 30, 6);
  for (size_t unit = 0; unit < 20000; ++unit) keys.at(0, unit) = 42;
  const auto pairs = FindCandidates(keys, AllUnits(keys), 2);
  EXPECT_LE(pairs.size(), 20000u * 6);
  std::vector<bool> reached(20000);
  for (const CandidatePair& p : pairs) {
    if (p.a == 0) reached[p.b] = true;
  }
  EXPECT_EQ(std::count(reached.begin(), reached.end(), true), 19999);
}

TEST(Candidates, InAGiantRunUnitsThatAgreeElsewhereAreNeighbours) {
  BandKeys keys = RandomKeys(1000, 2, 1u << 30, 6);
  for (size_t unit = 0; unit < 1000; ++unit) keys.at(0, unit) = 42;
  // Far apart by number, alike in the second band, which alone is too large to
  // have any say.
  keys.at(1, 900) = keys.at(1, 100);
  const auto pairs = FindCandidates(keys, AllUnits(keys), 1);
  EXPECT_TRUE(std::binary_search(pairs.begin(), pairs.end(), CandidatePair{100, 900}));
}

TEST(Candidates, OnlyTheUnitsAskedForArePaired) {
  BandKeys keys(4, 1);
  for (size_t unit = 0; unit < 4; ++unit) keys.at(0, unit) = 1;
  EXPECT_EQ(FindCandidates(keys, {1, 3}, 1), (std::vector<CandidatePair>{{1, 3}}));
}

}  // namespace
}  // namespace rashomon
