// What a character beyond ASCII is to a word, and what it folds to.

#ifndef RASHOMON_CORE_TEXT_FOLD_H_
#define RASHOMON_CORE_TEXT_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

enum class CharClass : uint8_t {
  kOther,       // parts words; bytes that are not UTF-8 too
  kLetter,      // letters, and numbers of any kind
  kMark,        // combining: stays with the character before it
  kSingle,      // a letter of a script without spaces: a word by itself
  kApostrophe,  // kept between letters, as '
  kIgnorable,   // soft hyphens, joiners, zero-width characters: as if not there
};

// The folded form of one character where it does not depend on its neighbours.
struct CharFold {
  CharClass char_class = CharClass::kOther;
  // Bytes of `utf8`, or kNeedsContext where only ICU can fold the whole word.
  uint8_t length = 0;
  char utf8[6] = {};
};

inline constexpr uint8_t kNeedsContext = 0xFF;

// REQUIRES: c >= 0x80, or kBadByte. A table look-up below U+3200 and for Han and
// Hangul; elsewhere ICU is asked.
CharFold FoldOf(char32_t c);

// Returns the NFKC case-folded form of `word` with straight apostrophes: what
// makes two words equal. Bytes that are not UTF-8 become U+FFFD.
std::string FoldWord(std::string_view word);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_FOLD_H_
