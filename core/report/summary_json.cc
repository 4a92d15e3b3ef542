// The counts of a run: docs/formats/findings.md, "summary.json".

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "core/report/json.h"
#include "core/report/names.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

template <typename Finding>
int64_t CountReviewed(const std::vector<Finding>& findings) {
  return std::count_if(findings.begin(), findings.end(),
                       [](const Finding& f) { return f.review.has_value(); });
}

Json CountReuse(const Findings& findings) {
  Json out;
  out["findings"] = findings.NumReuse();
  out["boilerplate"] =
      std::count_if(findings.reuse.begin(), findings.reuse.end(),
                    [](const ReuseFinding& f) { return f.boilerplate(); });
  out["decided"] = CountReviewed(findings.reuse);
  size_t passages = 0;
  Json by_scope, by_unit, by_grade;
  for (const Reach r : {Reach::kWithin, Reach::kAcross}) by_scope[Name(r)] = 0;
  for (const Unit u : {Unit::kDocument, Unit::kParagraph, Unit::kPassage}) {
    by_unit[Name(u)] = 0;
  }
  for (const Grade g : {Grade::kExact, Grade::kNear, Grade::kParaphrase}) {
    by_grade[Name(g)] = 0;
  }
  const auto count = [](Json& counter) { counter = counter.get<int64_t>() + 1; };
  for (const ReuseFinding& f : findings.reuse) {
    if (f.boilerplate() || f.review) continue;
    passages += f.passages.size();
    count(by_scope[Name(f.reach)]);
    count(by_unit[Name(f.unit)]);
    count(by_grade[Name(f.grade)]);
  }
  out["passages"] = passages;
  out["by_scope"] = std::move(by_scope);
  out["by_unit"] = std::move(by_unit);
  out["by_grade"] = std::move(by_grade);
  return out;
}

Json CountFacts(const Findings& findings) {
  Json out;
  out["findings"] = findings.NumRaisedFacts();
  out["decided"] = CountReviewed(findings.facts);
  Json by_verdict, by_severity;
  for (const Verdict v : {Verdict::kConflict, Verdict::kDisputed, Verdict::kRevised,
                          Verdict::kPartOf, Verdict::kRounded, Verdict::kVariant,
                          Verdict::kCompatible, Verdict::kNotComparable}) {
    by_verdict[Name(v)] = 0;
  }
  for (const Severity s : {Severity::kMajor, Severity::kMinor})
    by_severity[Name(s)] = 0;
  std::map<std::string, int64_t> by_attribute;
  const auto count = [](Json& counter) { counter = counter.get<int64_t>() + 1; };
  for (const FactFinding& f : findings.facts) {
    if (f.review) continue;
    count(by_verdict[Name(f.verdict)]);
    if (!IsRaised(f.verdict)) continue;
    count(by_severity[Name(f.severity)]);
    ++by_attribute[f.attribute];
  }
  out["by_verdict"] = std::move(by_verdict);
  out["by_severity"] = std::move(by_severity);
  out["by_attribute"] = Json::object();
  for (const auto& [attribute, n] : by_attribute) out["by_attribute"][attribute] = n;
  return out;
}

// Of each source: its documents, and the findings that touch one of them.
Json CountSources(absl::Span<const Document> documents, const Findings& findings) {
  struct Counts {
    int64_t documents = 0, reuse = 0, facts = 0;
  };
  std::map<std::optional<std::string>, Counts> sources;
  for (const Document& d : documents) ++sources[d.source].documents;
  using Sources = std::set<std::optional<std::string>>;
  for (const ReuseFinding& f : findings.reuse) {
    if (f.boilerplate() || f.review) continue;
    Sources touched;
    for (const Passage& p : f.passages) touched.insert(documents[Index(p.doc)].source);
    for (const auto& source : touched) ++sources[source].reuse;
  }
  for (const FactFinding& f : findings.facts) {
    if (!IsRaised(f.verdict) || f.review) continue;
    Sources touched;
    for (const FactClaim& c : f.claims) {
      touched.insert(documents[Index(c.claim.doc)].source);
    }
    for (const auto& source : touched) ++sources[source].facts;
  }
  Json out = Json::array();
  for (const auto& [source, counts] : sources) {
    Json& row = out.emplace_back();
    row["source"] = JsonOrNull(source);
    row["documents"] = counts.documents;
    row["reuse"] = counts.reuse;
    row["facts"] = counts.facts;
  }
  return out;
}

}  // namespace

std::string SummaryJson(absl::Span<const Document> documents,
                        const Findings& findings) {
  Json out;
  out["schema"] = 1;
  out["tool"] = "rashomon " RASHOMON_VERSION;
  out["options_digest"] = findings.options_digest;
  out["documents"] = documents.size();
  out["paragraphs"] = findings.paragraphs;
  out["bytes"] = findings.bytes;
  out["recall"] = Json::array();
  for (const RecallPoint& point : findings.recall.curve) {
    out["recall"].push_back(
        {{"jaccard", JsonNumber(point.jaccard)}, {"found", JsonNumber(point.found)}});
  }
  out["reuse"] = CountReuse(findings);
  out["facts"] = CountFacts(findings);
  out["sources"] = CountSources(documents, findings);
  out["diagnostics"] = findings.diagnostics.size();
  return Dump(out, 2) + "\n";
}

}  // namespace rashomon
