#include "core/claims/extract/range.h"

#include "core/claims/extract/change.h"
#include "core/claims/extract/no_claim.h"

namespace rashomon {
namespace {

// The number at `i`, or behind a hedge or currency that begins there.
std::optional<Number> OtherEnd(const WordsView& words, int i,
                               std::optional<UnitMatch>* currency) {
  for (int at = i; at < i + 4 && words.Has(at); ++at) {
    if (!MayBeginNumber(words[at])) continue;
    const std::optional<Number> number = ReadNumber(words, at);
    if (!number) return std::nullopt;
    int first = number->first;
    *currency = CurrencyBefore(words, first);
    if (*currency) first = (*currency)->first;
    first = HedgeBefore(words, first).first;
    return first <= i ? number : std::nullopt;
  }
  return std::nullopt;
}

// Where "to" stands behind "from 20 miles in 2008"; -1 if nowhere near.
int FindTo(const WordsView& words, int i) {
  for (int at = i; at < i + 4 && (words.IsWord(at) || words.IsNumber(at)); ++at) {
    if (words.Lower(at) == "to") return at;
  }
  return -1;
}

}  // namespace

void ReadRange(const WordsView& words, Reading& reading) {
  Number& low = reading.low;
  if (low.vague || low.ordinal) return;
  int opening = reading.currency ? reading.currency->first : low.first;
  opening = HedgeBefore(words, opening).first - 1;
  const bool from = words.Lower(opening) == "from";
  const bool between = words.Lower(opening) == "between";
  int at = reading.unit ? reading.unit->end : low.end;
  bool to = false, alternative = false;
  if (words.IsDash(at)) {
    // "10-15" and "10 - 15", but not "35 miles - from".
    if (words.Touches(at) != words.Touches(at + 1) && !words.IsDash(at)) return;
    ++at;
  } else if (words.Lower(at) == "to") {
    to = true;
    ++at;
    if (words.IsHyphen(at)) ++at;
  } else if (between && words.Lower(at) == "and") {
    ++at;
  } else if (words.Lower(at) == "or" && !from) {
    alternative = true;
    ++at;
  } else if (from) {
    at = FindTo(words, at);
    if (at < 0) return;
    to = true;
    ++at;
  } else {
    return;
  }
  std::optional<UnitMatch> currency;
  std::optional<Number> high = OtherEnd(words, at, &currency);
  if (!high || high->vague || high->ordinal || high->fraction != low.fraction) return;
  const std::optional<UnitMatch> unit = UnitBehind(words, high->end);

  const bool moves =
      from && to &&
      ChangeBefore(words, opening + 1, ValueKind::kRatio) != Change::kNone;
  // Both ends measure the same: a unit at the near end must stand at the far one,
  // unless a verb moves the value: "climbed from 21 mpg to 23".
  if (reading.unit && unit && unit->unit != reading.unit->unit) return;
  if (reading.unit && !unit && !moves) return;
  if (reading.currency && unit && unit->unit->kind != ValueKind::kMoney) return;
  if (reading.currency && currency && currency->unit != reading.currency->unit) return;
  if (!reading.currency && currency && reading.unit) return;
  if (LooksLikeYear(low) && LooksLikeYear(*high) && !unit && !currency && !to) return;
  // "in 2018 to 3.9 million": a year and the next figure.
  if (LooksLikeYear(low) && !LooksLikeYear(*high)) {
    const std::string_view before = words.Lower(low.first - 1);
    if (before == "in" || before == "since" || before == "by" || before == "of") return;
  }
  // "fell 5 percent to 3 percent" moves by the one and to the other.
  if (to && reading.unit && !from &&
      ChangeBefore(words, opening + 1, reading.unit->unit->kind) != Change::kNone) {
    return;
  }
  // "rose by $300 to $2,800" and "rose $300 to $2,800" move so too; "dropped by 1
  // to 1.5 degrees" by a range.
  const bool by = words.Lower(opening) == "by";
  if (to && by && (reading.currency || high->lo >= 3 * low.lo)) return;
  if (to && !from && reading.currency &&
      ChangeBefore(words, opening + 1, ValueKind::kMoney) != Change::kNone) {
    return;
  }
  double shared = 1;
  if (low.scale == 1 && high->scale > 1 && low.lo < 1000 &&
      low.lo < high->lo / high->scale) {
    shared = high->scale;
  }
  const double low_value = low.lo * shared;
  if (alternative && (high->lo <= low_value || high->lo > low_value * 2)) return;
  if (alternative && !low.digits && high->digits != low.digits) return;
  const bool falls = low_value > high->lo;
  if ((falls && !from) || low_value == high->lo) return;

  low.lo = low.hi = low_value;
  reading.high = high;
  reading.moved = from && to && (falls || moves);
  if (unit) reading.unit = unit;
  if (currency) {
    if (!reading.currency) reading.currency = currency;
  }
  reading.value_end = high->end;
  reading.end = unit ? unit->end : high->end;
}

}  // namespace rashomon
