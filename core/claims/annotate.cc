// One pass over the bytes with a table of classes; only bytes beyond ASCII are
// decoded. Cost: linear, one allocation for the words of a text.

#include "core/claims/annotate.h"

#include <algorithm>
#include <array>

#include "core/text/segment.h"

namespace rashomon {
namespace {

enum class ByteClass : uint8_t { kPunct, kSpace, kDigit, kLetter, kWide };

constexpr std::array<ByteClass, 256> MakeByteClasses() {
  std::array<ByteClass, 256> classes{};
  for (size_t c = 0; c < 256; ++c) {
    if (c >= 128) {
      classes[c] = ByteClass::kWide;
    } else if (c == ' ' || (c >= '\t' && c <= '\r')) {
      classes[c] = ByteClass::kSpace;
    } else if (c >= '0' && c <= '9') {
      classes[c] = ByteClass::kDigit;
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      classes[c] = ByteClass::kLetter;
    }
  }
  return classes;
}
constexpr std::array<ByteClass, 256> kByteClasses = MakeByteClasses();

struct Character {
  ByteClass is = ByteClass::kPunct;
  size_t length = 1;
};

// A character beyond ASCII. Bytes that are no UTF-8 are punctuation: they part
// words. So are general punctuation, currency signs, arrows, fractions and the
// like (U+0080-00BF, U+2000-2BFF, U+3000-303F); the rest are letters.
Character Decode(std::string_view s, size_t i) {
  const auto byte = [&](size_t k) {
    return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0u;
  };
  const auto continues = [&](size_t k) { return (byte(k) & 0xC0u) == 0x80u; };
  const unsigned lead = byte(0);
  if (lead >= 0xC2 && lead <= 0xDF && continues(1)) {
    if (lead == 0xC2) {
      return {byte(1) == 0xA0 ? ByteClass::kSpace : ByteClass::kPunct, 2};
    }
    return {ByteClass::kLetter, 2};
  }
  if (lead >= 0xE0 && lead <= 0xEF && continues(1) && continues(2)) {
    if (lead == 0xE2 && byte(1) < 0xB0) {
      // U+2000-200A and U+202F are spaces: "40 000" is often written with one.
      const bool space = byte(1) == 0x80 && (byte(2) <= 0x8A || byte(2) == 0xAF);
      return {space ? ByteClass::kSpace : ByteClass::kPunct, 3};
    }
    if (lead == 0xE3 && byte(1) == 0x80) {
      return {byte(2) == 0x80 ? ByteClass::kSpace : ByteClass::kPunct, 3};
    }
    return {ByteClass::kLetter, 3};
  }
  if (lead >= 0xF0 && lead <= 0xF4 && continues(1) && continues(2) && continues(3)) {
    return {ByteClass::kLetter, 4};
  }
  return {ByteClass::kPunct, 1};
}

Character At(std::string_view s, size_t i) {
  const ByteClass is = kByteClasses[static_cast<unsigned char>(s[i])];
  return is == ByteClass::kWide ? Decode(s, i) : Character{is, 1};
}

bool IsLetterAt(std::string_view s, size_t i) {
  return i < s.size() && At(s, i).is == ByteClass::kLetter;
}

bool IsDigitAt(std::string_view s, size_t i) {
  return i < s.size() &&
         kByteClasses[static_cast<unsigned char>(s[i])] == ByteClass::kDigit;
}

size_t NumberEnd(std::string_view s, size_t i) {
  while (IsDigitAt(s, i) ||
         (i < s.size() && (s[i] == ',' || s[i] == '.') && IsDigitAt(s, i + 1))) {
    ++i;
  }
  return i;
}

// U.S., a.m.: single letters with points between and behind. Returns `i` where
// the letters at `begin` are no such thing.
size_t PointedEnd(std::string_view s, size_t begin, size_t i) {
  if (i - begin != 1 || i + 1 >= s.size() || s[i] != '.') return i;
  const auto is_ascii_letter = [&](size_t k) {
    return k < s.size() &&
           kByteClasses[static_cast<unsigned char>(s[k])] == ByteClass::kLetter;
  };
  if (!is_ascii_letter(i + 1)) return i;
  while (i + 1 < s.size() && s[i] == '.' && is_ascii_letter(i + 1) &&
         !IsLetterAt(s, i + 2)) {
    i += 2;
  }
  if (i < s.size() && s[i] == '.') ++i;
  return i;
}

size_t LettersEnd(std::string_view s, size_t i) {
  const size_t begin = i;
  while (i < s.size()) {
    const Character c = At(s, i);
    if (c.is == ByteClass::kLetter) {
      i += c.length;
      continue;
    }
    const size_t apostrophe = s[i] == '\'' ? 1 : s.substr(i, 3) == "’" ? 3 : 0;
    if (apostrophe > 0 && IsLetterAt(s, i + apostrophe)) {
      i += apostrophe;
      continue;
    }
    return s[i] == '.' ? PointedEnd(s, begin, i) : i;
  }
  return i;
}

// Lower case of ASCII, as a loop that compilers turn into vector code.
std::string Folded(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    const bool upper = static_cast<unsigned char>(c - 'A') < 26;
    c = static_cast<char>(c + (upper ? 'a' - 'A' : 0));
  }
  return lower;
}

void CutWords(std::string_view lower, ByteSpan span, std::vector<Word>& words) {
  const std::string_view s = lower.substr(0, span.end);
  bool space = true;
  for (size_t i = span.begin; i < span.end;) {
    const Character c = At(s, i);
    if (c.is == ByteClass::kSpace) {
      space = true;
      i += c.length;
      continue;
    }
    WordKind kind = WordKind::kPunct;
    size_t end = i + c.length;
    if (c.is == ByteClass::kDigit) {
      kind = WordKind::kNumber;
      end = NumberEnd(s, i);
    } else if (c.is == ByteClass::kLetter) {
      kind = WordKind::kWord;
      end = LettersEnd(s, i);
    }
    words.push_back({{static_cast<uint32_t>(i), static_cast<uint32_t>(end)},
                     s.substr(i, end - i),
                     kind,
                     space});
    space = false;
    i = end;
  }
}

// Rules look about in a sentence, so one that never ends, as a list of a million
// names may, is cut: nobody writes so many words before a point.
constexpr uint32_t kLongestSentence = 400;  // words

// Appends the sentence of the words from `first` on, in pieces if it is too long.
void AppendSentences(ByteSpan span, uint32_t paragraph, uint32_t first,
                     AnnotatedText& text) {
  const auto end = static_cast<uint32_t>(text.words.size());
  if (first == end) text.sentences.push_back({span, paragraph, first, 0});
  for (uint32_t i = first; i < end; i += kLongestSentence) {
    const uint32_t num_words = std::min(kLongestSentence, end - i);
    const uint32_t piece_begin = i == first ? span.begin : text.words[i].span.begin;
    const uint32_t piece_end =
        i + num_words == end ? span.end : text.words[i + num_words - 1].span.end;
    text.sentences.push_back({{piece_begin, piece_end}, paragraph, i, num_words});
  }
}

}  // namespace

bool IsQuotationMark(std::string_view word) {
  return word == "\"" || word == "“" || word == "”";
}

AnnotatedText Annotate(std::string_view text) {
  AnnotatedText result;
  result.text = text;
  result.lower = Folded(text);
  result.words.reserve(text.size() / 5 + 1);
  uint32_t paragraph = 0;
  for (const ByteSpan& p : Paragraphs(text)) {
    for (const ByteSpan& span : Sentences(text, p)) {
      const auto first = static_cast<uint32_t>(result.words.size());
      CutWords(result.lower, span, result.words);
      AppendSentences(span, paragraph, first, result);
    }
    ++paragraph;
  }
  static const WordInfo kPlain;
  result.infos.reserve(result.words.size());
  for (const Word& w : result.words) {
    result.infos.push_back(w.kind == WordKind::kWord ? &LookUpWord(w.lower) : &kPlain);
    if (w.kind == WordKind::kPunct && IsQuotationMark(w.lower)) {
      result.quotes.push_back(static_cast<uint32_t>(result.infos.size()) - 1);
    }
  }
  return result;
}

}  // namespace rashomon
