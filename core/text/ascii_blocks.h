// Words of ASCII by the block: 64 bytes are classified at a time into bit masks,
// and the inner apostrophes and points decided for all of them at once. A byte
// beyond ASCII counts as part of a word; whoever looks at the word sees to it.

#ifndef RASHOMON_CORE_TEXT_ASCII_BLOCKS_H_
#define RASHOMON_CORE_TEXT_ASCII_BLOCKS_H_

#include <array>
#include <cstddef>
#include <cstdint>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace rashomon {

inline constexpr size_t kBlockBytes = 64;

// Bit i tells of byte i of the block.
struct BlockMasks {
  uint64_t word = 0;        // letters, digits, bytes beyond ASCII
  uint64_t digit = 0;       // 0-9
  uint64_t apostrophe = 0;  // '
  uint64_t point = 0;       // . and ,
};

// The same, of one byte, as bits.
enum ByteKind : uint8_t {
  kWordByte = 1,
  kDigitByte = 2,
  kApostropheByte = 4,
  kPointByte = 8
};

inline constexpr std::array<uint8_t, 256> kByteKinds = [] {
  std::array<uint8_t, 256> kinds{};
  for (size_t c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9';
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (digit) kinds[c] = kWordByte | kDigitByte;
    if (letter || c >= 0x80) kinds[c] = kWordByte;
  }
  kinds['\''] = kApostropheByte;
  kinds['.'] = kinds[','] = kPointByte;
  return kinds;
}();

// The definition, byte by byte.
inline BlockMasks ClassifyBlockScalar(const char* block) {
  BlockMasks masks;
  for (size_t i = 0; i < kBlockBytes; ++i) {
    const uint64_t kind = kByteKinds[static_cast<unsigned char>(block[i])];
    masks.word |= (kind & 1) << i;
    masks.digit |= (kind >> 1 & 1) << i;
    masks.apostrophe |= (kind >> 2 & 1) << i;
    masks.point |= (kind >> 3 & 1) << i;
  }
  return masks;
}

#ifdef __SSE2__
inline BlockMasks ClassifyBlock(const char* block) {
  BlockMasks masks;
  for (size_t i = 0; i < kBlockBytes; i += 16) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(block + i));
    // x in [low, low + n) where x - low - 128 < n - 128, signed.
    const auto in_range = [](__m128i x, char low, int n) {
      return _mm_cmplt_epi8(
          _mm_sub_epi8(x, _mm_set1_epi8(static_cast<char>(low + 128))),
          _mm_set1_epi8(static_cast<char>(n - 128)));
    };
    const auto bits = [i](__m128i x) {
      return uint64_t{static_cast<uint16_t>(_mm_movemask_epi8(x))} << i;
    };
    const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
    const __m128i digit = in_range(bytes, '0', 10);
    const __m128i letter = in_range(lower, 'a', 26);
    // The sign bit of a byte beyond ASCII is set already.
    masks.word |= bits(_mm_or_si128(_mm_or_si128(digit, letter), bytes));
    masks.digit |= bits(digit);
    masks.apostrophe |= bits(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\'')));
    masks.point |= bits(_mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('.')),
                                     _mm_cmpeq_epi8(bytes, _mm_set1_epi8(','))));
  }
  return masks;
}
#else
inline BlockMasks ClassifyBlock(const char* block) {
  return ClassifyBlockScalar(block);
}
#endif

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_ASCII_BLOCKS_H_
