#include "core/report/decision_trace.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "core/report/display.h"
#include "core/report/value_words.h"

namespace rashomon {
namespace {

constexpr size_t kMostBytes = 400;  // of a text: enough to know it again
constexpr size_t kMostValues = 12;

std::string Beginning(std::string_view text) {
  return std::string(text.substr(0, CharacterStart(text, kMostBytes)));
}

}  // namespace

DecisionTrace TraceOf(const AuditedTexts& texts, const FactFinding& fact) {
  DecisionTrace trace;
  trace.attribute = fact.attribute;
  std::set<std::string> values;
  for (const FactClaim& c : fact.claims) values.insert(ValueWords(c.claim.value));
  trace.values.assign(values.begin(), values.end());
  if (trace.values.size() > kMostValues) trace.values.resize(kMostValues);
  const auto gravest = std::min_element(
      fact.pairs.begin(), fact.pairs.end(),
      [](const FactPair& x, const FactPair& y) { return x.verdict < y.verdict; });
  if (gravest == fact.pairs.end()) return trace;
  for (const uint32_t side : {gravest->a, gravest->b}) {
    const ClaimQuote quote = texts.Of(fact.claims[side].claim);
    trace.texts.push_back(Beginning(absl::StrCat(
        std::string(quote.before), std::string(quote.text), std::string(quote.after))));
  }
  return trace;
}

DecisionTrace TraceOf(const AuditedTexts& texts, const ReuseFinding& finding) {
  DecisionTrace trace;
  if (!finding.passages.empty()) {
    trace.texts.push_back(Beginning(texts.Of(finding.passages[0])));
  }
  return trace;
}

}  // namespace rashomon
