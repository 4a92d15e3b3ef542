#include <algorithm>
#include <set>
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
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HostileCase;
using ::testing::IsSubsetOf;
using testing::MakeDocument;
using ::testing::Not;
using testing::SmallCase;
using ::testing::StartsWith;

std::string Report(const Case& c) { return HtmlReport(c.documents, c.findings); }

// `page` without what stands in its scripts, which is no mark-up.
std::string Markup(const std::string& page) {
  std::string out;
  size_t at = 0;
  for (size_t open = page.find("<script"); open != std::string::npos;
       open = page.find("<script", at)) {
    const size_t body = page.find('>', open) + 1;
    out += page.substr(at, body - at);
    at = page.find("</script>", body);
  }
  return out + page.substr(at);
}

// The names of the tags of `page` in order, with "/" before those that close.
std::vector<std::string> Tags(const std::string& page) {
  std::vector<std::string> tags;
  for (size_t at = page.find('<'); at != std::string::npos;
       at = page.find('<', at + 1)) {
    const size_t end = page.find_first_of(" >\n", at);
    tags.push_back(page.substr(at + 1, end - at - 1));
  }
  return tags;
}

std::vector<std::string> Values(const std::string& page, const std::string& attribute) {
  std::vector<std::string> values;
  const std::string start = attribute + "=\"";
  for (size_t at = page.find(start); at != std::string::npos;
       at = page.find(start, at + 1)) {
    const size_t begin = at + start.size();
    values.push_back(page.substr(begin, page.find('"', begin) - begin));
  }
  return values;
}

TEST(HtmlReport, AFactShowsItsValuesMarkedInTheirSentences) {
  EXPECT_THAT(Report(SmallCase()),
              AllOf(HasSubstr("The colony fought a <mark>10-year war</mark> over"),
                    HasSubstr("The <mark>nine-year war</mark> over"),
                    HasSubstr("10 years against nine years for one war"),
                    HasSubstr("sharp-numbers"), HasSubstr("confidence 0.97"),
                    HasSubstr("according to <bdi>the mayor</bdi>")));
}

TEST(HtmlReport, ARepetitionMarksTheWordsThatDiffer) {
  EXPECT_THAT(Report(SmallCase()), AllOf(HasSubstr("closed at <del>dawn</del> after"),
                                         HasSubstr("closed at <ins>noon</ins> after")));
}

// That the policy's digests are those of the script and the style, the browser
// tests show: nothing would run.
TEST(HtmlReport, RunsOneScriptOfItsOwnAndLoadsNothing) {
  for (const Case& c : {SmallCase(), HostileCase()}) {
    const std::string page = Markup(Report(c));
    EXPECT_THAT(page,
                AllOf(HasSubstr("default-src 'none'; style-src 'sha256-"),
                      HasSubstr("script-src 'sha256-"), Not(HasSubstr("unsafe"))));
    size_t running = 0;
    for (size_t at = page.find("<script>"); at != std::string::npos;
         at = page.find("<script>", at + 1)) {
      ++running;
    }
    EXPECT_EQ(running, 1u);
    const std::vector<std::string> tags = Tags(page);
    for (const char* bad :
         {"img", "iframe", "object", "embed", "link", "base", "form"}) {
      EXPECT_EQ(std::count(tags.begin(), tags.end(), bad), 0) << bad;
    }
    EXPECT_THAT(Values(page, "src"), ElementsAre());
  }
}

TEST(HtmlReport, HostileTextMakesNoTags) {
  const std::vector<std::string> tame = Tags(Markup(Report(SmallCase())));
  const std::vector<std::string> tags = Tags(Markup(Report(HostileCase())));
  std::set<std::string> known(tame.begin(), tame.end());
  known.insert({"cite", "/cite", "a", "/a", "time", "/time"});
  EXPECT_THAT(std::set<std::string>(tags.begin(), tags.end()), IsSubsetOf(known));
}

TEST(HtmlReport, EveryTagThatOpensIsClosedInOrder) {
  static const std::set<std::string> kVoid = {"meta", "br", "!doctype"};
  for (const Case& c : {SmallCase(), HostileCase()}) {
    std::vector<std::string> open;
    for (const std::string& tag : Tags(Markup(Report(c)))) {
      if (kVoid.contains(tag)) continue;
      if (tag[0] != '/') {
        open.push_back(tag);
        continue;
      }
      ASSERT_FALSE(open.empty()) << tag;
      ASSERT_EQ(open.back(), tag.substr(1));
      open.pop_back();
    }
    EXPECT_THAT(open, ElementsAre());
  }
}

TEST(HtmlReport, NoControlOrMarkOfDirectionIsLeft) {
  const std::string page = Report(HostileCase());
  for (size_t i = 0; i < page.size();) {
    const Character c = CharacterAt(page, i);
    EXPECT_NE(c.code, -1);
    EXPECT_TRUE(c.code == '\n' || !IsUnsafe(c.code)) << std::hex << c.code;
    i += c.size;
  }
}

TEST(HtmlReport, OnlyWebAddressesAreLinks) {
  Case c = SmallCase();
  c.documents[0].url = "javascript:alert(1)";
  c.documents[1].url = "https://example.org/?a=1&b=\"";
  EXPECT_THAT(Report(c),
              AllOf(Not(HasSubstr("javascript:")),
                    HasSubstr("href=\"https://example.org/?a=1&amp;b=&quot;\"")));
}

TEST(HtmlReport, EveryLinkInsideThePageLeadsSomewhereAndIdsAreUnique) {
  Case c = SmallCase();
  c.findings.facts.push_back(c.findings.facts[0]);
  c.findings.facts.back().verdict = Verdict::kRounded;
  const std::string page = Markup(Report(c));
  const std::vector<std::string> ids = Values(page, " id");
  const std::set<std::string> unique(ids.begin(), ids.end());
  EXPECT_EQ(unique.size(), ids.size());
  for (const std::string& href : Values(page, "href")) {
    if (href[0] == '#') {
      EXPECT_TRUE(unique.contains(href.substr(1))) << href;
    }
  }
  EXPECT_TRUE(unique.contains("F1") && unique.contains("F2") && unique.contains("R1"));
}

TEST(HtmlReport, VeryManyFindingsArePackedAndThePageSaysSo) {
  Case c = SmallCase();
  c.findings.facts.resize(20000, c.findings.facts[0]);
  c.findings.reuse.resize(20000, c.findings.reuse[0]);
  c.findings.diagnostics.resize(20000, c.findings.diagnostics[0]);
  const std::string page = Report(c);
  EXPECT_LT(page.size(), 8'000'000u);
  EXPECT_THAT(page, AllOf(HasSubstr("19,900 more are shown where scripts run"),
                          HasSubstr("19,800 more stand in <code>findings.jsonl</code>"),
                          HasSubstr("id=\"block-F1989\""),
                          Not(HasSubstr("id=\"block-F1990\""))));
}

TEST(HtmlReport, TheArticleIsShownWithItsMarks) {
  EXPECT_THAT(Report(SmallCase()),
              AllOf(HasSubstr("href=\"#doc-0-F1\""),
                    HasSubstr("id=\"doc-0-F1\">F1</a><mark class=\"told\">10-year "
                              "war</mark> over")));
}

TEST(HtmlReport, ARevisedFactHasAPlotOfItsFigures) {
  Case c = SmallCase();
  FactFinding& fact = c.findings.facts[0];
  fact.verdict = Verdict::kRevised;
  fact.timeline = {{"2024-05-01", 0, {0}}, {"2024-05-03", 1, {1}}};
  EXPECT_THAT(Report(c), AllOf(HasSubstr("<svg"), HasSubstr("2024-05-03: 9 year")));
}

TEST(HtmlReport, WhatWasDecidedComesLastAndIsCounted) {
  Case c = SmallCase();
  c.findings.facts.push_back(c.findings.facts[0]);
  c.findings.facts[0].review = {Judgement::kWrong, "two wars", false};
  const std::string page = Report(c);
  EXPECT_LT(page.find("<article id=\"F2\""), page.find("<article id=\"F1\""));
  EXPECT_THAT(page, AllOf(HasSubstr("1 fact told differently"),
                          HasSubstr("<dt>decided</dt><dd>1</dd>")));
}

TEST(HtmlReport, TheTopQuotesWholeWordsOfWhatIsSaidTwice) {
  static constexpr std::string_view kText =
      "Afghan officials said on May 28 that a total of at least 23 members of the "
      "security forces were killed in two attacks that were targeting their "
      "checkpoints on the roads, one in western Ghor Province and one in Logar "
      "Province in the east of the country.";
  Case c;
  c.documents = {MakeDocument("a.txt", kText), MakeDocument("b.txt", kText)};
  ReuseFinding reuse;
  const ByteSpan whole = {0, static_cast<uint32_t>(kText.size())};
  reuse.passages = {{DocId{0}, whole}, {DocId{1}, whole}};
  reuse.pairs = {{.a = 0, .b = 1, .jaccard = 1, .containment = {1, 1}}};
  c.findings.reuse.push_back(reuse);
  EXPECT_THAT(
      Report(c),
      HasSubstr("<bdi>Afghan officials said on May 28 that a total of at least "
                "23 members of<span class=\"elided\" title=\"left out\">…</span>"
                "Ghor Province and one in Logar Province in the east of the "
                "country.</bdi>"));
}

TEST(HtmlReport, WhatScrollsCanBeReachedByKeyboardAndHasAName) {
  Case c = SmallCase();
  c.findings.facts.push_back(c.findings.facts[0]);
  c.findings.facts[1].verdict = Verdict::kRounded;
  const std::string page = Report(c);
  constexpr std::string_view kScrolls = "<div class=\"scroll\"";
  int regions = 0;
  for (size_t at = page.find(kScrolls); at != std::string::npos;
       at = page.find(kScrolls, at + 1)) {
    EXPECT_THAT(page.substr(at + kScrolls.size(), 60),
                StartsWith(" tabindex=\"0\" role=\"region\" aria-label=\""));
    ++regions;
  }
  EXPECT_GE(regions, 2);
}

TEST(HtmlReport, AnEmptyCorpusHasAReport) {
  EXPECT_THAT(HtmlReport(std::vector<Document>(), Findings{}),
              HasSubstr("<p>Nothing.</p>"));
}

}  // namespace
}  // namespace rashomon
