// One fact that is told differently, as HTML: its values as figures side by
// side, each with who says it and the sentence in which the value is marked.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/excerpt.h"
#include "core/report/html_page.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/styled_text.h"

namespace rashomon {
namespace {

constexpr size_t kShownGroups = 12;
constexpr size_t kTitleGroups = 4;
constexpr size_t kShownWitnesses = 8;
constexpr size_t kLookedAtWitnesses = 50;
constexpr size_t kShownReasons = 4;
constexpr size_t kLookedAtReasons = 50;
constexpr size_t kContextReach = 320;
constexpr int kValueColumns = 72;

std::string ValueWords(const FactClaim& claim, const HtmlPage& page) {
  const std::string_view text = page.document(claim.claim.doc).text;
  return Escaped(Clip(claim.claim.span.In(text), kValueColumns));
}

std::string Title(const FactFinding& fact, const std::vector<ValueGroup>& groups,
                  const HtmlPage& page) {
  const char* between = fact.verdict == Verdict::kRevised ? "later" : "against";
  std::string out;
  for (size_t i = 0; i < groups.size() && i < kTitleGroups; ++i) {
    if (i > 0) absl::StrAppend(&out, " <span class=\"versus\">", between, "</span> ");
    absl::StrAppend(&out, "“<bdi>",
                    ValueWords(fact.claims[groups[i].witnesses[0]], page), "</bdi>”");
  }
  if (groups.size() > kTitleGroups) {
    absl::StrAppend(&out, " <span class=\"versus\">and ", groups.size() - kTitleGroups,
                    " more</span>");
  }
  return out;
}

// The distinct reasons, those of the gravest pairs first.
std::vector<const FactPair*> Reasons(const FactFinding& fact) {
  std::vector<const FactPair*> reasons;
  for (const FactPair& pair : fact.pairs) {
    const auto same = [&pair](const FactPair* other) {
      return other->reason == pair.reason && other->rule == pair.rule;
    };
    if (std::none_of(reasons.begin(), reasons.end(), same)) reasons.push_back(&pair);
    if (reasons.size() == kLookedAtReasons) break;
  }
  std::stable_sort(
      reasons.begin(), reasons.end(),
      [](const FactPair* x, const FactPair* y) { return x->verdict < y->verdict; });
  if (reasons.size() > kShownReasons) reasons.resize(kShownReasons);
  return reasons;
}

std::string ReasonHtml(const FactPair& pair) {
  std::string out = absl::StrCat("<bdi>", Escaped(pair.reason), "</bdi>");
  if (!pair.rule.empty()) {
    absl::StrAppend(&out, " <span class=\"muted\">(rule <code>", Escaped(pair.rule),
                    "</code>)</span>");
  }
  return out;
}

std::string Witness(const FactClaim& witness, const HtmlPage& page) {
  const Claim& claim = witness.claim;
  const std::string credit = page.Credit(claim.doc);
  std::string out = absl::StrCat(credit, credit.empty() ? "" : " · ",
                                 page.Place(claim.doc, claim.span));
  if (!claim.speaker.empty()) {
    absl::StrAppend(&out, " · according to <bdi>",
                    Escaped(Clip(claim.speaker, kValueColumns)), "</bdi>");
  }
  return out;
}

// Further witnesses, each once, and how many copies there are.
void AddOthers(const FactFinding& fact, const ValueGroup& group, HtmlPage& page) {
  std::vector<std::string> shown = {Witness(fact.claims[group.witnesses[0]], page)};
  const size_t looked_at = std::min(group.witnesses.size(), kLookedAtWitnesses);
  for (size_t i = 1; i < looked_at && shown.size() < kShownWitnesses; ++i) {
    std::string other = Witness(fact.claims[group.witnesses[i]], page);
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

void AddValue(const FactFinding& fact, const ValueGroup& group, HtmlPage& page) {
  const FactClaim& first = fact.claims[group.witnesses[0]];
  page.Add(absl::StrCat("<figure><figcaption><strong><bdi>", ValueWords(first, page),
                        "</bdi></strong> "));
  page.Add(Witness(first, page));
  page.Add("</figcaption><blockquote dir=\"auto\"><p>");
  page.Add(
      ExcerptHtml(MarkedContext(page.document(first.claim.doc).text,
                                first.claim.context, first.claim.span, kContextReach),
                  "mark"));
  page.Add("</p></blockquote>");
  AddOthers(fact, group, page);
  page.Add("</figure>\n");
}

}  // namespace

void AddFact(const FactFinding& fact, std::string_view id, HtmlPage& page) {
  const std::vector<ValueGroup> groups = GroupByValue(page.documents(), fact);
  const std::string anchor(id);
  const std::string verdict(Name(fact.verdict));
  page.Add(absl::StrCat("<article id=\"", anchor, "\" class=\"", verdict,
                        "\">\n<h3><a class=\"id\" href=\"#", anchor, "\">", anchor,
                        "</a><span class=\"verdict\">", verdict, "</span>",
                        Title(fact, groups, page), "</h3>\n"));
  for (const FactPair* pair : Reasons(fact)) {
    page.Add(absl::StrCat("<p class=\"reason\">", ReasonHtml(*pair), "</p>\n"));
  }
  page.Add(absl::StrCat("<p class=\"about\"><bdi>", Escaped(fact.attribute), "</bdi>"));
  if (!fact.topic.empty()) {
    page.Add(absl::StrCat(" · <bdi>", Escaped(fact.topic), "</bdi>"));
  }
  page.Add(absl::StrFormat(" · %s · confidence %.2f</p>\n<div class=\"sides\">\n",
                           std::string(Name(fact.severity)), fact.confidence));
  for (size_t i = 0; i < groups.size() && i < kShownGroups; ++i) {
    AddValue(fact, groups[i], page);
  }
  page.Add("</div>\n");
  if (groups.size() > kShownGroups) {
    page.Add(absl::StrCat("<p class=\"muted\">and ", groups.size() - kShownGroups,
                          " more values</p>\n"));
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
