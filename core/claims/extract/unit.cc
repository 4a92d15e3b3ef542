#include "core/claims/extract/unit.h"

#include <cstdlib>
#include <deque>
#include <string>

#include "core/claims/extract/phrase_table.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view currencies();
std::string_view units();
}  // namespace data

namespace {

using Letters = PhraseTable::Letters;
using Reading = PhraseTable::Reading;

struct Units {
  std::deque<Unit> units;
  WordTable<const Unit*> by_name;
  PhraseTable words{Letters::kFolded, Reading::kForward};
  PhraseTable symbols{Letters::kAsWritten, Reading::kForward};
  PhraseTable glued{Letters::kAsWritten, Reading::kForward};
  PhraseTable before{Letters::kAsWritten, Reading::kBackward};
};

void AddForms(std::string_view forms, int unit, PhraseTable& table) {
  while (!forms.empty()) {
    const size_t end = std::min(forms.find('|'), forms.size());
    table.Add(forms.substr(0, end), unit);
    forms.remove_prefix(std::min(end + 1, forms.size()));
  }
}

double ToDouble(std::string_view s) {
  return std::strtod(std::string(s).c_str(), nullptr);
}

ValueKind KindOf(std::string_view dimension) {
  if (dimension.substr(0, 5) == "ratio") return ValueKind::kRatio;
  return dimension == "duration" ? ValueKind::kDuration : ValueKind::kMeasure;
}

const Units& AllUnits() {
  static const Units* const units = [] {
    auto* result = new Units;
    const auto column = [](const std::vector<std::string_view>& row, size_t i) {
      return i < row.size() ? row[i] : std::string_view();
    };
    for (const auto& row : LexiconRows(data::units())) {
      const int index = static_cast<int>(result->units.size());
      result->units.push_back({KindOf(column(row, 1)), row[0], column(row, 1),
                               column(row, 2), ToDouble(column(row, 3)),
                               ToDouble(column(row, 4))});
      AddForms(column(row, 5), index, result->words);
      AddForms(column(row, 6), index, result->symbols);
      AddForms(column(row, 7), index, result->glued);
    }
    for (const auto& row : LexiconRows(data::currencies())) {
      const int index = static_cast<int>(result->units.size());
      result->units.push_back(
          {ValueKind::kMoney, row[0], "money", row[0], ToDouble(column(row, 1)), 0});
      AddForms(column(row, 2), index, result->words);
      AddForms(column(row, 3), index, result->before);
      AddForms(column(row, 4), index, result->symbols);
    }
    for (const Unit& unit : result->units) result->by_name.Add(unit.name, &unit);
    return result;
  }();
  return *units;
}

UnitMatch ToMatch(const PhraseTable::Match& match) {
  return {&AllUnits().units[static_cast<size_t>(match.payload)], match.first,
          match.end};
}

}  // namespace

const Unit* FindUnit(std::string_view name) { return AllUnits().by_name.Get(name); }

bool IsSmallKelvin(const WordsView& words, int i) {
  constexpr int kNear = 8;  // words
  if (words.Raw(i) != "k") return false;
  for (int at = i - kNear; at <= i + kNear; ++at) {
    for (std::string_view cue :
         {"temperature", "temperatures", "transition", "melting", "boiling", "freezing",
          "cooled", "heated", "superconducting", "superconductor", "superconductors",
          "celsius", "kelvin"}) {
      if (words.Lower(at) == cue) return true;
    }
  }
  return false;
}

std::optional<UnitMatch> UnitBehind(const WordsView& words, int i) {
  const bool joint = words.IsJoint(i);
  const int at = joint ? i + 1 : i;
  if (!words.Has(at)) return std::nullopt;
  if (IsSmallKelvin(words, at)) return UnitMatch{FindUnit("K"), at, at + 1};
  const Units& units = AllUnits();
  std::optional<PhraseTable::Match> match = units.words.Find(words, at);
  const auto take_longer = [&](const std::optional<PhraseTable::Match>& other) {
    if (other && (!match || other->end > match->end)) match = other;
  };
  take_longer(units.symbols.Find(words, at));
  if (words.Touches(at)) take_longer(units.glued.Find(words, at));
  if (!match) return std::nullopt;
  return ToMatch(*match);
}

std::optional<UnitMatch> CurrencyBefore(const WordsView& words, int i) {
  int at = i - 1;
  if (words.IsJoint(at)) --at;  // US-$5
  const std::optional<PhraseTable::Match> match = AllUnits().before.Find(words, at);
  if (!match) return std::nullopt;
  const bool word = words.IsWord(match->first);
  if (word && match->end - match->first == 1) {
    // A code: R50 and RM79 touch their digits, "Rs 500" and "USD 5m" need not.
    const bool short_code =
        words.Lower(match->first).size() < 3 && words.Raw(match->first) != "Rs";
    if (short_code && !words.Touches(i)) return std::nullopt;
    if (words.Touches(match->first) &&
        (!words.IsPunct(match->first - 1) || words.IsHyphen(match->first - 1))) {
      return std::nullopt;
    }
  } else if (word && words.Raw(match->first).size() == 1 &&
             !words.Touches(match->first + 1) && words.Raw(match->first) != "c") {
    // "A $5 fine": an article and a dollar.
    return UnitMatch{FindUnit("USD"), match->first + 1, match->end};
  }
  return ToMatch(*match);
}

}  // namespace rashomon
