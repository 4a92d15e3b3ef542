// Small plots as SVG, drawn when the report is made; no script has a part.

#ifndef RASHOMON_CORE_REPORT_HTML_PLOT_H_
#define RASHOMON_CORE_REPORT_HTML_PLOT_H_

#include <string>

#include "absl/types/span.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// The figures of a revised fact over the days on which they were told; empty where
// there are no two days or no numbers.
std::string TimelineSvg(const FactFinding& fact);

// When each source printed a passage: a row a source, a dot a day; empty where
// fewer than three passages have dates, or all have one.
std::string SpreadSvg(absl::Span<const Document> documents,
                      const ReuseFinding& finding);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_PLOT_H_
