#include "core/claims/annotate.h"

#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::ElementsAre;

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  const AnnotatedText annotated = Annotate(text);
  for (const Word& word : annotated.words) words.emplace_back(word.span.In(text));
  return words;
}

TEST(Annotate, CutsNumbersLettersAndMarks) {
  EXPECT_THAT(Words("A 14-member team, 23,000 strong, won 1.3 points."),
              ElementsAre("A", "14", "-", "member", "team", ",", "23,000", "strong",
                          ",", "won", "1.3", "points", "."));
}

TEST(Annotate, KeepsApostrophesAndPointedLettersInside) {
  EXPECT_THAT(Words("The U.S. envoy’s aide didn't"),
              ElementsAre("The", "U.S.", "envoy’s", "aide", "didn't"));
}

TEST(Annotate, NoBreakAndThinSpacesPartWords) {
  EXPECT_THAT(Words("40\u202F000 km\u00A0away"),
              ElementsAre("40", "000", "km", "away"));
}

TEST(Annotate, CurrencySignsAndFractionsAreMarks) {
  EXPECT_THAT(Words("€5 ₹6 2½ ≈7 30°"),
              ElementsAre("€", "5", "₹", "6", "2", "½", "≈", "7", "30", "°"));
}

TEST(Annotate, BytesThatAreNoUtf8PartWords) {
  EXPECT_THAT(Words("ab\xFF"
                    "cd\xE2\x80"
                    "ef"),
              ElementsAre("ab", "\xFF", "cd", "\xE2", "\x80", "ef"));
}

TEST(Annotate, ASentenceWithoutEndIsCutIntoPiecesThatKeepEveryWord) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word ";
  const AnnotatedText annotated = Annotate(text);
  uint32_t next = 0;
  for (const Sentence& sentence : annotated.sentences) {
    EXPECT_LE(sentence.num_words, 400u);
    EXPECT_EQ(sentence.first_word, next);
    next += sentence.num_words;
  }
  EXPECT_EQ(next, 1000u);
}

TEST(Annotate, TheWordsOfASentenceLieInIt) {
  const std::string text = "One came. Two went! Nobody stayed?\n\nThe end";
  const AnnotatedText annotated = Annotate(text);
  for (const Sentence& sentence : annotated.sentences) {
    for (const Word& word : annotated.Words(sentence)) {
      EXPECT_LE(sentence.span.begin, word.span.begin);
      EXPECT_LE(word.span.end, sentence.span.end);
    }
  }
}

}  // namespace
}  // namespace rashomon
