#include "core/report/html_articles.h"

#include <algorithm>
#include <array>
#include <set>

#include "absl/strings/str_cat.h"
#include "core/report/display.h"

namespace rashomon {
namespace {

constexpr size_t kLongestArticle = 1'000'000;
constexpr size_t kMostText = 24'000'000;
constexpr size_t kMostInPage = 300'000;
constexpr size_t kMostMarks = 5'000;  // of one article

// As Escaped, line by line: the lines of an article stay lines.
std::string EscapedLines(std::string_view text) {
  std::string out;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(begin, end - begin);
    const bool breaks = end < text.size();
    if (breaks && line.ends_with('\r')) line.remove_suffix(1);
    out += Escaped(line);
    if (breaks) out += '\n';
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::vector<std::vector<MarkedSpan>> MarkedSpans(size_t documents,
                                                 const Findings& findings) {
  std::vector<std::vector<MarkedSpan>> marks(documents);
  for (uint32_t i = 0; i < findings.facts.size(); ++i) {
    if (!IsRaised(findings.facts[i].verdict)) continue;
    for (const FactClaim& c : findings.facts[i].claims) {
      marks[Index(c.claim.doc)].push_back({c.claim.span, true, i + 1});
    }
  }
  for (uint32_t i = 0; i < findings.reuse.size(); ++i) {
    if (findings.reuse[i].boilerplate()) continue;
    for (const Passage& p : findings.reuse[i].passages) {
      marks[Index(p.doc)].push_back({p.span, false, i + 1});
    }
  }
  for (std::vector<MarkedSpan>& of_document : marks) {
    std::sort(
        of_document.begin(), of_document.end(),
        [](const MarkedSpan& a, const MarkedSpan& b) {
          const auto rank = [](const MarkedSpan& m) {
            return std::array<uint32_t, 4>{m.span.begin, m.span.end, m.fact, m.number};
          };
          return rank(a) < rank(b);
        });
    if (of_document.size() > kMostMarks) of_document.resize(kMostMarks);
  }
  return marks;
}

std::vector<ArticleView> ChooseViews(
    const AuditedTexts& texts, const std::vector<std::vector<MarkedSpan>>& marks) {
  std::vector<ArticleView> views(marks.size(), ArticleView::kNone);
  if (!texts.whole()) return views;
  size_t total = 0;
  for (uint32_t i = 0; i < marks.size(); ++i) {
    const size_t size = texts[DocId{i}].text.size();
    if (marks[i].empty() || size > kLongestArticle || total + size > kMostText)
      continue;
    total += size;
    views[i] = ArticleView::kPacked;
  }
  if (total <= kMostInPage) {
    std::replace(views.begin(), views.end(), ArticleView::kPacked,
                 ArticleView::kInPage);
  }
  return views;
}

std::string ArticleHtml(DocId doc, const std::vector<MarkedSpan>& marks,
                        const HtmlPage& page) {
  const std::string_view text = page.document(doc).text;
  const std::string anchor = absl::StrCat("doc-", Index(doc));
  // Where marks begin and end cuts the text into pieces; how many marks of each
  // kind are open decides how a piece looks.
  const auto size = static_cast<uint32_t>(text.size());
  std::set<uint32_t> cuts = {0, size};
  std::vector<std::array<uint32_t, 2>> ends;  // offset, kind
  for (const MarkedSpan& m : marks) {
    cuts.insert(std::min(m.span.begin, size));
    cuts.insert(std::min(m.span.end, size));
    ends.push_back({std::min(m.span.end, size), m.fact});
  }
  std::sort(ends.begin(), ends.end());
  std::array<size_t, 2> open = {0, 0};
  std::set<std::pair<bool, uint32_t>> named;
  size_t next_mark = 0, next_end = 0;
  std::string body;
  for (auto cut = cuts.begin(); std::next(cut) != cuts.end(); ++cut) {
    for (; next_end < ends.size() && ends[next_end][0] <= *cut; ++next_end) {
      --open[ends[next_end][1]];
    }
    for (; next_mark < marks.size() && marks[next_mark].span.begin == *cut;
         ++next_mark) {
      const MarkedSpan& m = marks[next_mark];
      ++open[m.fact];
      const std::string id = absl::StrCat(m.fact ? "F" : "R", m.number);
      absl::StrAppend(&body, "<a class=\"ref\" href=\"#", id, "\"");
      if (named.insert({m.fact, m.number}).second) {
        absl::StrAppend(&body, " id=\"", anchor, "-", id, "\"");
      }
      absl::StrAppend(&body, ">", id, "</a>");
    }
    const std::string piece = EscapedLines(ByteSpan{*cut, *std::next(cut)}.In(text));
    if (open[0] + open[1] == 0) {
      body += piece;
    } else {
      absl::StrAppend(&body, "<mark class=\"", open[1] > 0 ? "told" : "said",
                      open[0] > 0 && open[1] > 0 ? " said" : "", "\">", piece,
                      "</mark>");
    }
  }
  const std::string credit = page.Credit(doc);
  return absl::StrCat("<article class=\"text\" id=\"", anchor, "\">\n<h3>",
                      credit.empty() ? "" : credit + " · ", "<code>",
                      Escaped(page.name(doc)),
                      "</code></h3>\n<div class=\"prose\" "
                      "dir=\"auto\">",
                      body, "</div>\n</article>\n");
}

}  // namespace rashomon
