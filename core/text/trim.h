// Spans without the white space around them.

#ifndef RASHOMON_CORE_TEXT_TRIM_H_
#define RASHOMON_CORE_TEXT_TRIM_H_

#include <cstddef>
#include <string_view>

#include "core/text/utf8.h"
#include "rashomon/span.h"

namespace rashomon {

// Returns [begin, end) of `text` without the white space at either end.
// REQUIRES: begin <= end <= text.size() < 2^32, both borders of characters.
inline ByteSpan Trim(std::string_view text, size_t begin, size_t end) {
  while (begin < end) {
    const CodePoint c = DecodeAt(text, begin);
    if (!IsSpace(c.value)) break;
    begin += c.length;
  }
  while (end > begin) {
    const CodePoint c = DecodeBefore(text, end);
    if (!IsSpace(c.value)) break;
    end -= c.length;
  }
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_TRIM_H_
