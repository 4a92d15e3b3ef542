#include <sstream>
#include <string>
#include <vector>

#include "core/report/display.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/report.h"
#include "tests/report/fixture.h"
#include "tests/report/hostile.h"

namespace rashomon {
namespace {

using ::testing::AllOf;
using testing::Case;
using ::testing::HasSubstr;
using testing::HostileCase;
using ::testing::Not;
using testing::SmallCase;

std::string Report(const Case& c, const TerminalOptions& options = {}) {
  return TerminalReport(c.documents, c.findings, options);
}

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

TEST(TerminalReport, AConflictShowsBothValuesBothSentencesAndTheReason) {
  EXPECT_THAT(
      Report(SmallCase(), {.width = 100}),
      AllOf(HasSubstr("CONFLICT  “10-year war” against “nine-year war”"),
            HasSubstr("The colony fought a [10-year war] over the crossing."),
            HasSubstr("The [nine-year war] over the crossing is not forgotten."),
            HasSubstr("10 years against nine years for one war"),
            HasSubstr("sharp-numbers"), HasSubstr("confidence 0.97"),
            HasSubstr("Tolm Ledger · 2024-05-01"),
            HasSubstr("according to the mayor")));
}

TEST(TerminalReport, APassageShowsBothSidesWithTheDifferenceMarked) {
  EXPECT_THAT(Report(SmallCase(), {.width = 80}),
              AllOf(HasSubstr("at Tolm closed at [dawn] after"),
                    HasSubstr("at Tolm closed at [noon] after")));
  EXPECT_THAT(Report(SmallCase(), {.width = 160}),
              HasSubstr("at Tolm closed at [dawn] after divers found a crack"));
}

TEST(TerminalReport, FurnitureIsOnlyCounted) {
  EXPECT_THAT(Report(SmallCase()), AllOf(HasSubstr("1 of page furniture"),
                                         Not(HasSubstr("All rights reserved"))));
}

TEST(TerminalReport, WithColourTheValueIsMarkedByCodesInsteadOfBrackets) {
  const std::string plain = Report(SmallCase());
  EXPECT_THAT(plain, Not(HasSubstr("\x1b")));
  EXPECT_THAT(Report(SmallCase(), {.width = 100, .color = true}),
              AllOf(HasSubstr("\x1b[1;4;31m10-year war\x1b[0m"),
                    Not(HasSubstr("[10-year war]"))));
}

TEST(TerminalReport, NoLineIsWiderThanTheTerminal) {
  for (const Case& c : {SmallCase(), HostileCase()}) {
    for (int width = 40; width <= 180; width += 7) {
      for (const std::string& line : Lines(Report(c, {.width = width}))) {
        EXPECT_LE(Columns(line), width) << line;
      }
    }
  }
}

TEST(TerminalReport, NoByteOfATextReachesTheTerminalAsAControl) {
  const std::string report = Report(HostileCase(), {.width = 120, .max_findings = 0});
  for (const std::string& line : Lines(report)) {
    for (size_t i = 0; i < line.size();) {
      const Character c = CharacterAt(line, i);
      EXPECT_NE(c.code, -1) << line;
      EXPECT_FALSE(IsUnsafe(c.code)) << std::hex << c.code << " in " << line;
      i += c.size;
    }
  }
}

TEST(TerminalReport, TheGravestComesFirst) {
  Case c = SmallCase();
  FactFinding revised = c.findings.facts[0];
  revised.verdict = Verdict::kRevised;
  revised.topic = "an older toll";
  FactFinding minor = c.findings.facts[0];
  minor.severity = Severity::kMinor;
  minor.topic = "a small gap";
  c.findings.facts = {revised, minor, c.findings.facts[0]};
  const std::string report = Report(c);
  EXPECT_LT(report.find("F3"), report.find("F2"));
  EXPECT_LT(report.find("F2"), report.find("F1"));
}

TEST(TerminalReport, ARevisedFactIsToldInTheOrderOfTime) {
  Case c = SmallCase();
  c.documents[1].published = "2024-04-01";
  c.findings.facts[0].verdict = Verdict::kRevised;
  EXPECT_THAT(Report(c, {.width = 100}),
              HasSubstr("REVISED  “nine-year war”, later “10-year war”"));
}

TEST(TerminalReport, ACopyIsNoWitness) {
  Case c = SmallCase();
  FactClaim copy = c.findings.facts[0].claims[1];
  copy.copies_of = 1;
  c.findings.facts[0].claims.push_back(copy);
  EXPECT_THAT(Report(c), HasSubstr("1 copy of the passage says the same"));
}

TEST(TerminalReport, WhatIsLeftOutIsCounted) {
  Case c = SmallCase();
  c.findings.facts.resize(31, c.findings.facts[0]);
  EXPECT_THAT(Report(c), HasSubstr("and 11 more"));
  EXPECT_THAT(Report(c, {.max_findings = 0}), Not(HasSubstr("more (--verbose")));
}

TEST(TerminalReport, WhatWasNotRaisedIsListedWithItsRule) {
  Case c = SmallCase();
  c.findings.facts[0].verdict = Verdict::kRounded;
  EXPECT_THAT(
      Report(c, {.width = 100}),
      AllOf(HasSubstr("Looked at and not raised"), HasSubstr("ROUNDED"),
            HasSubstr("sharp-numbers"), HasSubstr("told differently  nothing")));
}

TEST(TerminalReport, AnEmptyCorpusHasAReport) {
  EXPECT_THAT(TerminalReport({}, Findings{}), HasSubstr("0 articles"));
}

}  // namespace
}  // namespace rashomon
