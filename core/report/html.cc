// The report as one page: the corpus at a glance, what is told differently,
// what is said twice, what was wrong with the input. It needs no network and
// runs no script (its policy forbids both), and its size is bounded: of very
// many findings it shows the gravest.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"
#include "core/base/strings.h"
#include "core/report/html_page.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "rashomon/report.h"

namespace rashomon {
namespace data {
std::string_view report_style();
}  // namespace data

namespace {

constexpr size_t kShownFacts = 300;
constexpr size_t kShownReuse = 300;
constexpr size_t kShownRows = 300;
constexpr size_t kShownDiagnostics = 200;
constexpr size_t kShownSources = 40;

std::string Counted(size_t n, std::string_view one, std::string_view many) {
  return absl::StrCat(Grouped(n), " ", std::string(n == 1 ? one : many));
}

size_t CountVerdict(const Findings& findings, Verdict verdict) {
  return static_cast<size_t>(
      std::count_if(findings.facts.begin(), findings.facts.end(),
                    [verdict](const FactFinding& f) { return f.verdict == verdict; }));
}

void AddHead(const Findings& findings, HtmlPage& page) {
  const std::string title = absl::StrCat(
      Counted(findings.NumRaisedFacts(), "fact", "facts"), " told differently, ",
      Counted(findings.NumReuse(), "passage", "passages"), " said twice");
  page.Add(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"color-scheme\" content=\"light dark\">\n");
  page.Add(absl::StrCat("<title>Rashomon: ", title, "</title>\n<style>\n"));
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
      "<header>\n<h1>Told differently, said twice</h1>\n<p class=\"muted\">",
      Counted(n, "article", "articles"), ", ",
      Counted(findings.paragraphs, "paragraph", "paragraphs"), ", ",
      HumanBytes(findings.bytes)));
  if (!first.empty()) {
    page.Add(absl::StrCat(", published ", Escaped(first),
                          first == last ? "" : " to " + Escaped(last)));
  }
  page.Add("</p>\n<dl class=\"glance\">\n");
  const auto tile = [&page](std::string_view name, size_t count) {
    page.Add(absl::StrCat("<div><dt>", std::string(name), "</dt><dd>", Grouped(count),
                          "</dd></div>\n"));
  };
  tile("conflicts", CountVerdict(findings, Verdict::kConflict));
  tile("disputed", CountVerdict(findings, Verdict::kDisputed));
  tile("revised", CountVerdict(findings, Verdict::kRevised));
  tile("said twice", findings.NumReuse());
  if (!findings.diagnostics.empty()) tile("diagnostics", findings.diagnostics.size());
  page.Add(
      "</dl>\n<nav aria-label=\"Contents\"><ul>\n"
      "<li><a href=\"#told\">Told differently</a></li>\n"
      "<li><a href=\"#twice\">Said twice</a></li>\n");
  if (findings.NumRaisedFacts() < findings.facts.size()) {
    page.Add("<li><a href=\"#not-raised\">Looked at and not raised</a></li>\n");
  }
  page.Add("<li><a href=\"#sources\">Sources</a></li>\n");
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

std::string Id(char part, uint32_t index) {
  return absl::StrFormat("%c%d", part, index + 1);
}

void AddFacts(const Findings& findings, const std::vector<uint32_t>& raised,
              HtmlPage& page) {
  OpenSection("told", "Told differently", page);
  if (raised.empty()) page.Add("<p>Nothing.</p>\n");
  for (size_t i = 0; i < raised.size() && i < kShownFacts; ++i) {
    AddFact(findings.facts[raised[i]], Id('F', raised[i]), page);
  }
  AddLeftOut(raised.size() - std::min(raised.size(), kShownFacts), page);
  page.Add("</section>\n");
}

void AddRepetitions(const Findings& findings, HtmlPage& page) {
  const std::vector<uint32_t> order = ReuseByGravity(findings);
  OpenSection("twice", "Said twice", page);
  if (order.empty()) {
    page.Add("<p>Nothing.</p>\n");
  } else {
    page.Add(
        "<p class=\"muted\">Where two texts stand side by side, <del>words with a "
        "dashed line</del> are only in the left one, <ins>words with a solid "
        "line</ins> only in the right one.</p>\n");
  }
  for (size_t i = 0; i < order.size() && i < kShownReuse; ++i) {
    AddReuse(findings.reuse[order[i]], Id('R', order[i]), page);
  }
  AddLeftOut(order.size() - std::min(order.size(), kShownReuse), page);
  const size_t furniture = findings.reuse.size() - findings.NumReuse();
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
      "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Fact</th><th "
      "scope=\"col\">Verdict</th><th scope=\"col\">Values</th><th "
      "scope=\"col\">Reason</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < rest.size() && i < kShownRows; ++i) {
    AddFactRow(findings.facts[rest[i]], Id('F', rest[i]), page);
  }
  page.Add("</tbody></table></div>\n");
  AddLeftOut(rest.size() - std::min(rest.size(), kShownRows), page);
  page.Add("</section>\n");
}

void AddSources(HtmlPage& page) {
  std::map<std::string, size_t> counts;
  for (const Document& d : page.documents()) ++counts[d.source.value_or("")];
  std::vector<std::pair<std::string, size_t>> sources(counts.begin(), counts.end());
  std::stable_sort(sources.begin(), sources.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  OpenSection("sources", "Sources", page);
  page.Add(
      "<div class=\"scroll\"><table>\n<thead><tr><th scope=\"col\">Source</th><th "
      "scope=\"col\" class=\"number\">Articles</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < sources.size() && i < kShownSources; ++i) {
    const auto& [name, count] = sources[i];
    page.Add(absl::StrCat("<tr><td>", name.empty() ? "not named" : Escaped(name),
                          "</td><td class=\"number\">", Grouped(count),
                          "</td></tr>\n"));
  }
  page.Add("</tbody></table></div>\n");
  if (sources.size() > kShownSources) {
    page.Add(absl::StrCat("<p class=\"muted\">and ",
                          Counted(sources.size() - kShownSources, "more", "more"),
                          "</p>\n"));
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
  page.Add(absl::StrCat(
      "<p>", Escaped(text), "; digest <code>", Escaped(findings.options_digest),
      "</code>. All findings, with byte offsets, stand in "
      "<code>findings.jsonl</code>.</p>\n</footer>\n</body>\n</html>\n"));
}

}  // namespace

std::string HtmlReport(absl::Span<const Document> documents, const Findings& findings) {
  HtmlPage page(documents);
  std::vector<uint32_t> raised, rest;
  for (const uint32_t i : FactsByGravity(findings)) {
    (IsRaised(findings.facts[i].verdict) ? raised : rest).push_back(i);
  }
  AddHead(findings, page);
  AddGlance(findings, page);
  AddFacts(findings, raised, page);
  AddRepetitions(findings, page);
  AddNotRaised(findings, rest, page);
  AddSources(page);
  AddDiagnostics(findings, page);
  AddFoot(findings, page);
  return std::move(page).Take();
}

}  // namespace rashomon
