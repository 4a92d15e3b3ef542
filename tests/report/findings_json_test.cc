#include <limits>
#include <sstream>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "rashomon/report.h"
#include "tests/report/fixture.h"

namespace rashomon {
namespace {

using ::nlohmann::ordered_json;
using testing::Case;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::MakeDocument;
using ::testing::Not;
using testing::SmallCase;

std::vector<ordered_json> Parse(const std::string& lines) {
  std::vector<ordered_json> rows;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    rows.push_back(ordered_json::parse(line));
  }
  return rows;
}

std::vector<ordered_json> Written(const Case& c) {
  return Parse(FindingsJsonLines(c.documents, c.findings));
}

ordered_json First(const std::vector<ordered_json>& rows, std::string_view type) {
  for (const ordered_json& row : rows) {
    if (row["type"] == type) return row;
  }
  return nullptr;
}

std::vector<std::string> Keys(const ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

TEST(FindingsJson, LinesStandInTheOrderOfTheContract) {
  std::vector<std::string> types;
  for (const ordered_json& row : Written(SmallCase())) types.push_back(row["type"]);
  EXPECT_THAT(types, ElementsAre("run", "document", "document", "reuse", "reuse",
                                 "fact", "diagnostic"));
}

TEST(FindingsJson, KeysStandInTheOrderOfTheContract) {
  const auto rows = Written(SmallCase());
  EXPECT_THAT(Keys(rows[0]),
              ElementsAre("type", "schema", "tool", "options", "options_digest",
                          "documents", "paragraphs", "bytes", "recall"));
  EXPECT_THAT(Keys(rows[1]), ElementsAre("type", "doc", "title", "source", "published",
                                         "url", "bytes", "digest"));
  EXPECT_THAT(Keys(First(rows, "reuse")),
              ElementsAre("type", "id", "key", "scope", "grade", "unit", "boilerplate",
                          "first", "passages", "pairs"));
  EXPECT_THAT(Keys(First(rows, "fact")),
              ElementsAre("type", "id", "key", "verdict", "severity", "confidence",
                          "attribute", "topic", "claims", "pairs"));
  EXPECT_THAT(Keys(First(rows, "fact")["claims"][0]),
              ElementsAre("doc", "begin", "end", "text", "context", "subject",
                          "speaker", "as_of", "group", "copies_of", "value",
                          "value_span", "before", "after"));
  EXPECT_THAT(Keys(First(rows, "diagnostic")),
              ElementsAre("type", "doc", "file", "line", "byte", "message"));
}

TEST(FindingsJson, IdsCountFromOneInEachPart) {
  std::vector<std::string> ids;
  for (const ordered_json& row : Written(SmallCase())) {
    if (row.contains("id")) ids.push_back(row["id"]);
  }
  EXPECT_THAT(ids, ElementsAre("R1", "R2", "F1"));
}

TEST(FindingsJson, TextIsWhatStandsAtTheOffsets) {
  const Case c = SmallCase();
  const auto text_of = [&c](const ordered_json& place) {
    for (const Document& d : c.documents) {
      if (d.id == place["doc"]) {
        const size_t begin = place["begin"];
        return std::string(d.text.substr(begin, place["end"].get<size_t>() - begin));
      }
    }
    return std::string("no such document");
  };
  int places = 0;
  for (const ordered_json& row : Written(c)) {
    for (const char* list : {"passages", "claims"}) {
      if (!row.contains(list)) continue;
      for (const ordered_json& place : row[list]) {
        EXPECT_EQ(place["text"], text_of(place));
        ++places;
      }
    }
  }
  EXPECT_EQ(places, 6);
}

TEST(FindingsJson, WholeNumbersHaveNoPointAndOthersReadBackAsTheyWere) {
  Case c = SmallCase();
  c.findings.reuse[0].pairs[0].jaccard = 2.0 / 3;
  const std::string lines = FindingsJsonLines(c.documents, c.findings);
  EXPECT_THAT(lines, HasSubstr(R"("lo":10,"hi":10,)"));
  EXPECT_THAT(lines, HasSubstr(R"("containment":[1,0.75])"));
  EXPECT_EQ(First(Parse(lines), "reuse")["pairs"][0]["jaccard"].get<double>(), 2.0 / 3);
}

TEST(FindingsJson, WhatIsMissingIsNull) {
  const auto rows = Written(SmallCase());
  EXPECT_TRUE(rows[2]["source"].is_null());
  EXPECT_TRUE(rows[2]["published"].is_null());
  const ordered_json claim = First(rows, "fact")["claims"][0];
  EXPECT_TRUE(claim["speaker"].is_null());
  EXPECT_TRUE(claim["copies_of"].is_null());
  EXPECT_EQ(claim["as_of"], "2024-05-01");
  EXPECT_TRUE(First(rows, "diagnostic")["doc"].is_null());
}

TEST(FindingsJson, AnOpenBoundIsNull) {
  Case c = SmallCase();
  Value& value = c.findings.facts[0].claims[0].claim.value;
  value.hi = std::numeric_limits<double>::infinity();
  value.qualifier = Qualifier::kAtLeast;
  const ordered_json out = First(Written(c), "fact")["claims"][0]["value"];
  EXPECT_EQ(out["lo"], 10);
  EXPECT_TRUE(out["hi"].is_null());
  EXPECT_EQ(out["qualifier"], "at-least");
}

TEST(FindingsJson, ADateIsAnInterval) {
  Case c = SmallCase();
  Value& value = c.findings.facts[0].claims[0].claim.value;
  value = {.kind = ValueKind::kDate};
  value.date = {"1989-01-01", "1990-01-01"};
  const ordered_json out = First(Written(c), "fact")["claims"][0]["value"];
  EXPECT_EQ(out["kind"], "date");
  EXPECT_EQ(out["begin"], "1989-01-01");
  EXPECT_EQ(out["end"], "1990-01-01");
  EXPECT_EQ(out["lo"], out["begin"]);
  EXPECT_EQ(out["hi"], out["end"]);
}

TEST(FindingsJson, APolarityHasItsPredicateAndNoNumbers) {
  Case c = SmallCase();
  Value& value = c.findings.facts[0].claims[0].claim.value;
  value = {.kind = ValueKind::kPolarity, .affirmed = false, .predicate = "speak"};
  const ordered_json out = First(Written(c), "fact")["claims"][0]["value"];
  EXPECT_EQ(out["predicate"], "speak");
  EXPECT_EQ(out["affirmed"], false);
  EXPECT_TRUE(out["lo"].is_null());
}

TEST(FindingsJson, OptionsAreAllThatChangeFindings) {
  Case c = SmallCase();
  c.findings.options.mute = {"Tolm Ledger"};
  c.findings.options.since = "2024-01-01";
  EXPECT_EQ(Written(c)[0]["options"],
            ordered_json::parse(
                R"({"min_jaccard":0.7,"recall":0.99,"engine":"minhash","min_words":12,
                "verdicts":"raised","mute":["Tolm Ledger"],"since":"2024-01-01",
                "shingle_words":{"document":5,"paragraph":3,"passage":3}})"));
}

TEST(FindingsJson, EditsLeftOutAreCounted) {
  Case c = SmallCase();
  EXPECT_FALSE(First(Written(c), "reuse")["pairs"][0].contains("edits_omitted"));
  c.findings.reuse[0].pairs[0].edits_omitted = 7;
  EXPECT_EQ(First(Written(c), "reuse")["pairs"][0]["edits_omitted"], 7);
}

TEST(FindingsJson, InvalidBytesAreShownAsReplacementCharacters) {
  static constexpr std::string_view kText = "a \xFF\xFE b";
  Case c;
  c.documents = {MakeDocument("bad\xC3.txt", kText)};
  c.findings.reuse.resize(1);
  c.findings.reuse[0].passages = {{DocId{0}, {0, 6}}};
  const ordered_json passage = First(Written(c), "reuse")["passages"][0];
  EXPECT_EQ(passage["text"], "a \uFFFD\uFFFD b");
  EXPECT_EQ(passage["end"], 6);
  EXPECT_EQ(passage["doc"], "bad\uFFFD.txt");
}

// One line stays one line for every splitter, and no terminal obeys a byte.
TEST(FindingsJson, HostileCharactersAreWrittenAsEscapesAndReadBackUnchanged) {
  static constexpr std::string_view kText =
      "\u2028 \u2029 \u0085 \u009b31m \x1b[31m \x7f \u202e \u061c \u2066 \r\n \\ \" "
      "</script>";
  Case c;
  c.documents = {MakeDocument("x", kText)};
  c.findings.reuse.resize(1);
  c.findings.reuse[0].passages = {{DocId{0}, {0, static_cast<uint32_t>(kText.size())}}};
  const std::string lines = FindingsJsonLines(c.documents, c.findings);
  for (const char* bytes : {"\u2028", "\u2029", "\u0085", "\u009b", "\x1b", "\x7f",
                            "\u061c", "\u202e", "\u2066", "\r"}) {
    EXPECT_THAT(lines, Not(HasSubstr(bytes)));
  }
  EXPECT_EQ(First(Parse(lines), "reuse")["passages"][0]["text"], kText);
}

TEST(FindingsJson, TheDigestTellsTextsApartAndDependsOnNothingElse) {
  const Case c = SmallCase();
  const auto rows = Written(c);
  EXPECT_NE(rows[1]["digest"], rows[2]["digest"]);
  EXPECT_EQ(rows[1]["digest"].get<std::string>().size(), 32u);
  Case renamed = c;
  renamed.documents[0].id = "c.txt";
  EXPECT_EQ(Written(renamed)[1]["digest"], rows[1]["digest"]);
}

TEST(ClaimsJson, AClaimHasItsPlaceItsValueAndItsChange) {
  const Case c = SmallCase();
  Claim claim = c.findings.facts[0].claims[0].claim;
  claim.change = Change::kUp;
  claim.scope.head = "war";
  const auto rows = Parse(ClaimsJsonLines(c.documents, {claim}));
  ASSERT_EQ(rows.size(), 1u);
  EXPECT_EQ(rows[0]["type"], "claim");
  EXPECT_EQ(rows[0]["text"], "10-year war");
  EXPECT_EQ(rows[0]["value"]["lo"], 10);
  EXPECT_EQ(rows[0]["change"], "up");
  EXPECT_EQ(rows[0]["scope"]["head"], "war");
}

TEST(SummaryJson, CountsWhatIsAFindingApartFromFurniture) {
  const Case c = SmallCase();
  const ordered_json summary =
      ordered_json::parse(SummaryJson(c.documents, c.findings));
  EXPECT_EQ(summary["reuse"]["findings"], 1);
  EXPECT_EQ(summary["reuse"]["boilerplate"], 1);
  EXPECT_EQ(summary["reuse"]["by_unit"]["paragraph"], 1);
  EXPECT_EQ(summary["facts"]["by_verdict"]["conflict"], 1);
  EXPECT_EQ(summary["facts"]["by_attribute"]["duration"], 1);
  EXPECT_EQ(summary["diagnostics"], 1);
}

TEST(SummaryJson, ASourceCountsAFindingOnceHoweverManyDocumentsOfItStandThere) {
  Case c = SmallCase();
  c.documents[1].source = "Tolm Ledger";
  const ordered_json summary =
      ordered_json::parse(SummaryJson(c.documents, c.findings));
  EXPECT_EQ(summary["sources"],
            ordered_json::parse(
                R"([{"source":"Tolm Ledger","documents":2,"reuse":1,"facts":1}])"));
}

}  // namespace
}  // namespace rashomon
