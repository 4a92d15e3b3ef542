#include "core/claims/extract/no_claim.h"

#include <algorithm>
#include <string_view>

#include "core/base/strings.h"
#include "core/claims/extract/noun.h"
#include "core/claims/extract/phrase_table.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view name_words();
}  // namespace data

namespace {

struct NameWords {
  WordSet before;
  WordSet behind;
  WordSet months;
  WordSet clock;
};

const NameWords& Names() {
  static const NameWords* const names = [] {
    auto* result = new NameWords;
    for (const auto& row : LexiconRows(data::name_words())) {
      if (row.size() < 2) continue;
      WordSet& set = row[0] == "before"   ? result->before
                     : row[0] == "behind" ? result->behind
                     : row[0] == "month"  ? result->months
                                          : result->clock;
      std::string_view rest = row[1];
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        set.Add(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return result;
  }();
  return *names;
}

// "Sept. 11", "11 September", "4 to 6 May", "May 4-6".
bool IsDayOfMonth(const WordsView& words, const Number& number) {
  if (!number.digits || number.lo > 31 || number.lo < 1) return false;
  int before = number.first - 1;
  if (words.Lower(before) == ".") --before;
  if (IsMonth(words, before)) return true;
  const bool joins = words.IsDash(number.first - 1) ||
                     words.Lower(number.first - 1) == "," ||
                     IsAny(words.Lower(number.first - 1), {"to", "and", "or"});
  if (joins && words.IsNumber(number.first - 2)) {
    int month = number.first - 3;
    if (words.Lower(month) == ".") --month;
    if (IsMonth(words, month)) return true;
  }
  if (number.end - number.first > (number.ordinal ? 2 : 1)) return false;
  int behind = number.end;
  if (words.Lower(behind) == "of") ++behind;
  if (IsMonth(words, behind)) {
    // "killed 12 May protesters" is rarer than any date.
    return true;
  }
  const bool joins_behind =
      words.IsDash(number.end) || IsAny(words.Lower(number.end), {"to", "and", "or"});
  return joins_behind && words.IsNumber(number.end + 1) &&
         IsMonth(words, number.end + 2);
}

// 10:20, 10.30am, 5 p.m., 1800 GMT
bool IsTimeOfDay(const WordsView& words, const Number& number) {
  if (words.Lower(number.first - 1) == ":" && words.Touches(number.first)) return true;
  if (words.Lower(number.end) == ":" && words.Touches(number.end) &&
      words.Touches(number.end + 1) && words.IsNumber(number.end + 1)) {
    return true;
  }
  if (number.lo > 2400) return false;
  const std::string_view next = words.Lower(number.end);
  if (next.empty()) return false;
  return Names().clock.Has(next) ||
         (IsAny(next, {"a", "p"}) && words.Lower(number.end + 1) == "." &&
          words.Lower(number.end + 2) == "m");
}

// Parts of a longer code: G20, F-16, 737s, 1990s, 555-1234, 9/11, 2-2.
bool IsPartOfCode(const WordsView& words, const Number& number, const Beside& beside) {
  const int before = number.first - 1, behind = number.end;
  // Footnotes, formulas and the indices of lists: [3], n + 1, (1).
  if (number.plain && !beside.unit && !beside.counted) {
    const std::string_view left = words.Lower(before), right = words.Lower(behind);
    for (std::string_view mark :
         {"[", "]", "+", "*", "^", "=", "<", ">", "|", "#", "→", "×"}) {
      if (left == mark) return true;
      // "20+ killed" has a plus of another kind.
      if (right == mark && (mark != "+" || words.IsNumber(behind + 1))) return true;
    }
    if (left == "(" && right == ")" && number.lo < 1000) return true;
  }
  if (number.digits && words.Touches(number.first) && !beside.unit) {
    if (words.IsWord(before)) return true;
    if (words.IsHyphen(before) && words.Touches(before) &&
        words.Lower(before - 1) != "sub" && words.Lower(before - 1) != "to") {
      return true;
    }
    const std::string_view mark = words.Lower(before);
    if (IsAny(mark, {"/", "#", "№", "@", "&", "_", "=", "\\"})) return true;
    if (mark == "." && words.Touches(before)) return true;  // ID.3
    if (mark == "+" && words.Lower(before - 1) == "") return number.lo > 999;
  }
  if (number.digits && words.Touches(behind) && !beside.unit) {
    if (words.IsWord(behind)) return true;
    const std::string_view mark = words.Lower(behind);
    if (IsAny(mark, {"/", "@", "_", "=", "\\"})) return true;
  }
  return false;
}

// "au pointage de 19h", "à 19h", "19h UTC": an hour of the day, as French writes it.
// "Une panne de 19h" lasts as long.
bool IsHourOfDay(const WordsView& words, const Number& number) {
  if (!number.plain || number.lo > 24 || words.Lower(number.end) != "h" ||
      !words.Touches(number.end)) {
    return false;
  }
  const std::string_view before = words.Lower(number.first - 1);
  const std::string_view next = words.Lower(number.end + 1);
  if (IsAny(before, {"à", "vers", "dès"}) || next == "tu" || Names().clock.Has(next)) {
    return true;
  }
  return before == "de" &&
         IsAny(words.Lower(number.first - 3),
               {"le", "la", "au", "aux", "du", "ce", "cette", "les", "des"});
}

// `<td width = 30%`: an attribute of a tag. A company in angle brackets has none.
bool IsInMarkup(const WordsView& words, const Number& number) {
  constexpr int kLongestTag = 24;  // words
  int at = number.first - 1;
  if (IsAny(words.Lower(at), {"\"", "'"})) --at;
  if (words.Lower(at) != "=" || !words.IsWord(at - 1)) return false;
  for (int i = at - 2; i >= 0 && i > number.first - kLongestTag; --i) {
    if (words.Lower(i) == ">") return false;
    if (words.Lower(i) == "<") return words.IsWord(i + 1) && words.Touches(i + 1);
    // A table of a wiki: {| and |- open the attributes of a cell.
    if (words.Lower(i) == "|" && words.Lower(i - 1) == "{") return true;
  }
  return false;
}

// "Here are three examples": what the text itself is about to print.
bool IsShownBelow(const WordsView& words, const Number& number) {
  return words.Lower(number.first - 1) == "are" &&
         words.Lower(number.first - 2) == "here";
}

// "one of the", "no one", "one-sided", "the one that": a pronoun.
bool IsPronounOne(const WordsView& words, const Number& number, const Beside& beside) {
  if (number.digits || number.lo != 1 || number.end - number.first != 1) return false;
  if (words.Lower(number.first) != "one") return false;
  if (words.IsJoint(number.end)) return !beside.unit;
  if (words.IsHyphen(number.first - 1)) return true;
  const std::string_view before = words.Lower(number.first - 1);
  if (before == "minus" || before == "negative") return false;
  // "one in five", "one out of ten"
  const bool in = words.Lower(number.end) == "in",
             out = words.Lower(number.end) == "out";
  const int whole = number.end + (in ? 1 : 2);
  if ((in || out) && words.Has(whole) && MayBeginNumber(words[whole])) return false;
  if (IsAny(before, {"no", "the", "this", "that", "which", "each", "every", "any",
                     "another", "other", "number", "day", "these", "those", "last"})) {
    return true;
  }
  const std::string_view next = words.Lower(number.end);
  if (words.size() == 1) return false;
  if (IsAny(next, {"day", "thing", "way", "more", "such", "reason", "time", "side",
                   "by", "member", "whose"})) {
    return next != "member";
  }
  return !beside.unit && !beside.counted;
}

// "Boeing 737", "Article 5", "Nasdaq 100", "Samsung Galaxy Note 20".
bool IsPartOfName(const WordsView& words, const Number& number, const Beside& beside) {
  if (beside.unit || beside.hedge) return false;
  const int before = number.first - 1;
  std::string_view name = words.Lower(before);
  int at = before;
  if (name == "." && words.IsWord(before - 1)) {
    --at;
    name = words.Lower(at);
    if (!IsAny(name, {"no", "nos", "nr", "nrs", "vol", "fig", "pp", "p"})) name = "";
  }
  const bool whole =
      number.lo == static_cast<double>(static_cast<int64_t>(std::min(number.lo, 1e15)));
  const bool named = number.plain || (!number.digits && words.IsCapital(number.first));
  if (whole && named && !name.empty()) {
    const bool listed = Names().before.Has(name);
    // "area 15", in small letters, may end one clause and begin the next.
    const bool small =
        IsAny(name, {"no",      "nos",     "nr",      "nrs",     "page",   "pp",
                     "chapter", "section", "article", "channel", "route",  "highway",
                     "room",    "gate",    "flight",  "version", "volume", "edition",
                     "episode", "season",  "number",  "numbers", "type",   "category",
                     "phase",   "level",   "grade",   "iphone",  "ipad",   "ios",
                     "covid",   "hiv"});
    if (listed && (words.IsCapital(at) || (small && number.digits))) {
      return name != "no" || words.IsCapital(at) || words.Lower(before) == ".";
    }
    if (name == "p" && words.Lower(before - 1) == "&") return true;
    if (name == "of" && words.Lower(before - 1) == "group" &&
        words.IsCapital(before - 1)) {
      return true;
    }
  }
  if (!number.plain) return false;
  // "S P 500 stocks": a single capital letter before digits.
  if (words.Raw(before).size() == 1 && words.IsCapital(before) && before > 0 &&
      name != "a" && name != "i") {
    return true;
  }
  // An address: digits, one or two capital words, a kind of street.
  for (int i = number.end; i < number.end + 4 && words.IsCapital(i); ++i) {
    if (i > number.end && !beside.counted && Names().behind.Has(words.Lower(i))) {
      return true;
    }
  }
  // A lone 1 counts whatever stands behind it: that is no count by itself.
  if (beside.counted && number.lo != 1) return false;
  // "the new 787 Dreamliner": a model and its name.
  if (number.lo >= 100 && words.IsCapital(number.end) && words.IsWord(number.end) &&
      IsAny(name, {"new", "the", "old", "older", "newer", "a", "its", "their"})) {
    return true;
  }
  // A capital word inside a sentence right before bare digits names them.
  return before > 0 && words.IsWord(before) && words.IsCapital(before) &&
         (!words.IsPunct(before - 1) || words.Lower(before - 1) == ",") &&
         words.Raw(before).size() > 1;
}

// "+44 20 7946 0958": groups of digits in a row, or one that begins with 0.
bool IsPartOfPhoneNumber(const WordsView& words, const Number& number) {
  if (!number.plain || number.end - number.first != 1) return false;
  const auto digits = [&](int i) {
    return words.IsNumber(i) &&
           words.Lower(i).find_first_of(".,") == std::string_view::npos;
  };
  const auto groups_from = [&](int i, int step) {
    int n = 0;
    while (n < 4 && digits(i + n * step)) ++n;
    return n;
  };
  const std::string_view own = words.Lower(number.first);
  if (own.size() > 1 && own[0] == '0') return true;
  const int before = groups_from(number.first - 1, -1);
  const int behind = groups_from(number.end, 1);
  const bool plus = words.Lower(number.first - before - 1) == "+" && before > 0;
  return plus || before + behind >= 2;
}

// "page 4 of 12".
bool IsPageCount(const WordsView& words, const Number& number) {
  return number.plain && words.Lower(number.first - 1) == "of" &&
         words.IsNumber(number.first - 2) && words.Lower(number.first - 3) == "page";
}

// "221B Baker Street": the letter is no scale.
bool IsHouseNumber(const WordsView& words, const Number& number) {
  if (!number.digits || number.scale == 1 || number.end - number.first != 2 ||
      !words.Touches(number.first + 1) || !words.IsCapital(number.first + 1)) {
    return false;
  }
  for (int i = number.end; i < number.end + 4 && words.IsCapital(i); ++i) {
    if (i > number.end && Names().behind.Has(words.Lower(i))) return true;
  }
  return false;
}

// "I told him a thousand times."
bool IsHyperbole(const WordsView& words, const Number& number) {
  return !number.digits && number.lo >= 100 && words.Lower(number.first) == "a" &&
         words.Lower(number.end) == "times";
}

bool IsYear(const WordsView& words, const Number& number, const Beside& beside) {
  if (number.plain && IsAny(words.Lower(number.end), {"bc", "bce", "b.c.", "a.d."})) {
    return true;
  }
  // "the 1986 year"
  if (LooksLikeYear(number) && number.lo >= 1900 && words.Lower(number.end) == "year") {
    return true;
  }
  if (!LooksLikeYear(number) || beside.unit) return false;
  const std::string_view before = words.Lower(number.first - 1);
  for (int i = number.first - 3; i < number.first; ++i) {
    if (IsAny(words.Lower(i), {"until", "till", "since"})) return true;
  }
  if (beside.hedge && !IsAny(before, {"about", "around", "by", "over", "beyond",
                                      "above", "under", "circa"})) {
    return false;
  }
  // 2000 and 1500 are as often counts; 1987 is not.
  const bool round = static_cast<int>(number.lo) % 500 == 0;
  if (!(round ? beside.counted : beside.known)) return true;
  if (!round && number.lo >= 1900 && number.lo <= 2040) return true;
  if (round && IsAny(before, {"from", "to", "and"})) return false;
  if (IsAny(before,
            {"in",      "since",  "of",   "from",  "until", "till", "by",     "during",
             "after",   "before", "late", "early", "mid",   "the",  "fiscal", "year",
             "through", "to",     "and",  "a",     "an",    "this", "its",    "his",
             "her",     "their",  "for",  "s",     ""})) {
    return true;
  }
  return IsMonth(words, number.first - 1) || words.IsPunct(number.first - 1);
}

}  // namespace

bool IsMonth(const WordsView& words, int i) {
  if (!words.IsWord(i)) return false;
  const std::string_view s = words.Lower(i);
  if (!Names().months.Has(s)) return false;
  if (s != "may" && s != "march" && s != "mar") return true;
  // Words of their own, but for a capital or a day and year behind them.
  if (words.IsCapital(i)) return true;
  int year = i + 2;
  if (words.Lower(year) == ",") ++year;
  return words.IsNumber(i + 1) && words.IsNumber(year) && words.Lower(year).size() == 4;
}

bool LooksLikeYear(const Number& number) {
  return number.plain && number.lo >= 1000 && number.lo <= 2100 &&
         number.end - number.first == 1;
}

bool IsNoClaim(const WordsView& words, const Number& number, const Beside& beside) {
  if (!beside.unit && IsPartOfPhoneNumber(words, number)) return true;
  if (IsHyperbole(words, number) || IsPageCount(words, number) ||
      IsHouseNumber(words, number)) {
    return true;
  }
  if (IsPronounOne(words, number, beside)) return true;
  if (IsTimeOfDay(words, number) || IsHourOfDay(words, number)) return true;
  if (IsInMarkup(words, number) || IsShownBelow(words, number)) return true;
  if (!beside.unit && IsDayOfMonth(words, number)) return true;
  if (IsPartOfCode(words, number, beside)) return true;
  if (IsPartOfName(words, number, beside)) return true;
  if (IsYear(words, number, beside)) return true;
  // "1." and "2)" at the head of a sentence number a list.
  if (number.digits && number.first == 0 && words.size() > 2) {
    const std::string_view next = words.Lower(number.end);
    if (IsAny(next, {".", ")", "]"})) return true;
  }
  return false;
}

}  // namespace rashomon
