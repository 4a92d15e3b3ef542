#include "core/report/order.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/report/fixture.h"

namespace rashomon {
namespace {

using testing::Case;
using ::testing::ElementsAre;
using testing::MakeDocument;
using testing::SmallCase;

ReuseFinding OfUnit(Unit unit, uint32_t bytes) {
  ReuseFinding out;
  out.unit = unit;
  out.passages = {{DocId{0}, {0, bytes}}, {DocId{1}, {0, bytes}}};
  return out;
}

TEST(ReuseByGravity, DocumentsComeFirstThenWhatRepeatsMost) {
  Findings findings;
  findings.reuse = {OfUnit(Unit::kPassage, 900), OfUnit(Unit::kParagraph, 50),
                    OfUnit(Unit::kDocument, 10), OfUnit(Unit::kParagraph, 60)};
  findings.reuse.push_back(OfUnit(Unit::kDocument, 5000));
  findings.reuse.back().boilerplate_reason = "a menu";
  EXPECT_THAT(ReuseByGravity(findings), ElementsAre(2, 3, 1, 0));
}

TEST(ShownPair, IsOneThatDiffersWithTheEarlierPassageFirst) {
  ReuseFinding finding;
  finding.passages.resize(3);
  finding.pairs = {{.a = 0, .b = 1}, {.a = 0, .b = 2, .containment = {0.25, 1}}};
  finding.pairs[1].edits = {{{1, 2}, {3, 4}}};
  EXPECT_EQ(ShownPair(finding)->b, 2u);

  finding.first = 2;
  const ReusePair turned = *ShownPair(finding);
  EXPECT_EQ(turned.a, 2u);
  EXPECT_EQ(turned.b, 0u);
  EXPECT_THAT(turned.containment, ElementsAre(1, 0.25));
  EXPECT_THAT(turned.edits, ElementsAre(Edit{{3, 4}, {1, 2}}));
}

TEST(ShownPair, WithoutDatesTheRepresentativeComesFirst) {
  ReuseFinding finding;
  finding.passages.resize(2);
  finding.pairs = {{.a = 1, .b = 0}};
  EXPECT_EQ(ShownPair(finding)->a, 0u);
  finding.pairs.clear();
  EXPECT_FALSE(ShownPair(finding).has_value());
}

TEST(GravestReasons, ComeOnceAndGravestFirstHoweverLateTheyStand) {
  FactFinding fact;
  for (int i = 0; i < 200; ++i) {
    fact.pairs.push_back(
        {.verdict = Verdict::kRevised, .rule = "toll", .reason = "1 or 2"});
    fact.pairs.push_back(
        {.verdict = Verdict::kRevised, .rule = "toll", .reason = std::to_string(i)});
  }
  fact.pairs.push_back(
      {.verdict = Verdict::kConflict, .rule = "toll", .reason = "2 or 9"});
  std::vector<std::string> reasons;
  for (const FactPair* pair : GravestReasons(fact, 3)) reasons.push_back(pair->reason);
  EXPECT_THAT(reasons, ElementsAre("2 or 9", "1 or 2", "0"));
}

TEST(GroupByValue, ValuesWithMoreWitnessesComeFirstAndCopiesCountApart) {
  const Case c = SmallCase();
  FactFinding fact = c.findings.facts[0];
  fact.claims.push_back(fact.claims[1]);
  fact.claims.push_back(fact.claims[0]);
  fact.claims.back().copies_of = 0;
  const auto groups = GroupByValue(c.documents, fact);
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_THAT(groups[0].witnesses, ElementsAre(1, 2));
  EXPECT_THAT(groups[1].witnesses, ElementsAre(0));
  EXPECT_THAT(groups[1].copies, ElementsAre(3));
}

TEST(GroupByValue, ValuesThatMakeTheVerdictComeBeforeOthers) {
  const Case c = SmallCase();
  FactFinding fact = c.findings.facts[0];
  for (int i = 0; i < 3; ++i) {
    fact.claims.push_back(fact.claims[0]);
    fact.claims.back().group = 2;
  }
  fact.pairs.push_back({.a = 0, .b = 2, .verdict = Verdict::kRounded});
  const auto groups = GroupByValue(c.documents, fact);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_THAT(groups[2].witnesses, ElementsAre(2, 3, 4));
}

TEST(GroupByValue, ARevisedFactGoesByTime) {
  Case c = SmallCase();
  c.documents[1].published = "2024-04-30T23:00:00Z";
  FactFinding fact = c.findings.facts[0];
  fact.verdict = Verdict::kRevised;
  EXPECT_THAT(GroupByValue(c.documents, fact)[0].witnesses, ElementsAre(1));
}

TEST(GroupByValue, ACopyThatTellsAnotherValueIsItsWitness) {
  const Case c = SmallCase();
  FactFinding fact = c.findings.facts[0];
  fact.claims[1].copies_of = 0;
  EXPECT_THAT(GroupByValue(c.documents, fact)[1].witnesses, ElementsAre(1));
}

TEST(SpreadOf, CountsDocumentsSourcesAndDays) {
  Case c = SmallCase();
  c.documents.push_back(
      MakeDocument("c.txt", "text", "Courier", "2024-05-09T10:00:00Z"));
  ReuseFinding finding;
  finding.passages = {{DocId{0}, {}}, {DocId{0}, {}}, {DocId{1}, {}}, {DocId{2}, {}}};
  const Spread spread = SpreadOf(c.documents, finding);
  EXPECT_EQ(spread.documents, 3u);
  EXPECT_EQ(spread.sources, 2u);
  EXPECT_EQ(spread.first, "2024-05-01");
  EXPECT_EQ(spread.last, "2024-05-09");
}

}  // namespace
}  // namespace rashomon
