// Findings built by hand, for the tests of outputs.

#ifndef RASHOMON_TESTS_REPORT_FIXTURE_H_
#define RASHOMON_TESTS_REPORT_FIXTURE_H_

#include <string>
#include <string_view>
#include <vector>

#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon::testing {

// Texts by whoever made the documents, and findings that point into them.
struct Case {
  std::vector<Document> documents;
  Findings findings;
};

// Returns the span of the `nth` place, from 0, where `part` stands in `text`.
// REQUIRES: there is one.
inline ByteSpan Find(std::string_view text, std::string_view part, int nth = 0) {
  size_t at = text.find(part);
  for (int i = 0; i < nth; ++i) at = text.find(part, at + 1);
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + part.size())};
}

inline Document MakeDocument(std::string id, std::string_view text,
                             std::string source = "", std::string published = "") {
  Document document;
  document.id = std::move(id);
  document.text = text;
  if (!source.empty()) document.source = std::move(source);
  if (!published.empty()) document.published = std::move(published);
  return document;
}

inline FactClaim MakeClaim(const std::vector<Document>& documents, uint32_t doc,
                           std::string_view words, std::string_view value_words,
                           std::string_view context, Value value, uint32_t group) {
  FactClaim out;
  const std::string_view text = documents[doc].text;
  out.claim.doc = DocId{doc};
  out.claim.context = Find(text, context);
  const ByteSpan inside = Find(context, words);
  out.claim.span = {out.claim.context.begin + inside.begin,
                    out.claim.context.begin + inside.end};
  const ByteSpan number = Find(words, value_words);
  out.claim.value_span = {out.claim.span.begin + number.begin,
                          out.claim.span.begin + number.end};
  out.claim.value = std::move(value);
  out.group = group;
  return out;
}

inline Value Duration(double lo, double hi) {
  return {.kind = ValueKind::kDuration, .lo = lo, .hi = hi, .unit = "year"};
}

// Two articles: one sentence copied with a word changed, one war told in nine
// and in ten years, and a line of page furniture.
inline Case SmallCase() {
  static constexpr std::string_view kFirst =
      "The harbour bridge at Tolm closed at dawn after divers found a crack in its "
      "second pier, the port authority said.\n\nThe colony fought a 10-year war over "
      "the crossing.\n\nAll rights reserved by the harbour press of Tolm.";
  static constexpr std::string_view kSecond =
      "The harbour bridge at Tolm closed at noon after divers found a crack in its "
      "second pier, the port authority said.\n\nThe nine-year war over the crossing is "
      "not forgotten.\n\nAll rights reserved by the harbour press of Tolm.";
  Case out;
  out.documents = {MakeDocument("a.txt", kFirst, "Tolm Ledger", "2024-05-01"),
                   MakeDocument("b.txt", kSecond)};
  Findings& f = out.findings;
  f.options_digest = "0123456789abcdef";
  f.paragraphs = 6;
  f.bytes = kFirst.size() + kSecond.size();
  f.recall = {
      .min_jaccard = 0.7, .target = 0.99, .bands = 32, .rows = 4, .seed_words = 6};

  ReuseFinding reuse;
  reuse.key = "00000000000000aa";
  reuse.grade = Grade::kNear;
  reuse.unit = Unit::kParagraph;
  reuse.first = 0;
  const auto paragraph = [](std::string_view text) {
    return ByteSpan{0, static_cast<uint32_t>(text.find('\n'))};
  };
  reuse.passages = {{DocId{0}, paragraph(kFirst)}, {DocId{1}, paragraph(kSecond)}};
  ReusePair pair;
  pair.b = 1;
  pair.jaccard = 0.75;
  pair.containment = {1, 0.75};
  pair.edits = {{Find(kFirst, "dawn"), Find(kSecond, "noon")}};
  reuse.pairs = {pair};
  f.reuse.push_back(reuse);

  ReuseFinding furniture;
  furniture.key = "00000000000000bb";
  furniture.unit = Unit::kParagraph;
  furniture.boilerplate_reason = "a rights line";
  furniture.passages = {
      {DocId{0}, Find(kFirst, "All rights reserved by the harbour")},
      {DocId{1}, Find(kSecond, "All rights reserved by the harbour")}};
  furniture.pairs = {{.a = 0, .b = 1, .jaccard = 1, .containment = {1, 1}}};
  f.reuse.push_back(furniture);

  FactFinding fact;
  fact.key = "00000000000000cc";
  fact.verdict = Verdict::kConflict;
  fact.severity = Severity::kMajor;
  fact.confidence = 0.97;
  fact.attribute = "duration";
  fact.topic = "war over the crossing";
  fact.claims = {MakeClaim(out.documents, 0, "10-year war", "10",
                           "The colony fought a 10-year war over the crossing.",
                           Duration(10, 10), 0),
                 MakeClaim(out.documents, 1, "nine-year war", "nine",
                           "The nine-year war over the crossing is not forgotten.",
                           Duration(9, 9), 1)};
  fact.claims[0].claim.subject = "The colony";
  fact.claims[1].claim.speaker = "the mayor";
  fact.pairs = {{.a = 0,
                 .b = 1,
                 .verdict = Verdict::kConflict,
                 .rule = "sharp-numbers",
                 .reason = "10 years against nine years for one war"}};
  f.facts.push_back(fact);
  f.diagnostics.push_back(
      {.file = "wire.jsonl", .line = 41, .byte = 17, .message = "not a JSON object"});
  return out;
}

}  // namespace rashomon::testing

#endif  // RASHOMON_TESTS_REPORT_FIXTURE_H_
