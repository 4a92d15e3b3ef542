// Units placed by what stands beside them: weeks of a month, of a day or with their
// weekday, what is left of a year, the month after next; and dates counted from
// another date. Each function reads one way to say it; the longest wins.

#include "core/base/strings.h"
#include "core/claims/extract/date_grammar.h"
#include "core/claims/extract/date_year.h"

namespace rashomon {
namespace {

// A calendar unit from the week to the century at `i`.
bool IsLongUnit(const DateWords& words, size_t i) {
  return words.Is(i, DateRole::kUnit) &&
         words.Value(i, DateRole::kUnit) >= static_cast<int>(TimeUnit::kWeek);
}
// the first week of October 2019, the last week of 2018, the third week of next month.
std::optional<DateMatch> MatchNthWeek(const DateWords& words, size_t i) {
  const size_t first = words.Lower(i) == "the" ? i + 1 : i;
  const bool last = IsAny(words.Lower(first), {"last", "final"});
  const OrdinalMatch ordinal = MatchOrdinal(words, first);
  size_t at = last ? first + 1 : ordinal.end;
  if (at == 0 || words.Lower(at) != "week") return std::nullopt;
  ++at;
  const bool of = IsAny(words.Lower(at), {"of", "in"});
  if (of) ++at;
  DateMatch match = Form(i, 0, DateForm::kNthWeek);
  match.expr.number = last ? -1 : ordinal.number;
  if (IsAny(words.Lower(at), {"last", "this", "next"}) &&
      IsAny(words.Lower(at + 1), {"month", "year"})) {
    match.expr.shift = words.Value(at, DateRole::kShift);
    match.expr.unit = UnitAt(words, at + 1);
    match.end = at + 2;
    return match;
  }
  if (!of) return std::nullopt;
  if (const size_t month_end = MatchMonth(words, at, false); month_end > 0) {
    match.expr.month = words.Value(at, DateRole::kMonth);
    match.end = month_end;
    const size_t behind = words.Lower(month_end) == "," ? month_end + 1 : month_end;
    if (const YearMatch year = MatchYear(words, behind); year.end > 0) {
      match.expr.year = year.year;
      match.end = year.end;
    } else if (const auto shifted = MatchYearShift(words, month_end); shifted.end > 0) {
      match.expr.year_shift = shifted.shift;
      match.end = shifted.end;
    }
    return match;
  }
  if (words.NumDigits(at) != 4 || !ReadsAsYear(words, at)) return std::nullopt;
  match.expr.year = words.Integer(at);
  match.end = at + 1;
  return match;
}

// the week of April 10, the week beginning Feb. 4, the week ended Feb. 4.
std::optional<DateMatch> MatchWeekOf(const DateWords& words, size_t i) {
  size_t at = words.Lower(i) == "the" ? i + 1 : i;
  if (words.Lower(at) != "week") return std::nullopt;
  ++at;
  const bool of = words.Lower(at) == "of";
  const bool ended = IsAny(words.Lower(at), {"ended", "ending"});
  if (!of && !ended &&
      !IsAny(words.Lower(at), {"beginning", "starting", "commencing"})) {
    return std::nullopt;
  }
  ++at;
  if (!of && words.Lower(at) == "on") ++at;
  std::optional<DateMatch> day = MatchAbsoluteDate(words, at);
  if (!day || day->until || day->expr.form != DateForm::kCalendar ||
      day->expr.day == 0) {
    return std::nullopt;
  }
  day->begin = i;
  day->expr.form = of      ? DateForm::kWeekOf
                   : ended ? DateForm::kWeekTo
                           : DateForm::kWeekFrom;
  return day;
}

// next week on Friday, last week Monday.
std::optional<DateMatch> MatchWeekThenDay(const DateWords& words, size_t i) {
  if (!words.Is(i, DateRole::kShift) || words.Lower(i + 1) != "week") {
    return std::nullopt;
  }
  size_t at = i + 2;
  if (words.Lower(at) == "on" || words.IsDash(at)) ++at;
  const size_t end = MatchWeekday(words, at);
  if (end == 0) return std::nullopt;
  DateMatch match = Form(i, end, DateForm::kWeek);
  match.expr.shift = words.Value(i, DateRole::kShift);
  match.expr.weekday = words.Value(at, DateRole::kWeekday);
  return match;
}

// the rest of the year, the remainder of this week.
std::optional<DateMatch> MatchRest(const DateWords& words, size_t i) {
  size_t at = words.Lower(i) == "the" ? i + 1 : i;
  if (!IsAny(words.Lower(at), {"rest", "remainder"}) || words.Lower(at + 1) != "of") {
    return std::nullopt;
  }
  at += 2;
  if (!IsAny(words.Lower(at), {"the", "this"})) return std::nullopt;
  ++at;
  if (!IsLongUnit(words, at) || words.Lower(at + 1) == "of") return std::nullopt;
  DateMatch match = Form(i, at + 1, DateForm::kRest);
  match.expr.unit = UnitAt(words, at);
  return match;
}

// the month after next, the year before last; the year to date; later in the week.
std::optional<DateMatch> MatchUnitByNeighbour(const DateWords& words, size_t i) {
  if (IsAny(words.Lower(i), {"earlier", "later"})) {
    if (words.Lower(i + 1) != "in" || words.Lower(i + 2) != "the" ||
        !IsAny(words.Lower(i + 3), {"week", "month", "year"})) {
      return std::nullopt;
    }
    DateMatch match = Form(i, i + 4, DateForm::kUnit);
    match.expr.shift = 0;
    match.expr.unit = UnitAt(words, i + 3);
    match.expr.part = words.Lower(i) == "later" ? DatePart::kLater : DatePart::kEarlier;
    return match;
  }
  const size_t at = words.Lower(i) == "the" ? i + 1 : i;
  if (!IsLongUnit(words, at)) return std::nullopt;
  const TimeUnit unit = UnitAt(words, at);
  if (words.Lower(at + 1) == "to" && words.Lower(at + 2) == "date") {
    DateMatch match = Form(i, at + 3, DateForm::kToDate);
    match.expr.unit = unit;
    return match;
  }
  const bool after = words.Lower(at + 1) == "after";
  if (!after && words.Lower(at + 1) != "before") return std::nullopt;
  const size_t next = words.Lower(at + 2) == "the" ? at + 3 : at + 2;
  if (words.Lower(next) != (after ? "next" : "last")) return std::nullopt;
  // "the year after next season" counts from another thing.
  if (words.IsWord(next + 1) && words.Is(next + 1, DateRole::kUnit)) {
    return std::nullopt;
  }
  DateMatch match = Form(i, next + 1, DateForm::kUnit);
  match.expr.unit = unit;
  match.expr.shift = after ? 2 : -2;
  return match;
}

}  // namespace

std::optional<DateMatch> MatchPlacedUnit(const DateWords& words, size_t i) {
  std::optional<DateMatch> best;
  KeepLonger(MatchNthWeek(words, i), best);
  KeepLonger(MatchWeekOf(words, i), best);
  KeepLonger(MatchWeekThenDay(words, i), best);
  KeepLonger(MatchRest(words, i), best);
  KeepLonger(MatchUnitByNeighbour(words, i), best);
  return best;
}

std::optional<DateMatch> MatchAnchoredDate(const DateWords& words, size_t i) {
  const auto count = MatchCount(words, i);
  if (!count || count->vague || !words.Is(count->end, DateRole::kUnit)) {
    return std::nullopt;
  }
  const TimeUnit unit = UnitAt(words, count->end);
  size_t at = count->end + 1;
  if (unit < TimeUnit::kDay || !IsAny(words.Lower(at), {"before", "after", "from"})) {
    return std::nullopt;
  }
  const bool before = words.Lower(at) == "before";
  // "for a year from April 1" is a length of time.
  if (words.Lower(at) == "from" && !words.Is(at + 1, DateRole::kDeictic)) {
    return std::nullopt;
  }
  ++at;
  if (words.Lower(at) == "the") ++at;
  std::optional<DateMatch> anchor = MatchAbsoluteDate(words, at);
  if (!anchor) anchor = MatchRelativeDate(words, at);
  if (!anchor || anchor->until || !IsOneDay(anchor->expr)) return std::nullopt;
  DateMatch match = Form(i, anchor->end, DateForm::kOffset);
  match.expr.unit = unit;
  match.expr.count = count->count;
  match.expr.shift = before ? -1 : 1;
  match.anchor = anchor->expr;
  return match;
}

}  // namespace rashomon
