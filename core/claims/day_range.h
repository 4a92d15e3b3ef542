// Stretches of days.

#ifndef RASHOMON_CORE_CLAIMS_DAY_RANGE_H_
#define RASHOMON_CORE_CLAIMS_DAY_RANGE_H_

#include <cstdint>
#include <limits>
#include <string_view>

#include "rashomon/claims.h"

namespace rashomon {

// Days since 1970-01-01, half open.
struct DayRange {
  static constexpr int32_t kUnknown = std::numeric_limits<int32_t>::min();
  int32_t begin = kUnknown;
  int32_t end = kUnknown;

  bool known() const { return begin != kUnknown; }
  // Days between the two ranges, 0 where they meet. REQUIRES: both known.
  int32_t Gap(const DayRange& other) const;
};

// Returns the day of an RFC 3339 date or time; DayRange::kUnknown if it is none.
int32_t ParseDay(std::string_view rfc3339);

// Returns the days of `interval`; unknown where either end is open.
DayRange ToDays(const DateInterval& interval);

// Returns the last day before or on `published` that is the one weekday of `mask`
// (bit 0: Monday); unknown where the mask holds none or several.
DayRange DayOfWeekday(uint8_t mask, int32_t published);

// Returns the days of the one month of `mask` (bit 0: January) that was last when
// the article was published; unknown where the mask holds none or several.
DayRange DaysOfMonth(uint16_t mask, int32_t published);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_DAY_RANGE_H_
