// One fact that is told differently, as HTML: its values as figures side by
// side, each with who says it and the sentence in which the value is marked.

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/excerpt.h"
#include "core/report/html_decision.h"
#include "core/report/html_page.h"
#include "core/report/html_plot.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/place.h"
#include "core/report/styled_text.h"

namespace rashomon {
namespace {

constexpr size_t kShownGroups = 12;
constexpr size_t kTitleGroups = 4;
constexpr size_t kShownWitnesses = 8;
constexpr size_t kLookedAtWitnesses = 50;
constexpr size_t kShownReasons = 4;
constexpr int kValueColumns = 72;

std::string Worded(const FactClaim& claim, const HtmlPage& page) {
  return Escaped(Clip(page.texts().Of(claim.claim).text, kValueColumns));
}

std::string Title(const FactFinding& fact, const std::vector<ValueGroup>& groups,
                  const HtmlPage& page) {
  const char* between = fact.verdict == Verdict::kRevised ? "later" : "against";
  std::string out;
  for (size_t i = 0; i < groups.size() && i < kTitleGroups; ++i) {
    if (i > 0) absl::StrAppend(&out, " <span class=\"versus\">", between, "</span> ");
    absl::StrAppend(&out, "“<bdi>", Worded(fact.claims[groups[i].witnesses[0]], page),
                    "</bdi>”");
  }
  if (groups.size() > kTitleGroups) {
    absl::StrAppend(&out, " <span class=\"versus\">and ", groups.size() - kTitleGroups,
                    " more</span>");
  }
  return out;
}

std::string ReasonHtml(const FactPair& pair) {
  std::string out = absl::StrCat("<bdi>", Escaped(pair.reason), "</bdi>");
  if (!pair.rule.empty()) {
    absl::StrAppend(&out, " <span class=\"muted\">(rule <code>", Escaped(pair.rule),
                    "</code>)</span>");
  }
  return out;
}

std::string Witness(const FactClaim& witness, std::string_view id,
                    const HtmlPage& page) {
  const Claim& claim = witness.claim;
  std::string out = page.CreditAndPlace(claim.doc, claim.span, id);
  if (!claim.speaker.empty()) {
    absl::StrAppend(&out, " · according to <bdi>",
                    Escaped(Clip(claim.speaker, kValueColumns)), "</bdi>");
  }
  return out;
}

// Further witnesses, each once, and how many copies there are.
void AddOthers(const FactFinding& fact, const ValueGroup& group, std::string_view id,
               HtmlPage& page) {
  std::vector<std::string> shown = {Witness(fact.claims[group.witnesses[0]], id, page)};
  const size_t looked_at = std::min(group.witnesses.size(), kLookedAtWitnesses);
  for (size_t i = 1; i < looked_at && shown.size() < kShownWitnesses; ++i) {
    std::string other = Witness(fact.claims[group.witnesses[i]], id, page);
    if (std::find(shown.begin(), shown.end(), other) != shown.end()) continue;
    page.Add(absl::StrCat("<p class=\"muted\">also ", other, "</p>"));
    shown.push_back(std::move(other));
  }
  if (shown.size() == kShownWitnesses) {
    page.Add(absl::StrCat("<p class=\"muted\">", group.witnesses.size(),
                          " witnesses in all</p>"));
  }
  if (const size_t n = group.copies.size(); n > 0) {
    page.Add(absl::StrCat(
        "<p class=\"muted\">", n,
        n == 1 ? " copy of the passage says" : " copies of the passage say",
        " the same</p>"));
  }
}

// The sentence around `quote`, with … where it goes on.
std::string Sentence(const Claim& claim, const HtmlPage& page) {
  const ClaimQuote quote = page.texts().Of(claim);
  Excerpt excerpt;
  const bool cut_before = quote.before.size() + claim.context.begin < claim.span.begin;
  const bool cut_after = quote.after.size() + claim.span.end < claim.context.end;
  if (cut_before) excerpt.push_back({"", Mark::kElided});
  excerpt.push_back({quote.before, Mark::kPlain});
  if (!quote.text.empty()) excerpt.push_back({quote.text, Mark::kMarked});
  excerpt.push_back({quote.after, Mark::kPlain});
  if (cut_after) excerpt.push_back({"", Mark::kElided});
  return ExcerptHtml(excerpt, "mark");
}

void AddValue(const FactFinding& fact, const ValueGroup& group, std::string_view id,
              HtmlPage& page) {
  const FactClaim& first = fact.claims[group.witnesses[0]];
  page.Add(absl::StrCat("<figure><figcaption><strong><bdi>", Worded(first, page),
                        "</bdi></strong> ", Witness(first, id, page)));
  page.Add("</figcaption><blockquote dir=\"auto\"><p>");
  page.Add(Sentence(first.claim, page));
  page.Add("</p></blockquote>");
  AddOthers(fact, group, id, page);
  page.Add("</figure>\n");
}

// Stars for the eye, the number for whoever wants it.
std::string Confidence(double confidence) {
  const int full = std::clamp(static_cast<int>(std::lround(confidence * 5)), 0, 5);
  std::string out = "<span class=\"dots\" aria-hidden=\"true\">";
  for (int i = 0; i < 5; ++i) out += i < full ? "●" : "○";
  return out + absl::StrFormat("</span> confidence %.2f", confidence);
}

}  // namespace

std::string FactTitle(const FactFinding& fact, const HtmlPage& page) {
  return Title(fact, GroupByValue(page.documents(), fact), page);
}

void AddFact(const FactFinding& fact, std::string_view id, HtmlPage& page) {
  const std::vector<ValueGroup> groups = GroupByValue(page.documents(), fact);
  const std::string anchor(id);
  const std::string verdict(Name(fact.verdict));
  page.Add(absl::StrCat("<article id=\"", anchor, "\" class=\"finding ", verdict, "\"",
                        DecisionAttribute(fact, page),
                        ">\n<h3><a class=\"id\" href=\"#", anchor, "\">", anchor,
                        "</a><span class=\"verdict\">", verdict, "</span> ",
                        Title(fact, groups, page), "</h3>\n"));
  for (const FactPair* pair : GravestReasons(fact, kShownReasons)) {
    page.Add(absl::StrCat("<p class=\"reason\">", ReasonHtml(*pair), "</p>\n"));
  }
  page.Add(absl::StrCat("<p class=\"about\"><bdi>", Escaped(fact.attribute), "</bdi>"));
  if (!fact.topic.empty()) {
    page.Add(absl::StrCat(" · <bdi>", Escaped(fact.topic), "</bdi>"));
  }
  page.Add(absl::StrCat(" · ", std::string(Name(fact.severity)), " · ",
                        Confidence(fact.confidence), "</p>\n"));
  page.Add(TimelineSvg(fact));
  page.Add("<div class=\"sides\">\n");
  for (size_t i = 0; i < groups.size() && i < kShownGroups; ++i) {
    AddValue(fact, groups[i], id, page);
  }
  page.Add("</div>\n");
  if (groups.size() > kShownGroups) {
    page.Add(absl::StrCat("<p class=\"muted\">and ", groups.size() - kShownGroups,
                          " more values</p>\n"));
  }
  if (const uint32_t n = fact.claims_omitted + fact.copies_omitted; n > 0) {
    page.Add(absl::StrCat("<p class=\"muted\">", n, " more claim", Plural(n),
                          " of this fact", n == 1 ? " is" : " are",
                          " not listed</p>\n"));
  }
  page.Add("</article>\n");
}

void AddFactRow(const FactFinding& fact, std::string_view id, HtmlPage& page) {
  const std::vector<ValueGroup> groups = GroupByValue(page.documents(), fact);
  page.Add(absl::StrCat("<tr id=\"", std::string(id), "\"><td>", std::string(id),
                        "</td><td>", std::string(Name(fact.verdict)), "</td><td>",
                        Title(fact, groups, page), "</td><td>"));
  if (!fact.pairs.empty()) page.Add(ReasonHtml(fact.pairs[0]));
  page.Add("</td></tr>\n");
}

}  // namespace rashomon
