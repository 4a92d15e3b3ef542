#include "core/report/html_page.h"

#include <algorithm>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "core/report/order.h"
#include "core/report/styled_text.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr int kTitleColumns = 120;
constexpr int kSourceColumns = 60;

// An address that a browser opens as a page and never as a program.
bool IsWebAddress(const std::string& url) {
  return absl::StartsWithIgnoreCase(url, "https://") ||
         absl::StartsWithIgnoreCase(url, "http://");
}

}  // namespace

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string ExcerptHtml(const Excerpt& excerpt, std::string_view element) {
  const std::string name(element);
  std::string out;
  for (const Piece& piece : excerpt) {
    switch (piece.mark) {
      case Mark::kPlain:
        out += Escaped(piece.text);
        break;
      case Mark::kMarked:
        absl::StrAppend(&out, "<", name, ">", Escaped(piece.text), "</", name, ">");
        break;
      case Mark::kGap:
        out += "<span class=\"gap\" title=\"the other text has words here\">‸</span>";
        break;
      case Mark::kElided:
        out += "<span class=\"elided\" title=\"left out\">…</span>";
        break;
    }
  }
  return out;
}

std::string HtmlPage::Credit(DocId doc) const {
  const Document& d = document(doc);
  std::string out;
  const auto add = [&out](const std::string& html) {
    absl::StrAppend(&out, out.empty() ? "" : " · ", html);
  };
  const bool linked = d.url && IsWebAddress(*d.url);
  if (d.title || linked) {
    std::string title = absl::StrCat(
        "<cite>", Escaped(Clip(d.title.value_or("the article"), kTitleColumns)),
        "</cite>");
    if (linked) {
      title = absl::StrCat("<a rel=\"noopener noreferrer nofollow\" href=\"",
                           Escaped(*d.url), "\">", title, "</a>");
    }
    add(title);
  }
  if (d.source) add(Escaped(Clip(*d.source, kSourceColumns)));
  if (const std::string day = Day(d); !day.empty()) {
    add(absl::StrCat("<time>", Escaped(day), "</time>"));
  }
  return out;
}

HtmlPage::HtmlPage(const AuditedTexts& texts, std::vector<ArticleView> views)
    : texts_(texts),
      names_(texts.documents()),
      views_(std::move(views)),
      line_breaks_(texts.documents().size()) {}

std::string HtmlPage::Place(DocId doc, ByteSpan span, std::string_view id) const {
  std::string out = absl::StrCat("<code>", Escaped(names_[doc]), "</code>");
  if (texts_.whole() && document(doc).text.find('\n') != std::string_view::npos) {
    absl::StrAppend(&out, ", line ", Line(doc, span.begin));
  }
  const std::string target = absl::StrCat("doc-", Index(doc), "-", std::string(id));
  switch (view(doc)) {
    case ArticleView::kNone:
      return out;
    case ArticleView::kInPage:
      return absl::StrCat("<a class=\"place\" href=\"#", target, "\">", out, "</a>");
    case ArticleView::kPacked:
      return absl::StrCat("<span class=\"place\" data-target=\"", target, "\">", out,
                          "</span>");
  }
  return out;
}

std::string HtmlPage::CreditAndPlace(DocId doc, ByteSpan span,
                                     std::string_view id) const {
  const std::string credit = Credit(doc);
  return absl::StrCat(credit, credit.empty() ? "" : " · ", Place(doc, span, id));
}

size_t HtmlPage::Line(DocId doc, uint32_t offset) const {
  std::vector<uint32_t>& breaks = line_breaks_[Index(doc)];
  if (breaks.empty()) {
    const std::string_view text = document(doc).text;
    for (size_t at = text.find('\n'); at != std::string_view::npos;
         at = text.find('\n', at + 1)) {
      breaks.push_back(static_cast<uint32_t>(at));
    }
  }
  return 1 +
         static_cast<size_t>(std::lower_bound(breaks.begin(), breaks.end(), offset) -
                             breaks.begin());
}

std::string HtmlPage::TakeFrom(size_t from) {
  std::string taken = out_.substr(from);
  out_.resize(from);
  return taken;
}

}  // namespace rashomon
