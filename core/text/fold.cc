// Folding a word character by character is right where every character is the
// border of a normalisation (Unicode annex 15, section 9): then nothing composes
// across it. Characters that are none, such as combining accents, send their
// word to ICU as a whole.

#include "core/text/fold.h"

#include <algorithm>
#include <cstring>
#include <vector>

#include "core/text/utf8.h"
#include "unicode/normalizer2.h"
#include "unicode/uchar.h"
#include "unicode/unistr.h"
#include "unicode/uscript.h"

namespace rashomon {
namespace {

constexpr char32_t kTableEnd = 0x3200;

bool IsApostrophe(char32_t c) {
  return c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC || c == 0xFF07;
}

bool HasNoSpaces(char32_t c) {
  if (c == 0x30FC || c == 0xFF70) return true;  // prolonged sound, of both kana
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return true;
    default:
      return false;
  }
}

CharClass Classify(char32_t c) {
  if (c == kBadByte) return CharClass::kOther;
  const auto u = static_cast<UChar32>(c);
  if (u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)) {
    return CharClass::kIgnorable;
  }
  if (IsApostrophe(c)) return CharClass::kApostrophe;
  if (c == 0xFF9E || c == 0xFF9F) return CharClass::kMark;  // halfwidth voicing
  const uint32_t category = U_GET_GC_MASK(u);
  if ((category & U_GC_M_MASK) != 0) return CharClass::kMark;
  if ((category & (U_GC_L_MASK | U_GC_N_MASK)) == 0) return CharClass::kOther;
  return HasNoSpaces(c) ? CharClass::kSingle : CharClass::kLetter;
}

const icu::Normalizer2& Normalizer() {
  static const icu::Normalizer2* const kNormalizer = [] {
    UErrorCode status = U_ZERO_ERROR;
    return icu::Normalizer2::getNFKCCasefoldInstance(status);
  }();
  return *kNormalizer;
}

std::string Fold(const icu::UnicodeString& word) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded = Normalizer().normalize(word, status);
  for (int32_t i = 0; i < folded.length(); ++i) {
    if (IsApostrophe(folded[i])) folded.setCharAt(i, u'\'');
  }
  std::string utf8;
  folded.toUTF8String(utf8);
  return utf8;
}

void SetFold(CharFold& fold, std::string_view utf8) {
  if (utf8.size() > sizeof(fold.utf8)) {
    fold.length = kNeedsContext;
    return;
  }
  fold.length = static_cast<uint8_t>(utf8.size());
  std::copy(utf8.begin(), utf8.end(), fold.utf8);
}

CharFold AskIcu(char32_t c) {
  CharFold fold{.char_class = Classify(c)};
  switch (fold.char_class) {
    case CharClass::kOther:
    case CharClass::kIgnorable:
      return fold;
    case CharClass::kApostrophe:
      SetFold(fold, "'");
      return fold;
    default:
      break;
  }
  const auto u = static_cast<UChar32>(c);
  if (!Normalizer().hasBoundaryBefore(u)) {
    fold.length = kNeedsContext;
    return fold;
  }
  SetFold(fold, Fold(icu::UnicodeString(u)));
  return fold;
}

CharFold Identity(char32_t c, CharClass char_class) {
  CharFold fold{.char_class = char_class, .length = 3};
  fold.utf8[0] = static_cast<char>(0xE0 | (c >> 12));
  fold.utf8[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  fold.utf8[2] = static_cast<char>(0x80 | (c & 0x3F));
  return fold;
}

}  // namespace

CharFold FoldOf(char32_t c) {
  static const std::vector<CharFold>& table = *[] {
    auto* folds = new std::vector<CharFold>(kTableEnd);
    for (char32_t i = 0x80; i < kTableEnd; ++i) (*folds)[i] = AskIcu(i);
    return folds;
  }();
  if (c < kTableEnd) return table[c];
  if (c >= 0x4E00 && c <= 0x9FA5) return Identity(c, CharClass::kSingle);
  if (c >= 0xAC00 && c <= 0xD7A3) return Identity(c, CharClass::kLetter);
  return AskIcu(c);
}

std::string FoldWord(std::string_view word) {
  return Fold(icu::UnicodeString::fromUTF8(
      icu::StringPiece(word.data(), static_cast<int32_t>(word.size()))));
}

}  // namespace rashomon
