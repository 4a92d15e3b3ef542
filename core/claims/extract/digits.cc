#include "core/claims/extract/digits.h"

#include <cstdlib>
#include <string>

namespace rashomon {

double ToNumber(std::string_view s) {
  return std::strtod(std::string(s).c_str(), nullptr);
}

double VulgarFraction(std::string_view s) {
  if (s == "½") return 0.5;
  if (s == "¼") return 0.25;
  if (s == "¾") return 0.75;
  if (s == "⅓") return 1.0 / 3;
  if (s == "⅔") return 2.0 / 3;
  return 0;
}

std::optional<Digits> ReadDigits(std::string_view s) {
  size_t points = 0, commas = 0;
  for (char c : s) {
    points += c == '.';
    commas += c == ',';
  }
  if (s.size() > 30) return std::nullopt;
  char group = ',';
  if (points > 1) {  // 1.234.567,89
    if (commas > 1 || (commas == 1 && s.rfind(',') < s.rfind('.'))) return std::nullopt;
    group = '.';
  }
  std::string plain;
  bool decimal = false;
  size_t run = 0;  // digits since the last separator
  size_t separators = 0;
  const char point = group == ',' ? '.' : ',';
  for (size_t i = 0; i < s.size(); ++i) {
    if (s[i] == group) {
      if (decimal) return std::nullopt;
      if (separators == 0 ? run > 3 : run != 3 && run != 2) return std::nullopt;
      ++separators;
      run = 0;
    } else if (s[i] == point) {
      if (separators > 0 && run != 3) return std::nullopt;
      decimal = true;
      plain.push_back('.');
    } else {
      plain.push_back(s[i]);
      ++run;
    }
  }
  if (separators > 0 && !decimal && run != 3) return std::nullopt;
  return Digits{ToNumber(plain), points + commas == 0};
}

}  // namespace rashomon
