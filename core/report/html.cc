// The report as one page: the corpus at a glance, what is told differently, what
// is said twice, who repeats whom, the articles, what was wrong with the input. The
// gravest findings stand in it as HTML and need no script; the rest is packed and
// laid out by a small script, which also filters and keeps decisions. The policy
// of the page lets no other script run and nothing be loaded.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/escaping.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "core/base/strings.h"
#include "core/report/excerpt.h"
#include "core/report/html_articles.h"
#include "core/report/html_index.h"
#include "core/report/html_page.h"
#include "core/report/html_sources.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/styled_text.h"
#include "rashomon/report.h"

namespace rashomon {
namespace data {
std::string_view report_style();
std::string_view report_script();
}  // namespace data

namespace {

constexpr size_t kLaidOut = 100;           // of each list
constexpr size_t kMostBytes = 64'000'000;  // of the page
constexpr size_t kLeads = 3;               // of each list, at the top
constexpr int kTopicColumns = 60;
constexpr size_t kLeadBytes = 140;
constexpr size_t kShownRows = 300;
constexpr size_t kShownDiagnostics = 200;

std::string Counted(size_t n, std::string_view one, std::string_view many) {
  return absl::StrCat(Grouped(n), " ", std::string(n == 1 ? one : many));
}

std::string Id(char part, uint32_t index) {
  return absl::StrFormat("%c%d", part, index + 1);
}

size_t CountReviewed(const Findings& findings) {
  const auto reviewed = [](const auto& f) { return f.review.has_value(); };
  return static_cast<size_t>(
      std::count_if(findings.facts.begin(), findings.facts.end(), reviewed) +
      std::count_if(findings.reuse.begin(), findings.reuse.end(), reviewed));
}

size_t CountVerdict(const Findings& findings, Verdict verdict) {
  return static_cast<size_t>(std::count_if(
      findings.facts.begin(), findings.facts.end(),
      [verdict](const FactFinding& f) { return f.verdict == verdict && !f.review; }));
}

// A source of the page's policy: the digest of a script or style in it.
std::string PolicyHash(std::string_view sha256_hex) {
  return absl::StrCat(
      "'sha256-", absl::Base64Escape(absl::HexStringToBytes(ToAbsl(sha256_hex))), "'");
}

void AddHead(const Findings& findings, HtmlPage& page) {
  page.Add(absl::StrCat(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src ",
      PolicyHash(RASHOMON_STYLE_SHA256), "; script-src ",
      PolicyHash(RASHOMON_SCRIPT_SHA256),
      "; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n<title>Rashomon: ",
      Counted(findings.NumRaisedFacts(), "fact", "facts"), " told differently, ",
      Counted(findings.NumReuse(), "text", "texts"), " said twice</title>\n<style>"));
  page.Add(data::report_style());
  page.Add(
      "</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#findings\">Skip to the "
      "findings</a>\n");
}

void AddGlance(const Findings& findings, HtmlPage& page) {
  std::string first, last;
  for (const Document& d : page.documents()) {
    const std::string day = Day(d);
    if (day.empty()) continue;
    if (first.empty() || day < first) first = day;
    last = std::max(last, day);
  }
  const size_t n = page.documents().size();
  page.Add(absl::StrCat(
      "<header>\n<p class=\"brand\">Rashomon</p>\n<h1>",
      Counted(findings.NumRaisedFacts(), "fact", "facts"), " told differently, ",
      Counted(findings.NumReuse(), "text", "texts"),
      " said twice</h1>\n<p class=\"muted\">", Counted(n, "article", "articles"), ", ",
      Counted(findings.paragraphs, "paragraph", "paragraphs"), ", ",
      HumanBytes(findings.bytes)));
  if (!first.empty()) {
    page.Add(absl::StrCat(", published ", Escaped(first),
                          first == last ? "" : " to " + Escaped(last)));
  }
  page.Add("</p>\n<dl class=\"glance\">\n");
  const auto tile = [&page](std::string_view name, size_t count,
                            std::string_view label = "") {
    page.Add(absl::StrCat("<div class=\"", std::string(name), "\"><dt>",
                          std::string(label.empty() ? name : label), "</dt><dd>",
                          Grouped(count), "</dd></div>\n"));
  };
  tile("conflict", CountVerdict(findings, Verdict::kConflict));
  tile("disputed", CountVerdict(findings, Verdict::kDisputed));
  tile("revised", CountVerdict(findings, Verdict::kRevised));
  tile("twice", findings.NumReuse(), "said twice");
  if (const size_t reviewed = CountReviewed(findings); reviewed > 0) {
    tile("decided", reviewed);
  }
  if (!findings.diagnostics.empty()) tile("diagnostics", findings.diagnostics.size());
  page.Add("</dl>\n");
}

// The gravest of both lists, each in a line: the story in one screen.
void AddLeads(const Findings& findings, const FindingList& facts,
              const FindingList& reuse, HtmlPage& page) {
  if (facts.order.empty() && reuse.order.empty()) return;
  page.Add("<ul class=\"leads\">\n");
  for (size_t i = 0; i < facts.order.size() && i < kLeads; ++i) {
    const FactFinding& fact = findings.facts[facts.order[i]];
    const std::string verdict(Name(fact.verdict));
    const std::string id = Id('F', facts.order[i]);
    page.Add(absl::StrCat(
        "<li class=\"", verdict, "\"><a href=\"#", id, "\"><span class=\"verdict\">",
        verdict, "</span> ", FactTitle(fact, page), "</a> <span class=\"muted\"><bdi>",
        Escaped(Clip(fact.topic, kTopicColumns)), "</bdi></span></li>\n"));
  }
  for (size_t i = 0; i < reuse.order.size() && i < kLeads; ++i) {
    const ReuseFinding& finding = findings.reuse[reuse.order[i]];
    const std::string id = Id('R', reuse.order[i]);
    const std::string_view text = page.texts().Of(finding.passages[0]);
    const ByteSpan whole = {0, static_cast<uint32_t>(text.size())};
    page.Add(absl::StrCat(
        "<li class=\"twice\"><a href=\"#", id, "\"><span class=\"verdict\">said ",
        finding.passages.size() == 2 ? "twice"
                                     : absl::StrCat(finding.passages.size(), " times"),
        "</span> <bdi>", ExcerptHtml(Shortened(text, whole, kLeadBytes), "mark"),
        "</bdi></a> <span class=\"muted\">",
        finding.reach == Reach::kWithin ? "within one article" : "across articles",
        "</span></li>\n"));
  }
  page.Add("</ul>\n");
}

void AddNavigation(const Findings& findings, bool articles, HtmlPage& page) {
  page.Add(
      "<nav aria-label=\"Contents\"><ul>\n"
      "<li><a href=\"#told\">Told differently</a></li>\n"
      "<li><a href=\"#twice\">Said twice</a></li>\n");
  if (std::any_of(findings.facts.begin(), findings.facts.end(),
                  [](const FactFinding& f) { return !IsRaised(f.verdict); })) {
    page.Add("<li><a href=\"#not-raised\">Looked at and not raised</a></li>\n");
  }
  page.Add("<li><a href=\"#sources\">Sources</a></li>\n");
  if (articles) page.Add("<li><a href=\"#articles\">Articles</a></li>\n");
  if (!findings.diagnostics.empty()) {
    page.Add("<li><a href=\"#input\">Input</a></li>\n");
  }
  page.Add("</ul></nav>\n</header>\n<main id=\"findings\">\n");
}

void OpenSection(std::string_view id, std::string_view title, HtmlPage& page) {
  page.Add(absl::StrCat("<section aria-labelledby=\"", std::string(id),
                        "\">\n<h2 id=\"", std::string(id), "\">", std::string(title),
                        "</h2>\n"));
}

void AddLeftOut(size_t left, HtmlPage& page) {
  if (left == 0) return;
  page.Add(absl::StrCat("<p class=\"muted\">", Grouped(left),
                        " more stand in <code>findings.jsonl</code>.</p>\n"));
}

// What a list does not show without script, or not at all.
void AddRest(const FindingList& list, HtmlPage& page) {
  const size_t packed = list.order.size() - list.laid_out - list.left_out;
  if (packed > 0) {
    page.Add(absl::StrCat("<noscript><p class=\"muted\">", Grouped(packed),
                          " more are shown where scripts run, and stand in "
                          "<code>findings.jsonl</code>.</p></noscript>\n"));
  }
  AddLeftOut(list.left_out, page);
}

void AddFacts(const Findings& findings, FindingList& list, HtmlPage& page) {
  OpenSection("told", "Told differently", page);
  if (list.order.empty()) page.Add("<p>Nothing.</p>\n");
  page.Add("<div class=\"list\" id=\"list-F\">\n");
  for (size_t i = 0; i < list.laid_out; ++i) {
    AddFact(findings.facts[list.order[i]], Id('F', list.order[i]), page);
  }
  page.Add("</div>\n");
  AddBlocks(findings, kMostBytes, list, page);
  AddRest(list, page);
  page.Add("</section>\n");
}

void AddRepetitions(const Findings& findings, FindingList& list, HtmlPage& page) {
  OpenSection("twice", "Said twice", page);
  if (list.order.empty()) {
    page.Add("<p>Nothing.</p>\n");
  } else {
    page.Add(
        "<p class=\"muted\">Where two texts stand side by side, <del>words with a "
        "dashed line</del> are only in the first one, <ins>words with a solid "
        "line</ins> only in the second.</p>\n");
  }
  page.Add("<div class=\"list\" id=\"list-R\">\n");
  for (size_t i = 0; i < list.laid_out; ++i) {
    AddReuse(findings.reuse[list.order[i]], Id('R', list.order[i]), page);
  }
  page.Add("</div>\n");
  AddBlocks(findings, kMostBytes, list, page);
  AddRest(list, page);
  const auto furniture = static_cast<size_t>(
      std::count_if(findings.reuse.begin(), findings.reuse.end(),
                    [](const ReuseFinding& f) { return f.boilerplate(); }));
  if (furniture > 0) {
    page.Add(absl::StrCat("<p class=\"muted\">Not shown: ",
                          Counted(furniture, "repetition", "repetitions"),
                          " of page furniture (credits, menus, rights).</p>\n"));
  }
  page.Add("</section>\n");
}

void AddNotRaised(const Findings& findings, const std::vector<uint32_t>& rest,
                  HtmlPage& page) {
  if (rest.empty()) return;
  OpenSection("not-raised", "Looked at and not raised", page);
  page.Add(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Facts looked "
      "at\"><table>\n<thead><tr><th scope=\"col\">Fact</th><th "
      "scope=\"col\">Verdict</th><th scope=\"col\">Values</th><th "
      "scope=\"col\">Reason</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < rest.size() && i < kShownRows; ++i) {
    AddFactRow(findings.facts[rest[i]], Id('F', rest[i]), page);
  }
  page.Add("</tbody></table></div>\n");
  AddLeftOut(rest.size() - std::min(rest.size(), kShownRows), page);
  page.Add("</section>\n");
}

void AddArticles(const std::vector<std::vector<MarkedSpan>>& marks, HtmlPage& page) {
  OpenSection("articles", "Articles", page);
  page.Add(
      "<p class=\"muted\">The texts as they stand. <mark class=\"told\">Told "
      "differently</mark>, <mark class=\"said\">said twice</mark>; each mark leads to "
      "its finding.</p>\n<div id=\"list-articles\">\n");
  for (uint32_t i = 0; i < marks.size(); ++i) {
    if (page.view(DocId{i}) != ArticleView::kInPage) continue;
    page.Add(ArticleHtml(DocId{i}, marks[i], page));
  }
  page.Add("</div>\n");
  for (uint32_t i = 0; i < marks.size(); ++i) {
    if (page.view(DocId{i}) != ArticleView::kPacked || page.size() > kMostBytes) {
      continue;
    }
    AddPacked(absl::StrCat("article-", i), ArticleHtml(DocId{i}, marks[i], page), page);
  }
  page.Add("</section>\n");
}

void AddDiagnostics(const Findings& findings, HtmlPage& page) {
  const size_t n = findings.diagnostics.size();
  if (n == 0) return;
  OpenSection("input", "Input", page);
  page.Add(
      "<p class=\"muted\">What was wrong with the input; the rest was "
      "checked.</p>\n<ul>\n");
  for (size_t i = 0; i < n && i < kShownDiagnostics; ++i) {
    page.Add(
        absl::StrCat("<li>", Escaped(ToString(findings.diagnostics[i])), "</li>\n"));
  }
  page.Add("</ul>\n");
  AddLeftOut(n - std::min(n, kShownDiagnostics), page);
  page.Add("</section>\n");
}

void AddFoot(const Findings& findings, HtmlPage& page) {
  const FindingOptions& options = findings.options;
  const RecallContract& recall = findings.recall;
  page.Add(absl::StrFormat(
      "</main>\n<footer>\n<p>rashomon %s. Documents and paragraphs with a Jaccard "
      "similarity of %g or more are found with probability %.3g (%s), "
      "and every identical run of %d words is seen. Every similarity shown is exact; "
      "lines count from 1 in the article's text.</p>\n",
      RASHOMON_VERSION, recall.min_jaccard, recall.target, SearchedBy(recall),
      recall.seed_words));
  std::string text = absl::StrFormat(
      "Options: min-jaccard %g, recall %g, engine %s, min-words %d, verdicts %s",
      options.min_jaccard, options.recall, std::string(Name(options.engine)),
      options.min_words, std::string(Name(options.verdicts)));
  if (!options.mute.empty()) {
    absl::StrAppend(&text, ", mute ", absl::StrJoin(options.mute, " and "));
  }
  if (options.since) absl::StrAppend(&text, ", since ", *options.since);
  page.Add(absl::StrCat("<p>", Escaped(text), "; digest <code>",
                        Escaped(findings.options_digest),
                        "</code>. All findings, with byte offsets, stand in "
                        "<code>findings.jsonl</code>.</p>\n</footer>\n"));
}

}  // namespace

std::string HtmlReport(const AuditedTexts& texts, const Findings& findings) {
  const std::vector<std::vector<MarkedSpan>> marks =
      MarkedSpans(texts.documents().size(), findings);
  const std::vector<ArticleView> views = ChooseViews(texts, marks);
  const bool articles = std::any_of(views.begin(), views.end(), [](ArticleView v) {
    return v != ArticleView::kNone;
  });
  HtmlPage page(texts, views);
  FindingList facts = {.part = 'F'}, reuse = {.part = 'R'};
  std::vector<uint32_t> rest;
  for (const uint32_t i : FactsByGravity(findings)) {
    (IsRaised(findings.facts[i].verdict) ? facts.order : rest).push_back(i);
  }
  reuse.order = ReuseByGravity(findings);
  facts.laid_out = std::min(facts.order.size(), kLaidOut);
  reuse.laid_out = std::min(reuse.order.size(), kLaidOut);
  AddHead(findings, page);
  AddGlance(findings, page);
  AddLeads(findings, facts, reuse, page);
  AddNavigation(findings, articles, page);
  page.Add("<div id=\"tools\"></div>\n");
  AddFacts(findings, facts, page);
  AddRepetitions(findings, reuse, page);
  AddNotRaised(findings, rest, page);
  AddSources(findings, page);
  if (articles) AddArticles(marks, page);
  AddDiagnostics(findings, page);
  AddFoot(findings, page);
  AddPacked("index", IndexJson(findings, facts, reuse, page), page);
  page.Add("<script>");
  page.Add(data::report_script());
  page.Add("</script>\n</body>\n</html>\n");
  return std::move(page).Take();
}

}  // namespace rashomon
