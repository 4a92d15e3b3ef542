// A report page while it is written. Every text goes through Escaped; what is
// handed to Add is HTML.

#ifndef RASHOMON_CORE_REPORT_HTML_PAGE_H_
#define RASHOMON_CORE_REPORT_HTML_PAGE_H_

#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "core/report/excerpt.h"
#include "core/report/place.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"
#include "rashomon/span.h"

namespace rashomon {

// Returns `text` as HTML, for content and for attributes in double quotes.
// Control characters and marks of direction are shown as signs.
std::string Escaped(std::string_view text);

// Elements that stand for marked pieces of an excerpt: mark, del or ins.
std::string ExcerptHtml(const Excerpt& excerpt, std::string_view element);

class HtmlPage {
 public:
  explicit HtmlPage(absl::Span<const Document> documents)
      : documents_(documents), names_(documents) {}

  void Add(std::string_view html) { out_ += html; }

  // The document as a person knows it: title, with a link where it has a web
  // address, source, day.
  std::string Credit(DocId doc) const;

  // The document's name and the line in it.
  std::string Place(DocId doc, ByteSpan span) const;

  const Document& document(DocId doc) const { return documents_[Index(doc)]; }
  absl::Span<const Document> documents() const { return documents_; }

  std::string Take() && { return std::move(out_); }

 private:
  absl::Span<const Document> documents_;
  DocumentNames names_;
  std::string out_;
};

// Each adds one finding to `page`, as an <article> whose id is `id`.
void AddFact(const FactFinding& fact, std::string_view id, HtmlPage& page);
void AddReuse(const ReuseFinding& finding, std::string_view id, HtmlPage& page);

// Adds a row of a table: id, verdict, values, reason and rule.
void AddFactRow(const FactFinding& fact, std::string_view id, HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_PAGE_H_
