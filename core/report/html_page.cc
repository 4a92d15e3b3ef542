#include "core/report/html_page.h"

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

std::string HtmlPage::Place(DocId doc, ByteSpan span) const {
  const std::string_view text = document(doc).text;
  std::string out = absl::StrCat("<code>", Escaped(names_[doc]), "</code>");
  if (text.find('\n') != text.npos) {
    absl::StrAppend(&out, ", line ", LineOf(text, span.begin));
  }
  return out;
}

}  // namespace rashomon
