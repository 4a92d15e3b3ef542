// One fact that is told differently: value against value, then who says each,
// when, and in which words.

#include <algorithm>
#include <string>
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

constexpr size_t kShownGroups = 6;
constexpr size_t kShownReasons = 2;
constexpr size_t kShownPlaces = 4;
constexpr size_t kShownTimes = 12;
constexpr size_t kTitleGroups = 3;
// A fact may have very many claims; beyond these nobody reads on.
constexpr size_t kLookedAtPlaces = 50;
constexpr size_t kContextReach = 180;  // bytes before and after the value
constexpr int kValueColumns = 44;

Style StyleOf(Verdict verdict) {
  switch (verdict) {
    case Verdict::kConflict:
      return Style::kConflict;
    case Verdict::kDisputed:
      return Style::kDisputed;
    case Verdict::kRevised:
      return Style::kRevised;
    default:
      return Style::kBold;
  }
}

std::string_view Between(Verdict verdict) {
  return verdict == Verdict::kRevised ? ", later " : " against ";
}

std::string Upper(std::string_view word) {
  std::string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) {
    return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  return out;
}

std::string ValueWords(const FactClaim& claim, const TerminalPage& page) {
  const Document& document = page.document(claim.claim.doc);
  return "“" + Clip(claim.claim.span.In(document.text), kValueColumns) + "”";
}

// "10-year war" against "nine-year war".
StyledText Title(const FactFinding& fact, const std::vector<ValueGroup>& groups,
                 std::string_view id, const TerminalPage& page) {
  StyledText title = {{absl::StrCat(std::string(id), "  "), Style::kBold},
                      {Upper(Name(fact.verdict)), StyleOf(fact.verdict)},
                      {"  ", Style::kPlain}};
  for (size_t i = 0; i < groups.size() && i < kTitleGroups; ++i) {
    if (i > 0) title.push_back({std::string(Between(fact.verdict)), Style::kPlain});
    title.push_back(
        {ValueWords(fact.claims[groups[i].witnesses[0]], page), Style::kBold});
  }
  if (groups.size() > kTitleGroups) {
    title.push_back(
        {absl::StrCat(" and ", groups.size() - kTitleGroups, " more"), Style::kPlain});
  }
  return title;
}

void AddReasons(const FactFinding& fact, TerminalPage& page) {
  for (const FactPair* pair : GravestReasons(fact, kShownReasons)) {
    StyledText reason = {{Printable(pair->reason), Style::kPlain}};
    if (!pair->rule.empty()) {
      reason.push_back({absl::StrCat("  (", Printable(pair->rule), ")"), Style::kDim});
    }
    page.Add(reason, "    ");
  }
}

// The places of further witnesses, each once, and how many copies there are.
void AddOthers(const FactFinding& fact, const ValueGroup& group, TerminalPage& page) {
  const auto place = [&](uint32_t i) {
    const Claim& claim = fact.claims[i].claim;
    return page.ShortPlace(claim.doc, claim.span);
  };
  std::vector<std::string> places = {place(group.witnesses[0])};
  const size_t looked_at = std::min(group.witnesses.size(), kLookedAtPlaces);
  for (size_t i = 1; i < looked_at && places.size() <= kShownPlaces; ++i) {
    std::string other = place(group.witnesses[i]);
    if (std::find(places.begin(), places.end(), other) == places.end()) {
      places.push_back(std::move(other));
    }
  }
  std::string also;
  for (size_t i = 1; i < places.size(); ++i) {
    absl::StrAppend(&also, i == 1 ? "also " : ", ", places[i]);
  }
  if (places.size() > kShownPlaces) {
    absl::StrAppend(&also, " … (", group.witnesses.size(), " witnesses)");
  }
  if (const size_t n = group.copies.size(); n > 0) {
    absl::StrAppend(&also, also.empty() ? "" : "; ", n,
                    n == 1 ? " copy of the passage says" : " copies of the passage say",
                    " the same");
  }
  if (!also.empty()) page.Add({{also, Style::kDim}}, "    ");
}

// "2024-05-01  “58 dead”  Tolm Ledger", a line for every day and value.
void AddTimeline(const FactFinding& fact, TerminalPage& page) {
  if (fact.timeline.empty()) return;
  page.AddEmptyLine();
  for (size_t i = 0; i < fact.timeline.size() && i < kShownTimes; ++i) {
    const FactTime& time = fact.timeline[i];
    const FactClaim& first = fact.claims[time.claims[0]];
    const Document& document = page.document(first.claim.doc);
    StyledText line = {{absl::StrCat(Printable(time.day), "  "), Style::kDim},
                       {ValueWords(first, page), Style::kBold}};
    if (document.source) {
      line.push_back({absl::StrCat("  ", Printable(*document.source)), Style::kDim});
    }
    if (const size_t more = time.claims.size() - 1; more > 0) {
      line.push_back({absl::StrCat(" and ", more, " more"), Style::kDim});
    }
    page.Add(line, "    ");
  }
  if (fact.timeline.size() > kShownTimes) {
    page.Add({{absl::StrCat("and ", fact.timeline.size() - kShownTimes, " more"),
               Style::kDim}},
             "    ");
  }
}

void AddGroup(const FactFinding& fact, const ValueGroup& group, TerminalPage& page) {
  const FactClaim& first = fact.claims[group.witnesses[0]];
  const Claim& claim = first.claim;
  page.AddEmptyLine();
  page.Add(page.Place(claim.doc, claim.span, claim.speaker), "    ");
  page.Add(ToStyled(MarkedContext(page.document(claim.doc).text, claim.context,
                                  claim.span, kContextReach),
                    page.color()),
           "    │ ");
  AddOthers(fact, group, page);
}

}  // namespace

void AddFact(const FactFinding& fact, std::string_view id, TerminalPage& page) {
  const std::vector<ValueGroup> groups = GroupByValue(page.documents(), fact);
  page.AddEmptyLine();
  page.Add(Title(fact, groups, id, page));
  std::string about = Printable(fact.attribute);
  if (!fact.topic.empty()) absl::StrAppend(&about, " · ", Printable(fact.topic));
  absl::StrAppend(&about,
                  absl::StrFormat(" · %s · confidence %.2f",
                                  std::string(Name(fact.severity)), fact.confidence));
  page.Add({{about, Style::kDim}}, "    ");
  AddReasons(fact, page);
  AddTimeline(fact, page);
  for (size_t i = 0; i < groups.size() && i < kShownGroups; ++i) {
    AddGroup(fact, groups[i], page);
  }
  if (groups.size() > kShownGroups) {
    page.AddEmptyLine();
    page.Add({{absl::StrCat("and ", groups.size() - kShownGroups, " more values"),
               Style::kDim}},
             "    ");
  }
}

void AddFactInOneLine(const FactFinding& fact, std::string_view id,
                      TerminalPage& page) {
  const std::vector<ValueGroup> groups = GroupByValue(page.documents(), fact);
  StyledText line = Title(fact, groups, id, page);
  if (!fact.pairs.empty()) {
    line.push_back({"  " + Printable(fact.pairs[0].reason), Style::kDim});
    if (!fact.pairs[0].rule.empty()) {
      line.push_back(
          {absl::StrCat(" (", Printable(fact.pairs[0].rule), ")"), Style::kDim});
    }
  }
  page.Add(line);
}

}  // namespace rashomon
