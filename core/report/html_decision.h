// What the page needs to know of a finding to write a decision on it
// (docs/formats/decisions.md).

#ifndef RASHOMON_CORE_REPORT_HTML_DECISION_H_
#define RASHOMON_CORE_REPORT_HTML_DECISION_H_

#include <string>

#include "core/report/html_page.h"
#include "core/report/json.h"
#include "rashomon/findings.h"

namespace rashomon {

// The decision on a finding as a row of the file; without judgement where none is.
Json DecisionJson(const FactFinding& fact, const HtmlPage& page);
Json DecisionJson(const ReuseFinding& finding, const HtmlPage& page);

// Returns ` data-decision="…"`: kind, key and what a small edit leaves as it is.
std::string DecisionAttribute(const FactFinding& fact, const HtmlPage& page);
std::string DecisionAttribute(const ReuseFinding& finding, const HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_DECISION_H_
