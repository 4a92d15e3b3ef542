// The choice goes over all row counts; for each, the least number of bands that
// keeps the recall follows from the formula. The popular way round, to fix the
// slots and balance the two errors (datasketch), takes 9 bands of 13 rows at 0.8 and
// then finds 40 % of the pairs there; here the recall is the input.
//
// The cost is in units of one slot over one shingle of every unit. Most pairs
// of a corpus have hardly a shingle in common and are let through by no band,
// so the density of pairs is taken to fall as the similarity rises:
// kPairsPerUnit * 2 (1 - s), which is no more than a prior; it only breaks the
// tie between few cheap slots and few false candidates.

#include "core/index/bands.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

constexpr double kShinglesPerUnit = 300;  // an article; 0.05 ns a slot each
constexpr double kSortCost = 400;         // a key made, sorted and scanned
constexpr double kVerifyCost = 40000;     // two shingle sets made and merged
constexpr double kPairsPerUnit = 2;       // with any similarity to speak of

double FalseCandidates(const BandPlan& plan, double min_jaccard) {
  constexpr int kSteps = 64;
  double sum = 0;
  for (int i = 0; i < kSteps; ++i) {
    const double s = min_jaccard * (i + 0.5) / kSteps;
    sum += plan.Recall(s) * 2 * (1 - s);
  }
  return kPairsPerUnit * sum * min_jaccard / kSteps;
}

double Cost(const BandPlan& plan, double min_jaccard) {
  return kShinglesPerUnit * plan.num_slots() + kSortCost * plan.bands +
         kVerifyCost * FalseCandidates(plan, min_jaccard);
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
