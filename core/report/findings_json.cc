// The findings file, schema 1: docs/formats/findings.md says what each field
// means. A change here that takes away or changes a field is a new schema.

#include <cmath>
#include <set>
#include <string>

#include "core/report/claim_json.h"
#include "core/report/diagnostic_json.h"
#include "core/report/json.h"
#include "core/report/names.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr int kSchema = 1;

Json OptionsJson(const FindingOptions& options) {
  Json out;
  out["min_jaccard"] = JsonNumber(options.min_jaccard);
  out["recall"] = JsonNumber(options.recall);
  out["engine"] = Name(options.engine);
  out["min_words"] = options.min_words;
  out["verdicts"] = Name(options.verdicts);
  out["mute"] = options.mute;
  out["since"] = JsonOrNull(options.since);
  out["shingle_words"]["document"] = kDocumentShingleWords;
  out["shingle_words"]["paragraph"] = kPassageShingleWords;
  out["shingle_words"]["passage"] = kPassageShingleWords;
  return out;
}

Json RecallJson(const RecallContract& recall) {
  Json out;
  out["min_jaccard"] = JsonNumber(recall.min_jaccard);
  out["target"] = JsonNumber(recall.target);
  out["bands"] = recall.bands;
  out["rows"] = recall.rows;
  out["distance"] = recall.distance;
  out["seed_words"] = recall.seed_words;
  return out;
}

Json RunLine(size_t documents, const Findings& findings) {
  Json line;
  line["type"] = "run";
  line["schema"] = kSchema;
  line["tool"] = "rashomon " RASHOMON_VERSION;
  line["options"] = OptionsJson(findings.options);
  line["options_digest"] = findings.options_digest;
  line["documents"] = documents;
  line["paragraphs"] = findings.paragraphs;
  line["bytes"] = findings.bytes;
  line["recall"] = RecallJson(findings.recall);
  return line;
}

Json DocumentLine(const AuditedTexts& texts, DocId doc) {
  const Document& document = texts[doc];
  Json line;
  line["type"] = "document";
  line["doc"] = document.id;
  line["title"] = JsonOrNull(document.title);
  line["source"] = JsonOrNull(document.source);
  line["published"] = JsonOrNull(document.published);
  line["url"] = JsonOrNull(document.url);
  line["bytes"] = texts.Bytes(doc);
  line["digest"] = texts.Digest(doc);
  return line;
}

void SetReview(const std::optional<Review>& review, Json& line) {
  if (!review) return;
  line["review"]["judgement"] = Name(review->judgement);
  line["review"]["note"] = review->note;
  line["review"]["followed"] = review->followed;
}

Json PassageJson(const AuditedTexts& texts, const Passage& passage) {
  Json out;
  out["doc"] = texts[passage.doc].id;
  out["begin"] = passage.span.begin;
  out["end"] = passage.span.end;
  out["text"] = texts.Of(passage);
  return out;
}

Json ReusePairJson(const ReusePair& pair) {
  Json out;
  out["a"] = pair.a;
  out["b"] = pair.b;
  out["jaccard"] = JsonNumber(pair.jaccard);
  out["containment"] =
      Json::array({JsonNumber(pair.containment[0]), JsonNumber(pair.containment[1])});
  out["edits"] = Json::array();
  for (const Edit& edit : pair.edits) {
    Json& row = out["edits"].emplace_back();
    row["a"] = JsonSpan(edit.a);
    row["b"] = JsonSpan(edit.b);
  }
  if (pair.edits_omitted > 0) out["edits_omitted"] = pair.edits_omitted;
  return out;
}

Json ReuseLine(const AuditedTexts& texts, const ReuseFinding& finding, size_t number) {
  Json line;
  line["type"] = "reuse";
  line["id"] = "R" + std::to_string(number);
  line["key"] = finding.key;
  line["scope"] = Name(finding.reach);
  line["grade"] = Name(finding.grade);
  line["unit"] = Name(finding.unit);
  line["boilerplate"] = finding.boilerplate();
  if (finding.boilerplate()) line["boilerplate_reason"] = finding.boilerplate_reason;
  line["first"] = finding.first ? Json(*finding.first) : Json(nullptr);
  line["passages"] = Json::array();
  for (const Passage& p : finding.passages) {
    line["passages"].push_back(PassageJson(texts, p));
  }
  line["pairs"] = Json::array();
  for (const ReusePair& p : finding.pairs) line["pairs"].push_back(ReusePairJson(p));
  SetReview(finding.review, line);
  return line;
}

Json FactClaimJson(const AuditedTexts& texts, const FactClaim& claim) {
  Json out;
  SetPlace(texts, claim.claim, out);
  out["group"] = claim.group;
  out["copies_of"] = claim.copies_of ? Json(*claim.copies_of) : Json(nullptr);
  out["value"] = ValueJson(claim.claim.value);
  out["value_span"] = JsonSpan(claim.claim.value_span);
  const ClaimQuote quote = texts.Of(claim.claim);
  out["before"] = quote.before;
  out["after"] = quote.after;
  return out;
}

Json TimeJson(const AuditedTexts& texts, const FactFinding& finding,
              const FactTime& time) {
  Json out;
  const Claim& first = finding.claims[time.claims[0]].claim;
  out["as_of"] = time.day;
  out["group"] = time.group;
  out["text"] = texts.Of(first).text;
  out["claims"] = time.claims;
  std::set<std::string> sources;
  for (const uint32_t i : time.claims) {
    const Document& document = texts[finding.claims[i].claim.doc];
    if (document.source) sources.insert(*document.source);
  }
  out["sources"] = sources;
  return out;
}

Json FactLine(const AuditedTexts& texts, const FactFinding& finding, size_t number) {
  Json line;
  line["type"] = "fact";
  line["id"] = "F" + std::to_string(number);
  line["key"] = finding.key;
  line["verdict"] = Name(finding.verdict);
  line["severity"] = Name(finding.severity);
  line["confidence"] = JsonNumber(std::round(finding.confidence * 1000) / 1000);
  line["attribute"] = finding.attribute;
  line["topic"] = finding.topic;
  line["claims"] = Json::array();
  for (const FactClaim& c : finding.claims) {
    line["claims"].push_back(FactClaimJson(texts, c));
  }
  line["pairs"] = Json::array();
  for (const FactPair& pair : finding.pairs) {
    Json& row = line["pairs"].emplace_back();
    row["a"] = pair.a;
    row["b"] = pair.b;
    row["verdict"] = Name(pair.verdict);
    row["rule"] = pair.rule;
    row["reason"] = pair.reason;
  }
  if (!finding.timeline.empty()) {
    line["timeline"] = Json::array();
    for (const FactTime& time : finding.timeline) {
      line["timeline"].push_back(TimeJson(texts, finding, time));
    }
  }
  if (finding.claims_omitted > 0) line["claims_omitted"] = finding.claims_omitted;
  if (finding.copies_omitted > 0) line["copies_omitted"] = finding.copies_omitted;
  SetReview(finding.review, line);
  return line;
}

}  // namespace

std::string FindingsJsonLines(const AuditedTexts& texts, const Findings& findings) {
  std::string lines;
  const auto add = [&lines](const Json& line) {
    lines += Dump(line);
    lines += '\n';
  };
  const size_t documents = texts.documents().size();
  add(RunLine(documents, findings));
  for (uint32_t i = 0; i < documents; ++i) add(DocumentLine(texts, DocId{i}));
  for (size_t i = 0; i < findings.reuse.size(); ++i) {
    add(ReuseLine(texts, findings.reuse[i], i + 1));
  }
  for (size_t i = 0; i < findings.facts.size(); ++i) {
    add(FactLine(texts, findings.facts[i], i + 1));
  }
  for (const Diagnostic& d : findings.diagnostics) add(DiagnosticLine(d));
  return lines;
}

}  // namespace rashomon
