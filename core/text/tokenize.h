// Words of a text, straight over its original bytes.
//
// A word is a run of letters, digits and marks, with an apostrophe between
// letters and a point or comma between digits kept inside; everything else
// parts words. Scripts without spaces give one word per character. Words are
// equal when their NFKC case-folded forms are: Russia's and Russia’s are one.

#ifndef RASHOMON_CORE_TEXT_TOKENIZE_H_
#define RASHOMON_CORE_TEXT_TOKENIZE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "rashomon/span.h"

namespace rashomon {

struct Token {
  uint64_t hash = 0;  // XXH3 of the folded word
  uint32_t begin = 0;
  uint32_t length = 0;  // in bytes of the original

  ByteSpan span() const { return {begin, begin + length}; }
};

// Returns the words of `text` in order. Bytes that are not UTF-8 part words.
// Linear; pure ASCII words take a path without ICU.
std::vector<Token> Tokenize(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_TOKENIZE_H_
