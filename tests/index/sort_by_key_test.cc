#include "core/index/sort_by_key.h"

#include <algorithm>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SortByKey, SortsByKeyAndKeepsTheOrderOfEqualKeys) {
  std::mt19937_64 random(1);
  for (const size_t size : {0, 1, 2, 500, 1023, 1024, 5000, 100000}) {
    for (const uint64_t kinds : {uint64_t{1}, uint64_t{7}, uint64_t{1} << 32}) {
      std::vector<uint64_t> entries(size), scratch;
      for (uint64_t& e : entries) e = random() % kinds << 32 | (random() & 0xFFFFFFFF);
      std::vector<uint64_t> expected = entries;
      std::stable_sort(expected.begin(), expected.end(),
                       [](uint64_t x, uint64_t y) { return x >> 32 < y >> 32; });
      SortByKey(entries, scratch);
      ASSERT_EQ(entries, expected);
    }
  }
}

}  // namespace
}  // namespace rashomon
