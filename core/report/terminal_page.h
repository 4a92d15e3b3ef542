// A report for a terminal while it is written: documents, options, lines.

#ifndef RASHOMON_CORE_REPORT_TERMINAL_PAGE_H_
#define RASHOMON_CORE_REPORT_TERMINAL_PAGE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "core/report/place.h"
#include "core/report/styled_text.h"
#include "rashomon/report.h"
#include "rashomon/span.h"

namespace rashomon {

class TerminalPage {
 public:
  TerminalPage(absl::Span<const Document> documents, const TerminalOptions& options);

  // Adds `text`, wrapped; every line of it after `prefix`.
  void Add(const StyledText& text, std::string_view prefix = "");

  // Adds one line as it is: no wrapping.
  void AddLine(const StyledText& text);
  void AddEmptyLine() { out_ += '\n'; }

  // Adds a heading across the page.
  void AddHeading(std::string_view title);

  // "id:line", then source, day and speaker, as far as they are known.
  StyledText Place(DocId doc, ByteSpan span, std::string_view speaker = "") const;

  // "id:line" alone; of a text of one line, "id".
  std::string ShortPlace(DocId doc, ByteSpan span) const;

  const Document& document(DocId doc) const { return documents_[Index(doc)]; }
  absl::Span<const Document> documents() const { return documents_; }
  bool color() const { return options_.color; }
  // Columns of the page, and of running text on it: long lines are hard to read.
  int width() const { return width_; }
  int text_width() const;

  std::string Take() && { return std::move(out_); }

 private:
  absl::Span<const Document> documents_;
  DocumentNames names_;
  TerminalOptions options_;
  int width_;
  std::string out_;
};

// Each adds one finding to `page`, after an empty line.
void AddFact(const FactFinding& fact, std::string_view id, TerminalPage& page);
void AddFactInOneLine(const FactFinding& fact, std::string_view id, TerminalPage& page);
void AddReuse(const ReuseFinding& finding, std::string_view id, TerminalPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_TERMINAL_PAGE_H_
