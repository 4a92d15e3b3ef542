#include "core/report/html_sources.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "core/report/place.h"
#include "core/report/styled_text.h"

namespace rashomon {
namespace {

constexpr size_t kRows = 40;
constexpr size_t kMatrix = 12;
constexpr int kNameColumns = 40;
constexpr int kShades = 5;

struct Source {
  std::string name;  // "" where documents have none
  uint64_t documents = 0;
  uint64_t reuse = 0;  // findings that touch one of them
  uint64_t facts = 0;
};

class SourceTable {
 public:
  SourceTable(const Findings& findings, const HtmlPage& page) {
    std::map<std::string, uint32_t> numbers;
    for (const Document& d : page.documents()) {
      const auto [at, added] = numbers.try_emplace(
          d.source.value_or(""), static_cast<uint32_t>(sources_.size()));
      if (added) sources_.push_back({.name = at->first});
      of_.push_back(at->second);
      ++sources_[at->second].documents;
    }
    for (const ReuseFinding& f : findings.reuse) {
      if (f.boilerplate()) continue;
      std::set<uint32_t> touched;
      for (const Passage& p : f.passages) touched.insert(of_[Index(p.doc)]);
      for (const uint32_t s : touched) ++sources_[s].reuse;
      if (!f.first) continue;
      const uint32_t first = of_[Index(f.passages[*f.first].doc)];
      for (const uint32_t s : touched) {
        if (s != first) ++repeats_[{first, s}];
      }
    }
    for (const FactFinding& f : findings.facts) {
      if (!IsRaised(f.verdict)) continue;
      std::set<uint32_t> touched;
      for (const FactClaim& c : f.claims) touched.insert(of_[Index(c.claim.doc)]);
      for (const uint32_t s : touched) ++sources_[s].facts;
    }
  }

  // Numbers of sources, those with most findings first.
  std::vector<uint32_t> Order() const {
    std::vector<uint32_t> order(sources_.size());
    for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [this](uint32_t a, uint32_t b) {
      const auto weight = [this](uint32_t s) {
        return std::pair(sources_[s].reuse + sources_[s].facts, sources_[s].documents);
      };
      return weight(a) > weight(b);
    });
    return order;
  }

  uint64_t Repeats(uint32_t first, uint32_t later) const {
    const auto at = repeats_.find({first, later});
    return at == repeats_.end() ? 0 : at->second;
  }

  bool any_repeats() const { return !repeats_.empty(); }
  const Source& operator[](uint32_t s) const { return sources_[s]; }

 private:
  std::vector<Source> sources_;
  std::vector<uint32_t> of_;  // by DocId
  std::map<std::pair<uint32_t, uint32_t>, uint64_t> repeats_;
};

std::string NameOf(const Source& source) {
  return source.name.empty() ? "not named" : Escaped(Clip(source.name, kNameColumns));
}

void AddMatrix(const SourceTable& sources, const std::vector<uint32_t>& order,
               HtmlPage& page) {
  if (!sources.any_repeats()) return;
  const size_t n = std::min(order.size(), kMatrix);
  uint64_t most = 1;
  for (size_t i = 0; i < n; ++i) {
    for (size_t k = 0; k < n; ++k) {
      most = std::max(most, sources.Repeats(order[i], order[k]));
    }
  }
  page.Add(
      "<h3>Who repeats whom</h3>\n<p class=\"muted\">Passages that the source of the "
      "row published first and the source of the column has too. Only dated articles "
      "count; first to publish need not be the origin.</p>\n<div class=\"scroll\" "
      "tabindex=\"0\" role=\"region\" aria-label=\"Who repeats whom\"><table "
      "class=\"matrix\">\n<thead><tr><th scope=\"col\">first in</th>");
  for (size_t k = 0; k < n; ++k) {
    page.Add(absl::StrCat("<th scope=\"col\">", NameOf(sources[order[k]]), "</th>"));
  }
  page.Add("</tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < n; ++i) {
    page.Add(
        absl::StrCat("<tr><th scope=\"row\">", NameOf(sources[order[i]]), "</th>"));
    for (size_t k = 0; k < n; ++k) {
      const uint64_t count = sources.Repeats(order[i], order[k]);
      if (count == 0) {
        page.Add(i == k ? "<td class=\"self\"></td>" : "<td></td>");
        continue;
      }
      const int shade =
          std::max(1, static_cast<int>(std::ceil(kShades * static_cast<double>(count) /
                                                 static_cast<double>(most))));
      page.Add(absl::StrCat("<td class=\"s", shade, "\">", Grouped(count), "</td>"));
    }
    page.Add("</tr>\n");
  }
  page.Add("</tbody></table></div>\n");
}

}  // namespace

void AddSources(const Findings& findings, HtmlPage& page) {
  const SourceTable sources(findings, page);
  const std::vector<uint32_t> order = sources.Order();
  page.Add("<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">Sources</h2>\n");
  AddMatrix(sources, order, page);
  page.Add(
      "<div class=\"scroll\" tabindex=\"0\" role=\"region\" "
      "aria-label=\"Findings by source\"><table>\n<thead><tr><th "
      "scope=\"col\">Source</th><th "
      "scope=\"col\" class=\"number\">Articles</th><th scope=\"col\" "
      "class=\"number\">Told differently</th><th scope=\"col\" class=\"number\">Said "
      "twice</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; i < order.size() && i < kRows; ++i) {
    const Source& source = sources[order[i]];
    page.Add(absl::StrCat("<tr><td>", NameOf(source), "</td><td class=\"number\">",
                          Grouped(source.documents), "</td><td class=\"number\">",
                          Grouped(source.facts), "</td><td class=\"number\">",
                          Grouped(source.reuse), "</td></tr>\n"));
  }
  page.Add("</tbody></table></div>\n");
  if (order.size() > kRows) {
    page.Add(absl::StrCat("<p class=\"muted\">and ", Grouped(order.size() - kRows),
                          " more</p>\n"));
  }
  page.Add("</section>\n");
}

}  // namespace rashomon
