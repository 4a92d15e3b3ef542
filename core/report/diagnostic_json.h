// A diagnostic as the findings file and that of what dedup removed write it.

#ifndef RASHOMON_CORE_REPORT_DIAGNOSTIC_JSON_H_
#define RASHOMON_CORE_REPORT_DIAGNOSTIC_JSON_H_

#include "core/report/json.h"
#include "rashomon/document.h"

namespace rashomon {

// The whole line.
Json DiagnosticLine(const Diagnostic& diagnostic);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_DIAGNOSTIC_JSON_H_
