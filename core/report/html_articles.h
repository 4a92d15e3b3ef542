// The article view: the text as it stands, with every place that a finding names
// marked and linked to the finding.

#ifndef RASHOMON_CORE_REPORT_HTML_ARTICLES_H_
#define RASHOMON_CORE_REPORT_HTML_ARTICLES_H_

#include <string>
#include <vector>

#include "core/report/html_page.h"
#include "rashomon/audited_texts.h"
#include "rashomon/findings.h"

namespace rashomon {

// A place of a document that a finding names.
struct MarkedSpan {
  ByteSpan span;
  bool fact = false;    // told differently; else said twice
  uint32_t number = 0;  // of the finding, from 1
};

// For each document, by DocId, what raised facts and repetitions that are no
// boilerplate name in it, by (begin, end).
std::vector<std::vector<MarkedSpan>> MarkedSpans(size_t documents,
                                                 const Findings& findings);

// Which articles are part of the page: those with marks, as long as they are at
// hand and the page stays of bounded size; packed where together they are large.
std::vector<ArticleView> ChooseViews(const AuditedTexts& texts,
                                     const std::vector<std::vector<MarkedSpan>>& marks);

// One article as HTML, its id "doc-N". Linear in text and marks.
std::string ArticleHtml(DocId doc, const std::vector<MarkedSpan>& marks,
                        const HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_ARTICLES_H_
