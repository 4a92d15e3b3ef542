// The choice goes over all row counts; for each, the least number of bands that
// keeps the recall follows from the formula. The popular way round, to fix the
// slots and balance the two errors (datasketch), takes 9 bands of 13 rows at 0.8 and
// then finds 40 % of the pairs there; here the recall is the input.
//
// The cost is the time for a unit, in nanoseconds on one core of 2024. How many
// pairs below the threshold are let through depends on the corpus; the prior is
// that a unit has kPairsAtOne / s^2 others of at least the similarity s: ten at 0.1
// and, by common phrases, a thousand at 0.01. One row would let those thousand
// through at a high rate, and the more the larger the corpus.

#include "core/index/bands.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

constexpr double kSlotTime = 6;          // of an article of 300 shingles
constexpr double kKeyTime = 9;           // made, sorted and scanned
constexpr double kCandidateTime = 3000;  // two sets of shingles made and merged
constexpr double kPairsAtOne = 0.1;
constexpr double kLeastSimilarity = 0.005;

// The candidates of a unit that are below `min_jaccard`: the integral of the
// recall over the density of pairs, by steps of equal ratio.
double FalseCandidates(const BandPlan& plan, double min_jaccard) {
  constexpr int kSteps = 128;
  if (min_jaccard <= kLeastSimilarity) return 0;
  const double ratio = std::pow(min_jaccard / kLeastSimilarity, 1.0 / kSteps);
  double candidates = 0;
  for (int i = 0; i < kSteps; ++i) {
    const double s = kLeastSimilarity * std::pow(ratio, i);
    const double pairs = kPairsAtOne * (std::pow(s, -2) - std::pow(s * ratio, -2));
    candidates += pairs * plan.Recall(s * std::sqrt(ratio));
  }
  return candidates;
}

double Cost(const BandPlan& plan, double min_jaccard) {
  return kSlotTime * plan.num_slots() + kKeyTime * plan.bands +
         kCandidateTime * FalseCandidates(plan, min_jaccard);
}

// The least number of bands of `rows` rows that keeps `recall`, at least 1.
// May be far more than any sketch has.
double BandsNeeded(double min_jaccard, double recall, uint32_t rows) {
  const double agree = std::pow(min_jaccard, rows);
  if (agree >= 1 || recall <= 0) return 1;
  return std::max(1.0, std::ceil(std::log1p(-recall) / std::log1p(-agree)));
}

}  // namespace

double BandPlan::Recall(double jaccard) const {
  return 1 - std::pow(1 - std::pow(jaccard, rows), bands);
}

BandPlan ChooseBands(double min_jaccard, double recall, uint32_t max_slots) {
  BandPlan best{.bands = max_slots, .rows = 1};
  bool reached = false;
  for (uint32_t rows = 1; rows <= max_slots; ++rows) {
    const double needed = BandsNeeded(min_jaccard, recall, rows);
    if (needed * rows > max_slots) {
      if (min_jaccard < 1) break;  // more rows need more slots still
      continue;
    }
    BandPlan plan{.bands = static_cast<uint32_t>(needed), .rows = rows};
    // Rounding in the logarithms may miss by one ulp; the promise may not.
    while (plan.Recall(min_jaccard) < recall && plan.num_slots() + rows <= max_slots) {
      ++plan.bands;
    }
    if (plan.Recall(min_jaccard) < recall) continue;
    if (!reached || Cost(plan, min_jaccard) < Cost(best, min_jaccard)) best = plan;
    reached = true;
  }
  return best;
}

}  // namespace rashomon
