// Quantities: one pass over a sentence's words. A word that can begin a number
// (one test of a bit set) starts a reading: the number, its hedge, currency,
// unit and other end; then the kinds are asked in turn what it says. Everything
// else is passed over, so that the cost is the gate.

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>

#include "core/base/strings.h"
#include "core/claims/extract/change.h"
#include "core/claims/extract/extractors.h"
#include "core/claims/extract/no_claim.h"
#include "core/claims/extract/noun.h"
#include "core/claims/extract/range.h"
#include "core/claims/extract/reading.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxSpanBytes = 120;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Whether something is weighed near by: what tells pounds from pounds.
bool SaysWeight(const WordsView& words, int unit_end) {
  if (words.Lower(unit_end) == "of") return true;
  for (int i = unit_end - 12; i < unit_end + 8; ++i) {
    const std::string_view s = words.Lower(i);
    if (s.substr(0, 5) == "weigh" || s == "heavier" || s == "heavy" || s == "lb")
      return true;
  }
  return false;
}

// The unit behind `number`, its own or that of the number it is listed with.
std::optional<UnitMatch> UnitAt(const WordsView& words, const Number& number) {
  std::optional<UnitMatch> unit = UnitBehind(words, number.end);
  if (!unit && number.vague && words.Lower(number.end) == "of") {
    return UnitBehind(words, number.end + 1);  // "billions of dollars"
  }
  if (!unit && number.fraction && !number.digits) {
    // "half a century", "a quarter of a mile"
    const int at = number.end + (words.Lower(number.end) == "of" ? 1 : 0);
    const std::string_view article = words.Lower(at);
    if (article == "a" || article == "an") return UnitBehind(words, at + 1);
  }
  if (!unit) {
    const int joint = ElidedJoint(words, number.end);
    if (joint < 0) return unit;
    unit = UnitBehind(words, joint);
    if (unit) unit = UnitMatch{unit->unit, number.end + 1, number.end + 1};
    return unit;
  }
  if (unit->unit->name == "KRW" && number.lo < 1000) return std::nullopt;  // "3 won"
  if (unit->unit->name == "GBP" && words.Lower(unit->end - 1).substr(0, 5) == "pound" &&
      (words.IsHyphen(unit->first - 1) || SaysWeight(words, unit->end))) {
    unit->unit = FindUnit("lb");
  }
  return unit;
}

// Reads what stands around `number`.
Reading ReadAround(const WordsView& words, const Number& number) {
  Reading reading;
  reading.low = number;
  reading.value_first = number.first;
  reading.value_end = reading.end = number.end;
  int first = number.first;
  const std::string_view sign = words.Lower(first - 1);
  const bool sign_touches = words.Touches(first) && !words.Touches(first - 1);
  if (number.digits && sign_touches && (sign == "-" || sign == "−")) {
    reading.negative = true;
    --first;
  } else if (number.digits && sign_touches && sign == "+") {
    reading.signed_up = true;
    --first;
  } else if (sign == "minus" || sign == "negative") {
    reading.negative = true;
    --first;
  }
  reading.value_first = first;
  reading.currency = CurrencyBefore(words, first);
  if (!number.ordinal) reading.unit = UnitAt(words, number);
  ReadRange(words, reading);
  if (!reading.high && reading.unit) reading.end = reading.unit->end;
  reading.span_first =
      reading.currency ? std::min(reading.currency->first, first) : first;
  reading.hedge = HedgeBefore(words, reading.span_first);
  reading.span_first = reading.hedge.first;
  reading.span_end = reading.end;
  return reading;
}

// "three days after", "five years ago": a date, which ExtractDates reads.
bool IsPointInTime(const WordsView& words, const Reading& reading) {
  if (!reading.unit || reading.unit->unit->dimension != "duration") return false;
  const std::string_view next = words.Lower(reading.end);
  if (next == "from" && words.Lower(reading.end + 1) == "now") return true;
  return IsAny(next,
               {"ago", "after", "later", "earlier", "before", "since", "hence"}) &&
         words.Lower(reading.hedge.first - 1) != "for";
}

// What is known beside the number before its kind is.
Beside BesideOf(const WordsView& words, const Reading& reading) {
  Beside beside;
  beside.unit = reading.unit.has_value() || reading.currency.has_value();
  beside.hedge = reading.hedge.first < reading.hedge.end;
  if (!beside.unit) {
    const bool one = reading.low.lo == 1 && reading.low.hi == 1;
    int at = reading.end;
    if (words.Lower(at) == "of" && !one) ++at;
    if (words.IsJoint(at)) ++at;
    const auto noun = ReadNounPhrase(words, at, one ? Count::kOne : Count::kMany);
    beside.counted = noun.has_value();
    beside.known = noun && !noun->noun_class.empty();
    // "58 killed"
    if (IsTollVerb(words.Lower(reading.end))) beside.counted = beside.known = true;
  }
  return beside;
}

bool SaysVote(const WordsView& words, const Reading& reading) {
  if (LooksLikeYear(reading.low)) return false;
  for (int i = reading.low.first - 6; i < reading.end + 5; ++i) {
    if (IsAny(words.Lower(i), {"vote", "votes", "voted", "voting", "ballot", "senate",
                               "jury", "majority", "verdict", "passed", "approved",
                               "rejected", "ruled", "ruling"})) {
      return true;
    }
  }
  return false;
}

// "52-48", "3 to 1": two whole numbers in a pair without anything counted.
bool IsPair(const WordsView& words, const Reading& reading, bool counted) {
  const Number& a = reading.low;
  if (!a.plain || reading.unit || reading.currency) return false;
  if (reading.high) return !counted && words.IsDash(a.end) && words.Touches(a.end);
  const bool dash =
      words.IsDash(a.end) && words.Touches(a.end) && words.Touches(a.end + 1);
  if (dash) return words.IsNumber(a.end + 1);
  if (words.Lower(a.end) != "to" || !words.IsNumber(a.end + 1)) return false;
  const std::optional<Number> other = ReadNumber(words, a.end + 1);
  return other && other->plain && other->lo < a.lo && a.lo <= 1000 &&
         !UnitBehind(words, other->end);
}

class Extractor {
 public:
  Extractor(const AnnotatedText& text, const Sentence& sentence,
            std::vector<Claim>& claims)
      : sentence_(sentence),
        words_(text.text, text.Words(sentence)),
        all_(text),
        claims_(claims) {}

  void Run() {
    for (int i = 0; i < words_.size();) {
      const Word& word = words_[i];
      const bool point = word.kind == WordKind::kPunct && word.lower == ".";
      if (!point && !MayBeginNumber(word)) {
        ++i;
        continue;
      }
      i = std::max(ReadAt(i), i + 1);
    }
  }

 private:
  // Reads the quantity at word `i`, if any; returns where to go on.
  int ReadAt(int i) {
    const std::optional<Number> number = ReadNumber(words_, i);
    if (!number) return SkipCode(i);
    if (IsBroken(*number)) return number->end;
    Reading reading = ReadAround(words_, *number);
    // "Covid -19 tests": a name and its number.
    if (reading.negative && words_.IsPunct(reading.value_first) && !reading.unit &&
        !reading.currency && words_.IsWord(reading.value_first - 1)) {
      return number->end;
    }
    const Beside beside = BesideOf(words_, reading);
    if (IsPair(words_, reading, beside.counted && reading.high))
      return ReadPair(reading);
    if (reading.low.digits && words_.IsDash(reading.end) &&
        words_.Touches(reading.end) && words_.IsNumber(reading.end + 1)) {
      return SkipCode(i);
    }
    // "a magnitude-6.5 quake" joins the number to the word before it.
    const bool magnitude = words_.Lower(number->first - 2) == "magnitude";
    if (!magnitude && IsNoClaim(words_, reading.low, beside)) {
      return reading.high && !beside.unit ? reading.end : reading.low.end;
    }
    if (reading.high && !beside.unit && IsNoClaim(words_, *reading.high, beside)) {
      return reading.end;
    }
    if (IsPointInTime(words_, reading)) return reading.end;
    if (!ReadAge(words_, reading) && !ReadMoney(words_, reading) &&
        !ReadOrdinal(words_, reading) && !ReadRatio(words_, reading) &&
        !ReadMeasure(words_, reading) && !ReadCount(words_, reading)) {
      return number->end;
    }
    const int resume = reading.resume;
    Append(reading);
    return resume > i ? resume : std::max(reading.span_end, reading.end);
  }

  // Passes over digits and what touches them: a code, a date, a score.
  int SkipCode(int i) const {
    if (!words_.IsNumber(i)) return i + 1;
    int end = i + 1;
    while (words_.Touches(end) &&
           (words_.IsNumber(end) || words_.IsWord(end) || words_.IsDash(end) ||
            words_.Lower(end) == "/" || words_.Lower(end) == ":")) {
      ++end;
    }
    return end;
  }

  // A number broken by a paragraph: "1" / "1 countries".
  bool IsBroken(const Number& number) const {
    const size_t first = sentence_.first_word + static_cast<size_t>(number.first);
    const size_t last = sentence_.first_word + static_cast<size_t>(number.end) - 1;
    const auto broken = [&](size_t a, size_t b) {
      const Word& x = all_.words[a];
      const Word& y = all_.words[b];
      if (x.kind != WordKind::kNumber || y.kind != WordKind::kNumber) return false;
      return all_.text.substr(x.span.end, y.span.begin - x.span.end).find('\n') !=
             std::string_view::npos;
    };
    if (number.first == 0 && first > 0 && broken(first - 1, first)) return true;
    return number.end == words_.size() && last + 1 < all_.words.size() &&
           broken(last, last + 1);
  }

  // A vote gives two claims, a score none.
  int ReadPair(const Reading& reading) {
    const Number& first = reading.low;
    int end = SkipCode(first.first);
    if (words_.Lower(first.end) == "to") end = first.end + 2;
    const std::optional<Number> second = ReadNumber(words_, first.end + 1);
    if (!second || second->end != end || !SaysVote(words_, reading) || first.lo < 1 ||
        words_.IsDash(first.first - 1)) {
      return end;
    }
    const std::string_view next = words_.Lower(end);
    const int span_end =
        IsAny(next, {"vote", "majority", "decision", "ruling"}) ? end + 1 : end;
    AppendVote(first, first.first, span_end, "votes for");
    AppendVote(*second, first.first, span_end, "votes against");
    return span_end;
  }

  void AppendVote(const Number& number, int first, int end,
                  std::string_view noun_class) {
    Claim claim;
    claim.context = sentence_.span;
    claim.span = words_.Span(first, end);
    claim.value_span = words_.Span(number.first, number.end);
    claim.value.lo = claim.value.hi = number.lo;
    claim.scope.head = "vote";
    claim.scope.head_class = noun_class;
    claims_.push_back(std::move(claim));
  }

  void SetValue(const Reading& reading, Qualifier hedge, Value& value) const {
    double lo = reading.low.lo * reading.factor;
    double hi = reading.low.hi * reading.factor;
    value.qualifier = reading.low.vague ? Qualifier::kVague : Qualifier::kExact;
    if (reading.high) {
      const double other = reading.high->lo * reading.factor;
      lo = std::min(lo, other);
      hi = std::max(hi, other);
      value.qualifier = Qualifier::kRange;
    }
    if (reading.negative) {
      std::swap(lo, hi);
      lo = -lo;
      hi = -hi;
    }
    switch (hedge) {
      case Qualifier::kMoreThan:
      case Qualifier::kAtLeast:
        hi = kInfinity;
        value.qualifier = hedge;
        break;
      case Qualifier::kLessThan:
      case Qualifier::kUpTo:
        if (!reading.high) lo = -kInfinity;
        value.qualifier = reading.high ? Qualifier::kRange : hedge;
        break;
      case Qualifier::kAbout:
      case Qualifier::kNearly:
        value.qualifier = hedge;
        break;
      default:
        if (reading.slack > 0 && !reading.high) {
          value.qualifier = Qualifier::kAbout;
          lo -= lo * reading.slack;
          hi += hi * reading.slack;
        }
    }
    value.lo = lo;
    value.hi = hi;
  }

  void Append(Reading& reading) {
    Qualifier qualifier = reading.hedge.first < reading.hedge.end
                              ? reading.hedge.qualifier
                              : Qualifier::kExact;
    // "more than 100 kilometers (60 miles)" bounds both.
    const bool converts = words_.Lower(reading.hedge.first - 1) == "(" &&
                          last_end_ == reading.hedge.first - 1;
    if (converts && qualifier == Qualifier::kExact) qualifier = last_qualifier_;
    if (qualifier == Qualifier::kExact) {
      for (int at : {reading.value_end, reading.end, reading.span_end}) {
        const Hedge behind = HedgeBehind(words_, at);
        if (behind.first == behind.end) continue;
        qualifier = behind.qualifier;
        reading.span_end = std::max(reading.span_end, behind.end);
        break;
      }
    }
    Claim claim;
    claim.context = sentence_.span;
    claim.value_span = words_.Span(reading.value_first, reading.value_end);
    claim.span = words_.Span(std::min(reading.span_first, reading.value_first),
                             std::max(reading.span_end, reading.value_end));
    if (claim.span.size() > kMaxSpanBytes) {
      claim.span =
          words_.Span(reading.value_first, std::max(reading.value_end, reading.end));
    }
    if (claim.span.size() > kMaxSpanBytes) claim.span = claim.value_span;
    claim.value.kind = reading.kind;
    claim.value.unit = reading.unit_name;
    SetValue(reading, qualifier, claim.value);
    claim.change = ChangeOf(reading, converts);
    claim.scope.head = std::move(reading.head);
    claim.scope.head_class = std::move(reading.head_class);
    claim.scope.role = std::move(reading.role);
    last_end_ = std::max(reading.end, reading.span_end);
    last_change_ = claim.change;
    last_qualifier_ = qualifier;
    claims_.push_back(std::move(claim));
  }

  Change ChangeOf(const Reading& reading, bool converts) const {
    if (reading.low.ordinal) return Change::kNone;
    if (reading.kind == ValueKind::kRatio && reading.signed_up) return Change::kUp;
    if (reading.kind == ValueKind::kRatio && reading.negative) return Change::kDown;
    if (reading.moved) {
      return reading.low.lo < reading.high->lo ? Change::kUp : Change::kDown;
    }
    const int first = reading.hedge.first;
    // Points, and figures of which nothing else is said, move by the bare verb.
    const bool points = reading.head.empty() || reading.head == "point";
    const Change change =
        ChangeBefore(words_, first, points ? ValueKind::kRatio : reading.kind);
    if (change != Change::kNone) return change;
    // "fell 12 points, or 0.2 percent" tells one movement twice.
    int before = first - 1;
    const bool again = words_.Lower(before) == "or";
    if (again) --before;
    if (again && words_.Lower(before) == ",") --before;
    if ((again && last_end_ == before + 1) || converts) return last_change_;
    return Change::kNone;
  }

  const Sentence& sentence_;
  const WordsView words_;
  const AnnotatedText& all_;
  std::vector<Claim>& claims_;
  int last_end_ = -1;
  Change last_change_ = Change::kNone;
  Qualifier last_qualifier_ = Qualifier::kExact;
};

}  // namespace

void ExtractQuantities(const AnnotatedText& text, const Sentence& sentence,
                       std::vector<Claim>& claims) {
  Extractor(text, sentence, claims).Run();
}

}  // namespace rashomon
