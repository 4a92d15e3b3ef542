// Rule "figure": two values of one thing that does not grow while it is told.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_FIGURE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_FIGURE_H_

#include "core/claims/compare/rule.h"

namespace rashomon {

// Compares two readings as intervals: equal, rounded (a round or hedged figure
// that has room for the other), compatible (a bound that holds), or conflict.
Ruling CompareFigures(const Claim& a, const Claim& b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_FIGURE_H_
