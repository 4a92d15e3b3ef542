#include "core/engine/filter.h"

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/audit.h"
#include "tests/testing/status_matchers.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;
using testing::StatusIs;

Document From(std::string source, std::string published) {
  Document d;
  if (!source.empty()) d.source = std::move(source);
  if (!published.empty()) d.published = std::move(published);
  return d;
}

// Of AP in April, of AP in May, of Wire without a date, of nobody.
const std::vector<Document>& Documents() {
  static const auto& documents = *new std::vector<Document>{
      From("AP", "2024-04-30"), From("AP", "2024-05-01T09:00:00Z"), From("Wire", ""),
      From("", "")};
  return documents;
}

ReuseFinding Repetition(const std::vector<uint32_t>& docs) {
  ReuseFinding out;
  for (const uint32_t d : docs) out.passages.push_back({DocId{d}, {}});
  return out;
}

// One claim in each document, with the value of that index; every two values
// that differ disagree.
FactFinding Fact(const std::vector<uint32_t>& docs, const std::vector<uint32_t>& values,
                 std::string attribute = "toll") {
  FactFinding out;
  out.attribute = std::move(attribute);
  for (uint32_t i = 0; i < docs.size(); ++i) {
    FactClaim claim;
    claim.claim.doc = DocId{docs[i]};
    claim.group = values[i];
    out.claims.push_back(claim);
    for (uint32_t j = 0; j < i; ++j) {
      if (values[i] != values[j]) out.pairs.push_back({.a = j, .b = i});
    }
  }
  return out;
}

bool Stays(ReuseFinding finding, const FindingOptions& options) {
  Findings findings;
  findings.reuse = {std::move(finding)};
  Filter(Documents(), options, findings);
  return !findings.reuse.empty();
}

bool Stays(FactFinding finding, const FindingOptions& options) {
  Findings findings;
  findings.facts = {std::move(finding)};
  Filter(Documents(), options, findings);
  return !findings.facts.empty();
}

TEST(Filter, WithoutOptionsEverythingStays) {
  EXPECT_TRUE(Stays(Repetition({0, 1}), {}));
  EXPECT_TRUE(Stays(Fact({2, 3}, {0, 1}), {}));
}

TEST(Filter, ARepetitionNeedsTwoPassagesOfSourcesThatAreNotMuted) {
  const FindingOptions mute_ap = {.mute = {"AP"}};
  EXPECT_FALSE(Stays(Repetition({0, 1}), mute_ap));
  EXPECT_FALSE(Stays(Repetition({0, 2}), mute_ap));
  EXPECT_TRUE(Stays(Repetition({0, 2, 3}), mute_ap));
}

TEST(Filter, AFactNeedsTwoValuesOfSourcesThatAreNotMuted) {
  const FindingOptions mute_ap = {.mute = {"AP"}};
  EXPECT_FALSE(Stays(Fact({0, 2}, {0, 1}), mute_ap));
  EXPECT_TRUE(Stays(Fact({0, 2, 3}, {0, 1, 2}), mute_ap));
  EXPECT_TRUE(Stays(Fact({2, 3}, {0, 1}), mute_ap));
}

TEST(Filter, AnotherWitnessOfTheSameValueKeepsAFact) {
  EXPECT_TRUE(Stays(Fact({0, 2, 3}, {0, 1, 0}), {.mute = {"AP"}}));
}

TEST(Filter, AMutedAttributeTakesItsFactsAway) {
  EXPECT_FALSE(Stays(Fact({2, 3}, {0, 1}, "duration"), {.mute = {"x", "duration"}}));
  EXPECT_TRUE(Stays(Fact({2, 3}, {0, 1}, "toll"), {.mute = {"x", "duration"}}));
}

TEST(Filter, SinceKeepsWhatTouchesADocumentOfThatDayOrLater) {
  const FindingOptions may = {.since = "2024-05-01"};
  EXPECT_TRUE(Stays(Repetition({0, 1}), may));
  EXPECT_FALSE(Stays(Repetition({0, 2}), may));
  EXPECT_TRUE(Stays(Fact({1, 2}, {0, 1}), may));
  EXPECT_FALSE(Stays(Fact({2, 3}, {0, 1}), may));
}

TEST(Audit, SinceMustBeADate) {
  for (const char* bad : {"yesterday", "2024-02-30", "2024-05-01T09:00:00Z", ""}) {
    EXPECT_THAT(Audit(Corpus::Of({}), {.since = bad}),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("since=")))
        << bad;
  }
}

}  // namespace
}  // namespace rashomon
