// Measures, durations and ages: "35 miles", "a 10-year war", "two hours of
// talks", "nearly two decades", "a 30-year-old man".

#include <string_view>

#include "core/base/strings.h"
#include "core/claims/extract/noun.h"
#include "core/claims/extract/reading.h"

namespace rashomon {
namespace {

void SetHead(const NounPhrase& noun, Reading& reading) {
  reading.head = noun.lemma;
  reading.head_class = noun.noun_class;
}

// The periods that are kept in years, months, weeks or seconds.
void SetDuration(const Unit& unit, Reading& reading) {
  reading.kind = ValueKind::kDuration;
  reading.unit_name = unit.name;
  if (unit.name == "decade" || unit.name == "century") {
    // A decade of war is nine to eleven years: round by itself.
    reading.unit_name = "year";
    reading.factor = unit.name == "decade" ? 10 : 100;
    reading.slack = 0.1;
  } else if (unit.name == "fortnight") {
    reading.unit_name = "week";
    reading.factor = 2;
  } else if (unit.name == "quarter") {
    reading.unit_name = "month";
    reading.factor = 3;
  } else if (unit.name == "millisecond") {
    reading.unit_name = "second";
    reading.factor = 0.001;
  }
}

// What lasts so long or measures so much: "10-year war", "decade of war".
void ReadMeasured(const WordsView& words, bool joint, Reading& reading) {
  int at = reading.span_end;
  if (words.Lower(at) == "of") {
    ++at;
    while (IsDeterminer(words.Lower(at))) ++at;
    const auto noun = ReadNounPhrase(words, at, Count::kAny);
    if (!noun || noun->end - noun->first > 4) return;
    SetHead(*noun, reading);
    if (reading.kind == ValueKind::kDuration) reading.span_end = noun->end;
    return;
  }
  if (!joint) {
    if (words.Lower(at) == "in" &&
        IsAny(words.Lower(at + 1), {"prison", "jail", "custody"})) {
      reading.head = "prison";
      reading.span_end = at + 2;
    } else if (IsAny(words.Lower(at), {"long", "tall", "high", "wide", "deep"})) {
      reading.head = words.Lower(at);
    }
    return;
  }
  if (words.IsJoint(at)) {
    ++at;
    if (IsAny(words.Lower(at),
              {"long", "high", "tall", "wide", "deep", "thick", "a"})) {
      reading.span_end = ++at;
    }
  }
  const auto noun = ReadNounPhrase(words, at, Count::kAny);
  if (!noun || noun->end - noun->first > 4) return;
  SetHead(*noun, reading);
  reading.span_end = noun->end;
  if (words.Lower(noun->end) == "of" && reading.kind == ValueKind::kDuration) {
    // "nine-year war of occupation"
    const auto of = ReadNounPhrase(words, noun->end + 1, Count::kAny);
    if (of && of->end - of->first == 1) reading.span_end = of->end;
  }
}

bool IsPlainAge(const Reading& reading) {
  return !reading.currency && !reading.unit && !reading.low.vague &&
         !reading.low.fraction && !reading.low.ordinal && reading.low.lo > 0 &&
         reading.low.hi <= 120;
}

// "magnitude 6.5", "a magnitude-6.5 quake", "a magnitude of 6.5"
bool ReadMagnitude(const WordsView& words, Reading& reading) {
  int before = reading.hedge.first - 1;
  const bool joint = words.IsJoint(before);
  if (joint || words.Lower(before) == "of") --before;
  if (words.Lower(before) != "magnitude" || reading.low.vague || reading.low.hi > 12) {
    return false;
  }
  reading.kind = ValueKind::kMeasure;
  reading.unit_name = "magnitude";
  reading.span_first = before;
  reading.span_end = reading.end;
  const auto noun = ReadNounPhrase(words, reading.end, Count::kAny);
  if (noun && noun->end - noun->first <= 2 && !noun->noun_class.empty()) {
    SetHead(*noun, reading);
    reading.span_end = noun->end;
  }
  return true;
}

void SetAge(std::string_view unit, int end, Reading& reading) {
  reading.kind = ValueKind::kDuration;
  reading.unit_name = unit;
  reading.head = "age";
  reading.head_class = "age";
  reading.span_end = end;
}

bool IsOnePerson(const WordsView& words, int i) {
  const std::string_view noun = words.Lower(i);
  return NounClass(noun) == "person" && noun == Singular(noun);
}

}  // namespace

bool ReadAge(const WordsView& words, Reading& reading) {
  if (reading.unit && reading.unit->unit->dimension == "duration") {
    int at = reading.unit->end;
    if (words.IsJoint(at)) ++at;
    if (IsAny(words.Lower(at), {"old", "olds"})) {
      SetAge(reading.unit->unit->name, at + 1, reading);
      const auto noun = ReadNounPhrase(words, at + 1, Count::kAny);
      if (noun && noun->end - noun->first <= 3 && !noun->noun_class.empty()) {
        reading.span_end = noun->end;
      }
      return true;
    }
    if (words.Lower(at) == "of" && words.Lower(at + 1) == "age") {
      SetAge(reading.unit->unit->name, at + 2, reading);
      return true;
    }
  }
  if (!IsPlainAge(reading)) return false;
  const int before = reading.hedge.first - 1;
  const std::string_view word = words.Lower(before);
  if (IsAny(word, {"aged", "age", "ages"})) {
    SetAge("year", reading.end, reading);
    reading.span_first = before;
    return true;
  }
  if (word == "of" && words.Lower(before - 1) == "age") {
    SetAge("year", reading.end, reading);
    reading.span_first = before - 1;
    return true;
  }
  // "women 65 and older"
  const Hedge behind = HedgeBehind(words, reading.end);
  if (IsAny(words.Lower(behind.end - 1), {"older", "younger"}) &&
      behind.end > behind.first) {
    SetAge("year", behind.end, reading);
    return true;
  }
  // "Anna Weber, 65, said"; "her son, 12, fled"
  if (word == "," && words.IsWord(before - 1) &&
      (words.IsCapital(before - 1) || IsOnePerson(words, before - 1)) &&
      words.Lower(reading.end) == "," && reading.low.plain && reading.low.lo >= 5 &&
      reading.low.lo <= 110 && !reading.high) {
    SetAge("year", reading.end, reading);
    return true;
  }
  return false;
}

bool ReadMeasure(const WordsView& words, Reading& reading) {
  if (!reading.unit && !reading.currency) return ReadMagnitude(words, reading);
  if (!reading.unit) return false;
  const Unit& unit = *reading.unit->unit;
  if (unit.kind != ValueKind::kMeasure && unit.kind != ValueKind::kDuration)
    return false;
  if (reading.low.small && reading.low.hi < 10) return false;  // "a few minutes"
  // "two-hour meeting", and "two hour meeting" by a unit that is not in plural.
  const std::string_view unit_word = words.Lower(reading.unit->end - 1);
  const bool adjective = reading.low.lo > 1 && unit_word.size() > 3 &&
                         unit_word.back() != 's' && unit_word == unit.name;
  const bool joint = words.IsHyphen(reading.unit->first - 1) || adjective;
  reading.span_end = reading.end;
  if (unit.kind == ValueKind::kDuration) {
    SetDuration(unit, reading);
  } else {
    reading.kind = ValueKind::kMeasure;
    reading.unit_name = unit.name;
  }
  if (const int rate = RateEnd(words, reading.end); rate > reading.end && !joint) {
    reading.role = "rate";
    reading.head = Singular(words.Lower(rate - 1));
    reading.span_end = rate;
    return true;
  }
  ReadMeasured(words, joint, reading);
  return true;
}

int ElidedJoint(const WordsView& words, int i) {
  if (!words.IsHyphen(i) || !words.Touches(i)) return -1;
  if (words.Touches(i + 1) && words.Lower(i + 1) != ",") return -1;
  for (int at = i + 1; at < i + 8 && words.Has(at); ++at) {
    if (words.IsJoint(at)) return MayBeginNumber(words[at - 1]) ? at : -1;
    const bool link = IsAny(words.Lower(at), {",", "and", "or", "to", "-"});
    if (!link && !MayBeginNumber(words[at])) return -1;
  }
  return -1;
}

int RateEnd(const WordsView& words, int i) {
  const std::string_view s = words.Lower(i);
  if (s == "per" || s == "each" || s == "every") {
    if (!words.IsWord(i + 1)) return i;
    if (s == "per") {
      const std::optional<UnitMatch> unit = UnitBehind(words, i + 1);
      return unit ? unit->end : i + 2;
    }
    return IsAny(words.Lower(i + 1), {"year", "month", "week", "day", "hour", "minute"})
               ? i + 2
               : i;
  }
  const bool joint =
      words.IsJoint(i) && words.Lower(i + 1) == "a" && words.IsJoint(i + 2);
  if (joint) return i + 4;
  if (s != "a" && s != "an" && !(s == "/" && words.Touches(i))) return i;
  // "210,643 contracts a week earlier" is no rate.
  if (IsAny(words.Lower(i + 2), {"earlier", "later", "ago", "before", "after"}))
    return i;
  return IsAny(words.Lower(i + 1),
               {"year",   "month",  "week",  "day",      "night",  "hour",
                "minute", "second", "share", "barrel",   "ton",    "tonne",
                "gallon", "litre",  "liter", "head",     "person", "piece",
                "pound",  "ounce",  "kilo",  "kilogram", "bushel", "bottle",
                "ticket", "unit",   "mile",  "dozen",    "acre",   "kg"})
             ? i + 2
             : i;
}

}  // namespace rashomon
