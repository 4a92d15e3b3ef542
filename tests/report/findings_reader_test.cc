#include <string>

#include "absl/strings/str_replace.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/findings_file.h"
#include "rashomon/report.h"
#include "tests/report/fixture.h"
#include "tests/report/hostile.h"
#include "tests/testing/status_matchers.h"

namespace rashomon {
namespace {

using testing::Case;
using ::testing::HasSubstr;
using testing::HostileCase;
using testing::SmallCase;
using testing::StatusIs;

// A case with everything that a findings file can hold.
Case FullCase() {
  Case c = SmallCase();
  c.findings.options.mute = {"Tolm Ledger"};
  c.findings.options.since = "2024-01-01";
  c.findings.reuse[0].pairs[0].edits_omitted = 3;
  c.findings.reuse[0].review = {Judgement::kWrong, "two bridges", true};
  FactFinding& fact = c.findings.facts[0];
  fact.timeline = {{"2024-05-01", 0, {0}}, {"2024-05-02", 1, {1}}};
  fact.claims_omitted = 2;
  fact.copies_omitted = 1;
  fact.review = {Judgement::kResolved, "", false};
  Value& date = fact.claims[0].claim.value;
  date = {.kind = ValueKind::kDate};
  date.date = {"1989-01-01", ""};
  return c;
}

TEST(ReadFindings, WhatWasWrittenReadsBackToTheSameBytes) {
  for (const Case& c : {SmallCase(), FullCase(), HostileCase()}) {
    const std::string lines = FindingsJsonLines(c.documents, c.findings);
    const auto file = ReadFindings(lines, "f.jsonl");
    ASSERT_TRUE(file.ok()) << file.status();
    EXPECT_EQ(FindingsJsonLines(file->texts, file->findings), lines);
  }
}

TEST(ReadFindings, OtherViewsNeedNoCorpus) {
  const Case c = FullCase();
  const auto file = ReadFindings(FindingsJsonLines(c.documents, c.findings), "f");
  ASSERT_TRUE(file.ok());
  EXPECT_EQ(FindingsCsv(file->texts, file->findings),
            FindingsCsv(c.documents, c.findings));
  EXPECT_EQ(FindingsMarkdown(file->texts, file->findings),
            FindingsMarkdown(c.documents, c.findings));
  EXPECT_EQ(*FindingsSqlite(file->texts, file->findings),
            *FindingsSqlite(c.documents, c.findings));
}

TEST(ReadFindings, WithItsCorpusThePageIsTheOneOfTheAudit) {
  const Case c = FullCase();
  auto file = ReadFindings(FindingsJsonLines(c.documents, c.findings), "f");
  ASSERT_TRUE(file.ok());
  ASSERT_TRUE(AttachTexts(c.documents, *file).ok());
  EXPECT_EQ(HtmlReport(file->texts, file->findings),
            HtmlReport(c.documents, c.findings));
}

TEST(ReadFindings, TextsThatAreNotThoseAuditedAreRefused) {
  Case c = SmallCase();
  auto file = ReadFindings(FindingsJsonLines(c.documents, c.findings), "f");
  ASSERT_TRUE(file.ok());
  c.documents[1].text = "another text";
  EXPECT_THAT(AttachTexts(c.documents, *file),
              StatusIs(absl::StatusCode::kFailedPrecondition, HasSubstr("b.txt")));
  c.documents.pop_back();
  EXPECT_THAT(AttachTexts(c.documents, *file),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("b.txt")));
}

TEST(ReadFindings, ErrorsNameLineAndByteOrField) {
  const Case c = SmallCase();
  const std::string lines = FindingsJsonLines(c.documents, c.findings);
  const auto fails = [&](std::string_view from, std::string_view to,
                         const std::string& words) {
    std::string broken = lines;
    const size_t at = broken.find(from);
    ASSERT_NE(at, std::string::npos) << from;
    broken.replace(at, from.size(), to);
    EXPECT_THAT(ReadFindings(broken, "f.jsonl"),
                StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr(words)))
        << from;
  };
  fails("{\"type\":\"document\"", "{\"type\":,", "f.jsonl:2: byte 8: not JSON");
  fails("\"schema\":1", "\"schema\":2", "f.jsonl:1: schema is not 1");
  fails("\"begin\":0,\"end\"", "\"begin\":-1,\"end\"",
        "f.jsonl:4: passages[0].begin is not a whole number");
  fails("\"verdict\":\"conflict\"", "\"verdict\":\"quarrel\"",
        "f.jsonl:6: verdict is not a word");
  fails("\"jaccard\":0.75", "\"jaccard\":\"x\"", "pairs[0].jaccard is not a number");
  fails("\"copies_of\":null", "\"copies_of\":2", "claims[0].copies_of is not a whole");
  fails("\"doc\":\"b.txt\",\"title\"", "\"doc\":\"a.txt\",\"title\"",
        "f.jsonl:3: doc is not the id of one document only");
  fails("\"type\":\"run\"", "\"type\":\"ran\"", "f.jsonl:1: the line is not the run");
}

TEST(ReadFindings, OffsetsOutsideTheDocumentAreRefused) {
  const Case c = SmallCase();
  std::string lines = FindingsJsonLines(c.documents, c.findings);
  const size_t at = lines.find("\"end\":");
  lines.replace(at, 6, "\"end\":9");
  EXPECT_FALSE(ReadFindings(lines, "f").ok());
}

TEST(ReadFindings, KeysAndTypesThatItDoesNotKnowAreSkipped) {
  const Case c = SmallCase();
  std::string lines = FindingsJsonLines(c.documents, c.findings);
  absl::StrReplaceAll({{"\"type\":\"fact\",", "\"type\":\"fact\",\"mood\":[1],"}},
                      &lines);
  lines += "{\"type\":\"weather\"}\n\n";
  EXPECT_TRUE(ReadFindings(lines, "f").ok());
}

TEST(ReadFindings, AnEmptyFileIsNone) {
  EXPECT_THAT(ReadFindings("", "f"), StatusIs(absl::StatusCode::kInvalidArgument,
                                              HasSubstr("not a findings file")));
}

}  // namespace
}  // namespace rashomon
