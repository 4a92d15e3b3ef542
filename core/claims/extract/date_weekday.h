// A weekday that does not fit its date: "Monday, May 28, 2019" was a Tuesday.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WEEKDAY_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WEEKDAY_H_

#include <optional>
#include <string_view>

#include "rashomon/claims.h"

namespace rashomon {

struct WeekdayMismatch {
  std::string_view stated;  // "Monday"
  std::string_view actual;  // "Tuesday"
};

// Returns the mistake where the date of `claim`, made from `text`, names a
// weekday that its day is not; nothing where it fits, names none, or where its
// day is not known. A certain error of the text, whatever others say.
std::optional<WeekdayMismatch> FindWeekdayMismatch(const Claim& claim,
                                                   std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WEEKDAY_H_
