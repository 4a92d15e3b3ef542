// Counts: "23 members of the security forces", "14-member delegation", "killed
// 10", "a deployment of 14,000", "dozens of people"; and ordinals in digits.

#include <string_view>

#include "core/base/strings.h"
#include "core/claims/extract/change.h"
#include "core/claims/extract/noun.h"
#include "core/claims/extract/reading.h"

namespace rashomon {
namespace {

void SetNoun(const NounPhrase& noun, Reading& reading) {
  reading.head = noun.lemma;
  reading.head_class = noun.noun_class;
  reading.span_end = noun.end;
}

void SetPeople(Reading& reading) {
  reading.head = "person";
  reading.head_class = "person";
}

// "14-member Taliban delegation", "five-man team", "23,000-strong mission": the
// group counts its people; "30-page report": the pages are counted.
bool ReadCompound(const WordsView& words, Reading& reading) {
  const int joint =
      words.IsJoint(reading.end) ? reading.end : ElidedJoint(words, reading.end);
  if (joint < 0 || !words.IsWord(joint + 1)) return false;
  const int compound = joint + 1;
  const std::string_view joined = words.Lower(compound);
  if (IsAny(joined, {"and", "to", "or", "in", "time", "way", "sided", "off", "fold",
                     "plus", "odd"})) {
    return false;
  }
  const bool people =
      IsAny(joined, {"member", "man", "woman", "person", "strong", "people", "nation",
                     "country", "party", "seat", "state"});
  reading.head = Singular(joined);
  reading.head_class = NounClass(joined);
  if (joint != reading.end) return true;
  reading.span_end = compound + 1;
  const auto noun = ReadNounPhrase(words, compound + 1, Count::kAny);
  if (!noun || noun->end - noun->first > 4) return true;
  reading.span_end = noun->end;
  if (people) SetNoun(*noun, reading);
  return true;
}

// Where the noun phrase begins behind "90,000 of the", "two of his".
int SkipOf(const WordsView& words, int i) {
  if (words.Lower(i) != "of") return i;
  ++i;
  // "seven of them children"
  if (IsAny(words.Lower(i), {"them", "whom", "those", "which"})) return i + 1;
  while (IsDeterminer(words.Lower(i))) ++i;
  return i;
}

// "killed 10", "10 were killed".
bool ReadToll(const WordsView& words, Reading& reading) {
  if (IsTollVerb(words.Lower(reading.hedge.first - 1))) {
    reading.span_first = reading.hedge.first - 1;
    SetPeople(reading);
    return true;
  }
  const int behind = HedgeBehind(words, reading.end).end;
  int at = behind;
  while (IsAny(words.Lower(at), {"were", "was", "are", "have", "had", "been", "have",
                                 "others", "more", "reportedly", "being", "people"})) {
    ++at;
  }
  if (at - behind > 4) return false;
  if (!IsTollVerb(words.Lower(at)) &&
      !IsAny(words.Lower(at), {"died", "dead", "missing"})) {
    return false;
  }
  SetPeople(reading);
  if (at == behind) reading.span_end = at + 1;
  return true;
}

// "a deployment of 14,000", "the toll rose to 58".
bool ReadNounBefore(const WordsView& words, Reading& reading) {
  int at = reading.hedge.first - 1;
  if (words.Lower(at) != "of") return false;
  --at;
  const std::string_view noun = words.Lower(at);
  if (!words.IsWord(at) || EndsNounPhrase(noun) || noun == "because" || noun == "group")
    return false;
  reading.head = Singular(noun);
  reading.head_class = NounClass(noun);
  reading.span_first = at;
  return true;
}

// "15.3 ppg", "14 gauge needle": figures before a noun that is not in plural, and
// that measures in a way the lexicon does not know.
bool ReadUnknownUnit(const WordsView& words, int i, Reading& reading) {
  if (!reading.low.digits || reading.high || words.IsCapital(i) || !words.IsWord(i)) {
    return false;
  }
  if (words.Lower(i - 1) == "of") return false;
  const std::string_view link = words.Lower(reading.hedge.first - 1);
  if (link == "to" || link == "at") return false;  // a figure that was reached
  const std::string_view word = words.Lower(i);
  for (std::string_view end : {"ly", "ed", "ing", "er"}) {
    if (word.size() > 3 && word.substr(word.size() - end.size()) == end) return false;
  }
  const auto noun = ReadNounPhrase(words, i, Count::kAny);
  if (!noun || noun->end - noun->first > 3) return false;
  SetNoun(*noun, reading);
  return true;
}

// "18 of the 31 lorries": what is counted stands behind its whole, which is a claim
// of its own.
bool ReadPartOfCount(const WordsView& words, int i, Reading& reading) {
  if (words.Lower(reading.end) != "of" || !words.Has(i) || !MayBeginNumber(words[i])) {
    return false;
  }
  const std::optional<Number> whole = ReadNumber(words, i);
  if (!whole || whole->vague || whole->fraction || whole->ordinal ||
      whole->lo <= reading.low.hi) {
    return false;
  }
  const auto noun = ReadNounPhrase(words, whole->end, Count::kMany);
  if (!noun || noun->end - noun->first > 4) return false;
  SetNoun(*noun, reading);
  reading.resume = i;
  return true;
}

// Whether the number is all that the sentence says.
bool IsWholeText(const WordsView& words, const Reading& reading) {
  return reading.value_first == 0 &&
         (reading.end == words.size() ||
          (reading.end + 1 == words.size() && words.IsPunct(reading.end)));
}

}  // namespace

bool ReadOrdinal(const WordsView& words, Reading& reading) {
  if (!reading.low.ordinal) return false;
  const auto noun = ReadNounPhrase(words, reading.end, Count::kAny);
  if (!noun || noun->end - noun->first > 3) return false;
  if (IsAny(noun->lemma, {"century", "street", "avenue", "floor"})) return false;
  SetNoun(*noun, reading);
  reading.kind = ValueKind::kNumber;
  reading.unit_name = "ordinal";
  return true;
}

bool ReadCount(const WordsView& words, Reading& reading) {
  const Number& low = reading.low;
  if (low.ordinal || low.fraction) return false;
  reading.kind = ValueKind::kNumber;
  reading.span_end = reading.end;
  if (ReadCompound(words, reading)) return true;
  const bool one = low.lo == 1 && low.hi == 1 && !reading.high;
  int at = HedgeBehind(words, reading.end).end;
  at = SkipOf(words, at);
  std::optional<NounPhrase> noun =
      ReadNounPhrase(words, at, one ? Count::kOne : Count::kMany);
  if (noun) {
    ExtendPartitive(words, *noun);
    // "several people", but not "several things": too vague to be worth a claim.
    if (low.small &&
        (noun->noun_class.empty() ||
         IsAny(noun->noun_class, {"time", "thing", "meeting", "animal", "money", "law",
                                  "party", "place", "job", "case"}))) {
      return false;
    }
    SetNoun(*noun, reading);
    if (IsTollVerb(words.Lower(reading.hedge.first - 1))) {
      reading.span_first = reading.hedge.first - 1;
    }
    if (const int rate = RateEnd(words, reading.span_end); rate > reading.span_end) {
      reading.span_end = rate;
      reading.role = "rate";
    }
    return true;
  }
  if (!low.vague && ReadPartOfCount(words, at, reading)) return true;
  if (low.small || (one && !low.digits && !reading.negative)) return false;
  if (ReadToll(words, reading)) return true;
  if (ReadNounBefore(words, reading)) return true;
  if (ReadUnknownUnit(words, at, reading)) return true;
  // A bare number says something only where it is written as a figure.
  if (low.vague) {
    // "dozens more were hurt": people, where nothing else is said.
    if (!IsAny(words.Lower(reading.end), {"more", "others"})) return false;
    SetPeople(reading);
    return true;
  }
  // "the 737" names a thing.
  if (low.plain && words.Lower(reading.value_first - 1) == "the") return false;
  const bool hedged = reading.hedge.first < reading.hedge.end;
  return low.digits || hedged || reading.high || low.scale > 1 || reading.negative ||
         low.end - low.first > 1 || IsWholeText(words, reading);
}

}  // namespace rashomon
