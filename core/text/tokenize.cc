// The text is cut into runs by 64-byte bit masks (ascii_blocks.h). A run of
// ASCII is a word: folded in a register of 16 bytes and hashed. A run with other
// bytes is walked by characters, whose class and fold come from a table (fold.h);
// only a word in which characters compose is folded by ICU.
// Speed: bench/micro/text_bench.

#include "core/text/tokenize.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <string>

#include "core/text/ascii_blocks.h"
#include "core/text/fold.h"
#include "core/text/segment.h"
#include "core/text/utf8.h"
#include "core/text/word_hash.h"

namespace rashomon {
namespace {

// Longer words stand as they are: nobody writes them, and ICU counts in 31 bits.
constexpr size_t kLongestFoldedWord = size_t{1} << 20;

char LowerAscii(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c;
}

// Words of one run that has bytes beyond ASCII. A run begins and ends where ASCII
// parts words, so that no word goes beyond it.
class MixedRun {
 public:
  MixedRun(std::string_view text, std::vector<Token>& tokens)
      : text_(text), tokens_(tokens) {}

  void AddWords(size_t begin, size_t end) {
    for (size_t i = begin; i < end;) {
      const auto byte = static_cast<unsigned char>(text_[i]);
      if (byte < 0x80) {
        AddAscii(i, end);
        ++i;
        continue;
      }
      const CodePoint c = DecodeAt(text_.substr(0, end), i);
      Add(FoldOf(c.value), i, c.length, end);
      i += c.length;
    }
    Finish();
  }

 private:
  enum class State { kNone, kWord, kSingle };

  // ASCII letters and digits, the points and commas between digits, and
  // apostrophes next to something.
  void AddAscii(size_t at, size_t end) {
    if (text_[at] == '\'') {
      Add({.char_class = CharClass::kApostrophe, .length = 1, .utf8 = {'\''}}, at, 1,
          end);
      return;
    }
    if (state_ != State::kWord) Start(State::kWord, at);
    folded_.push_back(LowerAscii(text_[at]));
    end_ = at + 1;
  }

  void Add(const CharFold& fold, size_t at, size_t length, size_t end) {
    switch (fold.char_class) {
      case CharClass::kOther:
        Finish();
        return;
      case CharClass::kIgnorable:
        return;
      case CharClass::kApostrophe:
        if (!IsInnerApostrophe(at, length, end)) {
          Finish();
          return;
        }
        break;
      case CharClass::kLetter:
        if (state_ != State::kWord) Start(State::kWord, at);
        break;
      case CharClass::kMark:
        if (state_ == State::kNone) Start(State::kWord, at);
        break;
      case CharClass::kSingle:
        Start(State::kSingle, at);
        break;
    }
    if (fold.length == kNeedsContext) {
      needs_icu_ = true;
    } else {
      folded_.append(fold.utf8, fold.length);
    }
    end_ = at + length;
  }

  // Between two letters, or a letter and a digit.
  bool IsInnerApostrophe(size_t at, size_t length, size_t end) const {
    const size_t next = at + length;
    if (state_ != State::kWord || next >= end) return false;
    const auto after = static_cast<unsigned char>(text_[next]);
    const auto before = static_cast<unsigned char>(text_[end_ - 1]);
    if (after >= 0x80) {
      const CharFold fold = FoldOf(DecodeAt(text_.substr(0, end), next).value);
      return fold.char_class == CharClass::kLetter;
    }
    const uint8_t kind = kByteKinds[after];
    if ((kind & kWordByte) == 0) return false;
    return (kind & kDigitByte) == 0 || (kByteKinds[before] & kDigitByte) == 0;
  }

  void Start(State state, size_t at) {
    Finish();
    state_ = state;
    begin_ = end_ = at;
  }

  void Finish() {
    if (state_ == State::kNone) return;
    const std::string_view word = text_.substr(begin_, end_ - begin_);
    uint64_t hash = 0;
    if (needs_icu_ && word.size() <= kLongestFoldedWord) {
      hash = HashWord(FoldWord(word));
    } else {
      hash = HashWord(needs_icu_ ? word : std::string_view(folded_));
    }
    tokens_.push_back(
        {hash, static_cast<uint32_t>(begin_), static_cast<uint32_t>(end_ - begin_)});
    state_ = State::kNone;
    needs_icu_ = false;
    folded_.clear();
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  State state_ = State::kNone;
  size_t begin_ = 0;
  size_t end_ = 0;  // of the word so far, without ignorables after it
  bool needs_icu_ = false;
  std::string folded_;
};

// Sixteen bytes from `at` on, folded; what lies behind `length` is 0.
struct FoldedWord {
  uint64_t low;
  uint64_t high;
  bool ascii;
};

#ifdef __SSE2__
// From byte 16 - n on: n bytes to keep, then 16 to clear.
alignas(16) constexpr std::array<uint8_t, 32> kKeep = [] {
  std::array<uint8_t, 32> keep{};
  for (size_t i = 0; i < 16; ++i) keep[i] = 0xFF;
  return keep;
}();

// REQUIRES: 16 bytes from `at` on can be read.
inline FoldedWord FoldAscii(const char* at, size_t length) {
  const __m128i all = _mm_loadu_si128(reinterpret_cast<const __m128i*>(at));
  const __m128i keep =
      _mm_loadu_si128(reinterpret_cast<const __m128i*>(kKeep.data() + 16 - length));
  const __m128i x = _mm_and_si128(all, keep);
  const __m128i above = _mm_cmpgt_epi8(x, _mm_set1_epi8('A' - 1));
  const __m128i below = _mm_cmplt_epi8(x, _mm_set1_epi8('Z' + 1));
  const __m128i bit = _mm_and_si128(_mm_and_si128(above, below), _mm_set1_epi8(0x20));
  const __m128i folded = _mm_or_si128(x, bit);
  return {static_cast<uint64_t>(_mm_cvtsi128_si64(folded)),
          static_cast<uint64_t>(_mm_cvtsi128_si64(_mm_unpackhi_epi64(folded, folded))),
          _mm_movemask_epi8(x) == 0};
}
#else
inline FoldedWord FoldAscii(const char* at, size_t length) {
  char bytes[16] = {};
  bool ascii = true;
  for (size_t i = 0; i < length; ++i) {
    ascii &= static_cast<unsigned char>(at[i]) < 0x80;
    bytes[i] = LowerAscii(at[i]);
  }
  FoldedWord word{.ascii = ascii};
  std::memcpy(&word.low, bytes, 8);
  std::memcpy(&word.high, bytes + 8, 8);
  return word;
}
#endif

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& tokens)
      : text_(text), tokens_(tokens), mixed_(text, tokens) {}

  void Run() {
    // English has a word for every six bytes.
    tokens_.reserve(tokens_.size() + text_.size() / 6 + 1);
    size_t at = 0;
    for (; at + kBlockBytes < text_.size(); at += kBlockBytes) {
      AddBlock(ClassifyBlock(text_.data() + at), at,
               kByteKinds[static_cast<unsigned char>(text_[at + kBlockBytes])]);
    }
    char rest[kBlockBytes] = {};
    std::memcpy(rest, text_.data() + at, text_.size() - at);
    AddBlock(ClassifyBlock(rest), at, 0);
    if (open_) AddRun(begin_, text_.size());
  }

 private:
  // `next` is the kind of the first byte behind the block.
  void AddBlock(const BlockMasks& masks, size_t at, uint8_t next) {
    const auto shifted_in = [](uint64_t mask, bool before) {
      return mask << 1 | (before ? 1 : 0);
    };
    const auto shifted_out = [](uint64_t mask, bool after) {
      return mask >> 1 | (after ? uint64_t{1} << 63 : 0);
    };
    const uint64_t after_word = shifted_in(masks.word, last_word_);
    const uint64_t after_digit = shifted_in(masks.digit, last_digit_);
    const uint64_t before_word = shifted_out(masks.word, (next & kWordByte) != 0);
    const uint64_t before_digit = shifted_out(masks.digit, (next & kDigitByte) != 0);
    const uint64_t between_digits = after_digit & before_digit;
    const uint64_t inside =
        masks.word | (masks.point & between_digits) |
        (masks.apostrophe & after_word & before_word & ~between_digits);
    last_word_ = masks.word >> 63 != 0;
    last_digit_ = masks.digit >> 63 != 0;

    const uint64_t after_inside = shifted_in(inside, open_);
    uint64_t begins = inside & ~after_inside;
    uint64_t ends = ~inside & after_inside;
    const auto next_of = [at](uint64_t& bits) {
      const size_t place = at + static_cast<size_t>(std::countr_zero(bits));
      bits &= bits - 1;
      return place;
    };
    size_t begin = begin_;
    if (!open_) {
      if (begins == 0) return;
      begin = next_of(begins);
      open_ = true;
    }
    while (ends != 0) {
      AddRun(begin, next_of(ends));
      if (begins == 0) {
        open_ = false;
        return;
      }
      begin = next_of(begins);
    }
    begin_ = begin;
  }

  // The usual run: a short word of ASCII.
  [[gnu::always_inline]] inline void AddRun(size_t begin, size_t end) {
    const size_t length = end - begin;
    if (length <= kShortWord && begin + kShortWord <= text_.size()) [[likely]] {
      const FoldedWord word = FoldAscii(text_.data() + begin, length);
      if (word.ascii) [[likely]] {
        tokens_.push_back({HashShortWord(word.low, word.high),
                           static_cast<uint32_t>(begin),
                           static_cast<uint32_t>(length)});
        return;
      }
    }
    AddOtherRun(begin, end);
  }

  [[gnu::noinline]] void AddOtherRun(size_t begin, size_t end) {
    long_.assign(text_.substr(begin, end - begin));
    unsigned char any = 0;
    for (char& c : long_) {
      any |= static_cast<unsigned char>(c);
      c = LowerAscii(c);
    }
    if (any >= 0x80) {
      mixed_.AddWords(begin, end);
      return;
    }
    tokens_.push_back({HashWord(long_), static_cast<uint32_t>(begin),
                       static_cast<uint32_t>(end - begin)});
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  MixedRun mixed_;
  std::string long_;
  size_t begin_ = 0;   // of the open run
  bool open_ = false;  // whether the last block ended within a run
  bool last_word_ = false;
  bool last_digit_ = false;
};

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  AppendTokens(text, tokens);
  return tokens;
}

void AppendTokens(std::string_view text, std::vector<Token>& tokens) {
  Tokenizer(text.substr(0, kMaxTextBytes), tokens).Run();
}

}  // namespace rashomon
