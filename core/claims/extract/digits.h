// Figures: what a run of digits, points and commas says.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DIGITS_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DIGITS_H_

#include <optional>
#include <string_view>

namespace rashomon {

struct Digits {
  double value = 0;
  bool plain = true;  // digits alone
};

// Reads "23,000", "1.3", "12,34,567" or "1.234.567,89". None where the grouping
// is of no kind that is in use (22,24,26) or the digits are a code (1.2.3).
std::optional<Digits> ReadDigits(std::string_view s);

// The value of "½" and its like, or 0.
double VulgarFraction(std::string_view s);

// The number that `s` spells in digits; 0 if it is none.
double ToNumber(std::string_view s);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DIGITS_H_
