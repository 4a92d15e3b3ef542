// Paragraphs and sentences of a text, as spans of its original bytes.

#ifndef RASHOMON_CORE_TEXT_SEGMENT_H_
#define RASHOMON_CORE_TEXT_SEGMENT_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "rashomon/span.h"

namespace rashomon {

// Offsets have 32 bits: of a longer text, only so many bytes are looked at.
inline constexpr size_t kMaxTextBytes = 0xFFFFFFFF;

// Returns the paragraphs of `text`, without the white space around them. A
// paragraph ends at a blank line, or at a line break unless the text is
// hard-wrapped (most lines near the longest).
std::vector<ByteSpan> Paragraphs(std::string_view text);

// Returns the sentences of the bytes `paragraph` of `text`, without the white
// space around them. Abbreviations (U.S., Dr., Sept. 11) and decimal points end
// none; a closing quotation mark belongs to the sentence before it.
std::vector<ByteSpan> Sentences(std::string_view text, ByteSpan paragraph);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_SEGMENT_H_
