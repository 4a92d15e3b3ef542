// How many bands of how many rows find a pair with a stated probability.
//
// A sketch is cut into bands of `rows` slots; two units are candidates where
// all slots of one band agree. A pair of Jaccard similarity s agrees in one
// slot with probability s, so it is a candidate with 1 - (1 - s^rows)^bands.

#ifndef RASHOMON_CORE_INDEX_BANDS_H_
#define RASHOMON_CORE_INDEX_BANDS_H_

#include <cstdint>

namespace rashomon {

struct BandPlan {
  uint32_t bands = 0;
  uint32_t rows = 0;

  uint32_t num_slots() const { return bands * rows; }

  // The probability that a pair of similarity `jaccard` becomes a candidate.
  double Recall(double jaccard) const;

  friend bool operator==(const BandPlan&, const BandPlan&) = default;
};

// Returns the cheapest plan of at most `max_slots` slots for which
// Recall(min_jaccard) >= recall. Cheapest means: least time for slots, sorted
// keys and the verification of the pairs below min_jaccard that it lets
// through. Where no plan of max_slots reaches `recall`, the one that comes
// nearest: look at Recall(), and print it.
// REQUIRES: 0 < min_jaccard <= 1, 0 <= recall < 1, max_slots > 0.
BandPlan ChooseBands(double min_jaccard, double recall, uint32_t max_slots);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_BANDS_H_
