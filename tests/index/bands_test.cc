#include "core/index/bands.h"

#include <cmath>
#include <random>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(Bands, RecallIsTheProbabilityThatSomeBandAgreesInAllRows) {
  std::mt19937 random(7);
  for (const BandPlan plan : {BandPlan{17, 4}, BandPlan{5, 2}, BandPlan{25, 5}}) {
    for (const double jaccard : {0.3, 0.6, 0.8}) {
      constexpr int kTrials = 20000;
      std::bernoulli_distribution slot_agrees(jaccard);
      int found = 0;
      for (int trial = 0; trial < kTrials; ++trial) {
        bool any = false;
        for (uint32_t band = 0; band < plan.bands; ++band) {
          bool all = true;
          for (uint32_t row = 0; row < plan.rows; ++row) all &= slot_agrees(random);
          any |= all;
        }
        found += any ? 1 : 0;
      }
      const double p = plan.Recall(jaccard);
      EXPECT_NEAR(static_cast<double>(found) / kTrials, p,
                  4.5 * std::sqrt(p * (1 - p) / kTrials) + 1e-3);
    }
  }
}

TEST(Bands, PlanKeepsTheRecallAtTheThresholdAndAbove) {
  for (const double jaccard : {0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.99, 1.0}) {
    for (const double recall : {0.0, 0.5, 0.9, 0.99, 0.999}) {
      const BandPlan plan = ChooseBands(jaccard, recall, 512);
      EXPECT_GE(plan.Recall(jaccard), recall) << jaccard << " " << recall;
      EXPECT_GE(plan.Recall((1 + jaccard) / 2), recall);
      EXPECT_LE(plan.num_slots(), 512u);
      EXPECT_GE(plan.bands, 1u);
      EXPECT_GE(plan.rows, 1u);
    }
  }
}

TEST(Bands, AnyThresholdHasAPlan) {
  for (const double jaccard : {1e-300, 0.005, std::nextafter(0.005, 1), 0.01, 1.0}) {
    const BandPlan plan = ChooseBands(jaccard, 0.99, 256);
    EXPECT_GE(plan.num_slots(), 1u);
    EXPECT_LE(plan.num_slots(), 256u);
  }
}

TEST(Bands, OneBandLessWouldBreakTheRecall) {
  const BandPlan plan = ChooseBands(0.7, 0.99, 256);
  EXPECT_LT((BandPlan{plan.bands - 1, plan.rows}.Recall(0.7)), 0.99);
}

TEST(Bands, WhereTheSlotsDoNotSufficeThePlanComesAsNearAsItCan) {
  const BandPlan plan = ChooseBands(0.1, 0.999, 16);
  EXPECT_LE(plan.num_slots(), 16u);
  for (uint32_t rows = 1; rows <= 16; ++rows) {
    EXPECT_GE(plan.Recall(0.1), (BandPlan{16 / rows, rows}.Recall(0.1)));
  }
}

}  // namespace
}  // namespace rashomon
