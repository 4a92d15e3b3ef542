#include "core/text/utf8.h"

#include <algorithm>
#include <cstring>

#include "unicode/utf8.h"

namespace rashomon {
namespace {

constexpr uint64_t kHighBits = 0x8080808080808080;

// The character that has the byte at `offset`, by its begin; where there is
// none, the byte by itself.
struct Place {
  size_t begin;
  CodePoint c;
};

Place CharacterAround(std::string_view text, size_t offset) {
  for (size_t back = 0; back <= std::min<size_t>(offset, 3); ++back) {
    const CodePoint c = DecodeAt(text, offset - back);
    if (c.value != kBadByte && c.length > back) return {offset - back, c};
    if ((static_cast<unsigned char>(text[offset - back]) & 0xC0) != 0x80) break;
  }
  return {offset, {kBadByte, 1}};
}

}  // namespace

CodePoint DecodeAt(std::string_view text, size_t offset) {
  const auto* s = reinterpret_cast<const uint8_t*>(text.data()) + offset;
  const auto size = static_cast<int32_t>(std::min<size_t>(text.size() - offset, 4));
  int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(s, i, size, c);
  if (c < 0) return {kBadByte, 1};
  return {static_cast<char32_t>(c), static_cast<uint32_t>(i)};
}

CodePoint DecodeBefore(std::string_view text, size_t end) {
  return CharacterAround(text, end - 1).c;
}

size_t FirstBadByte(std::string_view text) {
  size_t i = 0;
  while (i < text.size()) {
    uint64_t eight = 0;
    if (i + sizeof(eight) <= text.size()) {
      std::memcpy(&eight, text.data() + i, sizeof(eight));
      if ((eight & kHighBits) == 0) {
        i += sizeof(eight);
        continue;
      }
    }
    const CodePoint c = DecodeAt(text, i);
    if (c.value == kBadByte) return i;
    i += c.length;
  }
  return std::string_view::npos;
}

size_t SnapDown(std::string_view text, size_t offset) {
  if (offset >= text.size()) return offset;
  return CharacterAround(text, offset).begin;
}

size_t SnapUp(std::string_view text, size_t offset) {
  if (offset >= text.size()) return offset;
  const Place place = CharacterAround(text, offset);
  return place.begin == offset ? offset : place.begin + place.c.length;
}

bool IsSpace(char32_t c) {
  if (c < 0xA0) return c <= ' ' || c >= 0x7F;
  return c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

}  // namespace rashomon
