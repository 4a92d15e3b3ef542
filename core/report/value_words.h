// A value in few words, the same for equal values: for tables, plots and for
// telling whether two findings are of the same values.

#ifndef RASHOMON_CORE_REPORT_VALUE_WORDS_H_
#define RASHOMON_CORE_REPORT_VALUE_WORDS_H_

#include <string>

#include "rashomon/claims.h"

namespace rashomon {

// "10 year", "at-least 58", "24 to 99", "1989-01-01 to 1990-01-01", "not speak".
// Not escaped: names and units may be hostile.
std::string ValueWords(const Value& value);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_VALUE_WORDS_H_
