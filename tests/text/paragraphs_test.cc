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

std::vector<std::string> Of(std::string_view text) {
  std::vector<std::string> paragraphs;
  for (const ByteSpan& p : Paragraphs(text)) paragraphs.emplace_back(p.In(text));
  return paragraphs;
}

TEST(Paragraphs, EndAtBlankLines) {
  EXPECT_THAT(Of("One.\n\nTwo.\n \t\nThree."), ElementsAre("One.", "Two.", "Three."));
}

TEST(Paragraphs, EndAtEveryLineBreakOfATextThatIsNotWrapped) {
  EXPECT_THAT(
      Of("The river rose overnight and two bridges were closed.\nRain fell.\n"
         "By noon the water stood in the market, and the mayor called for help."),
      ElementsAre("The river rose overnight and two bridges were closed.", "Rain fell.",
                  "By noon the water stood in the market, and the mayor called "
                  "for help."));
}

TEST(Paragraphs, AHeadlineIsOneByItself) {
  EXPECT_THAT(Of("River rises\nThe river rose overnight, and two bridges were closed."),
              ElementsAre("River rises",
                          "The river rose overnight, and two bridges were closed."));
}

TEST(Paragraphs, ALineBreakWithinOneOfAWrappedTextDoesNotEndIt) {
  EXPECT_THAT(Of("The river rose overnight and two of the bridges\n"
                 "near the old market were closed by the police at\n"
                 "dawn, before the first buses came.\n"
                 "\n"
                 "By noon the water stood in the market itself, and\n"
                 "the mayor called for help."),
              ElementsAre("The river rose overnight and two of the bridges\n"
                          "near the old market were closed by the police at\n"
                          "dawn, before the first buses came.",
                          "By noon the water stood in the market itself, and\n"
                          "the mayor called for help."));
}

TEST(Paragraphs, AnIndentedLineOpensOneInWireCopy) {
  EXPECT_THAT(Of("    LISBON, March 3 - Cork makers said they expect a\n"
                 "smaller harvest this year than last, and that they\n"
                 "would raise prices in the autumn.\n"
                 "    Dry weather in the south has hurt the trees, they\n"
                 "said, and fires have burned a tenth of the woods in\n"
                 "two districts.\n"
                 "    The trade gave no figures.\n"
                 " WIRE\n"),
              ElementsAre("LISBON, March 3 - Cork makers said they expect a\n"
                          "smaller harvest this year than last, and that they\n"
                          "would raise prices in the autumn.",
                          "Dry weather in the south has hurt the trees, they\n"
                          "said, and fires have burned a tenth of the woods in\n"
                          "two districts.",
                          "The trade gave no figures.", "WIRE"));
}

TEST(Paragraphs, AFirstLineIsNoneByItselfWhereItsDatelineWasCutOff) {
  EXPECT_THAT(Of("Cork makers in the Alentejo said\n"
                 "they expect a smaller harvest this year than last and\n"
                 "that they would raise prices in the autumn -- if they\n"
                 "-- and their banks -- can wait so long.\n"
                 "    Fires have burned a tenth of the woods.\n"
                 " Wire\n\x03"),
              ElementsAre("Cork makers in the Alentejo said\n"
                          "they expect a smaller harvest this year than last and\n"
                          "that they would raise prices in the autumn -- if they\n"
                          "-- and their banks -- can wait so long.",
                          "Fires have burned a tenth of the woods.", "Wire"));
}

TEST(Paragraphs, AShortLineEndsOneInAWrappedText) {
  EXPECT_THAT(Of("The river rose overnight and two of the bridges\n"
                 "near the old market were closed by the police at\n"
                 "dawn.\n"
                 "By noon the water stood in the market itself, and\n"
                 "the mayor called for help from the army, which had\n"
                 "boats."),
              ElementsAre("The river rose overnight and two of the bridges\n"
                          "near the old market were closed by the police at\n"
                          "dawn.",
                          "By noon the water stood in the market itself, and\n"
                          "the mayor called for help from the army, which had\n"
                          "boats."));
}

TEST(Paragraphs, ItemsOfAListAreOneEach) {
  EXPECT_THAT(Of("The council decided, after a long debate on the\n"
                 "cost of the works, to do three things before the\n"
                 "winter comes to the valley:\n"
                 "- raise the wall along the river by half a metre\n"
                 "  where the ground is low and the houses are near\n"
                 "- buy boats\n"
                 "- plant willows"),
              ElementsAre("The council decided, after a long debate on the\n"
                          "cost of the works, to do three things before the\n"
                          "winter comes to the valley:",
                          "- raise the wall along the river by half a metre\n"
                          "  where the ground is low and the houses are near",
                          "- buy boats", "- plant willows"));
}

TEST(Paragraphs, AnyKindOfLineBreakWillDo) {
  EXPECT_THAT(Of("One.\r\nTwo.\r\n\r\nThree."), ElementsAre("One.", "Two.", "Three."));
  EXPECT_THAT(Of("One.\rTwo.\r\rThree."), ElementsAre("One.", "Two.", "Three."));
  EXPECT_THAT(Of("One.\u2028Two.\u2029Three."), ElementsAre("One.", "Two.", "Three."));
}

TEST(Paragraphs, HaveNoWhiteSpaceAroundThem) {
  EXPECT_THAT(Of("\uFEFF\u00A0 One. \u3000\n\t Two.\u200B"),
              ElementsAre("One.", "Two."));
}

TEST(Paragraphs, NothingHasNone) {
  EXPECT_THAT(Of(""), IsEmpty());
  EXPECT_THAT(Of("\uFEFF \r\n\n\t"), IsEmpty());
}

TEST(Paragraphs, HoldEveryByteThatIsNotSpaceAndSplitNoCharacter) {
  const std::vector<std::string> pieces = {"a long line of words that ends in mid",
                                           "\n",
                                           "\n",
                                           "\r\n",
                                           "\r",
                                           "\n\n",
                                           " ",
                                           "    ",
                                           "- ",
                                           "1. ",
                                           "word",
                                           "word ",
                                           "end.",
                                           "\u2028",
                                           "\u2029",
                                           "\u00A0",
                                           "é",
                                           "文",
                                           "\xE2\x80",
                                           "\xFF",
                                           "\t",
                                           "”"};
  std::mt19937 random(5);
  for (int trial = 0; trial < 20000; ++trial) {
    std::string text;
    for (size_t i = random() % 20; i > 0; --i) text += pieces[random() % pieces.size()];
    size_t at = 0;
    const auto expect_space = [&](size_t end) {
      while (at < end) {
        const CodePoint c = DecodeAt(text, at);
        ASSERT_TRUE(IsSpace(c.value)) << text;
        at += c.length;
      }
    };
    for (const ByteSpan& p : Paragraphs(text)) {
      ASSERT_LT(p.begin, p.end) << text;
      ASSERT_LE(at, p.begin) << text;
      ASSERT_EQ(SnapDown(text, p.begin), p.begin) << text;
      ASSERT_EQ(SnapDown(text, p.end), p.end) << text;
      expect_space(p.begin);
      at = p.end;
    }
    expect_space(text.size());
  }
}

}  // namespace
}  // namespace rashomon
