// Who repeats whom: the sources of a corpus, as a table and as a matrix.

#ifndef RASHOMON_CORE_REPORT_HTML_SOURCES_H_
#define RASHOMON_CORE_REPORT_HTML_SOURCES_H_

#include "core/report/html_page.h"
#include "rashomon/findings.h"

namespace rashomon {

// Adds the section #sources.
void AddSources(const Findings& findings, HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_SOURCES_H_
