#include "core/report/excerpt.h"

#include <limits>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/fixture.h"

namespace rashomon {
namespace {

using testing::Find;

// The excerpt in words: [marked], ‸ for a gap, … for what is left out.
std::string Shown(const Excerpt& excerpt) {
  std::string out;
  for (const Piece& p : excerpt) {
    switch (p.mark) {
      case Mark::kPlain:
        out += p.text;
        break;
      case Mark::kMarked:
        out += "[" + std::string(p.text) + "]";
        break;
      case Mark::kGap:
        out += "‸";
        break;
      case Mark::kElided:
        out += "…";
        break;
    }
  }
  return out;
}

TEST(MarkedContext, MarksTheValueInItsSentence) {
  constexpr std::string_view kText = "Before. The war lasted ten years. After.";
  EXPECT_EQ(Shown(MarkedContext(kText, Find(kText, "The war lasted ten years."),
                                Find(kText, "ten years"), 100)),
            "The war lasted [ten years].");
}

TEST(MarkedContext, KeepsOnlyWhatIsNearTheValueAndCutsBetweenWords) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += "word ";
  text += "VALUE";
  for (int i = 0; i < 200; ++i) text += " word";
  const auto whole = ByteSpan{0, static_cast<uint32_t>(text.size())};
  EXPECT_EQ(Shown(MarkedContext(text, whole, Find(text, "VALUE"), 12)),
            "…word word [VALUE] word word…");
}

TEST(MarkedContext, SpansOutsideTheTextAreCutOff) {
  constexpr uint32_t kMost = std::numeric_limits<uint32_t>::max();
  EXPECT_EQ(Shown(MarkedContext("abc", {1, kMost}, {2, kMost}, 10)), "b[c]");
  EXPECT_EQ(Shown(MarkedContext("", {5, 9}, {6, 7}, 10)), "");
}

TEST(Compare, MarksWhatDiffersOnEachSide) {
  constexpr std::string_view kA = "At dawn the a bridge closed.";
  constexpr std::string_view kB = "At noon the bridge closed again.";
  ReusePair pair;
  pair.edits = {
      {Find(kA, "dawn"), Find(kB, "noon")},
      {Find(kA, "a ", 0), {Find(kB, "bridge").begin, Find(kB, "bridge").begin}},
      {{27, 27}, Find(kB, " again")}};
  const auto comparison = Compare(kA, {0, static_cast<uint32_t>(kA.size())}, kB,
                                  {0, static_cast<uint32_t>(kB.size())}, pair, {});
  EXPECT_EQ(Shown(comparison.sides[0]), "At [dawn] the [a ]bridge closed‸.");
  EXPECT_EQ(Shown(comparison.sides[1]), "At [noon] the ‸bridge closed[ again].");
  EXPECT_EQ(comparison.shown, 3u);
}

TEST(Compare, LeavesOutTheMiddleOfWhatBothHave) {
  const std::string same(500, 'x');
  const std::string a = "A" + same + "1";
  const std::string b = "A" + same + "2";
  ReusePair pair;
  pair.edits = {{{501, 502}, {501, 502}}};
  const auto comparison = Compare(a, {0, 502}, b, {0, 502}, pair, {.reach = 10});
  EXPECT_EQ(Shown(comparison.sides[0]), "Axxxxxxxxx…xxxxxxxxxx[1]");
  EXPECT_EQ(Shown(comparison.sides[1]), "Axxxxxxxxx…xxxxxxxxxx[2]");
}

TEST(Compare, CountsTheDifferencesThatItDoesNotShow) {
  ReusePair pair;
  for (uint32_t i = 0; i < 9; ++i) pair.edits.push_back({{i, i + 1}, {i, i + 1}});
  pair.edits_omitted = 5;
  const auto comparison =
      Compare("abcdefghij", {0, 10}, "ABCDEFGHIJ", {0, 10}, pair, {.most = 4});
  EXPECT_EQ(comparison.shown, 4u);
  EXPECT_EQ(comparison.hidden, 10u);
}

TEST(Compare, EditsThatPointNowhereDoNoHarm) {
  ReusePair pair;
  pair.edits = {{{90, 95}, {4, 2}}, {{1, 2}, {0, 900}}};
  const auto comparison = Compare("abc", {0, 3}, "xyz", {1, 3}, pair, {});
  EXPECT_EQ(comparison.shown, 2u);
}

}  // namespace
}  // namespace rashomon
