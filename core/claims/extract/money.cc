// Money: "$1 trillion", "5 million euros", "34 billion dlrs", "12-cent", with the
// unit as ISO 4217 and the value in the main unit of the currency.

#include <string_view>

#include "core/claims/extract/noun.h"
#include "core/claims/extract/reading.h"

namespace rashomon {
namespace {

// "thirteen dollars and forty-five cents": the cents of the same currency.
void ReadCents(const WordsView& words, Reading& reading) {
  if (reading.factor < 1 || reading.high || words.Lower(reading.end) != "and") return;
  const int at = reading.end + 1;
  if (!words.Has(at) || !MayBeginNumber(words[at])) return;
  const std::optional<Number> cents = ReadNumber(words, at);
  if (!cents || cents->vague) return;
  const std::optional<UnitMatch> unit = UnitBehind(words, cents->end);
  if (!unit || unit->unit->name != reading.unit_name || unit->unit->factor >= 1) return;
  reading.low.lo += cents->lo * unit->unit->factor;
  reading.low.hi += cents->hi * unit->unit->factor;
  reading.value_end = cents->end;
  reading.end = unit->end;
}

}  // namespace

bool ReadMoney(const WordsView& words, Reading& reading) {
  const UnitMatch* match = nullptr;
  if (reading.currency) {
    match = &*reading.currency;
  } else if (reading.unit && reading.unit->unit->kind == ValueKind::kMoney) {
    match = &*reading.unit;
  }
  if (match == nullptr) return false;
  reading.kind = ValueKind::kMoney;
  reading.unit_name = match->unit->name;
  reading.factor = match->unit->factor;
  ReadCents(words, reading);
  reading.span_end = reading.end;
  if (reading.currency) {
    if (reading.unit && reading.unit->unit->kind != ValueKind::kMoney) {
      reading.span_end = reading.value_end;  // "$10 million 5-year bond"
    } else if (const std::string_view next = words.Raw(reading.end);
               next == "US" || next == "U.S." || next == "Cdn") {
      reading.span_end = reading.end + 1;  // "$75 U.S."
    }
  }
  if (const int rate = RateEnd(words, reading.span_end); rate > reading.span_end) {
    reading.role = "rate";
    reading.head = Singular(words.Lower(rate - 1));
    reading.span_end = rate;
    return true;
  }
  // "$300 million contract": what the money is for, where the lexicon knows it.
  int at = reading.span_end;
  if (words.IsJoint(at)) ++at;
  if (const auto noun = ReadNounPhrase(words, at, Count::kAny);
      noun && !noun->noun_class.empty() && noun->end - noun->first <= 3) {
    reading.head = noun->lemma;
    reading.head_class = noun->noun_class;
  }
  return true;
}

}  // namespace rashomon
