// A role word counts where it stands close: behind the number ("20 more",
// "30 a day"), or just before it ("another 20", "including 20"). A modal word
// counts anywhere before the number in its clause.

#include "core/claims/scope/role.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/claims/lemma.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view roles();
}  // namespace data

namespace {

struct RoleEntry {
  bool modality = false;
  std::string_view value;
};

const RoleEntry* LookUpRole(std::string_view word) {
  static const auto& roles = *new auto([] {
    WordTable<RoleEntry> table;
    for (const auto& row : LexiconRows(data::roles())) {
      if (row.size() == 3) table.Add(row[0], {row[1] == "modality", row[2]});
    }
    return table;
  }());
  return roles.Find(word);
}

bool Is(absl::Span<const Word> words, size_t i, std::string_view lower) {
  return i < words.size() && words[i].lower == lower;
}

bool IsNumber(const Word& w) { return w.kind == WordKind::kNumber; }

// "of whom 3", "3 of them", "3 of the 42 men".
bool IsSubset(const PlaceInSentence& p) {
  const absl::Span<const Word> words = p.words;
  if (p.begin >= 2 && words[p.begin - 2].lower == "of" &&
      (words[p.begin - 1].lower == "whom" || words[p.begin - 1].lower == "which" ||
       words[p.begin - 1].lower == "them" || words[p.begin - 1].lower == "these" ||
       words[p.begin - 1].lower == "those")) {
    return true;
  }
  if (!Is(words, p.value_end, "of")) return false;
  if (p.value_end + 1 >= words.size()) return false;
  const Word& next = words[p.value_end + 1];
  if (next.lower == "them" || next.lower == "whom" || next.lower == "which" ||
      next.lower == "these" || next.lower == "those" || next.lower == "her" ||
      next.lower == "his" || next.lower == "their") {
    return true;
  }
  for (size_t i = p.value_end + 1; i < std::min(words.size(), p.value_end + 4); ++i) {
    if (IsNumber(words[i])) return true;
  }
  return false;
}

// "10 million dollars of subordinated debt": of all that is owed, one rank.
bool IsOneRank(const PlaceInSentence& p) {
  constexpr size_t kNear = 8;  // words
  const size_t limit = std::min(p.words.size(), p.value_end + kNear);
  for (size_t i = p.value_end; i + 1 < limit && !EndsClause(p.words[i]); ++i) {
    const std::string_view w = p.words[i].lower;
    if ((w == "subordinated" || w == "senior" || w == "secured" || w == "unsecured") &&
        p.words[i + 1].lower == "debt") {
      return true;
    }
  }
  return false;
}

// The wounded are told beside the dead: "30 were killed and 90 others injured"
// has no other wounded.
void DropBesideTheDead(Scope& scope) {
  if ((scope.role == "increment" || scope.role == "beside") &&
      scope.status == "wounded") {
    scope.role.clear();
  }
}

bool IsAmongTheseMany(const PlaceInSentence& p) {
  return p.begin >= 2 && p.words[p.begin - 1].lower == "the" &&
         p.words[p.begin - 2].lower == "among";
}

void ReadRole(const PlaceInSentence& p, Scope& scope);
void ReadGrade(const PlaceInSentence& p, Scope& scope);

}  // namespace

// "18 of the 31 lorries were destroyed" says nothing of what became of the 31.
bool IsWhole(const PlaceInSentence& p) {
  const absl::Span<const Word> words = p.words;
  size_t i = p.begin;
  if (i > 0 && words[i - 1].lower == "the") --i;
  return i >= 2 && words[i - 1].lower == "of" && IsNumberWord(words[i - 2]);
}

// "2,500 troops are part of the 9,600-strong mission".
bool HasStatedPart(const PlaceInSentence& p) {
  size_t i = p.begin;
  if (i > 0 && (p.words[i - 1].lower == "the" || p.words[i - 1].lower == "a" ||
                p.words[i - 1].lower == "an")) {
    --i;
  }
  return i >= 2 && p.words[i - 1].lower == "of" && p.words[i - 2].lower == "part";
}

void FillRole(const PlaceInSentence& p, Scope& scope) {
  if (HasStatedPart(p)) scope.role = "total";
  if (IsWhole(p)) {
    scope.role = "whole";
    scope.status.clear();
  }
  if (IsAmongTheseMany(p)) {
    // "among the 58 people killed" tells the toll, "among the 58 people on board"
    // no count of the killed.
    const bool defined = p.end < p.words.size() &&
                         p.words[p.end].kind == WordKind::kWord &&
                         !IsStopword(p.words[p.end].lower);
    scope.role = defined ? "total" : "whole";
    if (!defined) scope.status.clear();
  }
  ReadRole(p, scope);
  DropBesideTheDead(scope);
  ReadGrade(p, scope);
}

namespace {

// "from 85", "from a previously reported 85".
bool IsFormerCount(absl::Span<const Word> between) {
  return between.size() <= 1 ||
         std::all_of(between.begin(), between.end(), [](const Word& w) {
           return w.lower == "a" || w.lower == "an" || w.lower == "the" ||
                  w.lower == "previous" || w.lower == "previously" ||
                  w.lower == "earlier" || w.lower == "initial" ||
                  w.lower == "initially" || w.lower == "reported";
         });
}

// Of the wounded a part is told by how gravely: "seriously", "slight injuries".
void ReadGrade(const PlaceInSentence& p, Scope& scope) {
  if (scope.status != "wounded" || !scope.role.empty()) return;
  const size_t first = p.begin - std::min<size_t>(p.begin, 3);
  for (size_t i = first; i < std::min(p.words.size(), p.end + 3); ++i) {
    const std::string_view w = p.words[i].lower;
    if (p.words[i].kind == WordKind::kPunct && i >= p.end) break;
    if (w == "seriously" || w == "serious" || w == "critically" || w == "critical" ||
        w == "severely" || w == "severe" || w == "badly" || w == "gravely") {
      scope.role = "graded:serious";
      return;
    }
    if (w == "slightly" || w == "slight" || w == "lightly" || w == "minor") {
      scope.role = "graded:slight";
      return;
    }
  }
}

void ReadRole(const PlaceInSentence& p, Scope& scope) {
  const absl::Span<const Word> words = p.words;
  if (scope.modality.empty()) {
    for (size_t i = p.begin; i-- > 0 && p.begin - i <= 10;) {
      if (EndsClause(words[i])) break;
      if (words[i].kind == WordKind::kPunct && words[i].lower == "," && p.begin - i > 3)
        break;
      const RoleEntry* entry = LookUpRole(words[i].lower);
      if (entry != nullptr && entry->modality) {
        scope.modality = std::string(entry->value);
        break;
      }
    }
    if (scope.modality.empty()) scope.modality = "fact";
  }
  if (!scope.role.empty()) return;
  if (IsSubset(p) || IsOneRank(p)) {
    scope.role = "part";
    return;
  }
  // Just behind the value, and just behind what is counted.
  for (size_t i = p.value_end; i < std::min(words.size(), p.end + 2); ++i) {
    if (words[i].kind == WordKind::kPunct || IsNumber(words[i])) break;
    const RoleEntry* entry = LookUpRole(words[i].lower);
    if (entry != nullptr && !entry->modality && entry->value != "part" &&
        entry->value != "rank") {
      scope.role = std::string(entry->value);
      return;
    }
  }
  if ((Is(words, p.end, "a") || Is(words, p.end, "an") || Is(words, p.end, "per")) &&
      p.end + 1 < words.size() &&
      (words[p.end + 1].lower == "day" || words[p.end + 1].lower == "week" ||
       words[p.end + 1].lower == "month" || words[p.end + 1].lower == "year" ||
       words[p.end + 1].lower == "hour" || words[p.end + 1].lower == "share" ||
       words[p.end + 1].lower == "head" || words[p.end + 1].lower == "barrel")) {
    scope.role = "rate:" + std::string(words[p.end + 1].lower);
    return;
  }
  for (size_t i = p.begin; i-- > 0 && p.begin - i <= 4;) {
    const Word& w = words[i];
    if (w.kind == WordKind::kPunct && w.lower != "-" && w.lower != "$") break;
    if (IsNumber(w)) break;
    const RoleEntry* entry = LookUpRole(w.lower);
    if (entry != nullptr && !entry->modality && w.lower != "more" &&
        w.lower != "most" && w.lower != "new") {
      scope.role = entry->value == "rate" ? "rate:" + std::string(w.lower)
                                          : std::string(entry->value);
      return;
    }
    if (p.begin - i == 1 && w.lower == "by") {
      scope.role = "change";
      return;
    }
    if (w.lower == "from" && IsFormerCount(words.subspan(i + 1, p.begin - i - 1))) {
      scope.role = "former";
      return;
    }
  }
}

}  // namespace
}  // namespace rashomon
