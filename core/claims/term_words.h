// The words of a text as terms see them: in lower case, with what their place
// says of them. Cost: linear in the bytes; no allocation.

#ifndef RASHOMON_CORE_CLAIMS_TERM_WORDS_H_
#define RASHOMON_CORE_CLAIMS_TERM_WORDS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "absl/strings/ascii.h"
#include "rashomon/span.h"

namespace rashomon {

inline bool IsTermLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c)) ||
         (static_cast<unsigned char>(c) >= 0xC3 &&
          static_cast<unsigned char>(c) != 0xE2) ||
         (static_cast<unsigned char>(c) >= 0x80 &&
          static_cast<unsigned char>(c) < 0xC0);
}

inline constexpr size_t kMaxTermBytes = 48;

struct RawWord {
  std::string_view lower;  // valid during the visit
  uint32_t begin = 0;
  bool capital = false;
  bool first = false;  // of its sentence
  bool after_place = false;
};

// So many words behind a preposition of place may hold the place.
inline constexpr int kPlaceWords = 5;

inline bool LeadsToPlace(std::string_view w) {
  for (std::string_view lead :
       {"of", "the", "a", "village", "town", "city", "province", "region", "district",
        "northern", "southern", "eastern", "western", "central", "on"}) {
    if (w == lead) return true;
  }
  return false;
}

// Calls visit(RawWord) for every word of `text` in [begin, end). Letters and
// inner hyphens, points between single letters (U.S.) and apostrophes are words;
// a quotation mark or anything else parts them.
template <typename Visit>
void ForEachWord(std::string_view text, ByteSpan span, Visit visit) {
  char buffer[kMaxTermBytes];
  bool first = true;
  bool after_place = false;
  int place_words = 0;
  size_t i = span.begin;
  while (i < span.end) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && i + 2 < span.end) {  // general punctuation
      i += 3;
      continue;
    }
    if (c == 0xC2 && i + 1 < span.end) {  // no-break space, « and other signs
      i += 2;
      continue;
    }
    if (!IsTermLetter(text[i])) {
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"')
        first = true;
      if (absl::ascii_isdigit(c)) {
        first = false;
        after_place = false;
      }
      ++i;
      continue;
    }
    const size_t begin = i;
    size_t length = 0;
    while (i < span.end) {
      const auto d = static_cast<unsigned char>(text[i]);
      const bool next_letter = i + 1 < span.end && IsTermLetter(text[i + 1]) &&
                               static_cast<unsigned char>(text[i + 1]) != 0xE2;
      if (IsTermLetter(text[i]) || ((d == '-' || d == '\'') && next_letter)) {
        if (length < kMaxTermBytes) buffer[length++] = absl::ascii_tolower(d);
        ++i;
      } else if (d == '.' && next_letter && i - begin == 1) {
        while (i + 1 < span.end && text[i] == '.' && IsTermLetter(text[i + 1]) &&
               (i + 2 >= span.end || !IsTermLetter(text[i + 2]))) {
          if (length + 2 <= kMaxTermBytes) {
            buffer[length++] = '.';
            buffer[length++] =
                absl::ascii_tolower(static_cast<unsigned char>(text[i + 1]));
          }
          i += 2;
        }
        if (i < span.end && text[i] == '.') ++i;
        break;
      } else {
        break;
      }
    }
    if (length > 2 && buffer[length - 2] == '\'' && buffer[length - 1] == 's')
      length -= 2;
    RawWord word;
    word.lower = {buffer, length};
    word.begin = static_cast<uint32_t>(begin);
    word.capital = absl::ascii_isupper(static_cast<unsigned char>(text[begin]));
    word.first = first;
    word.after_place = after_place;
    visit(word);
    // "in the village of Tall Tawil", "in the market of Tarsin": a preposition of
    // place holds for a few words, and a capital behind "of" or an article takes it.
    const std::string_view w = word.lower;
    if (w == "in" || w == "at" || w == "near" || w == "outside" || w == "around") {
      place_words = kPlaceWords;
      after_place = true;
    } else {
      if (place_words > 0) --place_words;
      after_place = place_words > 0 && (word.capital ? after_place : LeadsToPlace(w));
    }
    first = false;
  }
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TERM_WORDS_H_
