#include "core/claims/day_range.h"

#include <algorithm>

#include "absl/strings/numbers.h"
#include "absl/time/civil_time.h"
#include "core/base/strings.h"

namespace rashomon {

int32_t DayRange::Gap(const DayRange& other) const {
  return std::max({0, other.begin - (end - 1), begin - (other.end - 1)});
}

int32_t ParseDay(std::string_view s) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (s.size() < 10 || s[4] != '-' || s[7] != '-' ||
      !absl::SimpleAtoi(ToAbsl(s.substr(0, 4)), &year) ||
      !absl::SimpleAtoi(ToAbsl(s.substr(5, 2)), &month) ||
      !absl::SimpleAtoi(ToAbsl(s.substr(8, 2)), &day)) {
    return DayRange::kUnknown;
  }
  return static_cast<int32_t>(absl::CivilDay(year, month, day) -
                              absl::CivilDay(1970, 1, 1));
}

DayRange ToDays(const DateInterval& interval) {
  const int32_t begin = ParseDay(interval.begin);
  int32_t end = ParseDay(interval.end);
  if (begin == DayRange::kUnknown || end == DayRange::kUnknown) return {};
  if (end <= begin) end = begin + 1;
  return {begin, end};
}

DayRange DayOfWeekday(uint8_t mask, int32_t published) {
  if (mask == 0 || (mask & (mask - 1)) != 0) return {};
  int weekday = 0;
  while ((mask >> weekday & 1) == 0) ++weekday;
  const int32_t published_weekday =
      ((published + 3) % 7 + 7) % 7;  // 1970-01-01: Thursday
  const int32_t day = published - ((published_weekday - weekday) % 7 + 7) % 7;
  return {day, day + 1};
}

DayRange DaysOfMonth(uint16_t mask, int32_t published) {
  if (mask == 0 || (mask & (mask - 1)) != 0) return {};
  int month = 1;
  while ((mask >> (month - 1) & 1) == 0) ++month;
  const absl::CivilDay epoch(1970, 1, 1);
  const absl::CivilDay day = epoch + published;
  const absl::CivilMonth named(month > day.month() ? day.year() - 1 : day.year(),
                               month);
  return {static_cast<int32_t>(absl::CivilDay(named) - epoch),
          static_cast<int32_t>(absl::CivilDay(named + 1) - epoch)};
}

}  // namespace rashomon
