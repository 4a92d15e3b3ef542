#include "core/report/terminal_page.h"

#include <algorithm>

#include "absl/strings/str_cat.h"
#include "core/report/display.h"
#include "core/report/order.h"

namespace rashomon {
namespace {

constexpr int kLeastWidth = 40;
constexpr int kTextWidth = 100;
constexpr int kSourceColumns = 40;

}  // namespace

TerminalPage::TerminalPage(absl::Span<const Document> documents,
                           const TerminalOptions& options)
    : documents_(documents),
      names_(documents),
      options_(options),
      width_(std::max(options.width, kLeastWidth)) {}

int TerminalPage::text_width() const { return std::min(width_, kTextWidth); }

void TerminalPage::Add(const StyledText& text, std::string_view prefix) {
  for (const StyledText& line : Wrap(text, text_width() - Columns(prefix))) {
    out_ += prefix;
    AddLine(line);
  }
}

void TerminalPage::AddLine(const StyledText& text) {
  out_ += Render(text, options_.color);
  out_ += '\n';
}

void TerminalPage::AddHeading(std::string_view title) {
  std::string line = "── " + std::string(title) + " ";
  for (int i = Columns(line); i < text_width(); ++i) line += "─";
  AddEmptyLine();
  AddLine({{line, Style::kBold}});
}

std::string TerminalPage::ShortPlace(DocId doc, ByteSpan span) const {
  const std::string_view text = document(doc).text;
  if (text.find('\n') == text.npos) return names_[doc];
  return absl::StrCat(names_[doc], ":", LineOf(text, span.begin));
}

StyledText TerminalPage::Place(DocId doc, ByteSpan span,
                               std::string_view speaker) const {
  const Document& d = document(doc);
  std::string about;
  if (d.source) absl::StrAppend(&about, " · ", Clip(*d.source, kSourceColumns));
  if (const std::string day = Day(d); !day.empty()) {
    absl::StrAppend(&about, " · ", Printable(day));
  }
  if (!speaker.empty()) {
    absl::StrAppend(&about, " · according to ", Clip(speaker, kSourceColumns));
  }
  return {{ShortPlace(doc, span), Style::kBold}, {about, Style::kDim}};
}

}  // namespace rashomon
