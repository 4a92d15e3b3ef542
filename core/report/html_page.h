// A report page while it is written. Every text goes through Escaped; what is
// handed to Add is HTML.

#ifndef RASHOMON_CORE_REPORT_HTML_PAGE_H_
#define RASHOMON_CORE_REPORT_HTML_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/report/excerpt.h"
#include "core/report/place.h"
#include "rashomon/audited_texts.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"
#include "rashomon/span.h"

namespace rashomon {

// Returns `text` as HTML, for content and for attributes in double quotes.
// Control characters and marks of direction are shown as signs.
std::string Escaped(std::string_view text);

// Returns `excerpt` as HTML; what is marked stands in `element`: mark, del or ins.
std::string ExcerptHtml(const Excerpt& excerpt, std::string_view element);

// How the article of a document is part of the page.
enum class ArticleView : uint8_t { kNone, kInPage, kPacked };

class HtmlPage {
 public:
  // `views` are by DocId.
  HtmlPage(const AuditedTexts& texts, std::vector<ArticleView> views);

  void Add(std::string_view html) { out_ += html; }
  size_t size() const { return out_.size(); }

  // The document as a person knows it: title, with a link where it has a web
  // address, source, day.
  std::string Credit(DocId doc) const;

  // The document's name and, where its text is known, the line in it; a link to
  // where finding `id` is marked in the article, where the page has that.
  std::string Place(DocId doc, ByteSpan span, std::string_view id) const;

  // Credit and place, as far as known.
  std::string CreditAndPlace(DocId doc, ByteSpan span, std::string_view id) const;

  const std::string& name(DocId doc) const { return names_[doc]; }
  ArticleView view(DocId doc) const { return views_[Index(doc)]; }
  const Document& document(DocId doc) const { return texts_[doc]; }
  absl::Span<const Document> documents() const { return texts_.documents(); }
  const AuditedTexts& texts() const { return texts_; }

  // Takes what was added since `from`, a size() of before.
  std::string TakeFrom(size_t from);
  std::string Take() && { return std::move(out_); }

 private:
  size_t Line(DocId doc, uint32_t offset) const;

  AuditedTexts texts_;
  DocumentNames names_;
  std::vector<ArticleView> views_;
  // Of each document that was asked for, the offsets of its line breaks.
  mutable std::vector<std::vector<uint32_t>> line_breaks_;
  std::string out_;
};

// Each adds one finding to `page`, as an <article> whose id is `id`.
void AddFact(const FactFinding& fact, std::string_view id, HtmlPage& page);
void AddReuse(const ReuseFinding& finding, std::string_view id, HtmlPage& page);

// Adds a row of a table: id, verdict, values, reason and rule.
void AddFactRow(const FactFinding& fact, std::string_view id, HtmlPage& page);

// The values of a fact as its title names them: “9-year war” against “10-year war”.
std::string FactTitle(const FactFinding& fact, const HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_PAGE_H_
