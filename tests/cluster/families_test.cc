#include "core/cluster/families.h"

#include <random>
#include <set>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::ElementsAre;

TEST(FormFamilies, AChainOfStrangersIsCutWhereItsEndsAreUnlike) {
  // Neighbours are alike, others are not.
  const std::vector<uint32_t> ranks = {0, 1, 2, 3, 4};
  const std::vector<Link> links = {{0, 1}, {1, 2}, {2, 3}, {3, 4}};
  const auto families = FormFamilies(
      ranks, links, [](uint32_t x, uint32_t y) { return x + 1 == y || y + 1 == x; });
  ASSERT_EQ(families.size(), 2u);
  EXPECT_EQ(families[0].representative, 1u);
  EXPECT_THAT(families[0].others, ElementsAre(0, 2));
  EXPECT_EQ(families[1].representative, 3u);
  EXPECT_THAT(families[1].others, ElementsAre(4));
}

TEST(FormFamilies, AThingThatIsLikeAMemberOnlyIsNotLost) {
  // 0 is like 1 and 2; 3 is like 1 only, to which it is linked.
  const std::vector<uint32_t> ranks = {0, 1, 2, 3};
  const std::vector<Link> links = {{0, 1}, {0, 2}, {0, 2}, {1, 3}};
  const auto families = FormFamilies(ranks, links, [](uint32_t x, uint32_t y) {
    return x + y != 3 && std::min(x, y) <= 1 && !(x == 0 && y == 3);
  });
  std::vector<uint32_t> all;
  for (const Family& family : families) {
    all.push_back(family.representative);
    all.insert(all.end(), family.others.begin(), family.others.end());
  }
  EXPECT_THAT(all, testing::IsSupersetOf({0u, 1u, 2u, 3u}));
}

TEST(FormFamilies, EveryMemberIsVerifiedOnceAndAgainstItsRepresentative) {
  std::mt19937_64 random(9);
  for (int round = 0; round < 50; ++round) {
    const uint32_t size = 40;
    std::vector<uint32_t> ranks(size), kind(size);
    for (uint32_t i = 0; i < size; ++i)
      ranks[i] = i, kind[i] = static_cast<uint32_t>(random() % 5);
    std::vector<Link> links;
    for (int i = 0; i < 60; ++i) {
      const Link link = {static_cast<uint32_t>(random() % size),
                         static_cast<uint32_t>(random() % size)};
      if (link.a != link.b) links.push_back(link);
    }
    std::set<std::pair<uint32_t, uint32_t>> asked;
    size_t calls = 0;
    const auto families = FormFamilies(ranks, links, [&](uint32_t x, uint32_t y) {
      EXPECT_TRUE(asked.emplace(x, y).second);
      ++calls;
      return kind[x] == kind[y];
    });
    EXPECT_LE(calls, 2 * links.size() + size);
    std::set<uint32_t> seen;
    for (const Family& family : families) {
      EXPECT_TRUE(seen.insert(family.representative).second);
      for (const uint32_t other : family.others) {
        EXPECT_TRUE(seen.insert(other).second);
        EXPECT_EQ(kind[other], kind[family.representative]);
      }
    }
    // Two linked things of one kind are never both left alone.
    for (const Link& link : links) {
      if (kind[link.a] != kind[link.b]) continue;
      EXPECT_TRUE(seen.contains(link.a) || seen.contains(link.b));
    }
  }
}

}  // namespace
}  // namespace rashomon
