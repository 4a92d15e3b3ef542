#include "core/text/tokenize.h"

#include <random>
#include <string>
#include <vector>

#include "core/text/ascii_blocks.h"
#include "core/text/word_hash.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "unicode/normalizer2.h"
#include "unicode/uchar.h"
#include "unicode/unistr.h"
#include "unicode/uscript.h"
#include "unicode/utf8.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// ---- The definition in tokenize.h, character by character, by ICU alone ----

struct Char {
  UChar32 c;  // negative where it is no character
  size_t begin;
  size_t end;
};

std::vector<Char> Decode(const std::string& text) {
  std::vector<Char> chars;
  const auto* s = reinterpret_cast<const uint8_t*>(text.data());
  for (size_t i = 0; i < text.size();) {
    int32_t step = 0;
    UChar32 c = 0;
    U8_NEXT(s + i, step, static_cast<int32_t>(std::min<size_t>(4, text.size() - i)), c);
    const size_t length = c < 0 ? 1 : static_cast<size_t>(step);
    chars.push_back({c, i, i + length});
    i += length;
  }
  return chars;
}

bool IsIgnorable(UChar32 c) {
  return c >= 0 && u_hasBinaryProperty(c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}
bool IsApostrophe(UChar32 c) {
  return c == '\'' || c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x2BC ||
         c == 0xFF07;
}
bool IsMark(UChar32 c) {
  return c >= 0 && !IsIgnorable(c) &&
         ((U_GET_GC_MASK(c) & U_GC_M_MASK) != 0 || c == 0xFF9E || c == 0xFF9F);
}
bool IsDigit(UChar32 c) { return c >= '0' && c <= '9'; }
bool IsLetterOrNumber(UChar32 c) {
  return c >= 0 && !IsIgnorable(c) && !IsApostrophe(c) && !IsMark(c) &&
         (U_GET_GC_MASK(c) & (U_GC_L_MASK | U_GC_N_MASK)) != 0;
}
bool IsSingle(UChar32 c) {
  if (!IsLetterOrNumber(c)) return false;
  if (c == 0x30FC || c == 0xFF70) return true;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
         script == USCRIPT_KATAKANA || script == USCRIPT_THAI ||
         script == USCRIPT_LAO || script == USCRIPT_KHMER || script == USCRIPT_MYANMAR;
}
bool IsLetter(UChar32 c) { return IsLetterOrNumber(c) && !IsSingle(c); }

std::string Fold(const std::string& word) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString folded =
      icu::Normalizer2::getNFKCCasefoldInstance(status)->normalize(
          icu::UnicodeString::fromUTF8(word), status);
  std::string utf8;
  for (int32_t i = 0; i < folded.length(); ++i) {
    if (IsApostrophe(folded[i])) folded.setCharAt(i, '\'');
  }
  folded.toUTF8String(utf8);
  return utf8;
}

std::vector<Token> Oracle(const std::string& text) {
  const std::vector<Char> chars = Decode(text);
  std::vector<Token> tokens;
  bool open = false, single = false;
  size_t begin = 0, end = 0;
  UChar32 last = -1;  // the last character of the open word that is not ignorable
  const auto close = [&] {
    if (open) {
      tokens.push_back({HashWord(Fold(text.substr(begin, end - begin))),
                        static_cast<uint32_t>(begin),
                        static_cast<uint32_t>(end - begin)});
    }
    open = false;
  };
  const auto start = [&](const Char& c, bool is_single) {
    close();
    open = true;
    single = is_single;
    begin = c.begin;
  };
  for (size_t i = 0; i < chars.size(); ++i) {
    const Char& at = chars[i];
    const UChar32 next = i + 1 < chars.size() ? chars[i + 1].c : -1;
    const UChar32 before = i > 0 ? chars[i - 1].c : -1;
    if (IsIgnorable(at.c)) continue;
    if (IsSingle(at.c)) {
      start(at, true);
    } else if (IsLetter(at.c)) {
      if (!open || single) start(at, false);
    } else if (IsMark(at.c)) {
      if (!open) start(at, false);
    } else if (IsApostrophe(at.c) && open && !single && IsLetter(next) &&
               !(IsDigit(last) && IsDigit(next))) {
    } else if ((at.c == '.' || at.c == ',') && open && IsDigit(before) &&
               IsDigit(next)) {
    } else {
      close();
      continue;
    }
    end = at.end;
    last = at.c;
  }
  close();
  return tokens;
}

bool Same(const std::vector<Token>& a, const std::vector<Token>& b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(), [](const Token& x, const Token& y) {
        return x.hash == y.hash && x.begin == y.begin && x.length == y.length;
      });
}

std::string Utf8(UChar32 c) {
  std::string utf8;
  icu::UnicodeString(c).toUTF8String(utf8);
  return utf8;
}

std::vector<std::string> Words(const std::string& text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) words.emplace_back(token.span().In(text));
  return words;
}

uint64_t HashOf(const std::string& word) {
  const std::vector<Token> tokens = Tokenize(word);
  EXPECT_EQ(tokens.size(), 1u) << word;
  return tokens.empty() ? 0 : tokens.front().hash;
}

// ---- Promises ----

TEST(Tokenize, FollowsTheDefinitionOnAsciiOfAnyLengthAndPlace) {
  const std::string alphabet = "abzAZ019 \n'.,,..''-_\t\x7F";
  std::mt19937 random(1);
  for (int trial = 0; trial < 20000; ++trial) {
    std::string text;
    const size_t size = random() % 200;
    const size_t letters = 1 + random() % alphabet.size();
    for (size_t i = 0; i < size; ++i) text += alphabet[random() % letters];
    ASSERT_TRUE(Same(Tokenize(text), Oracle(text))) << text;
  }
}

TEST(Tokenize, FollowsTheDefinitionOnTextsOfAllScripts) {
  std::mt19937 random(2);
  const std::vector<UChar32> ranges = {
      0x80,   0xC0,   0x180,   0x250,   0x2B0,   0x300,   0x370,  0x400,
      0x530,  0x590,  0x600,   0x900,   0x980,   0xE00,   0xE80,  0x1000,
      0x10A0, 0x1100, 0x1780,  0x1E00,  0x1F00,  0x2000,  0x2070, 0x20D0,
      0x2100, 0x2150, 0x2460,  0x3000,  0x3040,  0x30A0,  0x3130, 0x3200,
      0x3300, 0x3400, 0x4E00,  0x9F80,  0xA000,  0xAC00,  0xF900, 0xFB00,
      0xFE00, 0xFF00, 0x10400, 0x1D400, 0x1F100, 0x20000, 0xE0100};
  const std::vector<std::string> between = {
      " ",      "'",      "’", ".", ",",    "a",        "B",      "7", "e", "\u0301",
      "\u00AD", "\u200D", "-", "“", "\xFF", "\xE2\x80", "\u200B", "s", "ー"};
  for (int trial = 0; trial < 40000; ++trial) {
    std::string text;
    const UChar32 range = ranges[random() % ranges.size()];
    for (size_t i = random() % 30; i > 0; --i) {
      if (random() % 2 == 0) {
        text += between[random() % between.size()];
      } else {
        const UChar32 c = range + static_cast<UChar32>(random() % 128);
        if (!U_IS_SURROGATE(c)) text += Utf8(c);
      }
    }
    ASSERT_TRUE(Same(Tokenize(text), Oracle(text))) << text;
  }
}

TEST(Tokenize, FollowsTheDefinitionOnEveryCharacterThereIs) {
  for (UChar32 c = 0; c <= 0x10FFFF; ++c) {
    if (U_IS_SURROGATE(c) || (c > 0x30000 && c < 0xE0000) || c > 0xE0FFF) continue;
    const std::string text = "x" + Utf8(c) + "y " + Utf8(c);
    ASSERT_TRUE(Same(Tokenize(text), Oracle(text))) << std::hex << c;
  }
}

TEST(Tokenize, FollowsTheDefinitionOnAnyBytes) {
  std::mt19937 random(3);
  for (int trial = 0; trial < 20000; ++trial) {
    std::string text;
    for (size_t i = random() % 100; i > 0; --i) text += static_cast<char>(random());
    ASSERT_TRUE(Same(Tokenize(text), Oracle(text))) << ::testing::PrintToString(text);
  }
}

TEST(Tokenize, AWordIsTheSameWhereverInTheTextItStands) {
  const std::string word = "Abracadabra's";
  for (size_t before = 0; before < 140; ++before) {
    const std::string text =
        std::string(before, ' ') + word + std::string(before % 3, '.');
    const std::vector<Token> tokens = Tokenize(text);
    ASSERT_EQ(tokens.size(), 1u);
    EXPECT_EQ(tokens[0].span(),
              (ByteSpan{static_cast<uint32_t>(before),
                        static_cast<uint32_t>(before + word.size())}));
    EXPECT_EQ(tokens[0].hash, HashWord("abracadabra's"));
  }
}

TEST(Tokenize, WordsAreWhatAReaderWouldCallSo) {
  EXPECT_THAT(Words("The U.S. paid $3.5 million, or 1,000 a head."),
              ElementsAre("The", "U", "S", "paid", "3.5", "million", "or", "1,000", "a",
                          "head"));
  EXPECT_THAT(Words("“Russia’s talks” — l'été, 'tis"),
              ElementsAre("Russia’s", "talks", "l'été", "tis"));
  EXPECT_THAT(Words("他说：好。カナ"), ElementsAre("他", "说", "好", "カ", "ナ"));
  EXPECT_THAT(Words("co\u00ADoper\u200Bate\u00AD now"),
              ElementsAre("co\u00ADoper\u200Bate", "now"));
  EXPECT_THAT(Words("a\xFF"
                    "b"),
              ElementsAre("a", "b"));
  EXPECT_THAT(Words(""), IsEmpty());
  EXPECT_THAT(Words(" — … "), IsEmpty());
}

TEST(Tokenize, SpellingsOfOneWordAreEqual) {
  EXPECT_EQ(HashOf("Russia's"), HashOf("RUSSIA’S"));
  EXPECT_EQ(HashOf("Straße"), HashOf("STRASSE"));
  EXPECT_EQ(HashOf("café"), HashOf("cafe\u0301"));
  EXPECT_EQ(HashOf("ﬁne"), HashOf("fine"));
  EXPECT_EQ(HashOf("ＡＢ１"), HashOf("ab1"));
  EXPECT_EQ(HashOf("co\u00ADop"), HashOf("coop"));
  EXPECT_EQ(HashOf("한국"), HashOf("\u1112\u1161\u11AB\u1100\u116E\u11A8"));
  EXPECT_NE(HashOf("resume"), HashOf("résumé"));
}

TEST(Tokenize, AppendsBehindWhatIsThere) {
  std::vector<Token> tokens = Tokenize("one");
  AppendTokens("two", tokens);
  ASSERT_EQ(tokens.size(), 2u);
  EXPECT_EQ(tokens[1].begin, 0u);
}

TEST(Tokenize, ALineOfManyMegabytesWithoutASpaceIsLinear) {
  std::string accents;
  for (int i = 0; i < 2000000; ++i) accents += "e\u0301";
  EXPECT_EQ(Tokenize(accents).size(), 1u);
  EXPECT_EQ(Tokenize(std::string(8000000, 'a')).size(), 1u);
  std::string apostrophes;
  for (int i = 0; i < 2000000; ++i) apostrophes += "’";
  EXPECT_THAT(Tokenize(apostrophes), IsEmpty());
}

TEST(AsciiBlocks, VectorMasksEqualTheScalarDefinition) {
  for (int first = 0; first < 256; ++first) {
    char block[kBlockBytes];
    for (size_t i = 0; i < kBlockBytes; ++i) {
      block[i] = static_cast<char>(first + static_cast<int>(i * (1 + first % 7)));
    }
    const BlockMasks fast = ClassifyBlock(block), slow = ClassifyBlockScalar(block);
    EXPECT_EQ(fast.word, slow.word);
    EXPECT_EQ(fast.digit, slow.digit);
    EXPECT_EQ(fast.apostrophe, slow.apostrophe);
    EXPECT_EQ(fast.point, slow.point);
  }
}

}  // namespace
}  // namespace rashomon
