// One pass from left to right over a small grammar:
//
//   number   = cardinal ["and" a part] | a part | vague
//   cardinal = (digits | words) {scale}
//   a part   = "half" | numerator denominator | digits "/" digits
//
// A scale that follows a greater one begins anew ("two million three hundred
// thousand"); one that follows a smaller one multiplies ("three lakh crore").

#include "core/claims/extract/number.h"

#include <string>
#include <string_view>

#include "core/claims/extract/digits.h"
#include "core/claims/extract/unit.h"
#include "core/claims/extract/vague.h"

namespace rashomon {
namespace {

using Role = NumberRole;

constexpr double kMaxScale = 1e18;

// Reads one number; `at_` is the next word to read.
class Reader {
 public:
  Reader(const WordsView& words, int i) : words_(words), at_(i) {}

  std::optional<Number> Read() {
    number_.first = at_;
    const bool found = words_.IsNumber(at_)  ? ReadFromDigits()
                       : words_.IsPunct(at_) ? ReadFromPoint()
                                             : ReadFromWord();
    if (!found) return std::nullopt;
    number_.end = at_;
    return number_;
  }

 private:
  const NumberWord* Next() const { return FindNumberWord(words_.Lower(at_)); }
  bool Is(int i, std::string_view lower) const { return words_.Lower(i) == lower; }
  bool IsArticle(int i) const { return Is(i, "a") || Is(i, "an"); }

  void Set(double value) { number_.lo = number_.hi = value; }

  bool Take(const std::optional<Number>& number) {
    if (!number) return false;
    number_ = *number;
    at_ = number->end;
    return true;
  }

  bool ReadFromDigits() {
    const std::optional<Digits> digits = ReadDigits(words_.Lower(at_));
    if (!digits) return false;
    number_.digits = true;
    number_.plain = digits->plain;
    double value = digits->value;
    size_t length = words_.Lower(at_).size();
    ++at_;
    // 1 414 021 100: groups of three parted by single spaces.
    if (digits->plain && length <= 3 && words_.Lower(at_ - 1)[0] != '0') {
      while (words_.IsNumber(at_) && IsGroupOfThree(at_)) {
        const std::string_view group = words_.Lower(at_);
        value = value * 1000 + ToNumber(group);
        number_.plain = false;
        ++at_;
        if (group.size() > 3) break;
      }
    }
    const std::string_view next = words_.Lower(at_);
    if (words_.Touches(at_) &&
        (next == "th" || next == "st" || next == "nd" || next == "rd")) {
      number_.ordinal = true;
      ++at_;
      Set(value);
      return true;
    }
    if (next == "/" && words_.Touches(at_)) return ReadSlash(value);
    if (next == "⁄" && words_.Touches(at_)) return ReadSlash(value);
    if (const double part = VulgarFraction(next); part > 0) {
      number_.plain = false;
      value += part;
      ++at_;
    } else if (IsWrittenFraction(at_)) {
      const double part2 =
          ToNumber(words_.Lower(at_)) / ToNumber(words_.Lower(at_ + 2));
      number_.plain = false;
      value += part2;
      at_ += 3;
    }
    return ReadScales(value);
  }

  bool IsGroupOfThree(int i) const {
    const std::string_view s = words_.Lower(i);
    if (words_.Touches(i)) return false;
    if (words_[i].span.begin - words_[i - 1].span.end > 3) return false;
    return s.size() == 3
               ? s.find_first_of(".,") == std::string_view::npos
               : s.size() > 4 && s[3] == '.' && s.find(',') == std::string_view::npos;
  }

  // "1/2" at i: digits that touch a slash and a greater denominator.
  bool IsWrittenFraction(int i) const {
    if (!words_.IsNumber(i) || !(Is(i + 1, "/") || Is(i + 1, "⁄"))) return false;
    if (!words_.Touches(i + 1) || !words_.Touches(i + 2) || !words_.IsNumber(i + 2))
      return false;
    return IsDenominator(ToNumber(words_.Lower(i)), ToNumber(words_.Lower(i + 2)));
  }

  static bool IsDenominator(double numerator, double denominator) {
    return numerator > 0 && numerator < denominator &&
           (denominator <= 5 || denominator == 8 || denominator == 10 ||
            denominator == 16 || denominator == 32 || denominator == 64 ||
            denominator == 100 || denominator == 128 || denominator == 1000);
  }

  bool ReadSlash(double numerator) {
    if (!words_.Touches(at_ + 1) || !words_.IsNumber(at_ + 1)) return false;
    if (Is(at_ + 2, "/")) return false;  // a date
    const double denominator = ToNumber(words_.Lower(at_ + 1));
    if (!IsDenominator(numerator, denominator)) return false;
    number_.fraction = true;
    number_.plain = false;
    at_ += 2;
    Set(numerator / denominator);
    return true;
  }

  // ".500"
  bool ReadFromPoint() {
    if (!Is(at_, ".") || words_.Touches(at_) || !words_.Touches(at_ + 1) ||
        !words_.IsNumber(at_ + 1)) {
      return false;
    }
    const std::string_view digits = words_.Lower(at_ + 1);
    if (digits.find_first_of(".,") != std::string_view::npos || digits.size() > 9)
      return false;
    number_.digits = true;
    at_ += 2;
    Set(ToNumber("0." + std::string(digits)));
    return true;
  }

  // Reads the scales behind a cardinal and sets the number.
  bool ReadScales(double value) {
    double factor = 1;
    while (true) {
      const int gap = words_.IsJoint(at_) ? 1 : 0;
      const NumberWord* word = FindNumberWord(words_.Lower(at_ + gap));
      if (word == nullptr) break;
      const bool touches = gap == 0 && words_.Touches(at_);
      if (word->role == Role::kGlued && (!touches || !IsGluedScale(at_))) break;
      if (word->role != Role::kGlued && word->role != Role::kScale &&
          word->role != Role::kHundred && word->role != Role::kDozen &&
          word->role != Role::kSymbol) {
        break;
      }
      if (word->role == Role::kSymbol && factor > 1) break;
      if (factor * word->lo > kMaxScale) break;
      factor *= word->lo;
      at_ += gap + 1;
      number_.plain = false;
    }
    if (Is(at_, "dozens") && value < 100 && factor == 1) {
      factor = 12;
      ++at_;
    }
    number_.scale = factor;
    Set(value * factor);
    return true;
  }

  // "10m": a million unless the words behind it measure a length.
  bool IsGluedScale(int i) const {
    // "4K" and "8K" name a resolution.
    if (words_.Raw(i) == "K" && number_.first + 1 == i &&
        words_.Lower(i - 1).size() == 1 && !words_.IsPunct(number_.first - 1)) {
      return false;
    }
    if (IsSmallKelvin(words_, i)) return false;
    if (words_.Lower(i) != "m") return true;
    const int before = number_.first - 1;
    for (std::string_view sign :
         {"$", "£", "€", "¥", "₹", "₽", "₩", "₦", "₱", "₪", "₺"}) {
      if (Is(before, sign)) return true;
    }
    if (words_.Raw(i) == "M") return true;
    if (words_.IsWord(before) && words_.Touches(number_.first)) return true;  // EUR50m
    const std::string_view next = words_.Lower(i + 1);
    if (!words_.IsWord(i + 1) || words_.Touches(i + 1)) return false;
    if (next == "of") {  // "35m of its devices"
      const std::string_view whose = words_.Lower(i + 2);
      return whose == "its" || whose == "the" || whose == "their" || whose == "these";
    }
    for (std::string_view measured :
         {"high",  "long",   "tall",  "wide",   "deep",      "above",     "below",
          "away",  "north",  "south", "east",   "west",      "from",      "to",
          "in",    "is",     "was",   "x",      "and",       "or",        "at",
          "on",    "race",   "final", "sprint", "hurdles",   "freestyle", "relay",
          "title", "record", "dash",  "world",  "butterfly", "by",        "from",
          "for",   "into",   "down",  "up"}) {
      if (next == measured) return false;
    }
    return true;
  }

  bool ReadFromWord() {
    const NumberWord* word = Next();
    if (word == nullptr) return false;
    switch (word->role) {
      case Role::kHalf:
        return ReadHalf();
      case Role::kFraction:
        return ReadUnitFraction(*word);
      case Role::kPlural:
      case Role::kFew:
      case Role::kPeriod:
        return Take(ReadVague(words_, at_));
      case Role::kOrdinal:
      case Role::kSymbol:
      case Role::kGlued:
        return false;
      case Role::kHundred:
      case Role::kScale:
      case Role::kDozen:
        if (IsArticle(at_ - 1) && !words_.Touches(at_)) {
          number_.first = at_ - 1;
        } else if (word->role != Role::kDozen) {
          return false;
        }
        break;
      default:
        break;
    }
    return ReadCardinal();
  }

  // "twenty-three thousand two hundred and five"
  bool ReadCardinal() {
    double total = 0, current = 0, last_scale = 1e300;
    enum class Last { kNone, kUnit, kTeen, kTens, kHundred, kScale, kDozen };
    Last last = Last::kNone;
    double denominator = 0;
    while (true) {
      int at = at_;
      if (last != Last::kNone) {
        if (words_.IsJoint(at) || JoinsSpaced(at)) {
          ++at;
        } else if ((last == Last::kHundred || last == Last::kScale) && Is(at, "and")) {
          const NumberWord* behind = FindNumberWord(words_.Lower(at + 1));
          if (behind == nullptr || behind->role > Role::kTens) break;
          const NumberWord* further = FindNumberWord(words_.Lower(at + 2));
          if (further != nullptr && further->role == Role::kScale) break;
          // "one hundred and three quarters" adds a part, not a three.
          if (further != nullptr && further->role == Role::kFraction &&
              words_.Lower(at + 2).back() == 's') {
            break;
          }
          ++at;
        }
      }
      const NumberWord* word = FindNumberWord(words_.Lower(at));
      if (word == nullptr || !words_.IsWord(at)) break;
      bool taken = true;
      if (const double compound = CompoundDenominator(at, last != Last::kNone);
          compound > 0) {
        if (last == Last::kNone) {
          number_.ordinal = true;
          Set(compound);
          at_ = at + 3;
          return true;
        }
        denominator = compound;
        at_ = at + (words_.IsHyphen(at + 1) ? 3 : 2);
        break;
      }
      switch (word->role) {
        case Role::kUnit:
          taken = last == Last::kNone || last == Last::kTens ||
                  last == Last::kHundred || last == Last::kScale;
          if (taken) current += word->lo, last = Last::kUnit;
          break;
        case Role::kTeen:
        case Role::kTens:
          taken = last == Last::kNone || last == Last::kHundred || last == Last::kScale;
          if (taken) {
            current += word->lo;
            last = word->role == Role::kTeen ? Last::kTeen : Last::kTens;
          }
          break;
        case Role::kHundred:
          taken = last != Last::kHundred && last != Last::kScale;
          if (taken) {
            current = (current == 0 ? 1 : current) * 100;
            last = Last::kHundred;
          }
          break;
        case Role::kScale:
          if (current == 0 && last == Last::kScale) {
            total *= word->lo;  // three lakh crore
          } else {
            taken = word->lo < last_scale;
            if (taken) {
              total += (current == 0 ? 1 : current) * word->lo;
              current = 0;
              last_scale = word->lo;
            }
          }
          if (taken) {
            number_.scale = word->lo;
            last = Last::kScale;
          }
          break;
        case Role::kDozen:
          taken = last != Last::kScale && last != Last::kDozen;
          if (taken) {
            current = (current == 0 ? 1 : current) * 12;
            last = Last::kDozen;
          }
          break;
        case Role::kFraction:
        case Role::kHalf:
          taken = false;
          if (last != Last::kNone && IsDenominatorWord(at, total + current)) {
            denominator = word->role == Role::kHalf ? 2 : word->lo;
            at_ = at + 1;
          }
          break;
        default:
          taken = false;
      }
      if (!taken) break;
      at_ = at + 1;
    }
    if (last == Last::kNone) return false;
    if (Is(at_, "dozens") && last != Last::kScale) {
      current *= 12;
      ++at_;
    }
    double value = total + current;
    if (denominator > 0) {
      SetPart(value / denominator);
      return true;
    }
    if (Is(at_, "point") && ReadDecimals(&value)) return ReadScales(value);
    if (const double part = PartBehindAnd(); part > 0) return ReadScales(value + part);
    Set(value);
    return true;
  }

  // "ninety - five", as tokenised copy has it: a hyphen with spaces between a
  // word for tens and a unit, or a numerator and a denominator.
  bool JoinsSpaced(int i) const {
    if (!words_.IsHyphen(i) || words_.Touches(i) || words_.Touches(i + 1)) return false;
    const NumberWord* left = FindNumberWord(words_.Lower(i - 1));
    const NumberWord* right = FindNumberWord(words_.Lower(i + 1));
    if (left == nullptr || right == nullptr) return false;
    return (left->role == Role::kTens && right->role == Role::kUnit) ||
           (left->role == Role::kUnit && right->role == Role::kFraction);
  }

  // The denominator or ordinal at "thirty-fifths", "twenty-first"; 0 if none.
  // Behind a numerator the hyphen may be missing: "twenty twenty fifths".
  double CompoundDenominator(int i, bool numerator) const {
    const NumberWord* tens = FindNumberWord(words_.Lower(i));
    if (tens == nullptr || tens->role != Role::kTens) return 0;
    const bool joint = words_.IsJoint(i + 1);
    const std::string_view word = words_.Lower(i + (joint ? 2 : 1));
    if (!joint && (!numerator || word.empty() || word.back() != 's')) return 0;
    const NumberWord* unit = FindNumberWord(word);
    if (unit == nullptr || unit->lo > 9) return 0;
    if (unit->role != Role::kOrdinal && unit->role != Role::kFraction) return 0;
    return tens->lo + unit->lo;
  }

  // "point five", "point nought three"
  bool ReadDecimals(double* value) {
    int at = at_ + 1;
    double place = 0.1;
    bool any = false;
    while (true) {
      const NumberWord* word = FindNumberWord(words_.Lower(at));
      if (word == nullptr || word->role > Role::kTens) break;
      if (word->role != Role::kUnit) {
        if (any) break;
        *value += word->lo / 100;
        any = true;
        ++at;
        break;
      }
      *value += word->lo * place;
      place /= 10;
      any = true;
      ++at;
    }
    if (any) at_ = at;
    return any;
  }

  // "and a half", "and three quarters" behind a cardinal; 0 where there is none.
  double PartBehindAnd() {
    // "five-and-a-half months"
    const bool joined = words_.IsJoint(at_) && Is(at_ + 1, "and");
    if (!joined && !Is(at_, "and")) return 0;
    int at = joined ? at_ + 2 : at_ + 1;
    if (joined && words_.IsJoint(at)) ++at;
    double numerator = 1;
    if (IsArticle(at)) {
      ++at;
      if (joined && words_.IsJoint(at)) ++at;
    } else if (const NumberWord* word = FindNumberWord(words_.Lower(at));
               word != nullptr && word->role == Role::kUnit) {
      numerator = word->lo;
      ++at;
      if (words_.IsJoint(at)) ++at;
    } else {
      return 0;
    }
    const NumberWord* part = FindNumberWord(words_.Lower(at));
    if (part == nullptr) return 0;
    if (part->role == Role::kHalf) {
      at_ = at + 1;
      return numerator * 0.5;
    }
    if (part->role != Role::kFraction) return 0;
    at_ = at + 1;
    return numerator / part->lo;
  }

  // Whether the denominator word at `i` divides `numerator`: "two-thirds",
  // "three quarters of", but neither "the two quarters" nor "one third man".
  bool IsDenominatorWord(int i, double numerator) const {
    const std::string_view s = words_.Lower(i);
    const bool plural = s.back() == 's';
    if (numerator == 1) {
      return !plural &&
             (words_.IsHyphen(i - 1) || Is(i + 1, "of") || !words_.IsWord(i + 1));
    }
    if (!plural) return false;
    return (s != "quarters" && s != "halves") || numerator == 3 || Is(i + 1, "of");
  }

  // half; half a million; half a dozen; half-dozen
  bool ReadHalf() {
    if (Is(at_, "halves")) return false;
    const bool article_before = IsArticle(at_ - 1);
    int at = at_ + 1;
    if (words_.IsJoint(at)) ++at;
    if (IsArticle(at)) ++at;
    const NumberWord* word = FindNumberWord(words_.Lower(at));
    if (word != nullptr &&
        (word->role == Role::kScale || word->role == Role::kHundred ||
         word->role == Role::kDozen)) {
      if (article_before) number_.first = at_ - 1;
      number_.scale = word->role == Role::kDozen ? 1 : word->lo;
      Set(word->lo / 2);
      at_ = at + 1;
      return true;
    }
    if (article_before && !Is(at_ - 2, "and")) number_.first = at_ - 1;
    number_.fraction = true;
    Set(0.5);
    ++at_;
    return true;
  }

  // "a third of", "a quarter of"
  bool ReadUnitFraction(const NumberWord& word) {
    if (!IsArticle(at_ - 1) || words_.Lower(at_).back() == 's') return false;
    if (!Is(at_ + 1, "of") && (word.lo < 100 || words_.IsWord(at_ + 1))) return false;
    number_.first = at_ - 1;
    ++at_;
    SetPart(1 / word.lo);
    return true;
  }

  // A part of one, or, before "of a million", of that.
  void SetPart(double part) {
    const NumberWord* scale = Is(at_, "of") && IsArticle(at_ + 1)
                                  ? FindNumberWord(words_.Lower(at_ + 2))
                                  : nullptr;
    if (scale != nullptr && scale->role == Role::kScale) {
      number_.scale = scale->lo;
      Set(part * scale->lo);
      at_ += 3;
      return;
    }
    number_.fraction = true;
    Set(part);
  }

  const WordsView& words_;
  int at_;
  Number number_;
};

}  // namespace

std::optional<Number> ReadNumber(const WordsView& words, int i) {
  return Reader(words, i).Read();
}

}  // namespace rashomon
