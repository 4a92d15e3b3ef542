// A light rule set over the words around a date, without a parser: the first
// event word that the clause offers, looked for where English puts it.

#include "core/claims/extract/date_event.h"

#include <optional>

#include "core/base/strings.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view date_tense();
std::string_view event_words();
}  // namespace data

namespace {

constexpr size_t kFar = 12;  // words looked at on one side

using EventTable = WordTable<EventWord>;

EventTable* ReadEvents() {
  auto* table = new EventTable;
  for (const auto& row : LexiconRows(data::event_words())) {
    EventWord& word = table->Add(row[0]);
    const bool noun = row[2] == "noun";
    if (word.lemma.empty() || noun) {
      word.lemma = row[1];
      word.event_class = row[3];
    }
    (noun ? word.noun : word.verb) = true;
    word.past = word.past || row[4] == "past";
  }
  return table;
}

// The side that a word of date_tense.tsv says; absent for other words.
std::optional<Tense> SideOf(std::string_view lower) {
  static const auto* const kSides = [] {
    auto* table = new WordTable<Tense>;
    for (const auto& row : LexiconRows(data::date_tense())) {
      table->Add(row[0]) = row[1] == "future" ? Tense::kFuture
                           : row[1] == "past" ? Tense::kPast
                                              : Tense::kUnknown;
    }
    return table;
  }();
  const Tense* tense = kSides->Find(lower);
  if (tense == nullptr) return std::nullopt;
  return *tense;
}

// The end of a clause: nothing beyond it speaks of the date.
bool ParsClause(const DateWords& words, size_t i) {
  return IsAny(words.Lower(i),
               {";", ":", "—", "–", "(", ")", "“", "”", "\"", "?", "!"});
}

bool IsReporting(std::string_view lower) {
  return IsAny(lower, {"said", "say", "says", "told", "reported", "reports",
                       "announced", "added", "according"});
}

// A verb's regular past, by its ending: what event_words.tsv does not list.
bool LooksPast(const DateWords& words, size_t i) {
  const std::string_view s = words.Lower(i);
  return s.size() > 4 && s.substr(s.size() - 2) == "ed" && s.substr(0, 2) != "un" &&
         !words.IsCapital(i) &&
         !IsAny(s, {"united", "indeed", "exceed", "proceed", "succeed", "hundred",
                    "speed", "based", "called", "named"});
}

std::string RegularLemma(std::string_view past) {
  std::string lemma(past.substr(0, past.size() - 2));
  const size_t n = lemma.size();
  if (lemma.back() == 'i') {
    lemma.back() = 'y';
  } else if (n > 3 && lemma[n - 1] == lemma[n - 2] &&
             !IsAny(lemma.substr(n - 1), {"s", "l"})) {
    lemma.pop_back();
  } else if (IsAny(lemma.substr(n - 1), {"v", "s", "c", "u", "z"}) ||
             IsAny(lemma.substr(n - 2),
                   {"at", "id", "ir", "in", "ot", "ag", "ib", "ur", "ul", "rg", "ng",
                    "dg", "bl", "pl", "tl", "gl", "dl", "kl"})) {
    // "obtained", "treated": two vowels take no e.
    const bool two_vowels =
        n > 3 && IsAny(lemma.substr(n - 3, 2), {"ai", "ea", "oo", "ou", "oi", "ei"});
    if (n > 2 && !two_vowels && !IsAny(lemma.substr(n - 2), {"ss"})) lemma += 'e';
  }
  return lemma;
}

struct Found {
  size_t at = 0;
  std::string head;
  std::string head_class;
  bool ok = false;
};

// Verbs that leave the naming of the event to a noun beside them.
bool IsLight(std::string_view lemma) {
  return IsAny(lemma, {"hold", "lead", "take", "make", "set", "plan", "schedule",
                       "expect", "launch", "put", "get", "see", "host"});
}

Found FoundAt(const DateWords& words, size_t i) {
  if (!words.IsWord(i)) return {};
  if (const EventWord* event = FindEventWord(words.Lower(i))) {
    if (words.IsCapital(i) && !event->noun && i > 0) return {};
    return {i, std::string(event->lemma), std::string(event->event_class), true};
  }
  if (LooksPast(words, i)) return {i, RegularLemma(words.Lower(i)), "", true};
  return {};
}

bool IsFunctionWord(std::string_view s) {
  return IsAny(
      s,
      {"the",    "a",     "an",    "of",     "in",    "on",    "at",    "by",   "for",
       "to",     "and",   "or",    "but",    "as",    "that",  "which", "who",  "when",
       "is",     "was",   "were",  "are",    "has",   "have",  "had",   "will", "would",
       "with",   "from",  "it",    "he",     "she",   "they",  "we",    "i",    "after",
       "before", "since", "until", "during", "while", "where", "into",  "amid"});
}

// "the May 1 deadline", "Friday's meeting", "the 2008 presidential election".
Found NounBehind(const DateWords& words, const DateMatch& match) {
  Found found;
  for (size_t i = match.end; i < match.end + 4 && words.IsWord(i); ++i) {
    if (IsFunctionWord(words.Lower(i))) break;
    const EventWord* event = FindEventWord(words.Lower(i));
    if (event != nullptr && event->noun) {
      found = {i, std::string(event->lemma), std::string(event->event_class), true};
    } else if (found.ok || (event != nullptr && event->past)) {
      break;
    }
  }
  return found;
}

// "deadline for the final withdrawal": to the end of what the head is for.
size_t EndOfComplement(const DateWords& words, size_t head) {
  if (!IsAny(words.Lower(head + 1), {"for", "of", "on"})) return head + 1;
  for (size_t i = head + 2; i < head + 9 && words.IsWord(i); ++i) {
    const EventWord* event = FindEventWord(words.Lower(i));
    if (event == nullptr || !event->noun) continue;
    const EventWord* next = FindEventWord(words.Lower(i + 1));
    if (next == nullptr || !next->noun) return i + 1;
  }
  return head + 1;
}

Found Before(const DateWords& words, size_t from) {
  Found weak;
  size_t commas = 0;
  for (size_t back = 1; back <= kFar && back <= from; ++back) {
    const size_t i = from - back;
    if (ParsClause(words, i)) break;
    if (words.Lower(i) == "," && ++commas > 1) break;
    const Found found = FoundAt(words, i);
    if (!found.ok) continue;
    const EventWord* event = FindEventWord(words.Lower(i));
    const bool noun = event != nullptr && event->noun;
    if (weak.ok && !noun) continue;
    if (!noun && (IsLight(found.head) || (IsReporting(words.Lower(i)) && back > 3))) {
      weak = found;
      continue;
    }
    return found;
  }
  return weak;
}

Found Behind(const DateWords& words, size_t from, size_t far) {
  Found weak;
  for (size_t i = from; i < from + far && i < words.size(); ++i) {
    if (ParsClause(words, i)) break;
    const Found found = FoundAt(words, i);
    if (!found.ok) continue;
    const EventWord* event = FindEventWord(words.Lower(i));
    const bool noun = event != nullptr && event->noun;
    if (weak.ok && !noun) continue;
    if (noun || !IsLight(found.head)) return found;
    weak = found;
  }
  return weak;
}

}  // namespace

const EventWord* FindEventWord(std::string_view lower) {
  static const EventTable* const kTable = ReadEvents();
  return kTable->Find(lower);
}

DatedEvent FindDatedEvent(const DateWords& words, const DateMatch& match) {
  DatedEvent event{"", "", match.begin, match.end};
  const auto take = [&](const Found& found) {
    event.head = found.head;
    event.head_class = found.head_class;
  };
  if (match.expr.form == DateForm::kSince) {
    // Behind "after", "since", "have passed since".
    size_t from = match.end + 1;
    if (IsAny(words.Lower(match.end), {"have", "has"})) from = match.end + 3;
    const Found found = Behind(words, from, kFar);
    if (!found.ok) return event;
    take(found);
    event.end = found.at + 1;
    return event;
  }
  if (const Found noun = NounBehind(words, match); noun.ok) {
    take(noun);
    event.end = EndOfComplement(words, noun.at);
    return event;
  }
  if (const Found before = Before(words, match.begin); before.ok) {
    take(before);
    event.begin = before.at;
    return event;
  }
  if (const Found behind = Behind(words, match.end, kFar); behind.ok) {
    take(behind);
    event.end = behind.at + 1;
  }
  return event;
}

Tense TenseAround(const DateWords& words, const DateMatch& match) {
  // A date that describes a noun takes no tense from the verb before it.
  if (NounBehind(words, match).ok) return Tense::kUnknown;
  bool reported = false;
  for (size_t back = 1; back <= kFar && back <= match.begin; ++back) {
    const size_t i = match.begin - back;
    if (ParsClause(words, i)) break;
    const std::string_view lower = words.Lower(i);
    if (IsReporting(lower) && back > 1) {
      reported = true;
      continue;
    }
    if (const auto side = SideOf(lower)) {
      // "a summit planned for April was cancelled" may lie on either side.
      const bool participle = LooksPast(words, i);
      for (size_t k = match.end; participle && k < match.end + kFar; ++k) {
        if (IsAny(words.Lower(k), {"was", "were"})) return Tense::kUnknown;
      }
      return *side;
    }
    const EventWord* event = FindEventWord(lower);
    const bool past = event != nullptr ? event->past : LooksPast(words, i);
    if (!past) continue;
    // "will be held", "is to be held" look ahead.
    if (i > 0 && IsAny(words.Lower(i - 1), {"be", "get"})) continue;
    return Tense::kPast;
  }
  for (size_t i = match.end; i < match.end + 2 * kFar / 3 && i < words.size(); ++i) {
    if (ParsClause(words, i)) break;
    const std::string_view lower = words.Lower(i);
    if (IsReporting(lower)) continue;
    if (const auto side = SideOf(lower)) return *side;
    const EventWord* event = FindEventWord(lower);
    if (event != nullptr ? event->past : LooksPast(words, i)) return Tense::kPast;
  }
  return reported ? Tense::kPast : Tense::kUnknown;
}

}  // namespace rashomon
