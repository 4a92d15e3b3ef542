#include "core/index/copies.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

using Units = std::vector<std::vector<uint64_t>>;

Copies Of(const Units& units, const std::vector<uint64_t>& digests) {
  std::vector<uint32_t> sizes;
  for (const auto& unit : units) sizes.push_back(static_cast<uint32_t>(unit.size()));
  return FindCopies(
      digests, sizes,
      [&](size_t unit, std::vector<uint64_t>& shingles) { shingles = units[unit]; }, 2);
}

TEST(Copies, ArePairedWithTheFirstOfTheirKind) {
  const Copies copies = Of({{1, 2}, {3}, {1, 2}, {4}, {1, 2}},
                           {9ull << 40, 7, 9ull << 40, 8, 9ull << 40});
  EXPECT_THAT(copies.distinct, ElementsAre(0, 1, 3));
  EXPECT_THAT(copies.pairs, ElementsAre(CandidatePair{0, 2}, CandidatePair{0, 4}));
}

TEST(Copies, StrangersWithOneDigestStayDistinct) {
  const Copies copies = Of({{1, 2}, {2, 1}, {1, 2}}, {5, 5, 5});
  EXPECT_THAT(copies.distinct, ElementsAre(0, 1));
  EXPECT_THAT(copies.pairs, ElementsAre(CandidatePair{0, 2}));
}

TEST(Copies, StrangersWithHalfADigestInCommonStayDistinct) {
  const Copies copies =
      Of({{1}, {2}, {1}}, {(5ull << 32) + 2, (5ull << 32) + 1, (5ull << 32) + 2});
  EXPECT_THAT(copies.distinct, ElementsAre(0, 1));
  EXPECT_THAT(copies.pairs, ElementsAre(CandidatePair{0, 2}));
}

TEST(Copies, UnitsWithoutShinglesAreNone) {
  const Copies copies = Of({{}, {}, {1}}, {0, 0, 0});
  EXPECT_THAT(copies.distinct, ElementsAre(2));
  EXPECT_THAT(copies.pairs, IsEmpty());
}

}  // namespace
}  // namespace rashomon
