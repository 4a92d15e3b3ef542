#include "core/report/place.h"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "absl/strings/str_format.h"
#include "core/report/styled_text.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr int kNameColumns = 32;

}  // namespace

DocumentNames::DocumentNames(absl::Span<const Document> documents) {
  std::map<std::string, int> uses;
  for (const Document& d : documents) {
    names_.push_back(Clip(d.id, kNameColumns));
    ++uses[names_.back()];
  }
  for (size_t i = 0; i < names_.size(); ++i) {
    if (uses[names_[i]] > 1) names_[i] = Printable(documents[i].id);
  }
}

size_t LineOf(std::string_view text, uint32_t offset) {
  const size_t end = std::min<size_t>(offset, text.size());
  return 1 + static_cast<size_t>(std::count(
                 text.begin(), text.begin() + static_cast<ptrdiff_t>(end), '\n'));
}

const char* Plural(size_t n) { return n == 1 ? "" : "s"; }

std::string HumanBytes(uint64_t bytes) {
  static constexpr std::array<const char*, 5> kUnits = {"bytes", "KB", "MB", "GB",
                                                        "TB"};
  double value = static_cast<double>(bytes);
  size_t unit = 0;
  while (value >= 999.5 && unit + 1 < kUnits.size()) {
    value /= 1000;
    ++unit;
  }
  const int decimals = unit > 0 && value < 9.95 ? 1 : 0;
  return absl::StrFormat("%.*f %s", decimals, value, kUnits[unit]);
}

std::string Grouped(uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += ',';
    out += digits[i];
  }
  return out;
}

}  // namespace rashomon
