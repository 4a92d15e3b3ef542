#include "core/claims/compare/interval.h"

#include <cmath>
#include <limits>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Value Count(double v, Qualifier q = Qualifier::kExact) {
  Value value;
  value.qualifier = q;
  value.lo = value.hi = v;
  if (q == Qualifier::kAtLeast || q == Qualifier::kMoreThan) {
    value.hi = std::numeric_limits<double>::infinity();
  }
  if (q == Qualifier::kUpTo) value.lo = -std::numeric_limits<double>::infinity();
  return value;
}

TEST(ReadInterval, CountsBelowAHundredAreSharp) {
  for (double v : {1.0, 10.0, 20.0, 62.0, 90.0}) {
    EXPECT_TRUE(ReadInterval(Count(v)).sharp) << v;
  }
}

TEST(ReadInterval, RoundFiguresTolerateHalfOfTheirLastDigit) {
  const Interval r = ReadInterval(Count(14500));
  EXPECT_FALSE(r.sharp);
  EXPECT_NEAR(r.lo, 14450, 0.1);
  EXPECT_NEAR(r.hi, 14550, 0.1);
}

TEST(ReadInterval, NoRoundFigureToleratesMoreThanATenth) {
  for (double v : {100.0, 300.0, 2000.0, 1e6}) {
    EXPECT_LE(ReadInterval(Count(v)).hi, 1.1 * v + 1e-9) << v;
  }
}

TEST(ReadInterval, BoundsAreOpenOnTheirSide) {
  EXPECT_EQ(ReadInterval(Count(58, Qualifier::kAtLeast)).lo, 58);
  EXPECT_TRUE(std::isinf(ReadInterval(Count(58, Qualifier::kAtLeast)).hi));
  EXPECT_EQ(ReadInterval(Count(22, Qualifier::kUpTo)).hi, 22);
}

TEST(ReadInterval, AboutAllowsAtLeastFivePercent) {
  const Interval r = ReadInterval(Count(20, Qualifier::kAbout));
  EXPECT_LE(r.lo, 19);
  EXPECT_GE(r.hi, 21);
}

TEST(ReadInterval, TwoYearsAreTwentyFourMonths) {
  Value years = Count(2);
  years.kind = ValueKind::kDuration;
  years.unit = "year";
  Value months = Count(24);
  months.kind = ValueKind::kDuration;
  months.unit = "month";
  EXPECT_EQ(ReadInterval(years).lo, ReadInterval(months).lo);
  EXPECT_EQ(ReadInterval(years).base_unit, ReadInterval(months).base_unit);
}

TEST(RelativeGap, IsSymmetric) {
  const Interval a = ReadInterval(Count(58));
  const Interval b = ReadInterval(Count(72));
  EXPECT_EQ(RelativeGap(a, b), RelativeGap(b, a));
}

}  // namespace
}  // namespace rashomon
