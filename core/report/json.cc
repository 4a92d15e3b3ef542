#include "core/report/json.h"

#include <cmath>

#include "absl/strings/str_format.h"

namespace rashomon {
namespace {

constexpr double kMaxExactInteger = 9007199254740992;  // 2^53

unsigned char Byte(std::string_view s, size_t i) {
  return static_cast<unsigned char>(s[i]);
}

// Returns the code point of the troublesome character at `i` of valid UTF-8:
// DEL and the C1 controls, line and paragraph separators, marks of direction;
// 0 for every other.
int Troublesome(std::string_view s, size_t i) {
  const unsigned char lead = Byte(s, i);
  if (lead == 0x7F) return lead;
  if (lead == 0xC2 && i + 1 < s.size()) {
    const int code = Byte(s, i + 1);
    return code <= 0x9F ? code : 0;
  }
  if (lead == 0xD8 && i + 1 < s.size()) return Byte(s, i + 1) == 0x9C ? 0x61C : 0;
  if (lead == 0xE2 && i + 2 < s.size()) {
    const int code = 0x2000 + ((Byte(s, i + 1) & 0x3F) << 6) + (Byte(s, i + 2) & 0x3F);
    const bool mark = (code >= 0x200E && code <= 0x200F) ||
                      (code >= 0x2028 && code <= 0x202E) ||
                      (code >= 0x2066 && code <= 0x2069);
    return mark ? code : 0;
  }
  return 0;
}

}  // namespace

Json JsonNumber(double value) {
  if (!std::isfinite(value)) return nullptr;
  if (value == std::trunc(value) && std::abs(value) <= kMaxExactInteger) {
    return static_cast<int64_t>(value);
  }
  return value;
}

Json JsonOrNull(const std::optional<std::string>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json JsonOrNull(std::string_view value) {
  return value.empty() ? Json(nullptr) : Json(value);
}

Json JsonSpan(ByteSpan span) { return Json::array({span.begin, span.end}); }

std::string Dump(const Json& json, int indent) {
  const std::string plain = json.dump(indent, ' ', /*ensure_ascii=*/false,
                                      nlohmann::json::error_handler_t::replace);
  std::string safe;
  safe.reserve(plain.size());
  size_t done = 0;  // bytes of `plain` that are in `safe`
  for (size_t i = 0; i < plain.size(); ++i) {
    if (Byte(plain, i) < 0x7F) continue;
    const int code = Troublesome(plain, i);
    if (code == 0) continue;
    safe.append(plain, done, i - done);
    safe += absl::StrFormat("\\u%04x", code);
    i += code >= 0x800 ? 2 : code >= 0x80 ? 1 : 0;
    done = i + 1;
  }
  safe.append(plain, done);
  return safe;
}

}  // namespace rashomon
