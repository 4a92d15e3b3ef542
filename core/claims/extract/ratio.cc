// Parts of a whole, in percent: "12 percent", "two-thirds of", "one in five",
// "3 out of 5"; percentage points and basis points are points.

#include <string_view>

#include "core/claims/extract/noun.h"
#include "core/claims/extract/reading.h"

namespace rashomon {
namespace {

// "… of Russian voters" behind the ratio: what it is a part of.
void ReadWhole(const WordsView& words, int i, Reading& reading) {
  const std::string_view first = words.Lower(i);
  for (std::string_view comparison :
       {"higher", "lower", "more", "less", "fewer", "better", "worse", "larger",
        "smaller", "faster", "greater", "cheaper", "above", "below", "up", "down"}) {
    if (first == comparison) return;
  }
  if (first == "of") ++i;
  while (IsDeterminer(words.Lower(i))) ++i;
  std::optional<NounPhrase> noun = ReadNounPhrase(words, i, Count::kMany);
  if (!noun || noun->end - noun->first > 5)
    noun = ReadNounPhrase(words, i, Count::kAny);
  if (!noun) return;
  reading.head = noun->lemma;
  reading.head_class = noun->noun_class;
}

// "one in five", "3 out of 5", "nine of every 10".
bool ReadOutOf(const WordsView& words, Reading& reading) {
  const Number& part = reading.low;
  if (part.vague || part.fraction || reading.high) return false;
  int at = part.end;
  bool out_of = false, over = false;
  if (words.Lower(at) == "in") {
    ++at;
    if (words.Lower(at) == "every") ++at;
  } else if (words.Lower(at) == "out" && words.Lower(at + 1) == "of") {
    at += 2;
    out_of = true;
    if (words.Lower(at) == "every") ++at;
  } else if (words.Lower(at) == "of" && words.Lower(at + 1) == "every") {
    at += 2;
    out_of = true;
  } else if (words.Lower(at) == "over") {
    ++at;  // "1 over 3"
    out_of = true;
    over = true;
  } else {
    return false;
  }
  if (!words.Has(at) || !MayBeginNumber(words[at])) return false;
  const std::optional<Number> whole = ReadNumber(words, at);
  if (!whole || whole->vague || whole->fraction || whole->lo <= part.lo) return false;
  if (UnitBehind(words, whole->end)) return false;
  if (over && words.IsWord(whole->end)) {
    return false;
  }
  if (!out_of &&
      (whole->lo > 1000 || (part.lo != 1 && whole->lo != 10 && whole->lo != 100 &&
                            whole->lo != 1000 && whole->lo > 5))) {
    return false;
  }
  reading.low.lo = reading.low.hi = part.lo / whole->lo;
  reading.value_end = reading.end = whole->end;
  return true;
}

}  // namespace

bool ReadRatio(const WordsView& words, Reading& reading) {
  if (reading.unit && reading.unit->unit->kind == ValueKind::kRatio) {
    reading.kind = ValueKind::kRatio;
    const bool points = reading.unit->unit->dimension != "ratio";
    reading.unit_name = points ? "point" : "%";
    reading.factor = reading.unit->unit->factor;
    reading.span_end = reading.end;
    if (const int rate = RateEnd(words, reading.end); rate > reading.end) {
      reading.span_end = rate;
      reading.role = "rate";
    }
    ReadWhole(words, reading.span_end, reading);
    return true;
  }
  if (reading.unit || reading.currency) return false;
  const bool out_of = ReadOutOf(words, reading);
  if (!out_of && !reading.low.fraction) return false;
  const bool hedged = reading.hedge.first < reading.hedge.end;
  const bool whole = reading.span_first == 0 && reading.end >= words.size();
  if (!out_of && !reading.low.digits && !hedged && !whole) {
    // "half" of what? "half the country", "half of those"; not "the first half".
    const std::string_view next = words.Lower(reading.end);
    const bool half = reading.low.lo == 0.5 && reading.end - reading.low.first == 1;
    if (half && next != "of" && !IsDeterminer(next) && next != "its" && next != "all") {
      return false;
    }
    const std::string_view before = words.Lower(reading.low.first - 1);
    if (half && (before == "first" || before == "second" || before == "other" ||
                 before == "this" || before == "better" || before == "and" ||
                 before == "one" || words.IsHyphen(reading.low.first - 1))) {
      return false;
    }
  }
  reading.kind = ValueKind::kRatio;
  reading.unit_name = "%";
  reading.factor = 100;
  reading.span_end = reading.end;
  const int of = reading.end;
  if (words.Lower(of) == "of" || out_of || IsDeterminer(words.Lower(of))) {
    ReadWhole(words, of, reading);
  }
  return true;
}

}  // namespace rashomon
