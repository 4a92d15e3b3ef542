// Dates that name their place in the calendar. Each function below reads one
// way to write a date; the longest reading wins. 5/28/2019 is read month first,
// as American wires write it, unless that gives no month.

#include <algorithm>

#include "core/base/strings.h"
#include "core/claims/extract/date_grammar.h"
#include "core/claims/extract/date_year.h"

namespace rashomon {
namespace {

DateMatch Calendar(size_t begin, size_t end, int year, int month, int day) {
  DateMatch match{begin, end, {}, {}, {}};
  match.expr.year = year;
  match.expr.month = month;
  match.expr.day = day;
  return match;
}

bool IsGlued(const DateWords& words, size_t begin, size_t end) {
  for (size_t k = begin + 1; k < end; ++k) {
    if (words.SpaceBefore(k)) return false;
  }
  return end <= words.size();
}

int TwoDigitYear(int year) { return year < 40 ? 2000 + year : 1900 + year; }

// A day's number with or without its ending: 28, 28th.
struct DayMatch {
  int day = 0;
  size_t end = 0;
};
DayMatch MatchDay(const DateWords& words, size_t i) {
  const int day = words.Integer(i, 2);
  if (day >= 1 && day <= 31) {
    if (!words.SpaceBefore(i + 1) &&
        IsAny(words.Lower(i + 1), {"st", "nd", "rd", "th"})) {
      return {day, i + 2};
    }
    const bool glued = i + 1 < words.size() && !words.SpaceBefore(i + 1);
    if (glued && (words.IsWord(i + 1) || IsAny(words.Lower(i + 1), {"%", ":"})))
      return {};
    return {day, i + 1};
  }
  const OrdinalMatch ordinal = MatchOrdinal(words, i);
  if (ordinal.number >= 1 && ordinal.number <= 31) return {ordinal.number, ordinal.end};
  return {};
}

// ", 2019", " 2019", " of 2019" behind a month or a day.
YearMatch MatchYearBehind(const DateWords& words, size_t i) {
  size_t at = i;
  if (IsAny(words.Lower(at), {",", "of", "in"})) ++at;
  const YearMatch year = MatchYear(words, at);
  if (year.end == 0) return {};
  if (at == i && IsCountedNoun(words, year.end)) return {};
  if (words.Lower(at - 1) == "in" && !ReadsAsYear(words, at)) return {};
  if (words.IsDash(year.end) && !words.SpaceBefore(year.end) &&
      words.IsWord(year.end + 1)) {
    return {};
  }
  return year;
}

// 2019-05-28, 2019/5/28, 2019-aug-01.
std::optional<DateMatch> MatchYearFirst(const DateWords& words, size_t i) {
  if (words.NumDigits(i) != 4 || !IsGlued(words, i, i + 5)) return std::nullopt;
  const std::string_view separator = words.Lower(i + 1);
  if (separator != "-" && separator != "/") return std::nullopt;
  if (words.Lower(i + 3) != separator) return std::nullopt;
  const int month = words.Is(i + 2, DateRole::kMonth)
                        ? words.Value(i + 2, DateRole::kMonth)
                        : words.Integer(i + 2, 2);
  const int day = words.Integer(i + 4, 2);
  if (!IsValidDay(words.Integer(i), month, day)) return std::nullopt;
  return Calendar(i, i + 5, words.Integer(i), month, day);
}

// 5/28/2019, 28/5/2019, 28-05-2019; 13.5.2015, which is one word.
std::optional<DateMatch> MatchYearLast(const DateWords& words, size_t i) {
  int first = words.Integer(i, 2);
  int second = -1;
  int year = -1;
  size_t end = i + 5;
  bool day_first = false;
  if (words.NumDigits(i) >= 8 && words.Lower(i).find('.') != std::string_view::npos) {
    const std::string_view s = words.Lower(i);
    const size_t a = s.find('.');
    const size_t b = s.find('.', a + 1);
    if (b == std::string_view::npos || s.size() - b != 5 || a > 2 || b - a > 3) {
      return std::nullopt;
    }
    const auto number = [](std::string_view digits) {
      int value = 0;
      for (const char c : digits)
        value = c < '0' || c > '9' ? -100000 : value * 10 + (c - '0');
      return value;
    };
    first = number(s.substr(0, a));
    second = number(s.substr(a + 1, b - a - 1));
    year = number(s.substr(b + 1));
    end = i + 1;
    day_first = true;
  } else {
    const std::string_view separator = words.Lower(i + 1);
    if (separator != "/" && separator != "-") return std::nullopt;
    if (words.Lower(i + 3) != separator || !IsGlued(words, i, i + 5))
      return std::nullopt;
    second = words.Integer(i + 2, 2);
    year = words.Integer(i + 4);
    if (words.NumDigits(i + 4) == 2 && separator == "/") {
      year = TwoDigitYear(year);
    } else if (words.NumDigits(i + 4) != 4) {
      return std::nullopt;
    }
  }
  if (year < 1000) return std::nullopt;
  if (!day_first && IsValidDay(year, first, second)) {
    return Calendar(i, end, year, first, second);
  }
  if (IsValidDay(year, second, first)) return Calendar(i, end, year, second, first);
  return std::nullopt;
}

// 10/25 without year, only where a neighbour makes it a date.
std::optional<DateMatch> MatchSlashDay(const DateWords& words, size_t i) {
  if (words.Lower(i + 1) != "/" || !IsGlued(words, i, i + 3)) return std::nullopt;
  if (words.Lower(i + 3) == "/" && !words.SpaceBefore(i + 3)) return std::nullopt;
  const int first = words.Integer(i, 2);
  const int second = words.Integer(i + 2, 2);
  // The attacks of that day are named by it.
  if (first == 9 && second == 11) return Calendar(i, i + 3, 2001, 9, 11);
  const std::string_view before = i > 0 ? words.Lower(i - 1) : "";
  const bool asked = before == "from" || before == "to" ||
                     (i > 0 && words.Is(i - 1, DateRole::kWeekday));
  if (!asked || first < 1 || second < 1) return std::nullopt;
  if (IsValidDay(2000, first, second)) return Calendar(i, i + 3, 0, first, second);
  if (IsValidDay(2000, second, first)) return Calendar(i, i + 3, 0, second, first);
  return std::nullopt;
}

// May 28, 2019; Sept. 11; May 28th; October-2; May 28,2019.
std::optional<DateMatch> MatchMonthDay(const DateWords& words, size_t i) {
  size_t at = MatchMonth(words, i, true);
  if (at == 0) return std::nullopt;
  const int month = words.Value(i, DateRole::kMonth);
  if ((words.IsDash(at) || words.Lower(at) == "/") && IsGlued(words, at - 1, at + 2))
    ++at;
  if (words.Lower(at) == "the") ++at;
  // "28,2019" is one word.
  const std::string_view joined = words.Lower(at);
  if (const size_t comma = joined.find(','); words.IsNumber(at) &&
                                             comma != std::string_view::npos &&
                                             comma <= 2 && joined.size() - comma == 5) {
    int day = 0;
    int year = 0;
    for (const char c : joined.substr(0, comma)) day = day * 10 + (c - '0');
    for (const char c : joined.substr(comma + 1)) {
      if (c < '0' || c > '9') return std::nullopt;
      year = year * 10 + (c - '0');
    }
    if (year >= 1000 && IsValidDay(year, month, day)) {
      return Calendar(i, at + 1, year, month, day);
    }
    return std::nullopt;
  }
  const DayMatch day = MatchDay(words, at);
  if (day.day == 0 || !IsValidDay(2000, month, day.day)) return std::nullopt;
  // "in March 18 people died" has no 18th of March.
  if (i > 0 && words.Lower(i - 1) == "in" && IsCountedNoun(words, day.end)) {
    return std::nullopt;
  }
  const YearMatch year = MatchYearBehind(words, day.end);
  if (year.end == 0) {
    const YearShiftMatch shifted = MatchYearShift(words, day.end);
    DateMatch match = Calendar(i, std::max(day.end, shifted.end), 0, month, day.day);
    if (shifted.end > 0) match.expr.year_shift = shifted.shift;
    return match;
  }
  if (!IsValidDay(year.year, month, day.day)) return std::nullopt;
  return Calendar(i, year.end, year.year, month, day.day);
}

// 28 May 2019; the 28th of May; 9 to 12 of June.
std::optional<DateMatch> MatchDayMonth(const DateWords& words, size_t i) {
  size_t at = i;
  if (words.Lower(at) == "the") ++at;
  const DayMatch day = MatchDay(words, at);
  if (day.day == 0) return std::nullopt;
  at = day.end;
  int last_day = 0;
  const bool between = i > 0 && words.Lower(i - 1) == "between";
  if (words.IsDash(at) || IsAny(words.Lower(at), {"to", "until", "till", "through"}) ||
      (between && words.Lower(at) == "and")) {
    const DayMatch second =
        MatchDay(words, words.Lower(at + 1) == "the" ? at + 2 : at + 1);
    if (second.day > day.day) {
      last_day = second.day;
      at = second.end;
    }
  }
  if (words.Lower(at) == "." && !words.SpaceBefore(at)) ++at;  // 16. Nov.
  const bool slash = words.Lower(at) == "/" && IsGlued(words, at - 1, at + 2);
  if (words.Lower(at) == "of" || words.IsDash(at) || slash) ++at;
  const size_t month_end = MatchMonth(words, at, true);
  if (month_end == 0) return std::nullopt;
  const int month = words.Value(at, DateRole::kMonth);
  if (!IsValidDay(2000, month, std::max(day.day, last_day))) return std::nullopt;
  // "12 December 27": the day stands behind the month.
  if (words.NumDigits(month_end) > 0 && words.NumDigits(month_end) <= 2 &&
      words.Lower(month_end + 1) != ":" &&
      !words.Is(month_end + 1, DateRole::kMeridiem)) {
    return std::nullopt;
  }
  const size_t dashed =
      (words.IsDash(month_end) || slash) && IsGlued(words, month_end - 1, month_end + 2)
          ? month_end + 1
          : month_end;
  const YearMatch year = MatchYearBehind(words, dashed);
  const YearShiftMatch shifted = MatchYearShift(words, month_end);
  const size_t end = year.end > 0      ? year.end
                     : shifted.end > 0 ? shifted.end
                                       : month_end;
  if (year.end > 0 && !IsValidDay(year.year, month, day.day)) return std::nullopt;
  DateMatch match = Calendar(i, end, year.year, month, day.day);
  if (year.end == 0 && shifted.end > 0) match.expr.year_shift = shifted.shift;
  if (last_day > 0) {
    match.until = match.expr;
    match.until->day = last_day;
  }
  return match;
}

// May 2019; May, 2019; May of 2019; October; mid-May; early 2011; 1989.
std::optional<DateMatch> MatchMonthOrYear(const DateWords& words, size_t i) {
  const PartPrefix part = MatchPart(words, i);
  const size_t at = part.end;
  std::optional<DateMatch> match;
  if (const size_t month_end = MatchMonth(words, at, false);
      month_end > 0 || MatchMonth(words, at, true) > 0) {
    // A bare month that could be a name is one beside a year.
    const size_t named_end = month_end > 0 ? month_end : MatchMonth(words, at, true);
    const bool slash =
        words.Lower(named_end) == "/" && IsGlued(words, named_end - 1, named_end + 2);
    const YearMatch year =
        slash ? MatchYear(words, named_end + 1) : MatchYearBehind(words, named_end);
    const YearShiftMatch shifted = MatchYearShift(words, named_end);
    const int month = words.Value(at, DateRole::kMonth);
    if (year.end > 0) {
      match = Calendar(i, year.end, year.year, month, 0);
    } else if (shifted.end > 0) {
      match = Calendar(i, shifted.end, 0, month, 0);
      match->expr.year_shift = shifted.shift;
    } else if (month_end > 0) {
      match = Calendar(i, month_end, 0, month, 0);
    }
  } else if (words.NumDigits(at) == 4 &&
             (ReadsAsYear(words, at) ||
              (part.part != DatePart::kWhole && MatchYear(words, at).end > 0))) {
    match = Calendar(i, at + 1, words.Integer(at), 0, 0);
  }
  if (match) match->expr.part = part.part;
  return match;
}

// the 1990s, the mid-1980s, the '90s, the early nineties.
std::optional<DateMatch> MatchDecade(const DateWords& words, size_t i) {
  const PartPrefix part = MatchPart(words, i);
  size_t at = part.end;
  DateMatch match{i, 0, {}, {}, {}};
  match.expr.form = DateForm::kDecade;
  match.expr.part = part.part;
  const auto suffix = [&words](size_t k) -> size_t {
    if (words.Lower(k) == "s" && !words.SpaceBefore(k)) return k + 1;
    const bool apostrophe = IsAny(words.Lower(k), {"'", "’"}) && !words.SpaceBefore(k);
    return apostrophe && words.Lower(k + 1) == "s" && !words.SpaceBefore(k + 1) ? k + 2
                                                                                : 0;
  };
  if (words.NumDigits(at) == 4 && words.Integer(at) % 10 == 0 &&
      words.Integer(at) >= 1000 && words.Integer(at) < 2100 && suffix(at + 1) > 0) {
    match.expr.year = words.Integer(at);
    match.end = suffix(at + 1);
    return match;
  }
  const bool apostrophe = IsAny(words.Lower(at), {"'", "’", "‘"});
  if (apostrophe) ++at;
  const bool placed = apostrophe || part.part != DatePart::kWhole;
  if (const int tens = words.Integer(at, 2);
      placed && tens >= 20 && tens % 10 == 0 && suffix(at + 1) > 0) {
    match.expr.year = TwoDigitYear(tens) / 100 * 100 + tens;
    match.end = suffix(at + 1);
    return match;
  }
  if (words.Is(at, DateRole::kDecade) && i > 0 && words.Lower(i - 1) == "the") {
    match.expr.year = 1900 + words.Value(at, DateRole::kDecade);
    match.end = at + 1;
    return match;
  }
  return std::nullopt;
}

// the 19th century, the late 17th century.
std::optional<DateMatch> MatchCentury(const DateWords& words, size_t i) {
  const PartPrefix part = MatchPart(words, i);
  const OrdinalMatch ordinal = MatchOrdinal(words, part.end);
  if (ordinal.number == 0 || ordinal.number > 22) return std::nullopt;
  size_t at = ordinal.end;
  if (words.IsDash(at)) ++at;
  if (words.Lower(at) != "century") return std::nullopt;
  if (IsAny(words.Lower(at + 1), {"b.c.", "bc", "bce", "b.c.e."})) return std::nullopt;
  // "the first century of the club" is a length of time.
  if (ordinal.number < 5 && words.Lower(at + 1) != "a.d.") return std::nullopt;
  DateMatch match{i, at + 1, {}, {}, {}};
  match.expr.form = DateForm::kCentury;
  match.expr.number = ordinal.number;
  match.expr.part = part.part;
  return match;
}

bool IsOfAccounts(const DateWords& words, size_t i) {
  return IsAny(words.Lower(i), {"earnings", "profit", "profits", "results", "revenue",
                                "revenues", "sales", "growth", "gdp", "loss", "losses",
                                "net", "operating", "figures", "report"});
}

// Q3 2010, the third quarter of 2010, 2017-Q1, H1 2019, the first half of 2012.
std::optional<DateMatch> MatchQuarter(const DateWords& words, size_t i) {
  DateMatch match{i, 0, {}, {}, {}};
  size_t at = i;
  const bool year_first =
      words.NumDigits(at) == 4 &&
      (words.Lower(at + 1) == "q" || words.Lower(at + 1) == "h" ||
       (words.IsDash(at + 1) && IsAny(words.Lower(at + 2), {"q", "h"})));
  if (year_first) {
    match.expr.year = words.Integer(at);
    at += words.IsDash(at + 1) ? 2 : 1;
  }
  if (IsAny(words.Lower(at), {"q", "h"}) && words.NumDigits(at + 1) == 1 &&
      !words.SpaceBefore(at + 1)) {
    const bool quarter = words.Lower(at) == "q";
    match.expr.number = words.Integer(at + 1);
    if (match.expr.number < 1 || match.expr.number > (quarter ? 4 : 2))
      return std::nullopt;
    match.expr.form = quarter ? DateForm::kQuarter : DateForm::kHalf;
    match.end = at + 2;
    if (year_first) return match;
    if (const YearMatch year = MatchYearBehind(words, at + 2); year.end > 0) {
      match.expr.year = year.year;
      match.end = year.end;
      return match;
    }
    if (const YearShiftMatch year = MatchYearShift(words, at + 2); year.end > 0) {
      match.expr.shift = year.shift;
      match.end = year.end;
      return match;
    }
    // "Q3" alone may be a car's name, "H1" a visa's.
    const bool placed =
        quarter && words.IsCapital(at) &&
        ((i > 0 && IsAny(words.Lower(i - 1), {"in", "for", "during", "of", "since",
                                              "by", "from", "until"})) ||
         IsOfAccounts(words, at + 2));
    return placed ? std::optional(match) : std::nullopt;
  }
  if (year_first) return std::nullopt;
  if (words.Lower(at) == "the") ++at;
  const OrdinalMatch ordinal = MatchOrdinal(words, at);
  const bool last = words.Lower(at) == "last" || words.Lower(at) == "final";
  size_t noun = last ? at + 1 : ordinal.end;
  if (noun == 0) return std::nullopt;
  const bool hyphen = words.IsDash(noun);
  if (hyphen) ++noun;
  const bool quarter = words.Lower(noun) == "quarter";
  if (!quarter && words.Lower(noun) != "half") return std::nullopt;
  match.expr.form = quarter ? DateForm::kQuarter : DateForm::kHalf;
  match.expr.number = last ? (quarter ? 4 : 2) : ordinal.number;
  if (match.expr.number < 1 || match.expr.number > (quarter ? 4 : 2))
    return std::nullopt;
  match.end = noun + 1;
  const YearMatch year = MatchYearBehind(words, noun + 1);
  if (year.end > 0) {
    match.expr.year = year.year;
    match.end = year.end;
    return match;
  }
  size_t of = noun + 1;
  if (IsAny(words.Lower(of), {"of", "in"})) ++of;
  if (words.Is(of, DateRole::kShift) && words.Lower(of + 1) == "year") {
    match.expr.shift = words.Value(of, DateRole::kShift);
    match.end = of + 2;
    return match;
  }
  // Games have quarters and halves too: alone it is a date only of accounts.
  if (!quarter || last || !IsOfAccounts(words, noun + 1)) return std::nullopt;
  return match;
}

// spring of 2011, summer 2010; fiscal 2003, FY2003; week 31.
std::optional<DateMatch> MatchNamedPeriod(const DateWords& words, size_t i) {
  const PartPrefix part = MatchPart(words, i);
  DateMatch match{i, 0, {}, {}, {}};
  match.expr.part = part.part;
  size_t at = part.end;
  if (words.Is(at, DateRole::kSeason)) {
    const YearMatch year = MatchYearBehind(words, at + 1);
    const YearShiftMatch shifted = MatchYearShift(words, at + 1);
    if (year.end == 0 && shifted.end == 0) return std::nullopt;
    match.expr.form = DateForm::kSeason;
    match.expr.number = words.Value(at, DateRole::kSeason);
    match.expr.year = year.year;
    if (year.end == 0) match.expr.year_shift = shifted.shift;
    match.end = std::max(year.end, shifted.end);
    return match;
  }
  if (words.Lower(at) == "week") {
    const int week = words.Integer(at + 1, 2);
    if (week < 1 || week > 53 || IsCountedNoun(words, at + 2)) return std::nullopt;
    match.expr.form = DateForm::kWeek;
    match.expr.number = week;
    match.end = at + 2;
    if (const YearMatch year = MatchYearBehind(words, at + 2); year.end > 0) {
      match.expr.year = year.year;
      match.end = year.end;
    }
    return match;
  }
  if (words.Lower(at) != "fiscal" && words.Lower(at) != "fy") return std::nullopt;
  ++at;
  if (words.Lower(at) == "year") ++at;
  const YearMatch year = MatchYear(words, at);
  if (year.end == 0) return std::nullopt;
  match.expr.form = DateForm::kFiscalYear;
  match.expr.year = year.year;
  match.end = year.end;
  return match;
}

std::optional<DateMatch> MatchHoliday(const DateWords& words, size_t i) {
  const auto holiday = words.HolidayAt(i);
  if (!holiday) return std::nullopt;
  DateMatch match{i, holiday->end, {}, {}, {}};
  match.expr.form = DateForm::kHoliday;
  match.expr.holiday = holiday->holiday;
  if (const YearMatch year = MatchYearBehind(words, holiday->end); year.end > 0) {
    match.expr.year = year.year;
    match.end = year.end;
  }
  return match;
}

}  // namespace

std::optional<DateMatch> MatchAbsoluteDate(const DateWords& words, size_t i) {
  // Monday, May 28, 2019; Tuesday (May 28); Friday 5/12.
  if (const size_t weekday_end = MatchWeekday(words, i); weekday_end > 0) {
    size_t at = weekday_end;
    if (IsAny(words.Lower(at), {",", "("})) ++at;
    if (words.Lower(at) == "the") ++at;
    if (words.Is(at, DateRole::kWeekday)) return std::nullopt;
    std::optional<DateMatch> dated = MatchAbsoluteDate(words, at);
    if (dated && dated->expr.form == DateForm::kCalendar && dated->expr.day > 0 &&
        dated->expr.weekday == 0) {
      dated->begin = i;
      dated->expr.weekday = words.Value(i, DateRole::kWeekday);
      return dated;
    }
    return std::nullopt;
  }
  std::optional<DateMatch> best;
  if (words.IsNumber(i)) {
    KeepLonger(MatchYearFirst(words, i), best);
    KeepLonger(MatchYearLast(words, i), best);
    KeepLonger(MatchSlashDay(words, i), best);
  }
  if (words.Is(i, DateRole::kMonth)) KeepLonger(MatchMonthDay(words, i), best);
  KeepLonger(MatchDayMonth(words, i), best);
  KeepLonger(MatchMonthOrYear(words, i), best);
  KeepLonger(MatchDecade(words, i), best);
  KeepLonger(MatchCentury(words, i), best);
  KeepLonger(MatchQuarter(words, i), best);
  KeepLonger(MatchNamedPeriod(words, i), best);
  if (words.Is(i, DateRole::kHoliday)) KeepLonger(MatchHoliday(words, i), best);
  return best;
}

}  // namespace rashomon
