#include "core/claims/extract/hedge.h"

#include <optional>
#include <string_view>

#include "core/claims/extract/phrase_table.h"
#include "core/claims/lexicon.h"

namespace rashomon {
namespace data {
std::string_view hedges();
}  // namespace data

namespace {

struct Hedges {
  PhraseTable before{PhraseTable::Letters::kFolded, PhraseTable::Reading::kBackward};
  PhraseTable behind{PhraseTable::Letters::kFolded, PhraseTable::Reading::kForward};
};

Qualifier QualifierNamed(std::string_view name) {
  if (name == "about") return Qualifier::kAbout;
  if (name == "nearly") return Qualifier::kNearly;
  if (name == "more_than") return Qualifier::kMoreThan;
  if (name == "at_least") return Qualifier::kAtLeast;
  if (name == "less_than") return Qualifier::kLessThan;
  return Qualifier::kUpTo;
}

const Hedges& AllHedges() {
  static const Hedges* const hedges = [] {
    auto* result = new Hedges;
    for (const auto& row : LexiconRows(data::hedges())) {
      if (row.size() < 3) continue;
      PhraseTable& table = row[1] == "before" ? result->before : result->behind;
      table.Add(row[0], static_cast<int>(QualifierNamed(row[2])));
    }
    return result;
  }();
  return *hedges;
}

Hedge ToHedge(const std::optional<PhraseTable::Match>& match, int i) {
  if (!match) return {Qualifier::kExact, i, i};
  return {static_cast<Qualifier>(match->payload), match->first, match->end};
}

}  // namespace

Hedge HedgeBefore(const WordsView& words, int i) {
  const int at = words.IsJoint(i - 1) ? i - 2 : i - 1;
  Hedge hedge = ToHedge(AllHedges().before.Find(words, at), i);
  const std::string_view last = words.Lower(hedge.end - 1);
  if (hedge.first == i) return hedge;
  // "sub" bounds only what it is joined to; other hedges are words of their own.
  if ((last == "sub") != words.IsJoint(i - 1)) return {Qualifier::kExact, i, i};
  hedge.end = i;
  // "at least some 300", "up to about 50": the outer hedge is what is said.
  const Hedge outer =
      ToHedge(AllHedges().before.Find(words, hedge.first - 1), hedge.first);
  if (outer.first < hedge.first) return {outer.qualifier, outer.first, i};
  return hedge;
}

Hedge HedgeBehind(const WordsView& words, int i) {
  const int at = words.IsJoint(i) ? i + 1 : i;
  Hedge hedge = ToHedge(AllHedges().behind.Find(words, at), i);
  if (hedge.end == i) return hedge;
  const std::string_view first = words.Lower(hedge.first);
  // "500-plus", "60-odd" and "500+" touch their number.
  if ((first == "plus" || first == "odd") && at == i) return {Qualifier::kExact, i, i};
  if (first == "+" && !words.Touches(hedge.first)) return {Qualifier::kExact, i, i};
  hedge.first = i;
  return hedge;
}

}  // namespace rashomon
