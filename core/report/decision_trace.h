// What of a finding a decision keeps, so that it can be followed through small
// edits.

#ifndef RASHOMON_CORE_REPORT_DECISION_TRACE_H_
#define RASHOMON_CORE_REPORT_DECISION_TRACE_H_

#include "rashomon/audited_texts.h"
#include "rashomon/findings.h"

namespace rashomon {

DecisionTrace TraceOf(const AuditedTexts& texts, const FactFinding& fact);
DecisionTrace TraceOf(const AuditedTexts& texts, const ReuseFinding& finding);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_DECISION_TRACE_H_
