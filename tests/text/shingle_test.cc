#include "core/text/shingle.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "core/base/hash.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<Token> RandomWords(std::mt19937_64& random, size_t count, size_t kinds) {
  std::vector<Token> tokens;
  for (size_t i = 0; i < count; ++i) tokens.push_back({Mix64(random() % kinds), 0, 1});
  return tokens;
}

TEST(Shingles, AreEqualExactlyWhereTheirWordsAre) {
  std::mt19937_64 random(1);
  for (const size_t n : {1, 2, 3, 5, 8}) {
    const std::vector<Token> tokens = RandomWords(random, 400, 3);
    const std::vector<uint64_t> shingles = RollingShingles(tokens, n);
    ASSERT_EQ(shingles.size(), tokens.size() - n + 1);
    for (size_t i = 0; i < shingles.size(); ++i) {
      for (size_t j = i; j < std::min(shingles.size(), i + 60); ++j) {
        bool same = true;
        for (size_t k = 0; k < n; ++k) same &= tokens[i + k].hash == tokens[j + k].hash;
        ASSERT_EQ(shingles[i] == shingles[j], same);
      }
    }
  }
}

TEST(Shingles, SetHoldsEachOfThemOnceAscending) {
  std::mt19937_64 random(2);
  for (const size_t count : {0, 1, 4, 5, 6, 63, 64, 80, 1000, 200000}) {
    const std::vector<Token> tokens = RandomWords(random, count, 1 + random() % 5000);
    std::vector<uint64_t> in_order;
    AppendShingles(tokens, 5, in_order);
    const std::set<uint64_t> expected(in_order.begin(), in_order.end());
    EXPECT_EQ(ShingleSet(tokens, 5),
              std::vector<uint64_t>(expected.begin(), expected.end()));
  }
}

TEST(Shingles, OfATextShorterThanOneAreOneOfAllItsWords) {
  const std::vector<Token> two = Tokenize("Rivers rose.");
  EXPECT_THAT(ShingleSet(two, 5), SizeIs(1));
  EXPECT_EQ(ShingleSet(two, 5), ShingleSet(two, 2));
  EXPECT_NE(ShingleSet(two, 5), ShingleSet(Tokenize("Rivers fell."), 5));
  EXPECT_THAT(RollingShingles(two, 5), IsEmpty());
}

TEST(Shingles, AnEmptyTextHasNone) {
  EXPECT_THAT(ShingleSet({}, 5), IsEmpty());
  EXPECT_THAT(RollingShingles({}, 5), IsEmpty());
}

TEST(Shingles, HashesThatAreNotMixedAtAllAreSortedToo) {
  std::vector<uint64_t> hashes;
  for (uint64_t i = 0; i < 5000; ++i) hashes.push_back((i * 7919) % 1000);
  SortDistinct(hashes);
  EXPECT_THAT(hashes, SizeIs(1000));
  EXPECT_TRUE(std::is_sorted(hashes.begin(), hashes.end()));
}

}  // namespace
}  // namespace rashomon
