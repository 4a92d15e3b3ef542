// The noun phrase behind a number is read word by word up to the first verb or
// preposition: "14,500 Soviet troops", "22 Red Crescent volunteers and drivers".
// Its last known noun is the head, and what stands before it restricts.

#include "core/claims/scope/head.h"

#include <algorithm>
#include <string>

#include "core/claims/lemma.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view heads();
}  // namespace data

namespace {

constexpr size_t kMaxPhraseWords = 7;

void AddRestrictor(Scope& scope, std::string restrictor) {
  scope.restrictors.push_back(std::move(restrictor));
}

// Joins "United" and "States", "Red" and "Army": nations of two words.
std::string_view NationAt(absl::Span<const Word> words, size_t i) {
  if (i + 1 < words.size() && words[i].kind == WordKind::kWord &&
      words[i + 1].kind == WordKind::kWord) {
    const std::string two =
        std::string(words[i].lower) + "-" + std::string(words[i + 1].lower);
    if (const std::string_view nation = NationOf(two); !nation.empty()) return nation;
  }
  return NationOf(words[i].lower);
}

// Words that end a noun phrase.
bool EndsPhrase(const Word& w) {
  if (w.kind == WordKind::kNumber) return true;
  if (w.kind == WordKind::kPunct)
    return w.lower != "-" && w.lower != "[" && w.lower != "]";
  return w.lower != "of" && w.lower != "and" && w.lower != "other" &&
         w.lower != "others" && w.lower != "more" && w.lower != "another" &&
         w.lower != "most" && IsStopword(w.lower);
}

}  // namespace

HeadEntry LookUpHead(std::string_view lemma) {
  static const auto& heads = *new auto([] {
    WordTable<HeadEntry> table;
    for (const auto& row : LexiconRows(data::heads())) {
      if (row.size() == 3) table.Add(row[0], {row[1], row[2]});
    }
    return table;
  }());
  return heads.Get(lemma);
}

// "Six deaths were of children", "12 of the dead were women": the group stands behind
// the verb. "Were mostly women" tells of some.
void AddGroupBehindVerb(const PlaceInSentence& place, Scope& scope) {
  const absl::Span<const Word> words = place.words;
  size_t i = place.end;
  if (i + 1 >= words.size() || (words[i].lower != "were" && words[i].lower != "was" &&
                                words[i].lower != "are")) {
    return;
  }
  ++i;
  if (words[i].lower == "of" && i + 1 < words.size()) ++i;
  if (words[i].kind != WordKind::kWord) return;
  const HeadEntry group = LookUpHead(NounLemma(words[i].lower));
  if (group.facet.starts_with("part:")) {
    AddRestrictor(scope, std::string(group.facet));
  }
}

void FillHead(const PlaceInSentence& place, Scope& scope) {
  const absl::Span<const Word> words = place.words;
  std::string last_known;
  HeadEntry known;
  bool after_and = false;
  const size_t limit = std::min(words.size(), place.value_end + kMaxPhraseWords);
  for (size_t i = place.value_end; i < limit; ++i) {
    const std::string_view named =
        words[i].kind == WordKind::kWord ? NationAt(words, i) : std::string_view();
    if (named.empty() && EndsPhrase(words[i])) break;
    if (words[i].kind != WordKind::kWord) continue;
    if (words[i].lower == "and") {
      // "volunteers and drivers": what follows widens, it does not restrict.
      if (!known.head_class.empty()) after_and = true;
      continue;
    }
    if (!named.empty()) {
      if (!after_and) AddRestrictor(scope, "nation:" + std::string(named));
      continue;
    }
    std::string lemma = NounLemma(words[i].lower);
    const HeadEntry entry = LookUpHead(lemma);
    if (entry.head_class.empty() && !known.head_class.empty() && !after_and &&
        words[i].lower != "of") {
      break;  // the noun is complete: "15 civilians mostly women"
    }
    if (entry.head_class.empty() || after_and) continue;
    if (!known.head_class.empty() && known.facet != "-" && entry.facet != known.facet &&
        known.head_class == entry.head_class) {
      AddRestrictor(scope, std::string(known.facet));
    }
    known = entry;
    last_known = std::move(lemma);
  }
  // A nation that has what is counted: "the United States has about 14,000".
  if (scope.head.empty()) scope.head = last_known;
  if (!known.head_class.empty() &&
      (scope.head_class.empty() || known.head_class == "person" ||
       NounLemma(scope.head) == last_known)) {
    scope.head_class = std::string(known.head_class);
    if (known.facet != "-") AddRestrictor(scope, std::string(known.facet));
  } else if (!scope.head.empty()) {
    const HeadEntry entry = LookUpHead(NounLemma(scope.head));
    if (!entry.head_class.empty()) {
      scope.head_class = std::string(entry.head_class);
      if (entry.facet != "-") AddRestrictor(scope, std::string(entry.facet));
    }
  }
  // "22 percent of the voters": of whom.
  if (scope.head.empty() && place.value_end < words.size()) {
    size_t i = place.end;
    while (i > place.value_end && words[i - 1].lower != "of") --i;
    if (i == place.value_end) i = place.end;
    if (i < words.size() && words[i].lower == "of") ++i;
    if (i > 0 && words[i - 1].lower == "of") {
      for (size_t k = i; k < std::min(words.size(), i + 4); ++k) {
        if (words[k].lower == "the" || words[k].lower == "all" ||
            words[k].lower == "its" || words[k].lower == "main" ||
            words[k].lower == "whole" || words[k].lower == "entire") {
          continue;
        }
        if (words[k].kind == WordKind::kWord && !IsStopword(words[k].lower)) {
          scope.head = NounLemma(words[k].lower);
        }
        break;
      }
    }
  }
  if (scope.head_class.empty()) scope.head_class = TermOf(scope.head);
  AddGroupBehindVerb(place, scope);
  std::sort(scope.restrictors.begin(), scope.restrictors.end());
  scope.restrictors.erase(
      std::unique(scope.restrictors.begin(), scope.restrictors.end()),
      scope.restrictors.end());
}

}  // namespace rashomon
