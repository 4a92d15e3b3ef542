#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "core/text/segment.h"
#include "core/text/utf8.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

ByteSpan Whole(const std::string& text) {
  return {0, static_cast<uint32_t>(text.size())};
}

// The text with | where one sentence ends and the next begins.
std::string Labelled(const std::string& text) {
  std::string labelled;
  uint32_t at = 0;
  for (const ByteSpan& s : Sentences(text, Whole(text))) {
    if (at > 0) labelled += text.substr(at, s.begin - at) + "|";
    labelled += s.In(text);
    at = s.end;
  }
  return labelled;
}

TEST(Sentences, EndWhereTheLabelledTableSays) {
  std::ifstream table(SENTENCES_TABLE);
  ASSERT_TRUE(table) << SENTENCES_TABLE;
  size_t rows = 0;
  for (std::string row; std::getline(table, row);) {
    if (row.empty() || row.starts_with('#')) continue;
    std::string text;
    for (const char c : row) {
      if (c != '|') text += c;
    }
    EXPECT_EQ(Labelled(text), row);
    ++rows;
  }
  EXPECT_GE(rows, 75u);
}

TEST(Sentences, KeepToTheParagraphGiven) {
  const std::string text = "One. Two. Three. Four.";
  const std::vector<ByteSpan> sentences = Sentences(text, {5, 16});
  EXPECT_THAT(sentences, ElementsAre(ByteSpan{5, 9}, ByteSpan{10, 16}));
}

TEST(Sentences, OfAWrappedParagraphRunOverLineBreaks) {
  EXPECT_EQ(Labelled("The river\nrose. Two\r\nbridges fell."),
            "The river\nrose. |Two\r\nbridges fell.");
}

TEST(Sentences, NothingHasNone) {
  EXPECT_THAT(Sentences("", {0, 0}), IsEmpty());
  EXPECT_THAT(Sentences(" \n ", {0, 3}), IsEmpty());
}

// The laws, over texts made of what decides: spans ascend, do not touch, hold
// every byte that is not space, and begin and end at borders of characters.
TEST(Sentences, HoldEveryByteThatIsNotSpaceAndSplitNoCharacter) {
  const std::vector<std::string> pieces = {
      ".",  "!",    "?",    "…",    "。",       "।",      " ",   "  ", "\n", "\r\n",
      "\"", "”",    "“",    "’",    "(",        ")",      "»",   "«",  "—",  "A",
      "b",  "Ż",    "ż",    "文",   "U.S",      "Dr",     "The", "no", "5",  "1",
      "-",  "\xE2", "\x80", "\xFF", "\xC2\xA0", "\u200B", "a.m"};
  std::mt19937 random(3);
  for (int trial = 0; trial < 20000; ++trial) {
    std::string text;
    for (size_t i = random() % 14; i > 0; --i) text += pieces[random() % pieces.size()];
    size_t at = 0;
    const auto expect_space = [&](size_t end) {
      while (at < end) {
        const CodePoint c = DecodeAt(text, at);
        ASSERT_TRUE(IsSpace(c.value)) << text;
        at += c.length;
      }
    };
    for (const ByteSpan& s : Sentences(text, Whole(text))) {
      ASSERT_LT(s.begin, s.end) << text;
      ASSERT_LE(at, s.begin) << text;
      ASSERT_EQ(SnapDown(text, s.begin), s.begin) << text;
      ASSERT_EQ(SnapDown(text, s.end), s.end) << text;
      expect_space(s.begin);
      at = s.end;
    }
    expect_space(text.size());
  }
}

}  // namespace
}  // namespace rashomon
