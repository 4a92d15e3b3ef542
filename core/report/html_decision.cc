#include "core/report/html_decision.h"

#include "absl/strings/str_cat.h"
#include "core/report/decision_trace.h"
#include "core/report/json.h"
#include "core/report/names.h"

namespace rashomon {
namespace {

Json Row(const char* kind, const std::string& key, const DecisionTrace& trace,
         const std::optional<Review>& review) {
  Json out;
  out["kind"] = kind;
  out["key"] = key;
  if (!trace.attribute.empty()) out["attribute"] = trace.attribute;
  if (!trace.values.empty()) out["values"] = trace.values;
  out["texts"] = trace.texts;
  if (review) {
    out["judgement"] = Name(review->judgement);
    out["note"] = review->note;
  }
  return out;
}

std::string Attribute(const Json& row) {
  return absl::StrCat(" data-decision=\"", Escaped(Dump(row)), "\"");
}

}  // namespace

Json DecisionJson(const FactFinding& fact, const HtmlPage& page) {
  return Row("fact", fact.key, TraceOf(page.texts(), fact), fact.review);
}

Json DecisionJson(const ReuseFinding& finding, const HtmlPage& page) {
  return Row("reuse", finding.key, TraceOf(page.texts(), finding), finding.review);
}

std::string DecisionAttribute(const FactFinding& fact, const HtmlPage& page) {
  return Attribute(DecisionJson(fact, page));
}

std::string DecisionAttribute(const ReuseFinding& finding, const HtmlPage& page) {
  return Attribute(DecisionJson(finding, page));
}

}  // namespace rashomon
