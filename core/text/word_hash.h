// The hash of a folded word, by which words are compared.

#ifndef RASHOMON_CORE_TEXT_WORD_HASH_H_
#define RASHOMON_CORE_TEXT_WORD_HASH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/base/hash.h"

namespace rashomon {

// Words of up to so many bytes are hashed in two registers.
inline constexpr size_t kShortWord = 16;

// Of a word whose bytes, with zeros behind them, are `low` and `high`: two folded
// multiplications of 64 by 64 bits, and no branch on the length, which a processor
// guesses wrong at every other word.
inline uint64_t HashShortWord(uint64_t low, uint64_t high) {
  __extension__ using Wide = unsigned __int128;
  const Wide x = Wide{low ^ 0x9E3779B97F4A7C15} * (high ^ 0xD1B54A32D192ED03);
  const Wide y = Wide{static_cast<uint64_t>(x) ^ 0x8CB92BA72F3D8DD7} *
                 (static_cast<uint64_t>(x >> 64) ^ 0xABC98388FB8FAC03);
  return static_cast<uint64_t>(y) ^ static_cast<uint64_t>(y >> 64);
}

// No word holds a NUL, so that zeros behind a short one add nothing.
inline uint64_t HashWord(std::string_view word) {
  if (word.size() > kShortWord) return Hash64(word);
  std::array<uint64_t, 2> halves{};
  std::memcpy(halves.data(), word.data(), word.size());
  return HashShortWord(halves[0], halves[1]);
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_WORD_HASH_H_
