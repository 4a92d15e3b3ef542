// Dates, against a table that anyone can add to (tests/specs/claims/date.tsv) and
// against laws of the calendar.

#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "core/claims/annotate.h"
#include "core/claims/extract/article_date.h"
#include "core/claims/extract/date_weekday.h"
#include "core/claims/extract/extractors.h"
#include "core/claims/lexicon.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Claim> DatesOf(std::string_view sentence,
                           const std::optional<std::string>& published) {
  const AnnotatedText text = Annotate(sentence);
  std::vector<Claim> claims;
  for (const Sentence& s : text.sentences) ExtractDates(text, s, published, claims);
  return claims;
}

std::string Shown(std::string_view end) { return end.empty() ? "-" : std::string(end); }

TEST(Date, EveryRowOfTheTableHolds) {
  std::ifstream file(RASHOMON_DATE_SPECS);
  ASSERT_TRUE(file.is_open()) << RASHOMON_DATE_SPECS;
  std::string line;
  int rows = 0;
  while (std::getline(file, line)) {
    for (const auto& row : LexiconRows(line)) {
      SCOPED_TRACE(line);
      ASSERT_EQ(row.size(), 5U);
      ++rows;
      std::optional<std::string> published;
      if (row[1] != "-") published = std::string(row[1]);
      const std::vector<Claim> claims = DatesOf(row[0], published);
      if (row[2] == "-") {
        EXPECT_THAT(claims, testing::IsEmpty()) << claims.front().value_span.In(row[0]);
        continue;
      }
      ASSERT_THAT(claims, testing::Not(testing::IsEmpty()));
      EXPECT_EQ(claims.front().value_span.In(row[0]), row[2]);
      EXPECT_EQ(Shown(claims.front().value.date->begin), row[3]);
      EXPECT_EQ(Shown(claims.front().value.date->end), row[4]);
    }
  }
  EXPECT_GT(rows, 50);
}

TEST(Date, SpanIsTheClauseWithItsPredicate) {
  const std::string text = "The garrison withdrew from the valley in 1989.";
  const std::vector<Claim> claims = DatesOf(text, std::nullopt);
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].span.In(text), "withdrew from the valley in 1989");
  EXPECT_EQ(claims[0].scope.head, "withdraw");
}

TEST(Date, NounBehindADateIsItsHead) {
  const std::string text = "Nobody met the May 1 deadline for the final withdrawal.";
  const std::vector<Claim> claims = DatesOf(text, "2021-03-18");
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].span.In(text), "May 1 deadline for the final withdrawal");
  EXPECT_EQ(claims[0].scope.head, "deadline");
  EXPECT_EQ(claims[0].value.date->begin, "2021-05-01");
}

TEST(Date, YearsAfterAnEventDateTheEvent) {
  const std::string text = "Almost 30 years after its withdrawal, the army is back.";
  const std::vector<Claim> claims = DatesOf(text, "2018-11-09");
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(claims[0].span.In(text), "Almost 30 years after its withdrawal");
  EXPECT_EQ(claims[0].scope.head, "withdrawal");
  EXPECT_LE(claims[0].value.date->begin, "1989-02-15");
  EXPECT_GE(claims[0].value.date->end, "1989-02-15");
}

TEST(Date, PageFurnitureHasThePagesRole) {
  const auto role = [](std::string_view text) {
    const std::vector<Claim> claims = DatesOf(text, std::nullopt);
    return claims.empty() ? "none" : claims[0].scope.role;
  };
  EXPECT_EQ(role("Updated 10:20 AM UTC, Dec 13, 2023"), "page");
  EXPECT_EQ(role("The list was updated on Dec 13, 2023, by hand."), "");
}

TEST(Date, OpenDatesKeepWhatIsKnown) {
  const std::vector<Claim> claims = DatesOf("They left on May 1.", std::nullopt);
  ASSERT_EQ(claims.size(), 1U);
  EXPECT_EQ(*claims[0].value.date, DateInterval());
  EXPECT_EQ(claims[0].value.text, "XXXX-05-01");
}

TEST(Date, WeekdayThatDoesNotFitItsDateIsFound) {
  const auto mismatch = [](std::string_view text,
                           std::optional<std::string> published) {
    const std::vector<Claim> claims = DatesOf(text, published);
    return claims.empty() ? std::nullopt : FindWeekdayMismatch(claims[0], text);
  };
  const auto wrong = mismatch("It was signed on Monday, May 28, 2019.", std::nullopt);
  ASSERT_TRUE(wrong.has_value());
  EXPECT_EQ(wrong->stated, "Monday");
  EXPECT_EQ(wrong->actual, "Tuesday");
  EXPECT_TRUE(mismatch("It was signed on Monday, May 28.", "2019-05-30").has_value());
  EXPECT_FALSE(mismatch("It was signed on Tuesday, May 28, 2019.", {}).has_value());
  EXPECT_FALSE(mismatch("It was signed on Tuesday, May 28.", "2019-05-30").has_value());
  EXPECT_FALSE(mismatch("It was signed on May 28, 2019.", std::nullopt).has_value());
  EXPECT_FALSE(mismatch("It was signed on Monday.", "2019-05-30").has_value());
}

TEST(ArticleDate, IsTheDatelineWhereNoneIsGiven) {
  const auto date = [](std::string_view text) {
    Document document;
    document.text = text;
    return ArticleDate(document, Annotate(text)).value_or("none");
  };
  EXPECT_EQ(date("OSLO, March 18, 2021 — The talks opened on Thursday."), "2021-03-18");
  EXPECT_EQ(date("OSLO (Reuters, May 3 1987) - The talks opened."), "1987-05-03");
  EXPECT_EQ(date("Updated 10:20 AM UTC, Dec 13, 2023\n\nThe talks opened."), "none");
  EXPECT_EQ(date("The talks of March 18, 2021 - the first - failed."), "none");
  Document dated;
  dated.text = "OSLO, March 18, 2021 — The talks opened.";
  dated.published = "2022-01-01";
  EXPECT_EQ(ArticleDate(dated, Annotate(dated.text)), "2022-01-01");
}

TEST(Date, HostileTextsGiveOrderedSpansInsideTheText) {
  for (const std::string& piece :
       {std::string("May "), std::string("1/"), std::string("2019-"),
        std::string("Monday "), std::string("\xE2\x80"), std::string("two years "),
        std::string("last "), std::string("10:"), std::string("the "),
        std::string("from 1990 to ")}) {
    std::string text;
    for (int i = 0; i < 3000; ++i) text += piece;
    uint32_t last = 0;
    for (const Claim& claim : DatesOf(text, "2019-05-28")) {
      EXPECT_LE(last, claim.value_span.begin);
      EXPECT_LT(claim.value_span.begin, claim.value_span.end);
      EXPECT_LE(claim.value_span.end, text.size());
      EXPECT_LE(claim.value.date->end.empty() ? "9999" : claim.value.date->begin,
                claim.value.date->end.empty() ? "9999" : claim.value.date->end);
      last = claim.value_span.end;
    }
  }
}

}  // namespace
}  // namespace rashomon
