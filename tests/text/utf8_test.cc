#include "core/text/utf8.h"

#include <random>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The definition of the Unicode standard, table 3-7, as an oracle: the length
// of the character that begins at `i`, 0 where there is none.
size_t LengthByTable(const std::string& s, size_t i) {
  const auto byte = [&](size_t k) {
    return k < s.size() ? static_cast<unsigned char>(s[k]) : 0u;
  };
  const auto in = [&](size_t k, unsigned low, unsigned high) {
    return byte(k) >= low && byte(k) <= high;
  };
  if (in(i, 0x00, 0x7F)) return 1;
  if (in(i, 0xC2, 0xDF)) return in(i + 1, 0x80, 0xBF) ? 2 : 0;
  if (in(i, 0xE0, 0xEF)) {
    const unsigned low = byte(i) == 0xE0 ? 0xA0 : 0x80;
    const unsigned high = byte(i) == 0xED ? 0x9F : 0xBF;
    return in(i + 1, low, high) && in(i + 2, 0x80, 0xBF) ? 3 : 0;
  }
  if (in(i, 0xF0, 0xF4)) {
    const unsigned low = byte(i) == 0xF0 ? 0x90 : 0x80;
    const unsigned high = byte(i) == 0xF4 ? 0x8F : 0xBF;
    return in(i + 1, low, high) && in(i + 2, 0x80, 0xBF) && in(i + 3, 0x80, 0xBF) ? 4
                                                                                  : 0;
  }
  return 0;
}

std::string RandomBytes(std::mt19937& random) {
  static const std::string kAlphabet =
      std::string("aZ \0", 4) +
      "\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE2\xED\xEF\xF0\xF4\xF5\xFF";
  std::string bytes;
  for (size_t i = random() % 24; i > 0; --i) {
    bytes += kAlphabet[random() % kAlphabet.size()];
  }
  return bytes;
}

TEST(Utf8, StepsAndBordersFollowTheStandardOnAnyBytes) {
  std::mt19937 random(1);
  for (int trial = 0; trial < 50000; ++trial) {
    const std::string bytes = RandomBytes(random);
    size_t first_bad = std::string::npos;
    size_t i = 0;
    while (i < bytes.size()) {
      const size_t by_table = LengthByTable(bytes, i);
      const size_t length = by_table == 0 ? 1 : by_table;
      if (by_table == 0 && first_bad == std::string::npos) first_bad = i;
      const CodePoint c = DecodeAt(bytes, i);
      ASSERT_EQ(c.length, length);
      ASSERT_EQ(c.value == kBadByte, by_table == 0);
      ASSERT_EQ(DecodeBefore(bytes, i + length), c);
      for (size_t k = 0; k < length; ++k) {
        ASSERT_EQ(SnapDown(bytes, i + k), i);
        ASSERT_EQ(SnapUp(bytes, i + k), k == 0 ? i : i + length);
      }
      i += length;
    }
    ASSERT_EQ(SnapDown(bytes, i), i);
    ASSERT_EQ(SnapUp(bytes, i), i);
    ASSERT_EQ(FirstBadByte(bytes), first_bad);
  }
}

TEST(Utf8, FirstBadByteIsFoundBehindLongValidText) {
  EXPECT_EQ(FirstBadByte(std::string(1000, 'a') + "é\xC3("), 1002u);
  EXPECT_EQ(FirstBadByte(std::string(1000, 'a') + "é"), std::string_view::npos);
}

TEST(Utf8, SpacesOfUnicodeAreSpace) {
  for (const char32_t c : {U' ', U'\n', U'\r', U'\u00A0', U'\u2028', U'\u3000',
                           U'\uFEFF', U'\x03', U'\x7F', U'\x80'}) {
    EXPECT_TRUE(IsSpace(c));
  }
  for (const char32_t c : {U'a', U'.', U'\u200D', U'\u2019', kBadByte})
    EXPECT_FALSE(IsSpace(c));
}

}  // namespace
}  // namespace rashomon
