// The parts that absolute and relative dates share, and how a date, its time of
// day and the second end of a range come together.

#include "core/claims/extract/date_grammar.h"

#include "absl/strings/numbers.h"
#include "core/base/strings.h"

namespace rashomon {
namespace {

// Words behind which "May" is a month and "Sun" a day.
bool IntroducesDate(const DateWords& words, size_t i) {
  if (i == 0) return false;
  return words.Is(i - 1, DateRole::kShift) || words.Is(i - 1, DateRole::kPart) ||
         words.IsDash(i - 1) ||
         IsAny(words.Lower(i - 1),
               {"in",      "since", "by",     "until",  "till",  "from",    "to",
                "through", "of",    "during", "before", "after", "between", "each",
                "every",   "on",    "and",    "for",    "(",     "/"});
}

bool IsRangeable(const DateExpr& expr) {
  switch (expr.form) {
    case DateForm::kCalendar:
    case DateForm::kDecade:
    case DateForm::kCentury:
    case DateForm::kQuarter:
    case DateForm::kSeason:
    case DateForm::kPresent:
    case DateForm::kHoliday:
    case DateForm::kNamedDay:
    case DateForm::kNthWeekday:
    case DateForm::kWeek:
      return true;
    case DateForm::kUnit:
      return expr.unit <= TimeUnit::kYear;
    default:
      return false;
  }
}

// "Thursday morning", "Friday, at 6 p.m.", "May 3 around noon".
void AttachClock(const DateWords& words, DateMatch& match) {
  DateExpr& expr = match.expr;
  if (!IsOneDay(expr) || (expr.clock && expr.clock->hour >= 0)) return;
  size_t at = match.end;
  if (words.IsDash(at) && !words.SpaceBefore(at)) return;
  const bool part =
      words.Is(at, DateRole::kPart) && words.Is(at + 1, DateRole::kDaypart);
  if (part) ++at;
  if (words.Is(at, DateRole::kDaypart)) {
    expr.clock = ClockTime{};
    expr.clock->daypart = words.Value(at, DateRole::kDaypart);
    match.end = ++at;
  }
  if (words.Lower(at) == ",") ++at;
  if (IsAny(words.Lower(at),
            {"at", "around", "about", "by", "before", "after", "from", "between"})) {
    ++at;
    if (IsAny(words.Lower(at), {"around", "about"})) ++at;
  }
  if (const auto clock = MatchClockRange(words, at, true)) {
    const int daypart = expr.clock ? expr.clock->daypart : 0;
    expr.clock = clock->clock;
    expr.clock_until = clock->until;
    // "Sunday evening at 10:00" is at 22:00, "last night at 8" at 20:00.
    const int hour = expr.clock->hour;
    const bool later =
        daypart == 2 || daypart == 3 || (daypart == 4 && hour >= 6 && hour < 12);
    if (later && hour > 0 && hour < 12) expr.clock->hour += 12;
    match.end = clock->end;
  }
}

// "early in the morning", "late afternoon", "the night": the part of a day and the
// place behind it; the end is 0 where there is none.
struct DaypartMatch {
  int daypart = 0;
  bool parted = false;  // early or late
  size_t end = 0;
};
DaypartMatch MatchDaypart(const DateWords& words, size_t i) {
  constexpr int kNight = 4;  // the last of date_words.tsv that is a stretch of hours
  DaypartMatch match;
  size_t at = i;
  if (IsAny(words.Lower(at), {"early", "late", "earlier", "later", "mid"})) {
    match.parted = true;
    ++at;
    if (words.IsDash(at)) ++at;
    if (words.Lower(at) == "in" && words.Lower(at + 1) == "the") at += 2;
  }
  if (!words.Is(at, DateRole::kDaypart)) return {};
  match.daypart = words.Value(at, DateRole::kDaypart);
  if (match.daypart > kNight) return {};
  match.end = at + 1;
  return match;
}

// A time of day, or a part of one, and the day behind it: "6 p.m. on Friday",
// "the morning of May 5"; an early or late part also alone.
std::optional<DateMatch> MatchTimed(const DateWords& words, size_t i) {
  const bool may = words.IsNumber(i) || words.Is(i, DateRole::kDaypart) ||
                   words.Is(i, DateRole::kPart) || words.Is(i, DateRole::kCardinal) ||
                   words.Is(i, DateRole::kArticle) || words.Is(i, DateRole::kVague);
  if (!may) return std::nullopt;
  const bool placed = i > 0 && IsAny(words.Lower(i - 1),
                                     {"at", "by", "around", "about", "until", "till",
                                      "before", "after", "since", "from", "between"});
  const DaypartMatch part = MatchDaypart(words, i);
  DateMatch timed{i, part.end, {}, {}, {}};
  timed.expr.form = DateForm::kClock;
  if (part.end > 0) {
    timed.expr.clock = ClockTime{};
    timed.expr.clock->daypart = part.daypart;
  } else if (const auto clock = MatchClockRange(words, i, placed)) {
    timed.expr.clock = clock->clock;
    timed.expr.clock_until = clock->until;
    timed.end = clock->end;
  } else {
    return std::nullopt;
  }
  size_t at = timed.end;
  if (words.Lower(at) == "," && part.end == 0) ++at;
  if (IsAny(words.Lower(at), {"on", "of"})) {
    ++at;
  } else if (part.end > 0) {
    return part.parted ? std::optional(timed) : std::nullopt;
  }
  if (auto date = MatchPlainDate(words, at);
      date && IsOneDay(date->expr) &&
      (!date->expr.clock || date->expr.clock->hour < 0)) {
    date->expr.clock = timed.expr.clock;
    date->expr.clock_until = timed.expr.clock_until;
    timed.expr = date->expr;
    timed.end = date->end;
    return timed;
  }
  return part.end == 0 || part.parted ? std::optional(timed) : std::nullopt;
}

std::optional<DateMatch> MatchPoint(const DateWords& words, size_t i) {
  std::optional<DateMatch> match = MatchPlainDate(words, i);
  if (match) {
    AttachClock(words, *match);
    return match;
  }
  return MatchTimed(words, i);
}

// The second end of a range that opens with `first`: a whole date, or what it
// leaves out: "3-5" of a month, "1957-58".
std::optional<DateMatch> MatchRangeEnd(const DateWords& words, size_t i,
                                       const DateMatch& first) {
  const DateExpr& a = first.expr;
  const bool dash = words.IsDash(i - 1);
  if (dash && a.form == DateForm::kCalendar && a.month == 0 && a.year > 0 &&
      words.NumDigits(i) == 2 && !words.SpaceBefore(i)) {
    const int year = a.year / 100 * 100 + words.Integer(i);
    if (year <= a.year) return std::nullopt;
    DateMatch match{i, i + 1, {}, {}, {}};
    match.expr.year = year;
    return match;
  }
  if (dash && a.form == DateForm::kCalendar && a.month == 0 && a.year > 0 &&
      words.NumDigits(i) == 4 && words.Integer(i) > a.year && words.Integer(i) < 2200) {
    DateMatch match{i, i + 1, {}, {}, {}};
    match.expr.year = words.Integer(i);
    return match;
  }
  std::optional<DateMatch> whole = MatchPoint(words, i);
  if (whole && IsRangeable(whole->expr)) return whole;
  if (a.form == DateForm::kCalendar && a.month > 0 && a.day > 0) {
    const size_t at_day = words.Lower(i) == "the" ? i + 1 : i;
    const OrdinalMatch ordinal = MatchOrdinal(words, at_day);
    const int day = ordinal.number > 0 ? ordinal.number : words.Integer(i, 2);
    if (day > a.day && day <= 31) {
      DateMatch match{i, ordinal.number > 0 ? ordinal.end : i + 1, {}, {}, {}};
      match.expr.month = a.month;
      match.expr.day = day;
      match.expr.year = a.year;
      const size_t at = words.Lower(match.end) == "," ? match.end + 1 : match.end;
      if (const YearMatch year = MatchYear(words, at); a.year == 0 && year.end > 0) {
        match.expr.year = year.year;
        match.end = year.end;
      }
      return match;
    }
  }
  return std::nullopt;
}

// "postponed from May 1 to June 1" names two dates and no range.
bool IsMoved(const DateWords& words, size_t from) {
  for (size_t back = 1; back <= 4 && back <= from; ++back) {
    if (IsAny(words.Lower(from - back),
              {"postponed", "postpone", "moved",    "move",   "delayed",     "delay",
               "pushed",    "push",     "extended", "extend", "changed",     "change",
               "shifted",   "brought",  "forward",  "back",   "rescheduled", "up",
               "rose",      "fell",     "down"})) {
      return true;
    }
  }
  return false;
}

void ExtendToRange(const DateWords& words, DateMatch& match) {
  const std::string_view opener = match.begin > 0 ? words.Lower(match.begin - 1) : "";
  if (match.until || match.expr.clock_until) {
    // "from 5 to 10 May" is read in one piece.
    const bool opens =
        words.Lower(match.begin) != "from" && IsAny(opener, {"from", "between"});
    if (opens) --match.begin;
    return;
  }
  if (!IsRangeable(match.expr)) return;
  const size_t joint = match.end;
  const bool between = opener == "between" && words.Lower(joint) == "and";
  const bool to = IsAny(words.Lower(joint), {"to", "through", "until", "till"});
  const bool dash =
      words.IsDash(joint) && words.SpaceBefore(joint) == words.SpaceBefore(joint + 1);
  if (!between && !to && !dash) return;
  if (to && words.Lower(joint) == "to" && opener == "from" &&
      IsMoved(words, match.begin - 1)) {
    return;
  }
  const auto second = MatchRangeEnd(words, joint + 1, match);
  if (!second) return;
  match.until = second->expr;
  match.end = second->end;
  if (between || (opener == "from" && !dash)) --match.begin;
}

}  // namespace

PartPrefix MatchPart(const DateWords& words, size_t i) {
  if (!words.Is(i, DateRole::kPart)) return {DatePart::kWhole, i};
  const std::string_view lower = words.Lower(i);
  const auto part = static_cast<DatePart>(words.Value(i, DateRole::kPart));
  const bool noun = IsAny(lower, {"beginning", "start", "middle", "end"});
  size_t at = i + 1;
  if (noun) {
    if (words.Lower(at) == "of") {
      ++at;
      if (words.Lower(at) == "the") ++at;
    } else if (!IsAny(words.Lower(at), {"last", "this", "next"})) {
      return {DatePart::kWhole, i};
    }
  } else {
    if (words.IsDash(at)) ++at;
    if (IsAny(words.Lower(at), {"in", "on"})) {
      if (lower == "later" || lower == "earlier" || lower == "midway") {
        return {DatePart::kWhole, i};
      }
      ++at;
      if (words.Lower(at) == "the") ++at;
    }
  }
  return {part, at};
}

std::optional<DateMatch> MatchPlainDate(const DateWords& words, size_t i) {
  std::optional<DateMatch> best = MatchAbsoluteDate(words, i);
  KeepLonger(MatchRelativeDate(words, i), best);
  KeepLonger(MatchPlacedUnit(words, i), best);
  KeepLonger(MatchAnchoredDate(words, i), best);
  return best;
}

bool IsOneDay(const DateExpr& expr) {
  switch (expr.form) {
    case DateForm::kCalendar:
    case DateForm::kWeek:
      return expr.day > 0 || expr.weekday > 0;
    case DateForm::kUnit:
      return expr.unit == TimeUnit::kDay;
    case DateForm::kHoliday:
    case DateForm::kNthWeekday:
    case DateForm::kNamedDay:
    case DateForm::kWeekdays:
      return true;
    default:
      return false;
  }
}

YearShiftMatch MatchYearShift(const DateWords& words, size_t i) {
  size_t at = i;
  if (IsAny(words.Lower(at), {",", "of"})) ++at;
  if (!IsAny(words.Lower(at), {"last", "this", "next"})) return {};
  if (words.Lower(at + 1) != "year") return {};
  return {words.Value(at, DateRole::kShift), at + 2};
}

std::optional<CountMatch> MatchCount(const DateWords& words, size_t i) {
  if (words.IsNumber(i)) {
    double value = 0;
    if (words.Lower(i).size() > 6 ||
        !absl::SimpleAtod(ToAbsl(words.Lower(i)), &value)) {
      return std::nullopt;
    }
    return CountMatch{value, false, i + 1};
  }
  if (words.Is(i, DateRole::kCardinal)) {
    int value = words.Value(i, DateRole::kCardinal);
    size_t end = i + 1;
    if (value >= 20 && value < 100) {
      const size_t at = words.IsDash(end) ? end + 1 : end;
      if (words.Is(at, DateRole::kCardinal) &&
          words.Value(at, DateRole::kCardinal) < 10) {
        value += words.Value(at, DateRole::kCardinal);
        end = at + 1;
      }
    }
    if (words.Lower(end) == "hundred") {
      value *= 100;
      ++end;
    }
    return CountMatch{static_cast<double>(value), false, end};
  }
  size_t at = i;
  double half = 1;
  if (words.Lower(at) == "half") {
    half = 0.5;
    ++at;
  }
  const bool article = words.Is(at, DateRole::kArticle);
  if (article) ++at;
  if (words.Is(at, DateRole::kVague)) {
    const int least = words.Value(at, DateRole::kVague);
    ++at;
    if (words.Lower(at) == "of") ++at;
    return CountMatch{static_cast<double>(least), least > 2, at};
  }
  if (!article) return std::nullopt;
  if (words.Lower(at) == "hundred") return CountMatch{100, false, at + 1};
  return CountMatch{half, false, at};
}

OrdinalMatch MatchOrdinal(const DateWords& words, size_t i) {
  if (const int number = words.Integer(i, 2); number > 0) {
    if (!words.SpaceBefore(i + 1) &&
        IsAny(words.Lower(i + 1), {"st", "nd", "rd", "th"})) {
      return {number, i + 2};
    }
    return {};
  }
  if (words.Is(i, DateRole::kOrdinal))
    return {words.Value(i, DateRole::kOrdinal), i + 1};
  if (words.Is(i, DateRole::kCardinal)) {
    const int tens = words.Value(i, DateRole::kCardinal);
    const size_t at = words.IsDash(i + 1) ? i + 2 : i + 1;
    if (tens >= 20 && tens < 100 && words.Is(at, DateRole::kOrdinal) &&
        words.Value(at, DateRole::kOrdinal) < 10) {
      return {tens + words.Value(at, DateRole::kOrdinal), at + 1};
    }
  }
  return {};
}

size_t MatchMonth(const DateWords& words, size_t i, bool beside_number) {
  if (!words.Is(i, DateRole::kMonth)) return 0;
  const bool weak = words.Is(i, DateRole::kWeakName);
  const bool is_short = words.Is(i, DateRole::kShortName);
  if (weak && !words.IsCapital(i)) return 0;
  if (!beside_number) {
    const bool introduced = IntroducesDate(words, i);
    if (is_short && !(words.IsCapital(i) && introduced)) return 0;
    if (weak && !introduced && !words.Is(i + 1, DateRole::kDaypart)) return 0;
    if (!words.IsCapital(i) && !introduced) return 0;
    // "April Ryan", "Theresa May": a name beside a name.
    const bool capital_next =
        words.IsWord(i + 1) && words.SpaceBefore(i + 1) && words.IsCapital(i + 1);
    if (capital_next && !introduced) return 0;
  }
  size_t end = i + 1;
  if (is_short && words.Lower(end) == "." && !words.SpaceBefore(end) &&
      (beside_number || end + 1 < words.size())) {
    ++end;
  }
  return end;
}

size_t MatchWeekday(const DateWords& words, size_t i) {
  if (!words.Is(i, DateRole::kWeekday)) return 0;
  size_t end = i + 1;
  if (words.Is(i, DateRole::kShortName)) {
    const bool point = words.Lower(end) == "." && !words.SpaceBefore(end);
    if (!words.IsCapital(i)) return 0;
    if (point) ++end;
    const size_t at = words.Lower(end) == "," ? end + 1 : end;
    const bool dated = words.IsNumber(at) || words.Is(at, DateRole::kMonth);
    if (!dated) return 0;
    return end;
  }
  // Names of days that are no days of this week: papers, feasts, habits.
  if (i > 0 && words.IsCapital(i - 1) &&
      IsAny(words.Lower(i - 1), {"black", "bloody", "super", "cyber", "giving", "fat",
                                 "sheffield", "ruby", "freaky"})) {
    return 0;
  }
  if (words.IsCapital(i + 1) &&
      IsAny(words.Lower(i + 1),
            {"times", "telegraph", "mirror", "express", "mail", "herald", "post",
             "world", "star", "review", "night's", "prayers"})) {
    return 0;
  }
  if (words.Lower(i + 1) == "night" && words.IsCapital(i + 1)) return 0;
  return end;
}

YearMatch MatchYear(const DateWords& words, size_t i) {
  if (words.NumDigits(i) == 4) {
    const int year = words.Integer(i);
    if (year >= 1000 && year < 2200) return {year, i + 1};
  }
  if (IsAny(words.Lower(i), {"'", "’", "‘"}) && words.NumDigits(i + 1) == 2 &&
      !words.SpaceBefore(i + 1)) {
    const int year = words.Integer(i + 1);
    return {year < 40 ? 2000 + year : 1900 + year, i + 2};
  }
  return {};
}

std::optional<DateMatch> MatchDate(const DateWords& words, size_t i) {
  std::optional<DateMatch> match = MatchPoint(words, i);
  if (match) ExtendToRange(words, *match);
  return match;
}

}  // namespace rashomon
