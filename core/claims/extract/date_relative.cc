// Dates told from the article's day, or from an event that the text names.

#include "core/base/strings.h"
#include "core/claims/extract/date_grammar.h"

namespace rashomon {
namespace {

// A unit of a day or more; a shorter one only where it is counted.
bool IsCalendarUnit(const DateWords& words, size_t i) {
  return words.Is(i, DateRole::kUnit) && UnitAt(words, i) >= TimeUnit::kDay;
}

bool IsPlural(std::string_view unit) { return !unit.empty() && unit.back() == 's'; }

// yesterday, tonight, the day after tomorrow, late Friday, early tomorrow.
std::optional<DateMatch> MatchDay(const DateWords& words, size_t i) {
  if (words.Lower(i) == "day" && IsAny(words.Lower(i + 1), {"before", "after"}) &&
      words.Is(i + 2, DateRole::kDeictic)) {
    DateMatch match = Form(i, i + 3, DateForm::kUnit);
    if (i > 0 && words.Lower(i - 1) == "the") --match.begin;
    match.expr.shift = words.Value(i + 2, DateRole::kDeictic) +
                       (words.Lower(i + 1) == "after" ? 1 : -1);
    return match;
  }
  const PartPrefix part = MatchPart(words, i);
  const size_t at = part.end;
  // The newspaper USA Today.
  if (words.IsCapital(at) && at > 0 && words.Lower(at - 1) == "usa")
    return std::nullopt;
  if (words.Is(at, DateRole::kDeictic)) {
    DateMatch match = Form(i, at + 1, DateForm::kUnit);
    match.expr.shift = words.Value(at, DateRole::kDeictic);
    match.expr.part = part.part;
    if (words.Lower(at) == "tonight") {
      match.expr.clock = ClockTime{};
      match.expr.clock->daypart = 4;
    }
    return match;
  }
  const size_t weekday_end = MatchWeekday(words, at);
  if (weekday_end == 0) return std::nullopt;
  DateMatch match = Form(i, weekday_end, DateForm::kCalendar);
  match.expr.weekday = words.Value(at, DateRole::kWeekday);
  match.expr.part = part.part;
  size_t of = weekday_end;
  // "Tuesday next week".
  if (words.Is(of, DateRole::kShift) && words.Lower(of + 1) == "week") {
    match.expr.shift = words.Value(of, DateRole::kShift);
    match.expr.form = DateForm::kWeek;
    match.end = of + 2;
    return match;
  }
  if (words.Lower(of) == "of") {
    ++of;
    if (IsAny(words.Lower(of), {"the"})) ++of;
    const bool following = words.Lower(of) == "following";
    if ((words.Is(of, DateRole::kShift) || following) &&
        words.Lower(of + 1) == "week") {
      match.expr.shift = following ? 1 : words.Value(of, DateRole::kShift);
      match.expr.form = DateForm::kWeek;
      match.end = of + 2;
    }
  }
  return match;
}

// last year, late last week, earlier this month, next June, this spring,
// last Friday, this morning, the end of the year, the weekend.
std::optional<DateMatch> MatchShifted(const DateWords& words, size_t i) {
  const PartPrefix part = MatchPart(words, i);
  size_t at = part.end;
  std::optional<int> shift;
  // "this past Friday", "the coming weekend": from the article's day.
  bool past = false;
  bool coming = false;
  if (words.Is(at, DateRole::kShift)) {
    shift = words.Value(at, DateRole::kShift);
    if (*shift == 0 && IsAny(words.Lower(at + 1), {"past", "coming", "upcoming"})) ++at;
    past = words.Lower(at) == "past";
    coming = IsAny(words.Lower(at), {"coming", "upcoming"});
    if (past || coming) shift = past ? -1 : 1;
    ++at;
  } else if (part.part != DatePart::kWhole && words.Is(at, DateRole::kUnit) &&
             words.Lower(at - 1) == "the" && UnitAt(words, at) >= TimeUnit::kWeek &&
             !IsPlural(words.Lower(at))) {
    shift = 0;
  } else if (part.part == DatePart::kEnd && words.Lower(at - 1) == "of" &&
             IsAny(words.Lower(at), {"week", "month", "quarter", "year"})) {
    shift = 0;
  } else if (words.Lower(at) == "weekend" && i > 0 && words.Lower(i - 1) == "the") {
    DateMatch match = Form(i, at + 1, DateForm::kUnit);
    match.expr.unit = TimeUnit::kWeekend;
    return match;
  }
  if (!shift) return std::nullopt;
  DateMatch match = Form(i, at + 1, DateForm::kUnit);
  match.expr.shift = shift;
  match.expr.part = part.part;
  if (IsCalendarUnit(words, at) && !IsPlural(words.Lower(at))) {
    // "the last week of the campaign" is none of the article's weeks.
    if (*shift < 0 && words.Lower(at + 1) == "of") return std::nullopt;
    match.expr.unit = UnitAt(words, at);
    // "this century's", "last quarter of an hour" and "this second" are none.
    const bool quarter = match.expr.unit == TimeUnit::kQuarter;
    const bool weekend = match.expr.unit == TimeUnit::kWeekend;
    if (coming && weekend) match.expr.shift = 0;
    if ((past && !quarter && !weekend) ||
        (*shift != 0 && match.expr.unit == TimeUnit::kDecade)) {
      match.expr.form = DateForm::kSpan;
      match.expr.count = 1;
    }
    if (match.expr.unit == TimeUnit::kDay) return std::nullopt;
    if (*shift == 0 && words.Lower(i) == "earlier")
      match.expr.part = DatePart::kEarlier;
    if (*shift == 0 && words.Lower(i) == "later") match.expr.part = DatePart::kLater;
    return match;
  }
  if (words.Is(at, DateRole::kDaypart) && !past) {
    const bool night = words.Lower(at) == "night";
    if (*shift != 0 && !(night && *shift == -1)) return std::nullopt;
    match.expr.unit = TimeUnit::kDay;
    match.expr.clock = ClockTime{};
    match.expr.clock->daypart = words.Value(at, DateRole::kDaypart);
    return match;
  }
  if (words.Is(at, DateRole::kSeason)) {
    match.expr.form = DateForm::kSeason;
    match.expr.number = words.Value(at, DateRole::kSeason);
    return match;
  }
  if (const size_t end = MatchWeekday(words, at); end > 0) {
    match.expr.form = past || coming ? DateForm::kWeekdays : DateForm::kCalendar;
    match.expr.count = 1;
    match.expr.weekday = words.Value(at, DateRole::kWeekday);
    match.end = end;
    return match;
  }
  if (const size_t end = MatchMonth(words, at, false); end > 0) {
    if (words.NumDigits(end) > 0) return std::nullopt;  // the day is read elsewhere
    match.expr.form = DateForm::kCalendar;
    match.expr.month = words.Value(at, DateRole::kMonth);
    match.end = end;
    return match;
  }
  return std::nullopt;
}

// the past two weeks, the next few months, the last 20 years.
std::optional<DateMatch> MatchSpan(const DateWords& words, size_t i) {
  if (!words.Is(i, DateRole::kShift) || words.Value(i, DateRole::kShift) == 0) {
    return std::nullopt;
  }
  const auto count = MatchCount(words, i + 1);
  if (!count || words.Is(i + 1, DateRole::kArticle)) return std::nullopt;
  size_t at = count->end;
  if (words.IsDash(at)) ++at;
  if (!words.Is(at, DateRole::kUnit)) return std::nullopt;
  DateMatch match = Form(i, at + 1, DateForm::kSpan);
  match.expr.shift = words.Value(i, DateRole::kShift);
  match.expr.unit = UnitAt(words, at);
  match.expr.count = count->count;
  match.expr.vague_count = count->vague;
  return match;
}

// "almost", "more than", "just over": the hedge before a count.
struct HedgeMatch {
  Qualifier qualifier = Qualifier::kExact;
  size_t end = 0;
};
HedgeMatch MatchHedge(const DateWords& words, size_t i) {
  const std::string_view a = words.Lower(i);
  const std::string_view b = words.Lower(i + 1);
  if (a == "more" && b == "than") return {Qualifier::kMoreThan, i + 2};
  if (a == "less" && b == "than") return {Qualifier::kLessThan, i + 2};
  if (a == "just" && b == "over") return {Qualifier::kMoreThan, i + 2};
  if (a == "just" && b == "under") return {Qualifier::kNearly, i + 2};
  if (a == "at" && b == "least") return {Qualifier::kAtLeast, i + 2};
  if (words.Is(i, DateRole::kHedge)) {
    return {static_cast<Qualifier>(words.Value(i, DateRole::kHedge)), i + 1};
  }
  return {Qualifier::kExact, i};
}

// two months ago, three days from now, a week later, almost 30 years after.
std::optional<DateMatch> MatchOffset(const DateWords& words, size_t i) {
  const HedgeMatch hedge = MatchHedge(words, i);
  const auto count = MatchCount(words, hedge.end);
  if (!count || count->count > 5000) return std::nullopt;
  size_t at = count->end;
  if (!words.Is(at, DateRole::kUnit)) return std::nullopt;
  DateMatch match = Form(i, 0, DateForm::kOffset);
  match.expr.hedge = hedge.qualifier;
  match.expr.unit = UnitAt(words, at);
  match.expr.count = count->count;
  match.expr.vague_count = count->vague;
  ++at;
  if (words.Lower(at) == "and" && words.Lower(at + 1) == "a" &&
      words.Lower(at + 2) == "half") {
    match.expr.count += 0.5;
    at += 3;
  }
  const std::string_view next = words.Lower(at);
  const std::string_view second = words.Lower(at + 1);
  match.end = at + 1;
  if (next == "ago") {
    match.expr.shift = -1;
    return match;
  }
  if ((next == "from" && IsAny(second, {"now", "today"})) ||
      (next == "after" && second == "today")) {
    match.expr.shift = 1;
    match.end = at + 2;
    return match;
  }
  if (IsAny(next, {"later", "earlier"})) {
    // "a year earlier" is as much before what the text spoke of.
    match.expr.form = DateForm::kFollowing;
    match.expr.shift = next == "later" ? 1 : -1;
    return match;
  }
  match.end = at;
  if (i > 0 && words.Lower(i - 1) == "in" && hedge.end == i) {
    // "in two weeks' time"; "in two weeks" if the verb looks ahead.
    size_t time = at;
    if (IsAny(words.Lower(time), {"'", "’"})) ++time;
    if (words.Lower(time) == "time") {
      match.expr.shift = 1;
      match.end = time + 1;
      return match;
    }
    const bool ends = !words.IsWord(at) && !words.IsNumber(at) && !words.IsDash(at);
    // "in five years" is mostly said of a length of time.
    if (match.expr.unit >= TimeUnit::kQuarter) return std::nullopt;
    if (ends || (!words.Is(count->end - 1, DateRole::kArticle) &&
                 IsAny(next, {"and", "but", "when", "if", "as", "to", "at"}))) {
      match.expr.form = DateForm::kAhead;
      match.expr.shift = 1;
      return match;
    }
  }
  const bool passed = IsAny(next, {"have", "has"}) &&
                      IsAny(second, {"passed", "elapsed", "gone"}) &&
                      words.Lower(at + 2) == "since";
  if (passed || IsAny(next, {"after", "since"})) {
    match.expr.form = DateForm::kSince;
    match.expr.shift = -1;
    return match;
  }
  if (next == "on" && IsAny(second, {"from", "since"})) {
    match.expr.form = DateForm::kSince;
    match.expr.shift = -1;
    return match;
  }
  return std::nullopt;
}

// two Sundays ago, three Fridays from now.
std::optional<DateMatch> MatchWeekdays(const DateWords& words, size_t i) {
  const auto count = MatchCount(words, i);
  if (!count || count->vague) return std::nullopt;
  const bool plural = words.Is(count->end, DateRole::kWeekdays);
  if (!plural && !words.Is(count->end, DateRole::kWeekday)) return std::nullopt;
  const size_t at = count->end + 1;
  const bool ago = words.Lower(at) == "ago";
  if (!ago && !(words.Lower(at) == "from" && words.Lower(at + 1) == "now")) {
    return std::nullopt;
  }
  DateMatch match = Form(i, ago ? at + 1 : at + 2, DateForm::kWeekdays);
  match.expr.weekday =
      words.Value(count->end, plural ? DateRole::kWeekdays : DateRole::kWeekday);
  match.expr.count = count->count;
  match.expr.shift = ago ? -1 : 1;
  return match;
}

// the third Wednesday of last month, the last Friday of May.
std::optional<DateMatch> MatchNthWeekday(const DateWords& words, size_t i) {
  const OrdinalMatch ordinal = MatchOrdinal(words, i);
  const bool last = words.Lower(i) == "last";
  size_t at = last ? i + 1 : ordinal.end;
  if (!last && ordinal.number == 0) return std::nullopt;
  if (!words.Is(at, DateRole::kWeekday) || !IsAny(words.Lower(at + 1), {"of", "in"})) {
    return std::nullopt;
  }
  DateMatch match = Form(i, 0, DateForm::kNthWeekday);
  if (i > 0 && words.Lower(i - 1) == "the") --match.begin;
  match.expr.number = last ? -1 : ordinal.number;
  match.expr.weekday = words.Value(at, DateRole::kWeekday);
  at += 2;
  if (words.Is(at, DateRole::kShift) && words.Lower(at + 1) == "month") {
    match.expr.shift = words.Value(at, DateRole::kShift);
    match.end = at + 2;
    return match;
  }
  const size_t month_end = MatchMonth(words, at, false);
  if (month_end == 0) return std::nullopt;
  match.expr.month = words.Value(at, DateRole::kMonth);
  match.end = month_end;
  const size_t behind = words.Lower(month_end) == "," ? month_end + 1 : month_end;
  if (const YearMatch year = MatchYear(words, behind); year.end > 0) {
    match.expr.year = year.year;
    match.end = year.end;
  }
  return match;
}

// the 27th; the 20th of next month; Friday the 22nd.
std::optional<DateMatch> MatchNamedDay(const DateWords& words, size_t i) {
  DateMatch match = Form(i, 0, DateForm::kNamedDay);
  size_t at = i;
  const size_t weekday_end = MatchWeekday(words, i);
  if (weekday_end > 0) {
    match.expr.weekday = words.Value(i, DateRole::kWeekday);
    at = weekday_end;
    if (words.Lower(at) == ",") ++at;
  }
  const bool comma = at != i && words.Lower(at - 1) == ",";
  const bool article = words.Lower(at) == "the";
  if (article) ++at;
  OrdinalMatch ordinal = MatchOrdinal(words, at);
  // "Friday the fifteen".
  if (weekday_end > 0 && article && ordinal.number == 0 &&
      words.Is(at, DateRole::kCardinal)) {
    const auto count = MatchCount(words, at);
    ordinal = {static_cast<int>(count->count), count->end};
  }
  if (ordinal.number < 1 || ordinal.number > 31) return std::nullopt;
  // "on Friday, the first of its kind" names no day of a month.
  if (weekday_end > 0 && !words.IsNumber(at) && (comma || words.IsWord(ordinal.end))) {
    return std::nullopt;
  }
  match.expr.day = ordinal.number;
  match.end = ordinal.end;
  size_t of = ordinal.end;
  if (words.Lower(of) == "day") ++of;
  if (words.Lower(of) == "of" && words.Is(of + 1, DateRole::kShift) &&
      words.Lower(of + 2) == "month") {
    match.expr.shift = words.Value(of + 1, DateRole::kShift);
    match.end = of + 3;
    return match;
  }
  if (words.Lower(of) == "of" && words.Lower(of + 1) == "the" &&
      words.Lower(of + 2) == "month") {
    match.expr.shift = 0;
    match.end = of + 3;
    return match;
  }
  if (weekday_end > 0 && article) return match;
  // Alone it needs digits, a preposition before and nothing behind.
  const bool asked = article && words.IsNumber(at) && i > 0 &&
                     IsAny(words.Lower(i - 1),
                           {"on", "by", "until", "since", "before", "after", "for"});
  const bool ends = match.end == words.size() ||
                    (!words.IsWord(match.end) && !words.IsNumber(match.end) &&
                     !words.IsDash(match.end));
  if (!asked || !ends) return std::nullopt;
  return match;
}

}  // namespace

std::optional<DateMatch> MatchRelativeDate(const DateWords& words, size_t i) {
  if (words.Is(i, DateRole::kPresent)) return Form(i, i + 1, DateForm::kPresent);
  std::optional<DateMatch> best;
  KeepLonger(MatchDay(words, i), best);
  KeepLonger(MatchShifted(words, i), best);
  KeepLonger(MatchSpan(words, i), best);
  KeepLonger(MatchOffset(words, i), best);
  KeepLonger(MatchWeekdays(words, i), best);
  KeepLonger(MatchNthWeekday(words, i), best);
  KeepLonger(MatchNamedDay(words, i), best);
  return best;
}

}  // namespace rashomon
