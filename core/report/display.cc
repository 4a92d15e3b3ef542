#include "core/report/display.h"

#include <algorithm>

#include "rashomon/report.h"
#include "unicode/uchar.h"
#include "unicode/utf8.h"

namespace rashomon {
namespace {

constexpr std::string_view kReplacement = "\uFFFD";
constexpr int32_t kByteOrderMark = 0xFEFF;

bool IsDirectionMark(int32_t code) {
  return code == 0x061C || code == 0x200E || code == 0x200F ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

// The sign for a control character of ASCII: U+2400 and what follows it.
std::string ControlPicture(int32_t code) {
  const int32_t sign = code == 0x7F ? 0x2421 : 0x2400 + code;
  return {static_cast<char>(0xE2), static_cast<char>(0x80 | ((sign >> 6) & 0x3F)),
          static_cast<char>(0x80 | (sign & 0x3F))};
}

}  // namespace

// ICU's macro narrows inside.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"
Character CharacterAt(std::string_view text, size_t at) {
  const std::string_view rest = text.substr(at, U8_MAX_LENGTH);
  int32_t i = 0;
  UChar32 code = 0;
  U8_NEXT(rest.data(), i, static_cast<int32_t>(rest.size()), code);
  return {code < 0 ? -1 : code, static_cast<size_t>(i)};
}
#pragma GCC diagnostic pop

bool IsSpace(int32_t code) {
  return code == ' ' || (code >= '\t' && code <= '\r') || code == 0x85 ||
         code == 0xA0 || code == 0x2028 || code == 0x2029;
}

bool IsUnsafe(int32_t code) {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x2028 ||
         code == 0x2029 || IsDirectionMark(code);
}

int Columns(int32_t code) {
  if (code < 0) return 1;
  if (code >= 0x20 && code < 0x7F) return 1;
  switch (u_charType(code)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    case U_FORMAT_CHAR:
      return code == 0xAD ? 1 : 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(code, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int Columns(std::string_view text) {
  int columns = 0;
  for (size_t i = 0; i < text.size();) {
    const Character c = CharacterAt(text, i);
    columns += Columns(c.code);
    i += c.size;
  }
  return columns;
}

size_t CharacterStart(std::string_view text, size_t at) {
  at = std::min(at, text.size());
  const size_t least = at > 3 ? at - 3 : 0;
  for (size_t i = at; i > least && i < text.size(); --i) {
    if (U8_IS_TRAIL(static_cast<uint8_t>(text[i])) == 0) return i;
  }
  return at == text.size() ? at : least;
}

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t i = 0; i < text.size();) {
    const Character c = CharacterAt(text, i);
    if (c.code < 0) {
      out += kReplacement;
    } else if (IsSpace(c.code)) {
      out += ' ';
    } else if (c.code == kByteOrderMark) {
      // Takes no room and means nothing inside a line.
    } else if (IsUnsafe(c.code)) {
      out += c.code < 0x80 ? ControlPicture(c.code) : std::string(kReplacement);
    } else {
      out += text.substr(i, c.size);
    }
    i += c.size;
  }
  return out;
}

}  // namespace rashomon
