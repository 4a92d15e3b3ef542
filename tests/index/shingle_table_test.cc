#include "core/index/shingle_table.h"

#include <random>
#include <set>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(ShingleTable, ComparesLikeTheSortedSets) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 3000; ++round) {
    // Few kinds, many of them zero and of equal lower bits.
    const uint64_t kinds = 1 + random() % 60;
    const auto make = [&] {
      std::vector<uint64_t> shingles(random() % 80);
      for (uint64_t& s : shingles) s = random() % kinds << (round % 2 * 40);
      return shingles;
    };
    const std::vector<uint64_t> a = make(), b = make();
    const std::set<uint64_t> set_a(a.begin(), a.end()), set_b(b.begin(), b.end());
    const ShingleTable table_a(a), table_b(b);
    ASSERT_EQ(table_a.size(), set_a.size());
    for (uint64_t s = 0; s < 64; ++s) {
      const uint64_t shingle = s << (round % 2 * 40);
      ASSERT_EQ(table_a.Contains(shingle), set_a.contains(shingle));
    }
    const std::vector<uint64_t> sorted_a(set_a.begin(), set_a.end());
    const std::vector<uint64_t> sorted_b(set_b.begin(), set_b.end());
    for (const double t : {0.1, 0.3, 0.5, 0.7, 1.0}) {
      ASSERT_EQ(ShingleTable::CompareAtLeast(table_a, table_b, t),
                CompareAtLeast(sorted_a, sorted_b, t));
    }
  }
}

TEST(ShingleTable, OfNothingIsLikeNothing) {
  EXPECT_EQ(ShingleTable().size(), 0);
  EXPECT_EQ(ShingleTable::CompareAtLeast(ShingleTable(), ShingleTable(), 0.5),
            std::nullopt);
}

}  // namespace
}  // namespace rashomon
