#include "core/claims/annotate.h"

#include "absl/strings/ascii.h"
#include "core/base/strings.h"
#include "core/text/segment.h"

namespace rashomon {
namespace {

bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }
bool IsAlpha(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }

// Length of the UTF-8 character at `s`, 1 for a byte that begins none.
size_t CharLength(std::string_view s) {
  const auto c = static_cast<unsigned char>(s[0]);
  const size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
  return length <= s.size() ? length : 1;
}

// General punctuation (U+2000-206F), currency signs (U+20A0-20CF), guillemets
// and the like part words; every other character beyond ASCII is a letter.
bool IsWidePunct(std::string_view s) {
  const size_t n = CharLength(s);
  if (n == 1) return true;
  if (n == 2) return s[0] == '\xC2';
  return n == 3 && s[0] == '\xE2' && (s[1] == '\x80' || s[1] == '\x81' || s[1] == '\x82' ||
                                      s[1] == '\x83' || s[1] == '\x88');
}

bool StartsLetter(std::string_view s) {
  if (s.empty()) return false;
  const auto c = static_cast<unsigned char>(s[0]);
  return c < 128 ? IsAlpha(s[0]) : !IsWidePunct(s);
}

size_t ApostropheLength(std::string_view s) {
  if (s.substr(0, 1) == "'") return 1;
  return s.substr(0, 3) == "’" ? 3 : 0;
}

// Returns the end of the word that begins at `i`; sets `kind`.
size_t WordEnd(std::string_view s, size_t i, WordKind* kind) {
  if (IsDigit(s[i])) {
    *kind = WordKind::kNumber;
    while (i < s.size() &&
           (IsDigit(s[i]) || ((s[i] == ',' || s[i] == '.') && i + 1 < s.size() &&
                              IsDigit(s[i + 1])))) {
      ++i;
    }
    return i;
  }
  if (!StartsLetter(s.substr(i))) {
    *kind = WordKind::kPunct;
    return i + CharLength(s.substr(i));
  }
  *kind = WordKind::kWord;
  const size_t begin = i;
  while (i < s.size()) {
    if (StartsLetter(s.substr(i))) {
      i += CharLength(s.substr(i));
    } else if (const size_t n = ApostropheLength(s.substr(i));
               n > 0 && StartsLetter(s.substr(i + n))) {
      i += n;
    } else if (s[i] == '.' && i - begin == 1 && i + 1 < s.size() && IsAlpha(s[i + 1])) {
      // U.S., a.m.: single letters with points between and behind.
      while (i + 1 < s.size() && s[i] == '.' && IsAlpha(s[i + 1]) &&
             (i + 2 == s.size() || !StartsLetter(s.substr(i + 2)))) {
        i += 2;
      }
      if (i < s.size() && s[i] == '.') ++i;
      return i;
    } else {
      break;
    }
  }
  return i;
}

}  // namespace

AnnotatedText Annotate(std::string_view text) {
  AnnotatedText result;
  result.text = text;
  result.lower = absl::AsciiStrToLower(ToAbsl(text));
  const std::string_view lower = result.lower;
  uint32_t paragraph = 0;
  for (const ByteSpan& p : Paragraphs(text)) {
    for (const ByteSpan& span : Sentences(text, p)) {
      Sentence sentence{span, paragraph, static_cast<uint32_t>(result.words.size()), 0};
      const std::string_view s = lower.substr(0, span.end);
      bool space = true;
      for (size_t i = span.begin; i < span.end;) {
        if (absl::ascii_isspace(static_cast<unsigned char>(s[i]))) {
          space = true;
          ++i;
          continue;
        }
        WordKind kind = WordKind::kWord;
        const size_t end = WordEnd(s, i, &kind);
        result.words.push_back(
            {{static_cast<uint32_t>(i), static_cast<uint32_t>(end)},
             s.substr(i, end - i), kind, space});
        space = false;
        i = end;
      }
      sentence.num_words =
          static_cast<uint32_t>(result.words.size()) - sentence.first_word;
      result.sentences.push_back(sentence);
    }
    ++paragraph;
  }
  return result;
}

}  // namespace rashomon
