// Values as intervals: what a figure, as it is worded, leaves possible.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_INTERVAL_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_INTERVAL_H_

#include <string>
#include <string_view>

#include "rashomon/claims.h"

namespace rashomon {

// The reading of a value: it lies in [lo, hi].
//
//   62 soldiers          [62, 62], sharp
//   1,400 people         [1350, 1450], a round figure
//   about 20             [19, 21]
//   nearly 100           [90, 100]
//   at least 58          [58, infinity), from_below
//   up to 22             [0, 22], from_above
//   dozens               [24, 99], vague
struct Interval {
  double lo = 0;
  double hi = 0;
  double stated = 0;   // the figure that the text writes, in the base unit
  bool sharp = false;  // lo == hi: nothing but this figure
  bool from_below = false;
  bool from_above = false;
  bool vague = false;
  bool hedged = false;    // about, nearly
  std::string base_unit;  // "m", "second", "USD", "%", "" …; equal or no comparison

  bool Meets(const Interval& other) const { return lo <= other.hi && other.lo <= hi; }
};

// Returns how `value` is to be read, in base units by exact factors.
// REQUIRES: `value` is a number, money, ratio, measure or duration.
Interval ReadInterval(const Value& value);

// Returns the base unit of `value`, as ReadInterval does, and nothing else.
std::string_view BaseUnit(const Value& value);

// Returns the difference of the stated figures over the greater one, in [0, 1].
double RelativeGap(const Interval& a, const Interval& b);

// Returns the value for an editor: "at least 58", "1.2 million USD", "9 years".
std::string Describe(const Claim& claim);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_INTERVAL_H_
