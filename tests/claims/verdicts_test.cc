// Holds the suite of tests/specs/claims/verdicts.jsonl. A row is a promise that
// anyone can read and add to, without C++:
//
//   {"trap"?: …, "name": …, "documents": [{"id", "text", "published"?, "source"?}, …],
//    "a": "words of the first claim", "b": "words of the second", "verdict": …}
//
// "a" and "b" are found in the texts, "a" from the front of the first document,
// "b" from the back of the last. Rows of one "trap" must differ in their verdicts. The
// verdict is one of docs/verdicts.md; one that is not raised also promises that nothing
// between the two is raised.

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/claims/compare.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"

namespace rashomon {
namespace {

constexpr const char* kNames[] = {"conflict",   "disputed",      "revised",
                                  "part-of",    "rounded",       "variant",
                                  "compatible", "not-comparable"};

std::vector<nlohmann::json> Rows() {
  std::vector<nlohmann::json> rows;
  std::ifstream file(SPECS);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty()) rows.push_back(nlohmann::json::parse(line));
  }
  return rows;
}

bool Overlap(ByteSpan a, ByteSpan b) { return !Intersect(a, b).empty(); }

class VerdictSpec : public ::testing::TestWithParam<nlohmann::json> {};

TEST_P(VerdictSpec, Holds) {
  const nlohmann::json& row = GetParam();
  std::vector<std::string> texts;
  for (const auto& d : row["documents"]) texts.push_back(d["text"]);
  std::vector<Document> documents;
  for (size_t i = 0; i < texts.size(); ++i) {
    const auto& d = row["documents"][i];
    Document document;
    document.id = d["id"];
    document.text = texts[i];
    if (d.contains("published")) document.published = d["published"];
    if (d.contains("source")) document.source = d["source"];
    documents.push_back(document);
  }
  ASSERT_TRUE(
      std::is_sorted(documents.begin(), documents.end(),
                     [](const Document& x, const Document& y) { return x.id < y.id; }));
  std::vector<Claim> claims;
  for (size_t i = 0; i < documents.size(); ++i) {
    for (Claim& c : ExtractClaims(documents[i], DocId{static_cast<uint32_t>(i)})) {
      claims.push_back(std::move(c));
    }
  }
  const std::string quote_a = row["a"];
  const std::string quote_b = row["b"];
  const size_t at_a = texts.front().find(quote_a);
  const size_t at_b = texts.back().rfind(quote_b);
  ASSERT_NE(at_a, std::string::npos);
  ASSERT_NE(at_b, std::string::npos);
  const ByteSpan a = {static_cast<uint32_t>(at_a),
                      static_cast<uint32_t>(at_a + quote_a.size())};
  const ByteSpan b = {static_cast<uint32_t>(at_b),
                      static_cast<uint32_t>(at_b + quote_b.size())};
  const DocId last{static_cast<uint32_t>(documents.size() - 1)};

  std::string told = "nothing";
  for (const FactFinding& fact :
       CompareClaims(documents, claims, {}, {.verdicts = VerdictFilter::kAll})) {
    for (const FactPair& pair : fact.pairs) {
      const Claim& x = fact.claims[pair.a].claim;
      const Claim& y = fact.claims[pair.b].claim;
      const bool here = (x.doc == DocId{0} && y.doc == last &&
                         Overlap(x.value_span, a) && Overlap(y.value_span, b)) ||
                        (y.doc == DocId{0} && x.doc == last &&
                         Overlap(y.value_span, a) && Overlap(x.value_span, b));
      if (here && (told == "nothing" || IsRaised(pair.verdict))) {
        told = kNames[static_cast<size_t>(pair.verdict)];
      }
    }
  }
  const std::string expected = row["verdict"];
  if (expected == "not-comparable" && told == "nothing") return;
  EXPECT_EQ(told, expected) << row["name"];
}

TEST(VerdictSpecs, EveryTrapStandsBesideATwinThatComesOutOtherwise) {
  std::map<std::string, std::set<std::string>> verdicts;
  for (const nlohmann::json& row : Rows()) {
    if (row.contains("trap")) verdicts[row["trap"]].insert(row["verdict"]);
  }
  for (const auto& [trap, told] : verdicts) EXPECT_GE(told.size(), 2U) << trap;
}

INSTANTIATE_TEST_SUITE_P(Suite, VerdictSpec, ::testing::ValuesIn(Rows()),
                         [](const auto& spec) {
                           std::string name = spec.param["name"];
                           for (char& c : name) {
                             if (!std::isalnum(static_cast<unsigned char>(c))) c = '_';
                           }
                           return name;
                         });

}  // namespace
}  // namespace rashomon
