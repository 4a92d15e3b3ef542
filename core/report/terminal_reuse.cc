// One repetition: how often and how far it stands, then two of its passages,
// side by side where the terminal is wide, with what differs marked.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/display.h"
#include "core/report/excerpt.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/terminal_page.h"

namespace rashomon {
namespace {

constexpr size_t kExactBytes = 320;
constexpr size_t kShownPlaces = 6;
constexpr int kTwoColumnsFrom = 100;  // columns of the terminal
constexpr int kLongestColumn = 78;

std::string Percent(double share) { return absl::StrFormat("%.0f %%", share * 100); }

std::string Title(const ReuseFinding& finding, const TerminalPage& page) {
  const Spread spread = SpreadOf(page.documents(), finding);
  std::string out =
      absl::StrCat(finding.passages.size(), " times in ", spread.documents, " article",
                   Plural(spread.documents));
  if (spread.sources > 1) absl::StrAppend(&out, " of ", spread.sources, " sources");
  if (!spread.first.empty()) {
    absl::StrAppend(&out, " · ", Printable(spread.first));
    if (spread.last != spread.first)
      absl::StrAppend(&out, " to ", Printable(spread.last));
  }
  return out;
}

// How alike the two passages of `pair` are.
std::string Likeness(const ReusePair& pair) {
  std::string out = absl::StrFormat("Jaccard %.2f", pair.jaccard);
  const auto [a, b] = pair.containment;
  if (std::max(a, b) - pair.jaccard > 0.05) {
    absl::StrAppend(&out, " · ", Percent(a), " of one in the other, ", Percent(b),
                    " of the other in the one");
  }
  return out;
}

void AddStacked(const StyledText& place, const Excerpt& excerpt, TerminalPage& page) {
  page.Add(place, "    ");
  page.Add(ToStyled(excerpt, page.color()), "    │ ");
}

void AddColumns(const std::array<StyledText, 2>& places, const Comparison& comparison,
                TerminalPage& page) {
  const int column = std::min((page.width() - 7) / 2, kLongestColumn);
  std::array<std::vector<StyledText>, 2> sides;
  for (size_t i = 0; i < 2; ++i) {
    sides[i] = Wrap(places[i], column);
    for (StyledText& line : Wrap(ToStyled(comparison.sides[i], page.color()), column)) {
      sides[i].push_back(std::move(line));
    }
  }
  sides[0].resize(std::max(sides[0].size(), sides[1].size()));
  sides[1].resize(sides[0].size());
  for (size_t i = 0; i < sides[0].size(); ++i) {
    StyledText line = {{"    ", Style::kPlain}};
    line.insert(line.end(), sides[0][i].begin(), sides[0][i].end());
    const int pad = column - Columns(sides[0][i]);
    line.push_back(
        {std::string(static_cast<size_t>(std::max(pad, 0)), ' '), Style::kPlain});
    line.push_back({" │ ", Style::kDim});
    line.insert(line.end(), sides[1][i].begin(), sides[1][i].end());
    page.AddLine(line);
  }
}

void AddOtherPlaces(const ReuseFinding& finding, size_t a, size_t b,
                    TerminalPage& page) {
  std::string others;
  size_t shown = 0;
  size_t left = 0;
  for (size_t i = 0; i < finding.passages.size(); ++i) {
    if (i == a || i == b) continue;
    if (shown == kShownPlaces) {
      ++left;
      continue;
    }
    const Passage& p = finding.passages[i];
    absl::StrAppend(&others, shown++ == 0 ? "also " : ", ",
                    page.ShortPlace(p.doc, p.span));
  }
  if (left > 0) absl::StrAppend(&others, " and ", left, " more");
  if (!others.empty()) page.Add({{others, Style::kDim}}, "    ");
}

// Says which passage was published first, where that is a question.
void AddFirst(const ReuseFinding& finding, TerminalPage& page) {
  if (!finding.first || finding.reach == Reach::kWithin) return;
  const Passage& first = finding.passages[*finding.first];
  page.Add(
      {{"published first in " + page.ShortPlace(first.doc, first.span), Style::kDim}},
      "    ");
}

}  // namespace

void AddReuse(const ReuseFinding& finding, std::string_view id, TerminalPage& page) {
  page.AddEmptyLine();
  page.Add({{absl::StrCat(std::string(id), "  "), Style::kBold},
            {absl::StrCat(std::string(Name(finding.grade)), " ",
                          std::string(Name(finding.unit))),
             Style::kBold},
            {"  " + Title(finding, page), Style::kPlain}});
  const std::optional<ReusePair> pair = ShownPair(finding);
  if (!pair) return;
  AddFirst(finding, page);
  const Passage& a = finding.passages[pair->a];
  const Passage& b = finding.passages[pair->b];
  if (pair->edits.empty()) {
    page.Add(page.Place(a.doc, a.span), "    ");
    page.Add(page.Place(b.doc, b.span), "    ");
    page.Add(ToStyled(Shortened(page.document(a.doc).text, a.span, kExactBytes),
                      page.color()),
             "    │ ");
  } else {
    page.Add({{Likeness(*pair), Style::kDim}}, "    ");
    const Comparison comparison = Compare(page.document(a.doc).text, a.span,
                                          page.document(b.doc).text, b.span, *pair, {});
    if (page.width() >= kTwoColumnsFrom) {
      AddColumns({page.Place(a.doc, a.span), page.Place(b.doc, b.span)}, comparison,
                 page);
    } else {
      AddStacked(page.Place(a.doc, a.span), comparison.sides[0], page);
      AddStacked(page.Place(b.doc, b.span), comparison.sides[1], page);
    }
    if (comparison.hidden > 0) {
      page.Add(
          {{absl::StrCat("and ", comparison.hidden, " more differences"), Style::kDim}},
          "    ");
    }
  }
  AddOtherPlaces(finding, pair->a, pair->b, page);
}

}  // namespace rashomon
