#include "rashomon/simhash.h"

#include <cmath>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/sketch/simhash_kernel.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace rashomon {
namespace {

using ::rashomon::testing::StatusIs;
using ::testing::HasSubstr;

TEST(SimHash, SlicedCountersEqualTheDefinition) {
  for (size_t size = 0; size < 400; ++size) {
    std::vector<uint64_t> hashes;
    for (size_t i = 0; i < size; ++i) {
      // Skewed, so that counters come near the half and far from it.
      hashes.push_back(size % 3 == 0 ? Mix64(i)
                                     : Mix64(i) & Mix64(size) & Mix64(i / 2));
    }
    ASSERT_EQ(MajorityBits(hashes), MajorityBitsScalar(hashes)) << size;
  }
}

TEST(SimHash, ATieLeavesABitClear) {
  EXPECT_EQ(MajorityBits({0b0011, 0b0101}), 0b0001u);
}

TEST(SimHash, IsTheShingleItselfWhereThereIsOne) {
  EXPECT_EQ(MajorityBits({0x123456789ABCDEF}), 0x123456789ABCDEFu);
}

// Of two sets of hashes that have a share s of their union in common, a bit differs
// with the probability arccos(2s/(1+s))/π.
TEST(SimHash, DistanceGrowsWithTheAngleBetweenTheTexts) {
  for (const double s : {0.5, 0.7, 0.9, 0.98}) {
    constexpr size_t kSize = 400;
    constexpr int kTrials = 200;
    const auto common = static_cast<size_t>(2 * s / (1 + s) * kSize);
    int differing = 0;
    for (uint64_t trial = 0; trial < kTrials; ++trial) {
      std::vector<uint64_t> a, b;
      for (size_t i = 0; i < kSize; ++i) {
        a.push_back(Mix64(trial * 3 * kSize + i));
        b.push_back(i < common ? a.back() : Mix64((trial * 3 + 1) * kSize + i));
      }
      differing += HammingDistance(MajorityBits(a), MajorityBits(b));
    }
    const double cosine = static_cast<double>(common) / kSize;
    EXPECT_NEAR(differing / (64.0 * kTrials), std::acos(cosine) / std::acos(-1.0),
                0.015);
  }
}

TEST(SimHash, TextsOfTheSameWordsHaveTheSame) {
  EXPECT_EQ(*SimHash("The Bank’s board raised rates."),
            *SimHash("the bank's board raised rates"));
  EXPECT_NE(*SimHash("the bank's board raised rates"),
            *SimHash("the bank's board lowered rates"));
  EXPECT_EQ(*SimHash(" … "), 0u);
}

TEST(SimHash, OptionsOutOfRangeAreErrorsThatNameThem) {
  EXPECT_THAT(
      SimHash("abc", {.shingle_words = 0}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("shingle_words=0")));
}

}  // namespace
}  // namespace rashomon
