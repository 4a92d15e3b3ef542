// What a person reads after an audit: the corpus and the counts at a glance,
// then what is told differently, gravest first, then what is said twice.

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/terminal_page.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

std::string Duration(double seconds) {
  if (seconds < 60) return absl::StrFormat(seconds < 10 ? "%.1f s" : "%.0f s", seconds);
  const int whole = static_cast<int>(seconds);
  return absl::StrFormat("%d min %d s", whole / 60, whole % 60);
}

void Count(size_t n, std::string_view one, std::string_view many, std::string& out) {
  if (n == 0) return;
  absl::StrAppend(&out, out.empty() ? "" : " · ", Grouped(n), " ",
                  std::string(n == 1 ? one : many));
}

std::string FactCounts(const Findings& findings) {
  const auto of = [&findings](Verdict v) {
    return static_cast<size_t>(std::count_if(
        findings.facts.begin(), findings.facts.end(),
        [v](const FactFinding& f) { return f.verdict == v && !f.review; }));
  };
  std::string out;
  Count(of(Verdict::kConflict), "conflict", "conflicts", out);
  Count(of(Verdict::kDisputed), "disputed", "disputed", out);
  Count(of(Verdict::kRevised), "revised", "revised", out);
  return out.empty() ? "nothing" : out;
}

std::string ReuseCounts(const Findings& findings) {
  const auto of = [&findings](Unit u) {
    return static_cast<size_t>(std::count_if(
        findings.reuse.begin(), findings.reuse.end(), [u](const ReuseFinding& f) {
          return f.unit == u && !f.boilerplate() && !f.review;
        }));
  };
  std::string out;
  Count(of(Unit::kDocument), "document", "documents", out);
  Count(of(Unit::kParagraph), "paragraph", "paragraphs", out);
  Count(of(Unit::kPassage), "passage", "passages", out);
  if (out.empty()) out = "nothing";
  const auto furniture =
      std::count_if(findings.reuse.begin(), findings.reuse.end(),
                    [](const ReuseFinding& f) { return f.boilerplate() && !f.review; });
  if (furniture > 0) {
    absl::StrAppend(&out, " (and ", Grouped(static_cast<uint64_t>(furniture)),
                    " of page furniture)");
  }
  return out;
}

void AddOverview(const Findings& findings, const TerminalOptions& options,
                 TerminalPage& page) {
  const size_t n = page.documents().size();
  std::string corpus = absl::StrCat(Grouped(n), " article", Plural(n), " · ",
                                    Grouped(findings.paragraphs), " paragraphs · ",
                                    HumanBytes(findings.bytes));
  if (options.seconds > 0) absl::StrAppend(&corpus, " · ", Duration(options.seconds));
  page.Add({{"Rashomon", Style::kBold}, {"  " + corpus, Style::kPlain}});
  page.Add({{"told differently  ", Style::kDim}, {FactCounts(findings), Style::kBold}},
           "  ");
  page.Add({{"said twice        ", Style::kDim}, {ReuseCounts(findings), Style::kBold}},
           "  ");
  if (const size_t bad = findings.diagnostics.size(); bad > 0) {
    page.Add({{"input             ", Style::kDim},
              {absl::StrCat(Grouped(bad), " diagnostic", Plural(bad)), Style::kBold}},
             "  ");
  }
  const RecallContract& recall = findings.recall;
  page.Add(
      {{absl::StrFormat("searched so that documents and paragraphs with Jaccard %g "
                        "or more are found with probability %.3g (%s)",
                        recall.min_jaccard, recall.target, SearchedBy(recall)),
        Style::kDim},
       {absl::StrFormat(", and every identical run of %d words", recall.seed_words),
        Style::kDim}},
      "  ");
  if (options.recall_curve && !recall.curve.empty()) {
    std::string curve = "found of pairs with Jaccard";
    for (const RecallPoint& point : recall.curve) {
      absl::StrAppend(&curve, &point == &recall.curve.front() ? " " : " · ",
                      absl::StrFormat("%g: %.4g", point.jaccard, point.found));
    }
    page.Add({{curve, Style::kDim}}, "  ");
  }
}

std::string Id(char part, uint32_t index) {
  return absl::StrFormat("%c%d", part, index + 1);
}

void AddLeftOut(size_t left, TerminalPage& page) {
  if (left == 0) return;
  page.AddEmptyLine();
  page.Add({{absl::StrCat("and ", Grouped(left), " more (--verbose shows all)"),
             Style::kDim}});
}

}  // namespace

std::string TerminalReport(absl::Span<const Document> documents,
                           const Findings& findings, const TerminalOptions& options) {
  TerminalPage page(documents, options);
  AddOverview(findings, options, page);
  const size_t most = options.max_findings > 0
                          ? static_cast<size_t>(options.max_findings)
                          : findings.facts.size() + findings.reuse.size();

  // What an editor decided on before is for the page, not for every run.
  std::vector<uint32_t> raised, rest;
  for (const uint32_t i : FactsByGravity(findings)) {
    if (findings.facts[i].review) continue;
    (IsRaised(findings.facts[i].verdict) ? raised : rest).push_back(i);
  }
  if (!raised.empty()) page.AddHeading("Told differently");
  for (size_t i = 0; i < raised.size() && i < most; ++i) {
    AddFact(findings.facts[raised[i]], Id('F', raised[i]), page);
  }
  AddLeftOut(raised.size() - std::min(raised.size(), most), page);

  std::vector<uint32_t> reuse = ReuseByGravity(findings);
  std::erase_if(reuse,
                [&](uint32_t i) { return findings.reuse[i].review.has_value(); });
  if (!reuse.empty()) page.AddHeading("Said twice");
  for (size_t i = 0; i < reuse.size() && i < most; ++i) {
    AddReuse(findings.reuse[reuse[i]], Id('R', reuse[i]), page);
  }
  AddLeftOut(reuse.size() - std::min(reuse.size(), most), page);

  if (!rest.empty()) page.AddHeading("Looked at and not raised");
  for (size_t i = 0; i < rest.size() && i < most; ++i) {
    AddFactInOneLine(findings.facts[rest[i]], Id('F', rest[i]), page);
  }
  AddLeftOut(rest.size() - std::min(rest.size(), most), page);
  page.AddEmptyLine();
  return std::move(page).Take();
}

}  // namespace rashomon
