// Words of a text, straight over its original bytes.
//
// A word is a run of letters, numbers and marks, with an apostrophe kept inside
// before a letter or number (not between two digits 0-9) and a point or comma
// between two digits 0-9; everything else parts words, bytes that are not UTF-8
// too. Scripts without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer,
// Myanmar) give one word per letter with its marks. Soft hyphens, joiners and
// other ignorable characters are as if they were not there.
//
// Words are equal when their NFKC case-folded forms with straight apostrophes
// are: Russia's and RUSSIA’S are one.

#ifndef RASHOMON_CORE_TEXT_TOKENIZE_H_
#define RASHOMON_CORE_TEXT_TOKENIZE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "rashomon/span.h"

namespace rashomon {

struct Token {
  uint64_t hash = 0;  // of the folded word
  uint32_t begin = 0;
  uint32_t length = 0;  // in bytes of the original

  ByteSpan span() const { return {begin, begin + length}; }
};

// Returns the words of `text` in order. Linear; of the first 2^32 - 1 bytes.
std::vector<Token> Tokenize(std::string_view text);

// The same, behind what `tokens` holds: for a workspace that is used again.
void AppendTokens(std::string_view text, std::vector<Token>& tokens);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_TOKENIZE_H_
