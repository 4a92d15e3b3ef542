#include "core/report/display.h"

#include "core/report/styled_text.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

TEST(Columns, CountWhatATerminalDraws) {
  EXPECT_EQ(Columns("abc"), 3);
  EXPECT_EQ(Columns("日本"), 4);
  EXPECT_EQ(Columns("e\u0301"), 1);     // a combining accent
  EXPECT_EQ(Columns("a\u200Bb"), 2);    // a zero-width space
  EXPECT_EQ(Columns("\U0001F6A2"), 2);  // a ship
  EXPECT_EQ(Columns("…"), 1);
  EXPECT_EQ(Columns(""), 0);
}

TEST(Printable, NoControlCharacterIsLeft) {
  std::string all;
  for (int c = 0; c < 0x20; ++c) all += static_cast<char>(c);
  all += "\x7f\u0080\u009b\u009f\u061c\u200e\u200f\u2028\u2029\u202a\u202e\u2066\u2069";
  const std::string shown = Printable(all);
  for (size_t i = 0; i < shown.size();) {
    const Character c = CharacterAt(shown, i);
    EXPECT_FALSE(IsUnsafe(c.code)) << std::hex << c.code;
    i += c.size;
  }
}

TEST(Printable, LineBreaksAreSpacesAndControlsAreSigns) {
  EXPECT_EQ(Printable("a\r\nb\tc\u2028d"), "a  b c d");
  EXPECT_EQ(Printable("\x1b[31m"), "␛[31m");
  EXPECT_EQ(Printable(std::string_view("\0", 1)), "␀");
  EXPECT_EQ(Printable("\u202egnp.exe"), "\uFFFDgnp.exe");
}

TEST(Printable, InvalidBytesAreReplacedAndTheRestIsKept) {
  EXPECT_EQ(Printable("a\xFFz"), "a\uFFFDz");
  EXPECT_EQ(Printable("a\xE2\x80"), "a\uFFFD");
  EXPECT_EQ(Printable("naïve 日本"), "naïve 日本");
}

TEST(CharacterStart, NeverSplitsACharacter) {
  constexpr std::string_view kText = "aé日\U0001F6A2z";
  for (size_t at = 0; at <= kText.size(); ++at) {
    const size_t start = CharacterStart(kText, at);
    EXPECT_LE(start, at);
    EXPECT_LT(at - start, 4u);
    bool boundary = false;
    for (size_t i = 0; i <= kText.size(); i += CharacterAt(kText, i).size) {
      boundary |= i == start;
      if (i == kText.size()) break;
    }
    EXPECT_TRUE(boundary) << at;
  }
}

TEST(Clip, KeepsTheBeginningAndTheEndAndTheWidth) {
  EXPECT_EQ(Clip("short", 10), "short");
  EXPECT_EQ(Clip("0123456789abcdef", 9), "0123…cdef");
  for (int width = 1; width < 40; ++width) {
    EXPECT_LE(Columns(Clip("日本語 and a long name with é in it", width)), width);
    EXPECT_LE(Columns(Clip(std::string(100000, 'x'), width)), width);
  }
}

std::string Joined(const std::vector<StyledText>& lines) {
  std::string out;
  for (const StyledText& line : lines) out += Render(line, false) + "\n";
  return out;
}

TEST(Wrap, BreaksAtSpacesAndLongWordsAnywhere) {
  EXPECT_EQ(Joined(Wrap({{"one two three", Style::kPlain}}, 8)), "one two\nthree\n");
  EXPECT_EQ(Joined(Wrap({{"abcdefghij", Style::kPlain}}, 4)), "abcd\nefgh\nij\n");
  EXPECT_EQ(Joined(Wrap({{"日本語", Style::kPlain}}, 5)), "日本\n語\n");
}

TEST(Wrap, AWordMayHaveTwoStyles) {
  const auto lines = Wrap({{"re", Style::kPlain}, {"open ed", Style::kMarked}}, 20);
  ASSERT_EQ(lines.size(), 1u);
  EXPECT_EQ(Render(lines[0], false), "reopen ed");
  EXPECT_EQ(Render(lines[0], true), "re\x1b[1;4;31mopen ed\x1b[0m");
}

}  // namespace
}  // namespace rashomon
