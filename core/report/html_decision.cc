#include "core/report/html_decision.h"

#include "absl/strings/str_cat.h"
#include "core/report/decision_trace.h"
#include "core/report/json.h"
#include "core/report/names.h"

namespace rashomon {
namespace {

std::string Attribute(const char* kind, const std::string& key,
                      const DecisionTrace& trace, const std::optional<Review>& review) {
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
  return absl::StrCat(" data-decision=\"", Escaped(Dump(out)), "\"");
}

}  // namespace

std::string DecisionAttribute(const FactFinding& fact, const HtmlPage& page) {
  return Attribute("fact", fact.key, TraceOf(page.texts(), fact), fact.review);
}

std::string DecisionAttribute(const ReuseFinding& finding, const HtmlPage& page) {
  return Attribute("reuse", finding.key, TraceOf(page.texts(), finding),
                   finding.review);
}

}  // namespace rashomon
