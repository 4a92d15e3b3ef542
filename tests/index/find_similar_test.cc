#include "core/index/find_similar.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <random>
#include <vector>

#include "core/base/hash.h"
#include "core/index/verify.h"
#include "core/sketch/simhash_kernel.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Units = std::vector<std::vector<uint64_t>>;

std::vector<SimilarPair> Find(const Units& units, const FindSimilarOptions& options) {
  return FindSimilar(
      units.size(),
      [&](size_t i, std::vector<uint64_t>& shingles) {
        shingles.insert(shingles.end(), units[i].begin(), units[i].end());
      },
      options);
}

std::vector<uint64_t> SetOf(std::vector<uint64_t> shingles) {
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

// All pairs against the definition.
std::vector<SimilarPair> Oracle(const Units& units, double min_jaccard) {
  Units sets;
  for (const auto& unit : units) sets.push_back(SetOf(unit));
  std::vector<SimilarPair> pairs;
  for (uint32_t a = 0; a < sets.size(); ++a) {
    for (uint32_t b = a + 1; b < sets.size(); ++b) {
      const Similarity s = Compare(sets[a], sets[b]);
      if (s.common == 0 || s.jaccard() < min_jaccard) continue;
      pairs.push_back({a, b, s.jaccard(), s.containment()});
    }
  }
  return pairs;
}

std::vector<uint64_t> Fresh(std::mt19937_64& random, size_t size) {
  std::vector<uint64_t> shingles;
  for (size_t i = 0; i < size; ++i) shingles.push_back(Mix64(random()));
  return shingles;
}

// Pairs of units of `size` shingles that share what gives a Jaccard similarity
// between `low` and `high`, among strangers.
Units PairsBetween(double low, double high, size_t pairs, size_t size, uint64_t seed) {
  std::mt19937_64 random(seed);
  std::uniform_real_distribution<double> similarity(low, high);
  Units units;
  for (size_t i = 0; i < pairs; ++i) {
    std::vector<uint64_t> a = Fresh(random, size);
    std::vector<uint64_t> b = Fresh(random, size);
    const double s = similarity(random);
    const auto common =
        static_cast<size_t>(std::ceil(2 * s / (1 + s) * static_cast<double>(size)));
    std::copy_n(a.begin(), std::min(common, size), b.begin());
    units.push_back(std::move(a));
    units.push_back(std::move(b));
    units.push_back(Fresh(random, size));
  }
  return units;
}

TEST(FindSimilar, EveryPairFoundIsAtOrAboveTheThresholdAndExact) {
  const Units units = PairsBetween(0.4, 1.0, 300, 90, 1);
  const auto oracle = Oracle(units, 0.7);
  for (const SimilarPair& pair : Find(units, {.min_jaccard = 0.7})) {
    EXPECT_NE(std::find(oracle.begin(), oracle.end(), pair), oracle.end());
  }
}

TEST(FindSimilar, KeepsTheStatedRecallAtTheThresholdItself) {
  for (const double t : {0.5, 0.7, 0.8, 0.95}) {
    for (const double recall : {0.9, 0.99}) {
      size_t expected = 0, found = 0;
      for (uint64_t seed = 0; seed < 8; ++seed) {
        const Units units = PairsBetween(t, t, 100, 120, seed + 100);
        expected += Oracle(units, t).size();
        found += Find(units, {.min_jaccard = t, .recall = recall, .seed = seed}).size();
      }
      const auto n = static_cast<double>(expected);
      EXPECT_EQ(expected, 800u);
      EXPECT_GE(static_cast<double>(found) / n,
                recall - 3.5 * std::sqrt(recall * (1 - recall) / n))
          << t << " " << recall;
    }
  }
}

TEST(FindSimilar, FindsNineHundredAndNinetyNineOfAThousandAboveTheDefaultThreshold) {
  size_t expected = 0, found = 0;
  for (uint64_t seed = 0; seed < 8; ++seed) {
    const Units units = PairsBetween(0.7, 1.0, 150, 120, seed);
    expected += Oracle(units, 0.7).size();
    found += Find(units, {.min_jaccard = 0.7, .recall = 0.99, .seed = seed}).size();
  }
  EXPECT_GE(static_cast<double>(found), 0.9975 * static_cast<double>(expected));
}

TEST(FindSimilar, SimHashFindsEveryPairWithinTheDistanceAndBothFindWhatEitherFinds) {
  const Units units = PairsBetween(0.6, 1.0, 400, 90, 21);
  const auto near = [&](const SimilarPair& p) {
    return std::popcount(MajorityBits(units[p.a]) ^ MajorityBits(units[p.b])) <=
           static_cast<int>(kSimHashDistance);
  };
  std::vector<SimilarPair> expected;
  for (const SimilarPair& pair : Oracle(units, 0.7)) {
    if (near(pair)) expected.push_back(pair);
  }
  EXPECT_GE(expected.size(), 50u);
  const auto simhash =
      Find(units, {.min_jaccard = 0.7, .engine = SearchEngine::kSimHash});
  EXPECT_EQ(simhash, expected);
  // One row of bands at this recall, so that MinHash misses some.
  const auto minhash = Find(units, {.min_jaccard = 0.7, .recall = 0.1});
  std::vector<SimilarPair> either = minhash;
  for (const SimilarPair& pair : simhash) {
    if (std::find(minhash.begin(), minhash.end(), pair) == minhash.end()) {
      either.push_back(pair);
    }
  }
  std::sort(either.begin(), either.end(),
            [](const SimilarPair& x, const SimilarPair& y) {
              return x.a != y.a ? x.a < y.a : x.b < y.b;
            });
  EXPECT_GT(either.size(), minhash.size());
  EXPECT_EQ(
      Find(units, {.min_jaccard = 0.7, .recall = 0.1, .engine = SearchEngine::kBoth}),
      either);
}

TEST(FindSimilar, TheStatedRecallOfBothIsThatOfEither) {
  const auto recall = [](SearchEngine engine) {
    return RecallAt({.min_jaccard = 0.7, .recall = 0.5, .engine = engine}, 0.9);
  };
  EXPECT_NEAR(
      recall(SearchEngine::kBoth),
      1 - (1 - recall(SearchEngine::kMinHash)) * (1 - recall(SearchEngine::kSimHash)),
      1e-12);
}

TEST(FindSimilar, UnitsWithoutShinglesAreInNoPair) {
  EXPECT_TRUE(Find({{}, {}, {}}, {}).empty());
  EXPECT_TRUE(Find({}, {}).empty());
  EXPECT_EQ(Find({{}, {7}, {}, {7}}, {}).size(), 1u);
}

TEST(FindSimilar, UnitsWithEqualSetsAreAlwaysFound) {
  std::mt19937_64 random(3);
  for (int trial = 0; trial < 100; ++trial) {
    const std::vector<uint64_t> unit = Fresh(random, 1 + random() % 40);
    std::vector<uint64_t> other(unit.rbegin(), unit.rend());
    other.push_back(unit.front());
    const auto pairs = Find({unit, other}, {.min_jaccard = 1, .recall = 0.5});
    ASSERT_EQ(pairs.size(), 1u);
    EXPECT_EQ(pairs[0], (SimilarPair{0, 1, 1.0, {1.0, 1.0}}));
  }
}

TEST(FindSimilar, CopiesArePairedWithTheFirstOfThemOnly) {
  const std::vector<uint64_t> unit = {5, 6, 7};
  const auto pairs = Find({{1, 2}, unit, unit, {3}, unit}, {});
  EXPECT_EQ(pairs, (std::vector<SimilarPair>{{1, 2, 1.0, {1.0, 1.0}},
                                             {1, 4, 1.0, {1.0, 1.0}}}));
}

TEST(FindSimilar, AStoryWithItsOwnEditsInFiveThousandPapersStaysOneFamily) {
  std::mt19937_64 random(8);
  const std::vector<uint64_t> story = Fresh(random, 200);
  Units units;
  for (int i = 0; i < 5000; ++i) {
    units.push_back(story);
    for (int edit = 0; edit < 8; ++edit) units.back()[random() % 200] = Mix64(random());
  }
  const auto pairs = Find(units, {.threads = 2});
  EXPECT_LE(pairs.size(), 5000u * 150);
  std::vector<uint32_t> parent(units.size());
  for (uint32_t i = 0; i < parent.size(); ++i) parent[i] = i;
  const auto root = [&](uint32_t x) {
    while (parent[x] != x) x = parent[x] = parent[parent[x]];
    return x;
  };
  for (const SimilarPair& p : pairs) parent[root(p.b)] = root(p.a);
  for (uint32_t i = 0; i < parent.size(); ++i) EXPECT_EQ(root(i), root(0));
}

TEST(FindSimilar, GivesTheSameOnAnyNumberOfThreads) {
  const Units units = PairsBetween(0.3, 1.0, 500, 60, 11);
  const auto one = Find(units, {.threads = 1});
  EXPECT_EQ(Find(units, {.threads = 2}), one);
  EXPECT_EQ(Find(units, {.threads = 5}), one);
}

}  // namespace
}  // namespace rashomon
