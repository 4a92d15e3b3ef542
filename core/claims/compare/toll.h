// Rule "toll": counts that grow while an event is reported.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_TOLL_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_TOLL_H_

#include <string_view>

#include "core/claims/compare/rule.h"

namespace rashomon {

// True for what is counted on while an event lasts: the killed, the wounded,
// the arrested, the burnt acres.
bool IsRunningStatus(std::string_view status);

// Compares two counts of one running total. A bound is the count known at its
// time: a greater one told later is a revision; two of one day that lie 10 % and
// 2 apart are a conflict; "at least 58" beside 60 agrees.
Ruling CompareToll(const Claim& a, const Claim& b, Order order);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_TOLL_H_
