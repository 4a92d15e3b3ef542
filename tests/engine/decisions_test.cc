#include "rashomon/decisions.h"

#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/audit.h"
#include "rashomon/corpus.h"
#include "tests/testing/status_matchers.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;
using testing::StatusIs;

constexpr std::string_view kShared =
    "The ferry Arrow went down in heavy seas off Tolm before dawn on Friday, and "
    "divers reached the wreck shortly after noon. Rescuers heard no knocking from the "
    "hull, and the search was called off at dusk.";

struct Audited {
  Corpus corpus;
  Findings findings;
};

Audited AuditOf(std::string_view a, std::string_view b) {
  Document first, second;
  first.id = "a";
  first.text = a;
  second.id = "b";
  second.text = b;
  Audited out{Corpus::Of({first, second}), {}};
  out.findings = *Audit(out.corpus);
  return out;
}

std::string DecisionOn(const ReuseFinding& finding, std::string_view text) {
  return "{\"type\":\"decisions\",\"schema\":1,\"decisions\":[{\"kind\":\"reuse\","
         "\"key\":\"" +
         finding.key + "\",\"judgement\":\"wrong\",\"note\":\"agency\",\"texts\":[\"" +
         std::string(text) + "\"]}]}";
}

TEST(ApplyDecisions, AFindingDecidedOnIsNoLongerRaised) {
  Audited run = AuditOf(kShared, kShared);
  ASSERT_EQ(run.findings.NumReuse(), 1u);
  const auto decisions = ReadDecisions(DecisionOn(run.findings.reuse[0], ""), "d");
  ASSERT_TRUE(decisions.ok()) << decisions.status();
  const AppliedDecisions applied =
      ApplyDecisions(run.corpus.documents(), *decisions, run.findings);
  EXPECT_EQ(applied.by_key, 1u);
  EXPECT_EQ(run.findings.NumReuse(), 0u);
  EXPECT_EQ(run.findings.reuse[0].review, (Review{Judgement::kWrong, "agency", false}));
}

TEST(ApplyDecisions, ASmallEditOfTheTextsIsFollowed) {
  const Audited before = AuditOf(kShared, kShared);
  std::string edited(kShared);
  edited.replace(edited.find("shortly after"), 13, "an hour past");
  Audited run = AuditOf(edited, edited);
  ASSERT_NE(run.findings.reuse[0].key, before.findings.reuse[0].key);
  const auto decisions =
      ReadDecisions(DecisionOn(before.findings.reuse[0], kShared), "d");
  ASSERT_TRUE(decisions.ok());
  const AppliedDecisions applied =
      ApplyDecisions(run.corpus.documents(), *decisions, run.findings);
  EXPECT_EQ(applied.followed, 1u);
  EXPECT_TRUE(run.findings.reuse[0].review->followed);
}

TEST(ApplyDecisions, AnotherTextIsNew) {
  const Audited before = AuditOf(kShared, kShared);
  constexpr std::string_view kOther =
      "Farmers in the north expect a good harvest of barley this year, since rain fell "
      "in time and the fields were spared by hail and by the late frost of May.";
  Audited run = AuditOf(kOther, kOther);
  const auto decisions =
      ReadDecisions(DecisionOn(before.findings.reuse[0], kShared), "d");
  ApplyDecisions(run.corpus.documents(), *decisions, run.findings);
  EXPECT_EQ(run.findings.NumReuse(), 1u);
}

// A fact by hand: two claims with values, and the sentences around them.
struct Told {
  std::vector<Document> documents = std::vector<Document>(2);
  Findings findings;

  Told(std::string_view a, double value_a, std::string_view b, double value_b) {
    documents[0].id = "a";
    documents[0].text = a;
    documents[1].id = "b";
    documents[1].text = b;
    FactFinding fact;
    fact.key = "0123456789abcdef";
    fact.verdict = Verdict::kConflict;
    fact.attribute = "duration";
    for (uint32_t i = 0; i < 2; ++i) {
      FactClaim claim;
      claim.claim.doc = DocId{i};
      claim.claim.context = {0, static_cast<uint32_t>(documents[i].text.size())};
      claim.claim.span = {0, 3};
      const double value = i == 0 ? value_a : value_b;
      claim.claim.value = {
          .kind = ValueKind::kDuration, .lo = value, .hi = value, .unit = "year"};
      claim.group = i;
      fact.claims.push_back(claim);
    }
    fact.pairs = {{.a = 0, .b = 1, .verdict = Verdict::kConflict}};
    findings.facts = {fact};
  }
};

Decision OnTheWar(std::vector<std::string> values) {
  Decision decision;
  decision.key = "ffffffffffffffff";
  decision.judgement = Judgement::kResolved;
  decision.trace = {"duration",
                    std::move(values),
                    {"Ten years the colony fought a war over the crossing.",
                     "The nine years of war over the crossing are not forgotten."}};
  return decision;
}

TEST(ApplyDecisions, AFactOfTheSameValuesIsFollowedThroughItsSentences) {
  Told told("Ten long years the colony fought a war over the crossing at Tolm.", 10,
            "Nobody forgot the nine years.", 9);
  ApplyDecisions(told.documents, {OnTheWar({"10 year", "9 year"})}, told.findings);
  EXPECT_EQ(told.findings.NumRaisedFacts(), 0u);
}

TEST(ApplyDecisions, AFactOfOtherValuesIsNew) {
  Told told("Ten years the colony fought a war over the crossing.", 10,
            "The eight years of war over the crossing are not forgotten.", 8);
  ApplyDecisions(told.documents, {OnTheWar({"10 year", "9 year"})}, told.findings);
  EXPECT_EQ(told.findings.NumRaisedFacts(), 1u);
}

TEST(ApplyDecisions, AnotherFactOfTheSameValuesIsNew) {
  Told told("Ten pupils a class since the school on the hill was mended.", 10,
            "Nine since it opened, says its headmaster.", 9);
  ApplyDecisions(told.documents, {OnTheWar({"10 year", "9 year"})}, told.findings);
  EXPECT_EQ(told.findings.NumRaisedFacts(), 1u);
}

TEST(ReadDecisions, ErrorsNameTheFileAndTheField) {
  EXPECT_THAT(ReadDecisions("{", "d.json"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("d.json: byte")));
  EXPECT_THAT(ReadDecisions(R"({"type":"decisions","schema":1,"decisions":[
                  {"key":"k","judgement":"perhaps"}]})",
                            "d.json"),
              StatusIs(absl::StatusCode::kInvalidArgument,
                       HasSubstr("decisions[0].judgement is not right, wrong")));
  EXPECT_THAT(ReadDecisions("[]", "d.json"),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("type is not")));
}

}  // namespace
}  // namespace rashomon
