// Units: what the number before or behind them measures.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_UNIT_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_UNIT_H_

#include <optional>
#include <string_view>

#include "core/claims/extract/words_view.h"
#include "rashomon/claims.h"

namespace rashomon {

// A unit as core/claims/data/units.tsv or currencies.tsv has it.
struct Unit {
  ValueKind kind = ValueKind::kMeasure;
  std::string_view name;       // "km", "year", "%", "point", "USD"
  std::string_view dimension;  // "length", "duration", "money" …
  std::string_view base;       // the unit of the dimension that factors lead to
  double factor = 1;           // value in `base` = value * factor + offset
  double offset = 0;
};

struct UnitMatch {
  const Unit* unit = nullptr;
  int first = 0;  // words [first, end)
  int end = 0;
};

// Returns the unit called `name` ("km", "year", "USD"); null if there is none.
const Unit* FindUnit(std::string_view name);

// Returns the unit behind a number that ends before word `i`; a hyphen may join
// them ("400-meter"). Symbols of one letter must touch the number.
std::optional<UnitMatch> UnitBehind(const WordsView& words, int i);

// True where the "k" at word `i` stands for kelvins, as texts without capitals write
// it: a few words away something is a temperature.
bool IsSmallKelvin(const WordsView& words, int i);

// Returns the currency in front of the number that begins with word `i`.
std::optional<UnitMatch> CurrencyBefore(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_UNIT_H_
