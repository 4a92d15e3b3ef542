// UTF-8 by the byte offset: decoding, borders of characters, the first bad byte.

#ifndef RASHOMON_CORE_TEXT_UTF8_H_
#define RASHOMON_CORE_TEXT_UTF8_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rashomon {

// One step through a text. Bytes that are not UTF-8 are steps of one byte.
struct CodePoint {
  char32_t value = 0;   // kBadByte where the byte is not part of a character
  uint32_t length = 0;  // in bytes, 1 to 4

  friend bool operator==(CodePoint, CodePoint) = default;
};

inline constexpr char32_t kBadByte = 0xFFFFFFFF;

// Decodes the character that begins at `offset`. REQUIRES: offset < text.size().
CodePoint DecodeAt(std::string_view text, size_t offset);

// Decodes the character that ends at `end`. REQUIRES: 0 < end <= text.size(),
// and `end` is the border of a character.
CodePoint DecodeBefore(std::string_view text, size_t end);

// Returns the offset of the first byte that is not part of a character (overlong
// forms, surrogates and cut-off characters are none), or npos for valid UTF-8.
size_t FirstBadByte(std::string_view text);

// Returns the greatest border of a character that is <= `offset`, and the least
// that is >= `offset`. REQUIRES: offset <= text.size().
size_t SnapDown(std::string_view text, size_t offset);
size_t SnapUp(std::string_view text, size_t offset);

// White space between words: of ASCII, of Unicode, the byte order mark and the
// zero-width space; control characters too, such as the end-of-text of old wires.
bool IsSpace(char32_t c);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_UTF8_H_
