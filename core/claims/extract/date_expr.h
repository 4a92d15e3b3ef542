// What a date says before it is placed in the calendar.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EXPR_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EXPR_H_

#include <cstddef>
#include <optional>

#include "core/claims/extract/calendar.h"
#include "core/claims/extract/date_words.h"
#include "rashomon/claims.h"

namespace rashomon {

enum class DateForm {
  kCalendar,    // year, month, day, weekday: those stated; `shift` for "last June"
  kDecade,      // year: its first
  kCentury,     // number
  kQuarter,     // number, year or shift
  kHalf,        // number, year or shift
  kSeason,      // number, year or shift
  kFiscalYear,  // year
  kWeek,        // number of an ISO week, year
  kNthWeekday,  // number-th weekday of the month
  kHoliday,     // holiday, year
  kUnit,        // the unit `shift` after this one: last year, yesterday
  kSpan,        // `count` units behind (shift -1) or ahead: the past two weeks
  kOffset,      // `count` units before or after (shift) the article: two months ago
  kSince,       // kOffset counted from an event named in the text, to the article
  kNamedDay,    // the day of a month that the text named before: "the 27th"
  kAhead,       // kOffset where the verb looks ahead: will open "in two weeks"
  kNthWeek,    // number-th week (-1: last) of a month, of a year or of the unit `shift`
  kWeekOf,     // the week that holds a day: "the week of May 5"
  kWeekFrom,   // the seven days from a day: "the week beginning May 5"
  kWeekTo,     // the seven days up to a day: "the week ended May 5"
  kRest,       // from the article's day to the end of its unit
  kToDate,     // from the begin of the article's unit to its day
  kWeekdays,   // the `count`-th weekday before or after (shift): two Sundays ago
  kFollowing,  // relative to what was named before: "three days later"
  kPresent,    // now
  kClock,      // a time of day alone
};

// kEarlier and kLater are parted by the article's day: "later this week".
enum class DatePart { kWhole, kStart, kMiddle, kEnd, kEarlier, kLater };

// A time of day. Without minutes it is the hour.
struct ClockTime {
  int hour = -1;  // -1: only the daypart is known
  int minute = -1;
  int daypart = 0;  // as in date_words.tsv; 0: none
  std::optional<int> utc_offset_minutes;
};

struct DateExpr {
  DateForm form = DateForm::kCalendar;
  int year = 0;  // 0: not stated
  int month = 0;
  int day = 0;
  int weekday = 0;
  int number = 0;
  std::optional<int> shift;
  std::optional<int> year_shift;  // the year by its distance: "in May last year"
  TimeUnit unit = TimeUnit::kDay;
  double count = 0;          // kSpan, kOffset, kSince, kFollowing
  bool vague_count = false;  // a few, several
  Qualifier hedge = Qualifier::kExact;
  DatePart part = DatePart::kWhole;
  Holiday holiday;
  std::optional<ClockTime> clock;
  std::optional<ClockTime> clock_until;  // "from 9 to 11 a.m."
};

// A stretch of words read as one date.
struct DateMatch {
  size_t begin = 0;
  size_t end = 0;
  DateExpr expr;
  std::optional<DateExpr> until;   // second end of a range
  std::optional<DateExpr> anchor;  // what `expr` counts from: "a week after May 5"
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_EXPR_H_
