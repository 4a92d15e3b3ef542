#include "core/claims/extract/calendar.h"

#include <array>
#include <cmath>
#include <cstdlib>

#include "absl/strings/ascii.h"
#include "absl/strings/str_format.h"

namespace rashomon {
namespace {

using absl::CivilDay;
using absl::CivilMonth;
using absl::CivilSecond;
using absl::CivilYear;

constexpr std::array<std::string_view, 12> kUnitNames = {
    "second",  "minute", "hour",   "day",     "week",    "month",
    "quarter", "year",   "decade", "century", "weekend", "fortnight"};

CivilDay Monday(CivilDay day) { return day - (IsoWeekday(day) - 1); }

// Floor of a / b for positive b.
int64_t FloorDiv(int64_t a, int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

CivilSecond AddMonths(CivilSecond time, int months) {
  const CivilMonth month = CivilMonth(time) + months;
  const CivilDay last = CivilDay(month + 1) - 1;
  const int day = std::min(time.day(), last.day());
  return CivilSecond(month.year(), month.month(), day, time.hour(), time.minute(),
                     time.second());
}

int MonthsIn(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kMonth:
      return 1;
    case TimeUnit::kQuarter:
      return 3;
    case TimeUnit::kYear:
      return 12;
    case TimeUnit::kDecade:
      return 120;
    case TimeUnit::kCentury:
      return 1200;
    default:
      return 0;
  }
}

int64_t SecondsIn(TimeUnit unit) {
  constexpr int64_t kDay = 86400;
  switch (unit) {
    case TimeUnit::kSecond:
      return 1;
    case TimeUnit::kMinute:
      return 60;
    case TimeUnit::kHour:
      return 3600;
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend:
      return 7 * kDay;
    case TimeUnit::kFortnight:
      return 14 * kDay;
    default:
      return kDay;
  }
}

// Reads exactly `size` digits at `at`; -1 where there are others.
int Digits(std::string_view s, size_t at, size_t size) {
  if (at + size > s.size()) return -1;
  int value = 0;
  for (const char c : s.substr(at, size)) {
    if (!absl::ascii_isdigit(static_cast<unsigned char>(c))) return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::string Spell(CivilSecond time, bool as_day, std::optional<int> offset) {
  if (offset) time -= int64_t{60} * *offset;
  if (time.year() < 1 || time.year() > 9999) return "";
  if (as_day) {
    return absl::StrFormat("%04d-%02d-%02d", time.year(), time.month(), time.day());
  }
  return absl::StrFormat("%04d-%02d-%02dT%02d:%02d:%02d%s", time.year(), time.month(),
                         time.day(), time.hour(), time.minute(), time.second(),
                         offset ? "Z" : "");
}

}  // namespace

std::optional<TimeUnit> TimeUnitNamed(std::string_view name) {
  for (size_t i = 0; i < kUnitNames.size(); ++i) {
    if (kUnitNames[i] == name) return static_cast<TimeUnit>(i);
  }
  return std::nullopt;
}

bool IsValidDay(int year, int month, int day) {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= (CivilDay(CivilMonth(year, month) + 1) - 1).day();
}

CivilInterval UnitAround(CivilSecond time, TimeUnit unit, int shift) {
  switch (unit) {
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight: {
      const int days = unit == TimeUnit::kWeek ? 7 : 14;
      const CivilDay monday = Monday(CivilDay(time)) + days * shift;
      return {CivilSecond(monday), CivilSecond(monday + days)};
    }
    case TimeUnit::kWeekend: {
      const CivilDay saturday = Monday(CivilDay(time)) + 5 + 7 * shift;
      return {CivilSecond(saturday), CivilSecond(saturday + 2)};
    }
    case TimeUnit::kMonth:
    case TimeUnit::kQuarter: {
      const int months = MonthsIn(unit);
      const int first = (time.month() - 1) / months * months + 1;
      const CivilMonth month = CivilMonth(time.year(), first) + months * shift;
      return {CivilSecond(month), CivilSecond(month + months)};
    }
    case TimeUnit::kYear:
    case TimeUnit::kDecade:
    case TimeUnit::kCentury: {
      const int years = MonthsIn(unit) / 12;
      const CivilYear year(FloorDiv(time.year(), years) * years + years * shift);
      return {CivilSecond(year), CivilSecond(year + years)};
    }
    default: {
      const int64_t size = SecondsIn(unit);
      const int64_t since_midnight = time - CivilSecond(CivilDay(time));
      const CivilSecond begin = time - since_midnight % size + size * shift;
      return {begin, begin + size};
    }
  }
}

CivilSecond AddUnits(CivilSecond time, TimeUnit unit, double count) {
  if (const int unit_months = MonthsIn(unit); unit_months > 0) {
    // Half a month is fifteen days.
    const double months = count * unit_months;
    const double whole = std::trunc(months);
    return AddMonths(time, static_cast<int>(whole)) +
           std::llround((months - whole) * 30) * SecondsIn(TimeUnit::kDay);
  }
  return time + std::llround(count * static_cast<double>(SecondsIn(unit)));
}

int IsoWeekday(CivilDay day) {
  return static_cast<int>(absl::GetWeekday(day)) + 1;  // absl counts from Monday
}

IsoWeek IsoWeekOf(CivilDay day) {
  const CivilDay thursday = Monday(day) + 3;
  return {static_cast<int>(thursday.year()), (absl::GetYearDay(thursday) - 1) / 7 + 1};
}

std::optional<CivilDay> IsoWeekMonday(int year, int week) {
  if (year < 1 || year > 9999 || week < 1 || week > 53) return std::nullopt;
  const CivilDay monday = Monday(CivilDay(year, 1, 4)) + 7 * (week - 1);
  const IsoWeek check = IsoWeekOf(monday);
  if (check.year != year || check.week != week) return std::nullopt;
  return monday;
}

CivilDay Easter(int year) {
  const int a = year % 19;
  const int b = year / 100;
  const int c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = (a + 11 * d + 22 * e) / 451;
  const int month_and_day = d + e - 7 * f + 114;
  return CivilDay(year, month_and_day / 31, month_and_day % 31 + 1);
}

std::optional<CivilDay> NthWeekday(int year, int month, int n, int weekday) {
  if (n == 0 || std::abs(n) > 5) return std::nullopt;
  CivilDay day;
  if (n > 0) {
    day = CivilDay(year, month, 1);
    day += (weekday - IsoWeekday(day) + 7) % 7 + 7 * (n - 1);
  } else {
    day = CivilDay(CivilMonth(year, month) + 1) - 1;
    day -= (IsoWeekday(day) - weekday + 7) % 7 + 7 * (-n - 1);
  }
  if (CivilMonth(day) != CivilMonth(year, month)) return std::nullopt;
  return day;
}

std::optional<CivilSecond> ParseCivil(std::string_view s) {
  const int year = Digits(s, 0, 4);
  const int month = Digits(s, 5, 2);
  const int day = Digits(s, 8, 2);
  if (!IsValidDay(year, month, day) || s[4] != '-' || s[7] != '-') return std::nullopt;
  const int hour = Digits(s, 11, 2);
  const int minute = Digits(s, 14, 2);
  if (hour < 0 || minute < 0) return CivilSecond(year, month, day);
  const int second = std::max(Digits(s, 17, 2), 0);
  return CivilSecond(year, month, day, hour, minute, second);
}

DateInterval ToDateInterval(const CivilInterval& interval,
                            std::optional<int> utc_offset_minutes) {
  const auto is_day = [](const std::optional<CivilSecond>& time) {
    return !time || CivilSecond(CivilDay(*time)) == *time;
  };
  const bool days =
      !utc_offset_minutes && is_day(interval.begin) && is_day(interval.end);
  DateInterval spelled;
  if (interval.begin) spelled.begin = Spell(*interval.begin, days, utc_offset_minutes);
  if (interval.end) spelled.end = Spell(*interval.end, days, utc_offset_minutes);
  return spelled;
}

}  // namespace rashomon
