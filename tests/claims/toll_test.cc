#include "core/claims/compare/toll.h"

#include <limits>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

Claim Killed(double count, Qualifier q = Qualifier::kExact) {
  Claim c;
  c.value.lo = c.value.hi = count;
  c.value.qualifier = q;
  if (q == Qualifier::kAtLeast) c.value.hi = std::numeric_limits<double>::infinity();
  c.scope.status = "killed";
  return c;
}

TEST(CompareToll, TheGreaterToldLaterIsARevision) {
  EXPECT_EQ(CompareToll(Killed(22), Killed(26), Order::kSecondLater).verdict,
            Verdict::kRevised);
}

TEST(CompareToll, TheLowerToldLaterIsAConflict) {
  EXPECT_EQ(CompareToll(Killed(22), Killed(26), Order::kFirstLater).verdict,
            Verdict::kConflict);
}

TEST(CompareToll, TwoCountsOfOneDayAreAConflict) {
  EXPECT_EQ(CompareToll(Killed(58), Killed(72), Order::kSameDay).verdict,
            Verdict::kConflict);
}

TEST(CompareToll, ABoundBesideANearFigureAgrees) {
  EXPECT_EQ(
      CompareToll(Killed(58, Qualifier::kAtLeast), Killed(60), Order::kSameDay).verdict,
      Verdict::kCompatible);
}

TEST(CompareToll, ABoundFarBelowTheFigureOfTheDayIsAConflict) {
  EXPECT_EQ(CompareToll(Killed(58, Qualifier::kAtLeast),
                        Killed(100, Qualifier::kAtLeast), Order::kSameDay)
                .verdict,
            Verdict::kConflict);
}

TEST(CompareToll, IsTheSameInEitherOrder) {
  const struct {
    Order order;
    Order mirrored;
  } kOrders[] = {{Order::kUnknown, Order::kUnknown},
                 {Order::kSameDay, Order::kSameDay},
                 {Order::kFirstLater, Order::kSecondLater},
                 {Order::kSecondLater, Order::kFirstLater}};
  for (const auto& [order, mirrored] : kOrders) {
    for (double a : {2.0, 20.0, 22.0, 60.0, 1400.0}) {
      for (double b : {3.0, 21.0, 62.0, 1429.0}) {
        for (Qualifier q :
             {Qualifier::kExact, Qualifier::kAtLeast, Qualifier::kAbout}) {
          EXPECT_EQ(CompareToll(Killed(a, q), Killed(b), order).verdict,
                    CompareToll(Killed(b), Killed(a, q), mirrored).verdict)
              << a << " " << b;
        }
      }
    }
  }
}

}  // namespace
}  // namespace rashomon
