// One repetition, as HTML: two of its passages side by side with the words that
// differ marked, and where the others stand.

#include <algorithm>
#include <optional>
#include <string>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/excerpt.h"
#include "core/report/html_decision.h"
#include "core/report/html_page.h"
#include "core/report/html_plot.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/place.h"

namespace rashomon {
namespace {

constexpr size_t kExactBytes = 900;
constexpr size_t kShownPlaces = 12;
constexpr ComparisonOptions kComparison = {.reach = 200, .most = 30};

std::string Times(const ReuseFinding& finding) {
  const size_t n = finding.passages.size();
  return n == 2 ? std::string("twice") : absl::StrCat(n, " times");
}

std::string About(const ReuseFinding& finding, std::string_view id,
                  const HtmlPage& page) {
  const Spread spread = SpreadOf(page.documents(), finding);
  std::string out =
      finding.reach == Reach::kWithin
          ? std::string("within one article")
          : absl::StrCat("in ", spread.documents, " article", Plural(spread.documents));
  if (spread.sources > 1) absl::StrAppend(&out, " of ", spread.sources, " sources");
  if (!spread.first.empty()) {
    absl::StrAppend(&out, ", ", Escaped(spread.first));
    if (spread.last != spread.first)
      absl::StrAppend(&out, " to ", Escaped(spread.last));
  }
  if (finding.first && finding.reach == Reach::kAcross) {
    const Passage& first = finding.passages[*finding.first];
    absl::StrAppend(&out, " · published first in ",
                    page.Place(first.doc, first.span, id));
  }
  return out;
}

std::string Likeness(const ReusePair& pair) {
  return absl::StrFormat(
      " · Jaccard %.2f; %.0f %% of the left stands in the right, %.0f %% of the right "
      "in the left",
      pair.jaccard, pair.containment[0] * 100, pair.containment[1] * 100);
}

void AddSide(const Passage& passage, const Excerpt& excerpt, std::string_view element,
             std::string_view id, HtmlPage& page) {
  page.Add(absl::StrCat("<figure><figcaption>",
                        page.CreditAndPlace(passage.doc, passage.span, id),
                        "</figcaption><blockquote dir=\"auto\"><p>",
                        ExcerptHtml(excerpt, element), "</p></blockquote></figure>\n"));
}

void AddOtherPlaces(const ReuseFinding& finding, size_t a, size_t b,
                    std::string_view id, HtmlPage& page) {
  size_t shown = 0;
  size_t left = 0;
  for (size_t i = 0; i < finding.passages.size(); ++i) {
    if (i == a || i == b) continue;
    if (shown == kShownPlaces) {
      ++left;
      continue;
    }
    page.Add(shown++ == 0 ? "<p class=\"muted\">also " : "; ");
    page.Add(
        page.CreditAndPlace(finding.passages[i].doc, finding.passages[i].span, id));
  }
  if (left > 0) page.Add(absl::StrCat(" and ", left, " more"));
  if (shown > 0) page.Add("</p>\n");
}

}  // namespace

void AddReuse(const ReuseFinding& finding, std::string_view id, HtmlPage& page) {
  const std::string anchor(id);
  page.Add(absl::StrCat("<article id=\"", anchor, "\" class=\"finding twice\"",
                        DecisionAttribute(finding, page),
                        ">\n<h3><a class=\"id\" href=\"#", anchor, "\">", anchor,
                        "</a><span class=\"verdict\">said ", Times(finding), "</span> ",
                        std::string(Name(finding.grade)), " ",
                        std::string(Name(finding.unit)), "</h3>\n"));
  page.Add(absl::StrCat("<p class=\"about\">", About(finding, id, page)));
  const std::optional<ReusePair> pair = ShownPair(finding);
  if (!pair) {
    page.Add("</p>\n</article>\n");
    return;
  }
  const AuditedTexts& texts = page.texts();
  const Passage& a = finding.passages[pair->a];
  const Passage& b = finding.passages[pair->b];
  if (pair->edits.empty()) {
    page.Add("</p>\n");
    page.Add(SpreadSvg(page.documents(), finding));
    page.Add("<div class=\"sides\"><figure class=\"wide\"><figcaption>");
    page.Add(absl::StrCat(page.CreditAndPlace(a.doc, a.span, id), "<br>",
                          page.CreditAndPlace(b.doc, b.span, id)));
    page.Add("</figcaption><blockquote dir=\"auto\"><p>");
    const std::string_view text = texts.Of(a);
    const ByteSpan whole = {0, static_cast<uint32_t>(text.size())};
    page.Add(ExcerptHtml(Shortened(text, whole, kExactBytes), "mark"));
    page.Add("</p></blockquote></figure></div>\n");
  } else {
    page.Add(absl::StrCat(Likeness(*pair), "</p>\n"));
    page.Add(SpreadSvg(page.documents(), finding));
    page.Add("<div class=\"sides\">\n");
    const Comparison comparison =
        CompareQuoted(texts.Of(a), a.span, texts.Of(b), b.span, *pair, kComparison);
    AddSide(a, comparison.sides[0], "del", id, page);
    AddSide(b, comparison.sides[1], "ins", id, page);
    page.Add("</div>\n");
    if (comparison.hidden > 0) {
      page.Add(absl::StrCat("<p class=\"muted\">and ", comparison.hidden,
                            " more difference", Plural(comparison.hidden), "</p>\n"));
    }
  }
  AddOtherPlaces(finding, pair->a, pair->b, id, page);
  page.Add("</article>\n");
}

}  // namespace rashomon
