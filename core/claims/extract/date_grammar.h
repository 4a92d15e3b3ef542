// The grammar of dates: which words at a place form one, longest first. Each
// function reads the words from `i` on and returns nothing where they are none.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_GRAMMAR_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_GRAMMAR_H_

#include <optional>
#include <utility>

#include "core/claims/extract/date_expr.h"
#include "core/claims/extract/date_words.h"

namespace rashomon {

// Dates that name their place in the calendar: "May 28, 2019", "2019-05-28",
// "the mid-1980s", "Q3 2010", "spring of 2011", "1989".
std::optional<DateMatch> MatchAbsoluteDate(const DateWords& words, size_t i);

// Dates told from the article's day or from another event: "yesterday",
// "late last week", "two months ago", "almost 30 years after".
std::optional<DateMatch> MatchRelativeDate(const DateWords& words, size_t i);

// Units placed by what stands beside them: "the first week of October", "next week
// on Friday", "the week of April 10", "the rest of the year", "the month after next".
std::optional<DateMatch> MatchPlacedUnit(const DateWords& words, size_t i);

// "a week after May 5", "three days before Christmas".
std::optional<DateMatch> MatchAnchoredDate(const DateWords& words, size_t i);

// A time of day, with its zone: "10:20 AM UTC", "6 p.m. local time", "1800 GMT".
// "10:20" alone may be a score or a verse: it is a time only where it is `placed`
// by a date or a preposition beside it.
struct ClockMatch {
  ClockTime clock;
  std::optional<ClockTime> until;
  size_t end = 0;
};
std::optional<ClockMatch> MatchClock(const DateWords& words, size_t i, bool placed);

// The same, or two of them as a range: "9 to 11:30 a.m.", "3 p.m. - 5 p.m.".
std::optional<ClockMatch> MatchClockRange(const DateWords& words, size_t i,
                                          bool placed);

// The longest of all these at `i`, with its time of day where one stands beside
// it, and both ends where it opens a range.
std::optional<DateMatch> MatchDate(const DateWords& words, size_t i);

// Shared by the above.

inline void KeepLonger(std::optional<DateMatch> candidate,
                       std::optional<DateMatch>& best) {
  if (candidate && (!best || candidate->end > best->end)) best = std::move(candidate);
}

inline DateMatch Form(size_t begin, size_t end, DateForm form) {
  DateMatch match{begin, end, {}, {}, {}};
  match.expr.form = form;
  return match;
}

// REQUIRES: word `i` has the role of a unit.
inline TimeUnit UnitAt(const DateWords& words, size_t i) {
  return static_cast<TimeUnit>(words.Value(i, DateRole::kUnit));
}

// "early", "the beginning of", "mid-": the part and the place behind it; `i`
// itself where there is none.
struct PartPrefix {
  DatePart part = DatePart::kWhole;
  size_t end = 0;
};
PartPrefix MatchPart(const DateWords& words, size_t i);

// A count in digits or words: "30", "two", "a", "a few", "twenty-five", "half a".
struct CountMatch {
  double count = 0;
  bool vague = false;
  size_t end = 0;
};
std::optional<CountMatch> MatchCount(const DateWords& words, size_t i);

// "third", "21st", "twenty-first"; 0 where there is none.
struct OrdinalMatch {
  int number = 0;
  size_t end = 0;
};
OrdinalMatch MatchOrdinal(const DateWords& words, size_t i);

// "last year", "of this year", ", next year" behind a month, day or season; the end
// is 0 where there is none.
struct YearShiftMatch {
  int shift = 0;
  size_t end = 0;
};
YearShiftMatch MatchYearShift(const DateWords& words, size_t i);

// True for a date that is one day, which a time of day can narrow.
bool IsOneDay(const DateExpr& expr);

// The longest date at `i`, without a time of day beside it and without range.
std::optional<DateMatch> MatchPlainDate(const DateWords& words, size_t i);

// The end of a month's or weekday's name at `i`, its point included where it is
// abbreviated; 0 where there is none, or where the word is plainly another one.
size_t MatchMonth(const DateWords& words, size_t i, bool beside_number);
size_t MatchWeekday(const DateWords& words, size_t i);

// The year at `i` in four digits ("1989"), or two behind an apostrophe; the end
// is 0 where there is none. Says nothing of whether it is meant as a year.
struct YearMatch {
  int year = 0;
  size_t end = 0;
};
YearMatch MatchYear(const DateWords& words, size_t i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_GRAMMAR_H_
