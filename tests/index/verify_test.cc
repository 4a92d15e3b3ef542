#include "core/index/verify.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<uint64_t> RandomSet(std::mt19937_64& random, size_t size, uint64_t below) {
  std::set<uint64_t> set;
  for (size_t i = 0; i < size; ++i) set.insert(random() % below);
  return {set.begin(), set.end()};
}

// The definition itself.
Similarity Oracle(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  std::vector<uint64_t> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(both));
  return {.common = both.size(), .a = a.size(), .b = b.size()};
}

TEST(Verify, CompareCountsTheIntersectionOfAnyTwoSets) {
  std::mt19937_64 random(1);
  for (int trial = 0; trial < 2000; ++trial) {
    const auto a = RandomSet(random, random() % 200, 300);
    const auto b = RandomSet(random, random() % (trial % 2 == 0 ? 200 : 6), 300);
    EXPECT_EQ(Compare(a, b), Oracle(a, b));
    EXPECT_EQ(Compare(b, a), Oracle(b, a));
  }
}

TEST(Verify, CompareAtLeastAnswersExactlyThePairsAtOrAboveTheThreshold) {
  std::mt19937_64 random(2);
  for (int trial = 0; trial < 5000; ++trial) {
    const auto a = RandomSet(random, random() % 300, 320);
    auto b = a;
    for (size_t i = random() % 80; i > 0 && !b.empty(); --i) {
      b.erase(b.begin() + static_cast<ptrdiff_t>(random() % b.size()));
    }
    const Similarity exact = Oracle(a, b);
    for (const double t : {0.01, 0.5, 0.7, 0.9, 1.0, exact.jaccard()}) {
      const auto found = CompareAtLeast(a, b, t);
      EXPECT_EQ(found.has_value(), exact.common > 0 && exact.jaccard() >= t);
      if (found) {
        EXPECT_EQ(*found, exact);
      }
    }
  }
}

TEST(Verify, EmptySetsHaveNothingInCommon) {
  EXPECT_EQ(Compare({}, {}).jaccard(), 0);
  EXPECT_FALSE(CompareAtLeast({}, {}, 0.5).has_value());
}

TEST(Verify, ContainmentIsTheShareOfEachSide) {
  const std::vector<uint64_t> a = {1, 2}, b = {1, 2, 3, 4};
  EXPECT_EQ(Compare(a, b).containment(), (std::array<double, 2>{1.0, 0.5}));
}

}  // namespace
}  // namespace rashomon
