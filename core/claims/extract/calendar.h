// Calendar arithmetic: stretches of civil time, and their spelling.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_CALENDAR_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_CALENDAR_H_

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "rashomon/claims.h"

namespace rashomon {

enum class TimeUnit {
  kSecond,
  kMinute,
  kHour,
  kDay,
  kWeek,  // Monday to Sunday
  kMonth,
  kQuarter,
  kYear,
  kDecade,
  kCentury,
  kWeekend,    // Saturday and Sunday
  kFortnight,  // two weeks
};

// The unit named `name` ("day"), absent for any other word.
std::optional<TimeUnit> TimeUnitNamed(std::string_view name);

// A half-open stretch of civil time; a missing end is not bounded.
struct CivilInterval {
  std::optional<absl::CivilSecond> begin;
  std::optional<absl::CivilSecond> end;

  friend bool operator==(const CivilInterval&, const CivilInterval&) = default;
};

// True for a day of the Gregorian calendar, of the years 1 to 9999.
bool IsValidDay(int year, int month, int day);

// The whole unit (its day, week, month …) that lies `shift` units after the one
// `time` lies in.
CivilInterval UnitAround(absl::CivilSecond time, TimeUnit unit, int shift = 0);

// `time` moved by `count` units, back where it is negative. A month's day that
// does not exist becomes the month's last.
absl::CivilSecond AddUnits(absl::CivilSecond time, TimeUnit unit, double count);

// 1 for Monday to 7 for Sunday.
int IsoWeekday(absl::CivilDay day);

// The year and number of the ISO 8601 week of `day`.
struct IsoWeek {
  int year = 0;
  int week = 0;
};
IsoWeek IsoWeekOf(absl::CivilDay day);

// The Monday of an ISO week; absent where the year has no such week.
std::optional<absl::CivilDay> IsoWeekMonday(int year, int week);

// Easter Sunday of the Western churches (Meeus, Jones and Butcher).
absl::CivilDay Easter(int year);

// The n-th `weekday` of a month, from its end where n is negative; absent where
// there is none.
std::optional<absl::CivilDay> NthWeekday(int year, int month, int n, int weekday);

// Reads the civil part of an RFC 3339 date or time.
std::optional<absl::CivilSecond> ParseCivil(std::string_view rfc3339);

// Spells an interval: whole days as RFC 3339 dates, others as times, in UTC with
// "Z" where `utc_offset_minutes` says how the civil time runs, and without zone
// where it is not known. Years outside 1 to 9999 are left empty.
DateInterval ToDateInterval(const CivilInterval& interval,
                            std::optional<int> utc_offset_minutes);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_CALENDAR_H_
