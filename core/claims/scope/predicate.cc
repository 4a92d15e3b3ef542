// A status word governs a number in one of two ways: it follows what is counted
// ("10 soldiers were killed", "10 dead") or stands just before the number
// ("killed at least 10"). In "10 killed and 5 wounded" the word behind wins, in
// "killed 10 and wounded 5" the word before: a word that has a number of its own
// closer by is not taken.

#include "core/claims/scope/predicate.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/claims/lemma.h"
#include "core/claims/lexicon.h"
#include "core/claims/scope/head.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view status();
}  // namespace data

namespace {

constexpr size_t kBefore = 7;
constexpr size_t kBehind = 14;

std::string_view StatusOf(std::string_view word) {
  static const auto& statuses = *new auto([] {
    WordTable<std::string_view> table;
    for (const auto& row : LexiconRows(data::status())) {
      if (row.size() == 2) table.Add(row[0], row[1]);
    }
    return table;
  }());
  return statuses.Get(word);
}

// Words between a verb and its number: "killed at least 10".
bool IsHedge(const Word& w) {
  static constexpr std::string_view kHedges[] = {
      "at",    "least",   "about", "around",  "some",    "more",   "than",
      "over",  "up",      "to",    "as",      "many",    "nearly", "almost",
      "a",     "an",      "the",   "roughly", "total",   "of",     "approximately",
      "just",  "under",   "fewer", "no",      "another", "lives",  "life",
      "toll",  "reached", "rose",  "risen",   "stood",   "stands", "is",
      "was",   "has",     "have",  "put",     "its",     "their",  "other",
      "lower", "from",    "people"};
  if (w.kind == WordKind::kPunct) return w.lower == "-";
  static const WordSet& hedges = *new WordSet(MakeWordSet(kHedges));
  return w.kind == WordKind::kWord && hedges.Has(w.lower);
}

struct Found {
  std::string_view status;
  size_t at = 0;
  bool own_number = false;  // another number stands between or beyond, nearer to it
};

Found StatusBehind(const PlaceInSentence& place) {
  const absl::Span<const Word> words = place.words;
  const size_t limit = std::min(words.size(), place.value_end + kBehind);
  bool other_number = false;
  bool aside = false;  // inside "including nine children"
  for (size_t i = place.value_end; i < limit; ++i) {
    const Word& w = words[i];
    if (w.lower == ";" || w.lower == ":") break;
    if (IsNumberWord(w) && !aside) other_number = true;
    if (w.lower == "including" || w.lower == "among" || w.lower == "mostly")
      aside = true;
    if (w.kind != WordKind::kWord) continue;
    if (w.lower == "and" || w.lower == "but" || w.lower == "while" ||
        w.lower == "who" || w.lower == "that" || w.lower == "which") {
      // Another clause: what was not said by now is not said of this number,
      // unless the noun phrase goes on ("volunteers and drivers were killed").
      const bool goes_on = i + 2 < words.size() && w.lower == "and" &&
                           !IsNumberWord(words[i + 1]) &&
                           StatusOf(words[i + 1].lower).empty();
      if (w.lower == "who" || w.lower == "that" || w.lower == "which") continue;
      if (aside && w.lower == "and") continue;
      if (!goes_on || i > place.value_end + 6) break;
    }
    const std::string_view status = StatusOf(w.lower);
    if (status.empty()) continue;
    // "in an attack that killed 20" after "5 men in": the verb has its own number.
    size_t j = i + 1;
    while (j < words.size() && j < i + 4 && IsHedge(words[j])) ++j;
    const bool own = j < words.size() && IsNumberWord(words[j]) &&
                     j > place.value_end && !w.lower.ends_with("ed");
    return {status, i, other_number || own};
  }
  return {};
}

Found StatusBefore(const PlaceInSentence& place) {
  const absl::Span<const Word> words = place.words;
  const size_t limit = place.begin > kBefore ? place.begin - kBefore : 0;
  bool adjacent = true;
  for (size_t i = place.begin; i-- > limit;) {
    const Word& w = words[i];
    if (w.kind == WordKind::kPunct && w.lower != "-" && w.lower != "\"" &&
        w.lower != "“") {
      break;
    }
    const std::string_view status = StatusOf(w.lower);
    if (!status.empty()) {
      // "10 killed 5 wounded": the word before belongs to the number before it.
      bool own = false;
      for (size_t k = i, steps = 0; k-- > 0 && steps < 3; ++steps) {
        if (words[k].kind == WordKind::kPunct) break;
        if (IsNumberWord(words[k])) own = true;
        if (words[k].lower == "and" || words[k].lower == "that") break;
      }
      return {status, i, own || !adjacent};
    }
    if (IsNumberWord(w)) break;
    if (!IsHedge(w)) adjacent = false;
  }
  return {};
}

// "killing 22 children and six teachers", "58 people died, including 11 children":
// what is strung together shares its verb.
std::string_view StatusOfChain(const PlaceInSentence& place) {
  const absl::Span<const Word> words = place.words;
  for (size_t i = place.begin, steps = 0; i-- > 0 && steps < 14; ++steps) {
    const Word& w = words[i];
    if (const std::string_view status = StatusOf(w.lower); !status.empty())
      return status;
    const bool link = w.lower == "," || w.lower == "-" || w.lower == "and" ||
                      w.lower == "including" || w.lower == "mostly" ||
                      w.lower == "among" || w.lower == "them" || w.lower == "with";
    if (link || IsHedge(w) || IsNumberWord(w)) continue;
    if (w.kind == WordKind::kWord &&
        (!LookUpHead(NounLemma(w.lower)).head_class.empty() ||
         !NationOf(w.lower).empty())) {
      continue;
    }
    break;
  }
  return {};
}

// "11 rebels and five militiamen were killed": the verb behind the last of a string is
// that of the first, too.
std::string_view StatusAhead(const PlaceInSentence& place) {
  const absl::Span<const Word> words = place.words;
  constexpr size_t kReach = 10;
  const size_t limit = std::min(words.size(), place.end + kReach);
  size_t i = place.end;
  if (i >= limit || (words[i].lower != "and" && words[i].lower != ",")) return {};
  bool counted = false;  // another number stands between
  for (; i < limit; ++i) {
    const Word& w = words[i];
    if (w.lower == "and" || w.lower == "," || IsHedge(w)) continue;
    if (IsNumberWord(w)) {
      counted = true;
      continue;
    }
    const bool passive = w.lower == "were" || w.lower == "was" || w.lower == "been";
    if (passive && i + 1 < words.size()) {
      return counted ? StatusOf(words[i + 1].lower) : std::string_view();
    }
    if (w.lower == "have" || w.lower == "has") continue;
    if (w.kind != WordKind::kWord ||
        (LookUpHead(NounLemma(w.lower)).head_class.empty() &&
         NationOf(w.lower).empty())) {
      return {};
    }
  }
  return {};
}

// "The death toll in the sinking … has risen to 58": who is counted stands far off,
// with no other number between.
std::string_view StatusOfToll(const PlaceInSentence& place) {
  const absl::Span<const Word> words = place.words;
  if (place.begin < 2) return {};
  const std::string_view before = words[place.begin - 1].lower;
  if (before != "to" && before != "at" && before != "reached" && before != "is")
    return {};
  for (size_t i = place.begin, steps = 0; i-- > 0 && steps < 24; ++steps) {
    const Word& w = words[i];
    if (IsNumberWord(w) || EndsClause(w)) break;
    if (w.lower == "toll" || w.lower == "tolls") return StatusOf("toll");
  }
  return {};
}

bool IsVerbMark(const Word& w) {
  return w.kind == WordKind::kWord && w.lower.size() > 4 &&
         (w.lower.ends_with("ed") || w.lower.ends_with("ing"));
}

}  // namespace

void FillPredicate(const PlaceInSentence& place, Claim& claim) {
  Scope& scope = claim.scope;
  const Found behind = StatusBehind(place);
  const Found before = StatusBefore(place);
  Found chosen;
  const bool behind_close = !behind.status.empty() && behind.at <= place.end + 2;
  // "those killed; at least 160 people were injured": the passive behind is its own.
  const bool passive = behind_close && !behind.own_number &&
                       behind.at > place.value_end &&
                       (place.words[behind.at - 1].lower == "were" ||
                        place.words[behind.at - 1].lower == "was" ||
                        place.words[behind.at - 1].lower == "been");
  if (passive) {
    chosen = behind;
  } else if (!before.status.empty() && !before.own_number) {
    chosen = behind_close && !behind.own_number && before.own_number ? behind : before;
  } else if (!behind.status.empty() && (!behind.own_number || behind_close)) {
    chosen = behind;
  } else if (!before.status.empty() && behind.status.empty()) {
    chosen = before;
  }
  if (scope.status.empty()) scope.status = std::string(chosen.status);
  // "14 killed 25 wounded": the verb before 25 is not its own.
  if (chosen.at > place.begin && claim.span.begin < claim.value_span.begin &&
      !before.status.empty() && place.words[before.at].span.begin >= claim.span.begin) {
    claim.span.begin = place.words[before.at + 1].span.begin;
  }
  if (scope.status.empty() && scope.head_class == "person") {
    const std::string head = NounLemma(scope.head);
    scope.status = std::string(StatusOf(head));
  }
  if (scope.status.empty() && scope.head_class == "person") {
    scope.status = std::string(StatusOfChain(place));
  }
  if (scope.status.empty() && scope.head_class == "person") {
    scope.status = std::string(StatusAhead(place));
  }
  if (scope.status.empty() && scope.head.empty() && place.end == place.value_end) {
    scope.status = std::string(StatusOfToll(place));
    if (!scope.status.empty()) scope.predicate = "toll";
  }
  if (!scope.status.empty() && scope.head_class.empty() &&
      claim.value.kind == ValueKind::kNumber &&
      (scope.status == "killed" || scope.status == "wounded" ||
       scope.status == "missing" || scope.status == "arrested")) {
    scope.head_class = "person";
  }

  const absl::Span<const Word> words = place.words;
  if (scope.predicate.empty()) {
    if (!chosen.status.empty()) {
      scope.predicate = TermOf(words[chosen.at].lower);
    } else {
      for (size_t i = place.begin; i-- > 0 && place.begin - i < 8;) {
        if (EndsClause(words[i])) break;
        if (IsVerbMark(words[i]) ||
            (words[i].kind == WordKind::kWord && !IsStopword(words[i].lower))) {
          scope.predicate = TermOf(words[i].lower);
          break;
        }
      }
    }
  }
  if (claim.subject.empty()) {
    // The first run of capitalised words of the sentence before the claim.
    size_t first = words.size();
    for (size_t i = 0; i < place.begin && i < 12; ++i) {
      const bool capital =
          words[i].kind == WordKind::kWord && !IsStopword(words[i].lower) && i > 0;
      if (capital && !NationOf(words[i].lower).empty()) {
        first = i;
        break;
      }
    }
    if (first < words.size()) claim.subject = std::string(NationOf(words[first].lower));
  }
}

}  // namespace rashomon
