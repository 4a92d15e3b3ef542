#include "core/align/borders.h"

#include <string_view>

#include "core/align/edits.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

AlignedBlock WholeOf(absl::Span<const Token> a, absl::Span<const Token> b) {
  const auto size_a = static_cast<uint32_t>(a.size()),
             size_b = static_cast<uint32_t>(b.size());
  return {{0, size_a}, {0, size_b}, {{0, 0, std::min(size_a, size_b)}}};
}

TEST(FindBorders, CountsSentencesAndQuotationsInWords) {
  constexpr std::string_view kText =
      "The mill burned. “Nobody was hurt today,” she said.";
  const Borders borders = FindBorders(kText, Tokenize(kText));
  EXPECT_THAT(borders.sentences, ElementsAre(WordSpan{0, 3}, WordSpan{3, 9}));
  EXPECT_THAT(borders.quotations, ElementsAre(WordSpan{3, 7}));
  EXPECT_TRUE(IsWhole(borders, {3, 7}));
  EXPECT_TRUE(IsWhole(borders, {0, 9}));
  EXPECT_FALSE(IsWhole(borders, {1, 9}));
}

TEST(BytesOf, TakesInTheMarksThatTouchTheWords) {
  constexpr std::string_view kText = "He said “nobody was hurt.” Then he left.";
  const auto tokens = Tokenize(kText);
  EXPECT_EQ(BytesOf(kText, tokens, {2, 5}).In(kText), "“nobody was hurt.”");
}

TEST(FindEdits, NoneWhereOnlyQuotationMarksAndSpacesDiffer) {
  constexpr std::string_view kA = "the \"old mill\"  burned",
                             kB = "the “old mill” burned";
  const auto a = Tokenize(kA), b = Tokenize(kB);
  EXPECT_THAT(FindEdits({kA, a}, {kB, b}, WholeOf(a, b)), IsEmpty());
}

TEST(FindEdits, ADoubledWordIsOneEdit) {
  constexpr std::string_view kA = "said that a a total of nine",
                             kB = "said that a total of nine";
  const auto a = Tokenize(kA), b = Tokenize(kB);
  const AlignedBlock block = {{0, 7}, {0, 6}, {{0, 0, 3}, {4, 3, 3}}};
  EXPECT_THAT(FindEdits({kA, a}, {kB, b}, block),
              ElementsAre(Edit{{12, 13}, {11, 11}}));
}

}  // namespace
}  // namespace rashomon
