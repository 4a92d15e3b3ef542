// Text as terminals show it: code points, and how many columns they take.

#ifndef RASHOMON_CORE_REPORT_DISPLAY_H_
#define RASHOMON_CORE_REPORT_DISPLAY_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

// One code point of a text; `code` is -1 for bytes that are not UTF-8.
struct Character {
  int32_t code = -1;
  size_t size = 0;  // in bytes, at least 1
};

// Returns the character at `at`. REQUIRES: at < text.size().
Character CharacterAt(std::string_view text, size_t at);

// True for characters that could break a line, move a cursor or turn the
// direction of text around: what no output shows as it is.
bool IsUnsafe(int32_t code);

// True for spaces and for whatever breaks a line.
bool IsSpace(int32_t code);

// Columns of `code` on a terminal: 0 for combining marks and what is invisible,
// 2 for wide characters (UAX #11), else 1.
int Columns(int32_t code);

// Columns of a text that is Printable (rashomon/report.h).
int Columns(std::string_view text);

// Returns the largest offset not above `at` that splits no character.
size_t CharacterStart(std::string_view text, size_t at);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_DISPLAY_H_
