// One pass over the bytes. ASCII words are folded and hashed from a scratch of
// a word's size; a word with other bytes is folded by ICU (NFKC, case).

#include "core/text/tokenize.h"

#include <string>

#include "core/base/hash.h"
#include "unicode/normalizer2.h"
#include "unicode/uchar.h"
#include "unicode/unistr.h"
#include "unicode/utf8.h"

namespace rashomon {
namespace {

bool IsAsciiAlnum(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  std::vector<Token> tokens;
  const auto* s = reinterpret_cast<const uint8_t*>(text.data());
  const int32_t size = static_cast<int32_t>(text.size());
  std::string word;
  int32_t i = 0;
  while (i < size) {
    const int32_t begin = i;
    word.clear();
    int32_t end = i;
    while (i < size) {
      const int32_t at = i;
      UChar32 c = 0;
      U8_NEXT(s, i, size, c);
      if (c >= 0 && (c < 128 ? IsAsciiAlnum(static_cast<unsigned char>(c))
                             : (u_isalnum(c) || (U_GET_GC_MASK(c) & U_GC_M_MASK)))) {
        end = i;
        continue;
      }
      const bool apostrophe = c == '\'' || c == 0x2019;
      const bool point = c == '.' || c == ',';
      if (end > begin && (apostrophe || point) && i < size && end == at) {
        const unsigned char before = s[end - 1], after = s[i];
        const bool digits =
            before >= '0' && before <= '9' && after >= '0' && after <= '9';
        if (point ? digits : (IsAsciiAlnum(after) && IsAsciiAlnum(before) && !digits)) {
          end = i;
          continue;
        }
      }
      break;
    }
    if (end == begin) continue;
    bool ascii = true;
    for (int32_t k = begin; k < end; ++k) {
      ascii &= s[k] < 128;
      word.push_back(static_cast<char>(s[k] >= 'A' && s[k] <= 'Z' ? s[k] + 32 : s[k]));
    }
    if (!ascii) {
      UErrorCode status = U_ZERO_ERROR;
      const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
      const icu::UnicodeString source = icu::UnicodeString::fromUTF8(
          icu::StringPiece(text.data() + begin, end - begin));
      icu::UnicodeString folded = fold->normalize(source, status);
      folded.findAndReplace(icu::UnicodeString(u'\u2019'), icu::UnicodeString(u'\''));
      word.clear();
      folded.toUTF8String(word);
    }
    tokens.push_back({Hash64(word), static_cast<uint32_t>(begin),
                      static_cast<uint32_t>(end - begin)});
    i = end;
  }
  return tokens;
}

}  // namespace rashomon
