// Places a date in the calendar.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_RESOLVE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_RESOLVE_H_

#include <optional>
#include <string>

#include "core/claims/extract/calendar.h"
#include "core/claims/extract/date_expr.h"

namespace rashomon {

// Which way from the article's day the text looks.
enum class Tense { kUnknown, kPast, kFuture };

struct DateContext {
  std::optional<absl::CivilSecond> article;  // the article's date, where known
  Tense tense = Tense::kUnknown;
};

struct ResolvedDate {
  CivilInterval interval;  // without ends where the calendar place stays open
  // The value as TIMEX3 (ISO-TimeML) writes it: "2013-03-22", "XXXX-05-01",
  // "2013-W11", "199", "P2W", "PRESENT_REF"; empty where nothing is known.
  std::string timex;
  std::optional<int> utc_offset_minutes;
};

// A month or day without year is the nearest one on the side of the tense; a
// weekday the latest on or before the article's day, or the first on or after it
// in the future tense. What depends on the article's date stays open without it.
ResolvedDate ResolveDate(const DateExpr& expr, const DateContext& context);

// From the begin of `first` to the end of `second`; a year that only one of them
// names is the other's too.
ResolvedDate ResolveRange(DateExpr first, DateExpr second, const DateContext& context);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_RESOLVE_H_
