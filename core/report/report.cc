#include "rashomon/report.h"

namespace rashomon {

std::string FindingsJsonLines(absl::Span<const Document>, const Findings&) { return ""; }
std::string ClaimsJsonLines(absl::Span<const Document>, absl::Span<const Claim>) {
  return "";
}
std::string SummaryJson(absl::Span<const Document>, const Findings&) { return ""; }
std::string TerminalReport(absl::Span<const Document>, const Findings&,
                           const TerminalOptions&) {
  return "";
}
std::string HtmlReport(absl::Span<const Document>, const Findings&) { return ""; }

}  // namespace rashomon
