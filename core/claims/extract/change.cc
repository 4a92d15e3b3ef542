#include "core/claims/extract/change.h"

#include <algorithm>

#include "core/claims/extract/phrase_table.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view quantity_verbs();
}  // namespace data

namespace {

enum class Verb { kUp, kDown, kToll };

const WordTable<Verb>& Verbs() {
  static const WordTable<Verb>* const verbs = [] {
    auto* result = new WordTable<Verb>;
    for (const auto& row : LexiconRows(data::quantity_verbs())) {
      if (row.size() < 2) continue;
      const Verb verb = row[0] == "up"     ? Verb::kUp
                        : row[0] == "down" ? Verb::kDown
                                           : Verb::kToll;
      std::string_view rest = row[1];
      while (!rest.empty()) {
        const size_t end = std::min(rest.find(' '), rest.size());
        result->Add(rest.substr(0, end), verb);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return result;
  }();
  return *verbs;
}

bool IsFiller(std::string_view s) {
  static constexpr std::string_view kFillers[] = {
      "a",      "an",       "another", "further",  "as",      "much", "just", "only",
      "record", "whopping", "modest",  "slightly", "sharply", "even", "back"};
  if (s.size() > 4 && s.substr(s.size() - 2) == "ly") return true;
  return std::find(std::begin(kFillers), std::end(kFillers), s) != std::end(kFillers);
}

bool IsBeing(std::string_view s) {
  return s == "is" || s == "are" || s == "was" || s == "were" || s == "be" ||
         s == "been" || s == "'s" || s == "trending" || s == "traded" ||
         s == "trading" || s == "closed" || s == "ended" || s == "finished";
}

}  // namespace

Change ChangeBefore(const WordsView& words, int i, ValueKind kind) {
  int at = i - 1;
  bool linked = false;
  for (int fillers = 0; fillers < 2 && IsFiller(words.Lower(at)); ++fillers) --at;
  const std::string_view link = words.Lower(at);
  if (link == "by" || link == "to" || link == "from" || link == "between") {
    linked = true;
    --at;
    if (link == "between" && words.Lower(at) == "by") --at;
    for (int fillers = 0; fillers < 2 && IsFiller(words.Lower(at)); ++fillers) --at;
  }
  if (link == "by") {
    // "cut its prices by 5 percent": the verb stands before what it moves.
    for (int back = at; back > at - 4 && words.IsWord(back); --back) {
      const Verb* verb = Verbs().Find(words.Lower(back));
      if (verb == nullptr || *verb == Verb::kToll) continue;
      return *verb == Verb::kUp ? Change::kUp : Change::kDown;
    }
  }
  const std::string_view word = words.Lower(at);
  const bool plain_count = kind == ValueKind::kNumber;
  if (word == "up" || word == "down" || word == "upward" || word == "downward") {
    const std::string_view before = words.Lower(at - 1);
    const bool own = before.empty() || words.IsPunct(at - 1) || IsBeing(before) ||
                     Verbs().Has(before) || !plain_count;
    if (before == "make" || before == "made" || before == "makes" ||
        before == "making") {
      return Change::kNone;
    }
    if (!own) return Change::kNone;
    return word.substr(0, 2) == "up" ? Change::kUp : Change::kDown;
  }
  if (plain_count && !linked) return Change::kNone;
  if (kind == ValueKind::kDuration && !linked) return Change::kNone;
  const Verb* found = Verbs().Find(word);
  if (found == nullptr || *found == Verb::kToll) return Change::kNone;
  return *found == Verb::kUp ? Change::kUp : Change::kDown;
}

bool IsTollVerb(std::string_view lower) {
  const Verb* found = Verbs().Find(lower);
  return found != nullptr && *found == Verb::kToll;
}

}  // namespace rashomon
