// One repetition, as HTML: two of its passages side by side with the words that
// differ marked, and where the others stand.

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/excerpt.h"
#include "core/report/html_page.h"
#include "core/report/names.h"
#include "core/report/order.h"

namespace rashomon {
namespace {

constexpr size_t kExactBytes = 900;
constexpr size_t kShownPlaces = 12;
constexpr ComparisonOptions kComparison = {.reach = 200, .most = 30};

std::string About(const ReuseFinding& finding, const HtmlPage& page) {
  const Spread spread = SpreadOf(page.documents(), finding);
  std::string out =
      absl::StrCat("stands ", finding.passages.size(), " times in ", spread.documents,
                   " article", Plural(spread.documents));
  if (spread.sources > 1) absl::StrAppend(&out, " of ", spread.sources, " sources");
  if (!spread.first.empty()) {
    absl::StrAppend(&out, ", ", Escaped(spread.first));
    if (spread.last != spread.first)
      absl::StrAppend(&out, " to ", Escaped(spread.last));
  }
  if (finding.first && finding.reach == Reach::kAcross) {
    const Passage& first = finding.passages[*finding.first];
    absl::StrAppend(&out, " · published first in ", page.Place(first.doc, first.span));
  }
  return out;
}

std::string Likeness(const ReusePair& pair) {
  return absl::StrFormat(
      " · Jaccard %.2f; %.0f %% of the left stands in the right, %.0f %% of the right "
      "in "
      "the left",
      pair.jaccard, pair.containment[0] * 100, pair.containment[1] * 100);
}

std::string Caption(const Passage& passage, const HtmlPage& page) {
  const std::string credit = page.Credit(passage.doc);
  return absl::StrCat(credit, credit.empty() ? "" : " · ",
                      page.Place(passage.doc, passage.span));
}

void AddSide(const Passage& passage, const Excerpt& excerpt, std::string_view element,
             HtmlPage& page) {
  page.Add(absl::StrCat("<figure><figcaption>", Caption(passage, page),
                        "</figcaption><blockquote dir=\"auto\"><p>",
                        ExcerptHtml(excerpt, element), "</p></blockquote></figure>\n"));
}

void AddOtherPlaces(const ReuseFinding& finding, size_t a, size_t b, HtmlPage& page) {
  size_t shown = 0;
  size_t left = 0;
  for (size_t i = 0; i < finding.passages.size(); ++i) {
    if (i == a || i == b) continue;
    if (shown == kShownPlaces) {
      ++left;
      continue;
    }
    page.Add(shown++ == 0 ? "<p class=\"muted\">also " : "; ");
    page.Add(Caption(finding.passages[i], page));
  }
  if (left > 0) page.Add(absl::StrCat(" and ", left, " more"));
  if (shown > 0) page.Add("</p>\n");
}

}  // namespace

void AddReuse(const ReuseFinding& finding, std::string_view id, HtmlPage& page) {
  const std::string anchor(id);
  page.Add(absl::StrCat("<article id=\"", anchor, "\">\n<h3><a class=\"id\" href=\"#",
                        anchor, "\">", anchor, "</a>", std::string(Name(finding.grade)),
                        " ", std::string(Name(finding.unit)), "</h3>\n"));
  page.Add(absl::StrCat("<p class=\"about\">", About(finding, page)));
  const std::optional<ReusePair> pair = ShownPair(finding);
  if (!pair) {
    page.Add("</p>\n</article>\n");
    return;
  }
  const Passage& a = finding.passages[pair->a];
  const Passage& b = finding.passages[pair->b];
  if (pair->edits.empty()) {
    page.Add("</p>\n<div class=\"sides\"><figure class=\"wide\"><figcaption>");
    page.Add(absl::StrCat(Caption(a, page), "<br>", Caption(b, page)));
    page.Add("</figcaption><blockquote dir=\"auto\"><p>");
    page.Add(
        ExcerptHtml(Shortened(page.document(a.doc).text, a.span, kExactBytes), "mark"));
    page.Add("</p></blockquote></figure></div>\n");
  } else {
    page.Add(absl::StrCat(Likeness(*pair), "</p>\n<div class=\"sides\">\n"));
    const Comparison comparison =
        Compare(page.document(a.doc).text, a.span, page.document(b.doc).text, b.span,
                *pair, kComparison);
    AddSide(a, comparison.sides[0], "del", page);
    AddSide(b, comparison.sides[1], "ins", page);
    page.Add("</div>\n");
    if (comparison.hidden > 0) {
      page.Add(absl::StrCat("<p class=\"muted\">and ", comparison.hidden,
                            " more difference", Plural(comparison.hidden), "</p>\n"));
    }
  }
  AddOtherPlaces(finding, pair->a, pair->b, page);
  page.Add("</article>\n");
}

}  // namespace rashomon
