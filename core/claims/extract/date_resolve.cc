#include "core/claims/extract/date_resolve.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"

namespace rashomon {
namespace {

using absl::CivilDay;
using absl::CivilMonth;
using absl::CivilSecond;
using absl::CivilYear;

CivilInterval Days(CivilDay begin, CivilDay end) {
  return {CivilSecond(begin), CivilSecond(end)};
}
CivilInterval Years(int begin, int end) {
  return Days(CivilDay(begin, 1, 1), CivilDay(end, 1, 1));
}

std::string DayTimex(CivilDay day) {
  return absl::StrFormat("%04d-%02d-%02d", day.year(), day.month(), day.day());
}

std::string UnitTimex(CivilSecond begin, TimeUnit unit) {
  const CivilDay day(begin);
  const int year = static_cast<int>(day.year());
  const IsoWeek week = IsoWeekOf(day);
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour:
      return absl::StrFormat("%sT%02d:%02d", DayTimex(day), begin.hour(),
                             begin.minute());
    case TimeUnit::kWeek:
    case TimeUnit::kFortnight:
      return absl::StrFormat("%04d-W%02d", week.year, week.week);
    case TimeUnit::kWeekend:
      return absl::StrFormat("%04d-W%02d-WE", week.year, week.week);
    case TimeUnit::kMonth:
      return absl::StrFormat("%04d-%02d", year, day.month());
    case TimeUnit::kQuarter:
      return absl::StrFormat("%04d-Q%d", year, (day.month() - 1) / 3 + 1);
    case TimeUnit::kYear:
      return absl::StrFormat("%04d", year);
    case TimeUnit::kDecade:
      return absl::StrFormat("%03d", year / 10);
    case TimeUnit::kCentury:
      return absl::StrFormat("%02d", year / 100);
    default:
      return DayTimex(day);
  }
}

// "P2W", "P1.5Y", "PXM", "PT3H".
std::string PeriodTimex(const DateExpr& expr) {
  constexpr std::array<std::string_view, 12> kLetters = {"S", "M", "H", "D", "W", "M",
                                                         "Q", "Y", "Y", "Y", "D", "W"};
  double count = expr.count;
  if (expr.unit == TimeUnit::kDecade) count *= 10;
  if (expr.unit == TimeUnit::kCentury) count *= 100;
  if (expr.unit == TimeUnit::kFortnight) count *= 2;
  if (expr.unit == TimeUnit::kWeekend) count *= 2;
  const std::string_view letter = kLetters[static_cast<size_t>(expr.unit)];
  return absl::StrCat(expr.unit < TimeUnit::kDay ? "PT" : "P",
                      expr.vague_count ? "X" : absl::StrCat(count),
                      std::string(letter));
}

// The part of an interval: the halves overlap nothing, the middle overlaps both.
CivilInterval PartOf(const CivilInterval& whole, DatePart part) {
  if (part == DatePart::kWhole || !whole.begin || !whole.end) return whole;
  const CivilDay begin(*whole.begin);
  const CivilDay end(*whole.end);
  const int64_t days = end - begin;
  if (days < 4) return whole;
  const bool years = days >= 365 && begin.month() == 1 && begin.day() == 1;
  // The second half of a year opens in July, that of a decade in a January.
  const CivilDay middle =
      !years       ? begin + days / 2
      : days < 370 ? CivilDay(begin.year(), 7, 1)
                   : CivilDay(begin.year() + (end.year() - begin.year()) / 2, 1, 1);
  switch (part) {
    case DatePart::kStart:
      return Days(begin, middle);
    case DatePart::kMiddle:
      return Days(begin + days / 4, end - days / 4);
    case DatePart::kEnd:
      return Days(middle, end);
    default:
      return whole;
  }
}

// Of the days that `day_in(year)` gives around the article's year, the nearest
// on the side of the tense; a day's grace, for the date line's time zone.
template <typename DayIn>
std::optional<CivilDay> NearestYearly(const DateContext& context, DayIn day_in) {
  const CivilDay article(*context.article);
  std::optional<CivilDay> best;
  for (int year = static_cast<int>(article.year()) - 4; year <= article.year() + 4;
       ++year) {
    const std::optional<CivilDay> day = day_in(year);
    if (!day) continue;
    if (context.tense == Tense::kPast && *day > article + 1) continue;
    if (context.tense == Tense::kFuture && *day < article - 1) continue;
    if (!best || std::abs(*day - article) < std::abs(*best - article)) best = day;
  }
  return best;
}

struct ClockPlace {
  int begin_minute = 0;
  int end_minute = 0;
  std::string_view name;  // TIMEX3
};
ClockPlace PlaceOfDaypart(int daypart) {
  constexpr std::array<ClockPlace, 9> kPlaces = {{{0, 1440, ""},
                                                  {300, 720, "TMO"},
                                                  {720, 1080, "TAF"},
                                                  {1020, 1320, "TEV"},
                                                  {1080, 1800, "TNI"},
                                                  {690, 750, "T12:00"},
                                                  {1410, 1470, "T24:00"},
                                                  {240, 480, "TMO"},
                                                  {1020, 1260, "TEV"}}};
  return kPlaces[static_cast<size_t>(std::clamp(daypart, 0, 8))];
}

std::string ClockTimex(const ClockTime& clock) {
  if (clock.hour < 0) return std::string(PlaceOfDaypart(clock.daypart).name);
  return absl::StrFormat("T%02d:%02d", clock.hour, std::max(clock.minute, 0));
}

// Narrows a day to the time that `clock` names in it.
void ApplyClock(const ClockTime& clock, ResolvedDate& date) {
  date.timex += ClockTimex(clock);
  date.utc_offset_minutes = clock.utc_offset_minutes;
  if (!date.interval.begin) return;
  const CivilSecond day(CivilDay(*date.interval.begin));
  if (clock.hour >= 0) {
    const CivilSecond begin = day + 3600 * clock.hour + 60 * std::max(clock.minute, 0);
    date.interval = {begin, begin + (clock.minute < 0 ? 3600 : 60)};
    return;
  }
  const ClockPlace place = PlaceOfDaypart(clock.daypart);
  date.interval = {day + 60 * place.begin_minute, day + 60 * place.end_minute};
}

ResolvedDate OneDay(CivilDay day) { return {Days(day, day + 1), DayTimex(day), {}}; }

ResolvedDate ResolveWeekday(const DateExpr& expr, const DateContext& context) {
  if (!context.article) return {{}, absl::StrFormat("XXXX-WXX-%d", expr.weekday), {}};
  const CivilDay article(*context.article);
  const int back = (IsoWeekday(article) - expr.weekday + 7) % 7;
  const CivilDay latest = article - back;
  const CivilDay first = back == 0 ? article : latest + 7;
  if (!expr.shift) return OneDay(context.tense == Tense::kFuture ? first : latest);
  // Nobody calls today or yesterday "last Friday".
  if (*expr.shift < 0) return OneDay(back <= 1 ? latest - 7 : latest);
  if (*expr.shift == 0) return OneDay(context.tense == Tense::kPast ? latest : first);
  return OneDay(article - (IsoWeekday(article) - 1) + 7 + (expr.weekday - 1));
}

ResolvedDate ResolveMonthOnly(const DateExpr& expr, const DateContext& context) {
  int year = expr.year;
  if (year == 0) {
    if (!context.article) return {{}, absl::StrFormat("XXXX-%02d", expr.month), {}};
    const CivilMonth article(*context.article);
    if (!expr.shift) {
      // The month's distance is counted in months, so that the present one is near.
      const auto month = NearestYearly(
          {CivilSecond(article), context.tense},
          [&](int y) { return std::optional<CivilDay>(CivilDay(y, expr.month, 1)); });
      year = static_cast<int>(month->year());
    } else if (*expr.shift == 0) {
      year = static_cast<int>(article.year());
    } else if (*expr.shift < 0) {
      year = static_cast<int>(article.year()) - (expr.month >= article.month() ? 1 : 0);
    } else {
      year = static_cast<int>(article.year()) + (expr.month <= article.month() ? 1 : 0);
    }
  }
  const CivilSecond begin(year, expr.month, 1);
  return {PartOf(UnitAround(begin, TimeUnit::kMonth), expr.part),
          UnitTimex(begin, TimeUnit::kMonth),
          {}};
}

ResolvedDate ResolveCalendar(const DateExpr& expr, const DateContext& context) {
  if (expr.month == 0) {
    if (expr.year == 0) return ResolveWeekday(expr, context);
    return {PartOf(Years(expr.year, expr.year + 1), expr.part),
            absl::StrFormat("%04d", expr.year),
            {}};
  }
  if (expr.day == 0) return ResolveMonthOnly(expr, context);
  if (expr.year > 0) {
    if (!IsValidDay(expr.year, expr.month, expr.day)) return {};
    return OneDay(CivilDay(expr.year, expr.month, expr.day));
  }
  if (!context.article) {
    return {{}, absl::StrFormat("XXXX-%02d-%02d", expr.month, expr.day), {}};
  }
  const auto day_in = [&](int year) -> std::optional<CivilDay> {
    if (!IsValidDay(year, expr.month, expr.day)) return std::nullopt;
    return CivilDay(year, expr.month, expr.day);
  };
  const auto fitting = [&](int year) -> std::optional<CivilDay> {
    const auto day = day_in(year);
    if (day && expr.weekday > 0 && IsoWeekday(*day) != expr.weekday)
      return std::nullopt;
    return day;
  };
  std::optional<CivilDay> day = NearestYearly(context, fitting);
  // A weekday that fits only a year away is rather a mistake than a clue.
  if (!day || std::abs(*day - CivilDay(*context.article)) > 200) {
    day = NearestYearly(context, day_in);
  }
  if (!day) return {};
  return OneDay(*day);
}

ResolvedDate ResolveUnit(const DateExpr& expr, const DateContext& context) {
  if (!context.article) return {};
  const CivilDay article(*context.article);
  int shift = expr.shift.value_or(0);
  if (expr.unit == TimeUnit::kWeekend && !expr.shift &&
      context.tense != Tense::kFuture && IsoWeekday(article) < 6) {
    shift = -1;
  }
  // "this weekend" looks back to the last one before Friday, if the verb does.
  if (expr.unit == TimeUnit::kWeekend && expr.shift == 0 &&
      context.tense == Tense::kPast && IsoWeekday(article) < 5) {
    shift = -1;
  }
  const CivilInterval whole = UnitAround(CivilSecond(article), expr.unit, shift);
  CivilInterval part = PartOf(whole, expr.part);
  if (expr.part == DatePart::kEarlier) {
    part.end = CivilSecond(std::max(article, CivilDay(*whole.begin) + 1));
  } else if (expr.part == DatePart::kLater) {
    part.begin = CivilSecond(article);
  }
  return {part, UnitTimex(*whole.begin, expr.unit), {}};
}

// What is left of the article's unit, or what is gone of it.
ResolvedDate ResolveRemainder(const DateExpr& expr, const DateContext& context) {
  if (!context.article) return {};
  const CivilDay article(*context.article);
  CivilInterval whole = UnitAround(CivilSecond(article), expr.unit);
  const std::string timex = UnitTimex(*whole.begin, expr.unit);
  if (expr.form == DateForm::kRest) {
    whole.begin = CivilSecond(article);
  } else {
    whole.end = CivilSecond(article + 1);
  }
  return {whole, timex, {}};
}

// The least and greatest count that the words allow, in the expression's unit.
struct CountRange {
  double lo = 0;
  double hi = 0;
};
CountRange RangeOfCount(const DateExpr& expr) {
  const double n = expr.count;
  if (expr.vague_count) return {n - 1, 2 * n};
  const bool long_unit =
      expr.unit == TimeUnit::kDecade || expr.unit == TimeUnit::kCentury;
  const bool tens = n >= 10 && std::fmod(n, 10) == 0;
  const double about = std::max(0.05 * n, tens ? 5.0 : long_unit ? 0.25 : 0.5);
  switch (expr.hedge) {
    case Qualifier::kAbout:
      return {n - about, n + about};
    case Qualifier::kNearly:
      return {n - std::max(0.1 * n, long_unit ? 0.25 : 0.0), n};
    case Qualifier::kMoreThan:
    case Qualifier::kAtLeast:
      return {n, std::numeric_limits<double>::infinity()};
    case Qualifier::kLessThan:
      return {0, n};
    default:
      break;
  }
  if (expr.unit <= TimeUnit::kDay) return {n, n};
  if (long_unit) return {n - 0.1 * n, n + 0.1 * n};
  return {n - 0.5, n + 0.5};
}

ResolvedDate ResolveOffset(const DateExpr& expr, const DateContext& context) {
  const bool since = expr.form == DateForm::kSince;
  if (!context.article) return {{}, since ? PeriodTimex(expr) : "", {}};
  const int sign = expr.shift.value_or(-1);
  const bool by_clock = expr.unit < TimeUnit::kDay;
  const CivilSecond article =
      by_clock ? *context.article : CivilSecond(CivilDay(*context.article));
  const CivilSecond point = AddUnits(article, expr.unit, sign * expr.count);
  const CivilInterval calendar = UnitAround(point, expr.unit);
  const CountRange range = RangeOfCount(expr);
  const int64_t whole_day = by_clock ? 60 : 86400;
  const bool bounded = std::isfinite(range.hi);
  const CivilSecond near = AddUnits(article, expr.unit, sign * range.lo);
  const CivilSecond far =
      bounded ? AddUnits(article, expr.unit, sign * range.hi) : near;
  ResolvedDate date;
  if (bounded || sign > 0) date.interval.begin = sign < 0 ? far : near;
  if (bounded || sign < 0) date.interval.end = (sign < 0 ? near : far) + whole_day;
  const bool calendar_counts = expr.hedge == Qualifier::kExact && !expr.vague_count &&
                               expr.unit > TimeUnit::kDay &&
                               expr.unit <= TimeUnit::kYear;
  if (calendar_counts) {
    date.interval.begin = std::min(*date.interval.begin, *calendar.begin);
    date.interval.end = std::max(*date.interval.end, *calendar.end);
  }
  if (since) {
    date.timex = PeriodTimex(expr);
  } else if (expr.vague_count) {
    date.timex = sign < 0 ? "PAST_REF" : "FUTURE_REF";
  } else {
    date.timex = UnitTimex(*calendar.begin, expr.unit);
  }
  return date;
}

ResolvedDate ResolveSpan(const DateExpr& expr, const DateContext& context) {
  ResolvedDate date;
  date.timex = PeriodTimex(expr);
  if (!context.article) return date;
  const CivilSecond article(CivilDay(*context.article));
  const double count = expr.vague_count ? 2 * expr.count : expr.count;
  const bool past = expr.shift.value_or(-1) < 0;
  if (expr.unit == TimeUnit::kQuarter && expr.count > 0) {
    // Accounts speak of whole quarters.
    const int last = static_cast<int>(std::lround(std::min(count, 400.0)));
    const CivilInterval begin =
        UnitAround(article, TimeUnit::kQuarter, past ? -last : 1);
    const CivilInterval end = UnitAround(article, TimeUnit::kQuarter, past ? -1 : last);
    date.interval = {begin.begin, end.end};
  } else if (past) {
    date.interval = {AddUnits(article, expr.unit, -count), article + 86400};
  } else {
    const CivilSecond begin = expr.unit < TimeUnit::kDay ? article : article + 86400;
    date.interval = {begin, AddUnits(article, expr.unit, count) + 86400};
  }
  return date;
}

ResolvedDate ResolveQuarter(const DateExpr& expr, const DateContext& context) {
  const bool half = expr.form == DateForm::kHalf;
  const int months = half ? 6 : 3;
  const char letter = half ? 'H' : 'Q';
  int year = expr.year;
  const int first = (expr.number - 1) * months + 1;
  if (year == 0 && !context.article) {
    return {{}, absl::StrFormat("XXXX-%c%d", letter, expr.number), {}};
  }
  if (year == 0) {
    const CivilDay article(*context.article);
    year = static_cast<int>(article.year()) + expr.shift.value_or(0);
    // Accounts tell of the quarter that is over.
    const bool begun = CivilDay(year, first, 1) <= article;
    if (!expr.shift && context.tense != Tense::kFuture && !begun) --year;
  }
  const CivilMonth begin(year, first);
  return {Days(CivilDay(begin), CivilDay(begin + months)),
          absl::StrFormat("%04d-%c%d", year, letter, expr.number),
          {}};
}

// The seasons of the north by either count, calendar or sun; "the winter of 2010"
// may be either end of the year.
CivilInterval SeasonOf(int year, int season) {
  switch (season) {
    case 1:
      return Days(CivilDay(year, 3, 1), CivilDay(year, 6, 22));
    case 2:
      return Days(CivilDay(year, 6, 1), CivilDay(year, 9, 24));
    case 3:
      return Days(CivilDay(year, 9, 1), CivilDay(year, 12, 23));
    default:
      return Days(CivilDay(year, 12, 1), CivilDay(year + 1, 3, 22));
  }
}

ResolvedDate ResolveSeason(const DateExpr& expr, const DateContext& context) {
  constexpr std::array<std::string_view, 5> kNames = {"", "SP", "SU", "FA", "WI"};
  const std::string name(kNames[static_cast<size_t>(std::clamp(expr.number, 1, 4))]);
  int year = expr.year;
  if (year > 0) {
    CivilInterval interval = SeasonOf(year, expr.number);
    if (expr.number == 4) interval.begin = CivilSecond(year, 1, 1);
    return {interval, absl::StrFormat("%04d-%s", year, name), {}};
  }
  if (!context.article) return {{}, absl::StrCat("XXXX-", name), {}};
  const CivilSecond article = *context.article;
  year = static_cast<int>(article.year());
  const int shift = expr.shift.value_or(0);
  if (shift < 0) {
    while (*SeasonOf(year, expr.number).end > article) --year;
  } else if (shift > 0) {
    --year;
    while (*SeasonOf(year, expr.number).begin <= article) ++year;
  } else if (expr.number == 4 && article.month() <= 3) {
    --year;
  }
  return {SeasonOf(year, expr.number), absl::StrFormat("%04d-%s", year, name), {}};
}

ResolvedDate ResolveWeek(const DateExpr& expr, const DateContext& context) {
  if (expr.number > 0) {
    int year = expr.year;
    if (year == 0 && !context.article) return {};
    if (year == 0) year = static_cast<int>(context.article->year());
    const auto monday = IsoWeekMonday(year, expr.number);
    if (!monday) return {};
    return {Days(*monday, *monday + 7),
            UnitTimex(CivilSecond(*monday), TimeUnit::kWeek),
            {}};
  }
  if (!context.article) return {{}, absl::StrFormat("XXXX-WXX-%d", expr.weekday), {}};
  const CivilInterval week =
      UnitAround(*context.article, TimeUnit::kWeek, expr.shift.value_or(0));
  return OneDay(CivilDay(*week.begin) + (expr.weekday - 1));
}

// Weeks belong where their Thursday lies, as ISO 8601 has it for years: so the first
// week of a month is that of its first Thursday.
ResolvedDate ResolveNthWeek(DateExpr expr, const DateContext& context) {
  constexpr int kThursday = 4;
  if (expr.shift) {
    if (!context.article) return {};
    const CivilInterval outer = UnitAround(*context.article, expr.unit, *expr.shift);
    expr.year = static_cast<int>(outer.begin->year());
    if (expr.unit == TimeUnit::kMonth) expr.month = outer.begin->month();
  }
  const bool last = expr.number < 0;
  const auto thursday_in = [&](int year) -> std::optional<CivilDay> {
    if (expr.month > 0) return NthWeekday(year, expr.month, expr.number, kThursday);
    const auto first = NthWeekday(year, last ? 12 : 1, last ? -1 : 1, kThursday);
    return *first + (last ? 0 : 7 * (expr.number - 1));
  };
  if (expr.year == 0 && !context.article) return {};
  const auto thursday =
      expr.year > 0 ? thursday_in(expr.year) : NearestYearly(context, thursday_in);
  if (!thursday) return {};
  const CivilDay monday = *thursday - (kThursday - 1);
  return {
      Days(monday, monday + 7), UnitTimex(CivilSecond(monday), TimeUnit::kWeek), {}};
}

// The week around a day of the calendar, from it on, or up to it.
ResolvedDate ResolveWeekOf(const DateExpr& expr, const DateContext& context) {
  const ResolvedDate day = ResolveCalendar(expr, context);
  if (!day.interval.begin) return {};
  CivilDay begin(*day.interval.begin);
  if (expr.form == DateForm::kWeekOf) begin -= IsoWeekday(begin) - 1;
  if (expr.form == DateForm::kWeekTo) begin -= 6;
  return {Days(begin, begin + 7), UnitTimex(CivilSecond(begin), TimeUnit::kWeek), {}};
}

ResolvedDate ResolveWeekdays(const DateExpr& expr, const DateContext& context) {
  if (!context.article) return {};
  const CivilDay article(*context.article);
  const int weeks = static_cast<int>(std::min(expr.count, 5000.0)) - 1;
  const int to = IsoWeekday(article) - expr.weekday;
  if (expr.shift.value_or(-1) < 0) {
    return OneDay(article - ((to + 6) % 7 + 1) - 7 * weeks);
  }
  return OneDay(article + ((6 - to) % 7 + 1) + 7 * weeks);
}

ResolvedDate ResolveNthWeekday(const DateExpr& expr, const DateContext& context) {
  if (expr.shift) {
    if (!context.article) return {};
    const CivilMonth month = CivilMonth(*context.article) + *expr.shift;
    const auto day = NthWeekday(static_cast<int>(month.year()), month.month(),
                                expr.number, expr.weekday);
    return day ? OneDay(*day) : ResolvedDate{};
  }
  const auto day_in = [&](int year) {
    return NthWeekday(year, expr.month, expr.number, expr.weekday);
  };
  if (expr.year == 0 && !context.article) return {};
  const auto day = expr.year > 0 ? day_in(expr.year) : NearestYearly(context, day_in);
  return day ? OneDay(*day) : ResolvedDate{};
}

ResolvedDate ResolveHoliday(const DateExpr& expr, const DateContext& context) {
  const Holiday& holiday = expr.holiday;
  const auto day_in = [&](int year) -> std::optional<CivilDay> {
    switch (holiday.rule) {
      case Holiday::Rule::kDay:
        return CivilDay(year, holiday.month, holiday.day);
      case Holiday::Rule::kEaster:
        return Easter(year) + holiday.offset;
      case Holiday::Rule::kNthWeekday: {
        auto day = NthWeekday(year, holiday.month, holiday.nth, holiday.weekday);
        if (day) *day += holiday.offset;
        return day;
      }
    }
    return std::nullopt;
  };
  if (expr.year > 0) {
    const auto day = day_in(expr.year);
    return day ? OneDay(*day) : ResolvedDate{};
  }
  if (!context.article) {
    if (holiday.rule != Holiday::Rule::kDay) return {};
    return {{}, absl::StrFormat("XXXX-%02d-%02d", holiday.month, holiday.day), {}};
  }
  const auto day = NearestYearly(context, day_in);
  return day ? OneDay(*day) : ResolvedDate{};
}

ResolvedDate ResolveNamedDay(const DateExpr& expr, const DateContext& context) {
  if (!context.article) return {{}, absl::StrFormat("XXXX-XX-%02d", expr.day), {}};
  const CivilDay article(*context.article);
  CivilMonth month = CivilMonth(article) + expr.shift.value_or(0);
  if (!expr.shift) {
    if (context.tense == Tense::kFuture && expr.day < article.day()) ++month;
    if (context.tense != Tense::kFuture && expr.day > article.day()) --month;
  }
  const int year = static_cast<int>(month.year());
  if (!IsValidDay(year, month.month(), expr.day)) return {};
  return OneDay(CivilDay(year, month.month(), expr.day));
}

ResolvedDate ResolveWithoutClock(const DateExpr& expr, const DateContext& context) {
  switch (expr.form) {
    case DateForm::kCalendar:
      return ResolveCalendar(expr, context);
    case DateForm::kDecade:
      return {PartOf(Years(expr.year, expr.year + 10), expr.part),
              absl::StrFormat("%03d", expr.year / 10),
              {}};
    case DateForm::kCentury: {
      // Counted from 1 or from 0: both are in use.
      const int first = (expr.number - 1) * 100;
      const CivilInterval whole = Years(std::max(first, 1), first + 101);
      return {PartOf(whole, expr.part), absl::StrFormat("%02d", expr.number - 1), {}};
    }
    case DateForm::kQuarter:
    case DateForm::kHalf:
      return ResolveQuarter(expr, context);
    case DateForm::kSeason:
      return ResolveSeason(expr, context);
    case DateForm::kFiscalYear:
      // Fiscal years begin between the April before and the April of their year.
      return {Days(CivilDay(expr.year - 1, 4, 1), CivilDay(expr.year + 1, 4, 1)),
              absl::StrFormat("FY%04d", expr.year),
              {}};
    case DateForm::kWeek:
      return ResolveWeek(expr, context);
    case DateForm::kNthWeekday:
      return ResolveNthWeekday(expr, context);
    case DateForm::kNthWeek:
      return ResolveNthWeek(expr, context);
    case DateForm::kWeekOf:
    case DateForm::kWeekFrom:
    case DateForm::kWeekTo:
      return ResolveWeekOf(expr, context);
    case DateForm::kWeekdays:
      return ResolveWeekdays(expr, context);
    case DateForm::kRest:
    case DateForm::kToDate:
      return ResolveRemainder(expr, context);
    case DateForm::kHoliday:
      return ResolveHoliday(expr, context);
    case DateForm::kUnit:
      return ResolveUnit(expr, context);
    case DateForm::kSpan:
      return ResolveSpan(expr, context);
    case DateForm::kOffset:
    case DateForm::kAhead:
    case DateForm::kSince:
      return ResolveOffset(expr, context);
    case DateForm::kNamedDay:
      return ResolveNamedDay(expr, context);
    case DateForm::kFollowing:
      return {{}, PeriodTimex(expr), {}};
    case DateForm::kPresent: {
      if (!context.article) return {{}, "PRESENT_REF", {}};
      const CivilDay article(*context.article);
      return {Days(article, article + 1), "PRESENT_REF", {}};
    }
    case DateForm::kClock:
      return {{}, "XXXX-XX-XX", {}};
  }
  return {};
}

// True for "2013-03-22" and its open forms: what a time of day can narrow.
bool IsDayTimex(const std::string& timex) {
  return timex.size() == 10 || timex.substr(0, 8) == "XXXX-WXX";
}

}  // namespace

ResolvedDate ResolveDate(const DateExpr& expr, const DateContext& context) {
  DateExpr dated = expr;
  if (expr.year_shift && context.article) {
    dated.year = static_cast<int>(context.article->year()) + *expr.year_shift;
  }
  ResolvedDate date = ResolveWithoutClock(dated, context);
  if (!expr.clock || !(IsDayTimex(date.timex) || !date.interval.begin)) return date;
  ResolvedDate until = date;
  ApplyClock(*expr.clock, date);
  if (!expr.clock_until) return date;
  ApplyClock(*expr.clock_until, until);
  date.timex = absl::StrCat(date.timex, "/", until.timex);
  if (date.interval.begin) {
    date.interval.end = until.interval.begin;
    if (*date.interval.end <= *date.interval.begin) *date.interval.end += 86400;
  }
  if (!date.utc_offset_minutes) date.utc_offset_minutes = until.utc_offset_minutes;
  return date;
}

ResolvedDate ResolveRange(DateExpr first, DateExpr second, const DateContext& context) {
  const bool calendar = first.form == DateForm::kCalendar && second.form == first.form;
  if (calendar && first.year == 0 && first.month > 0 && second.year > 0) {
    first.year = second.year - (first.month > second.month ? 1 : 0);
  } else if (calendar && second.year == 0 && second.month > 0 && first.year > 0) {
    second.year = first.year + (second.month < first.month ? 1 : 0);
  }
  const ResolvedDate begin = ResolveDate(first, context);
  DateContext after = context;
  const bool yearless =
      calendar && first.year == 0 && first.month > 0 && second.month > 0;
  if (yearless && begin.interval.begin) {
    second.year = static_cast<int>(begin.interval.begin->year());
    const bool wraps = second.month < first.month ||
                       (second.month == first.month && second.day < first.day);
    if (wraps) ++second.year;
  } else if (begin.interval.begin && second.year == 0 && calendar) {
    after = {begin.interval.begin, Tense::kFuture};
  }
  const ResolvedDate end = ResolveDate(second, after);
  ResolvedDate range;
  range.timex = absl::StrCat(begin.timex, "/", end.timex);
  range.utc_offset_minutes = begin.utc_offset_minutes;
  range.interval = {begin.interval.begin, end.interval.end};
  if (!range.interval.begin || !range.interval.end ||
      *range.interval.end <= *range.interval.begin) {
    range.interval = {};
  }
  return range;
}

}  // namespace rashomon
