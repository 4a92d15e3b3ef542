#include "core/claims/compare/phrase.h"

#include <algorithm>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "core/base/hash.h"
#include "core/claims/lexicon.h"
#include "core/claims/verbs.h"

namespace rashomon {

namespace data {
std::string_view demonyms();
std::string_view event_nouns();
std::string_view organs();
std::string_view titles();
}  // namespace data

namespace {

using Map = absl::flat_hash_map<std::string_view, std::string_view>;
using Set = absl::flat_hash_set<std::string_view>;

Map ReadMap(std::string_view tsv) {
  Map map;
  for (const auto& row : LexiconRows(tsv)) {
    if (row.size() >= 2) map.insert({row[0], row[1]});
  }
  return map;
}

Set ReadSet(std::string_view tsv) {
  Set set;
  for (const auto& row : LexiconRows(tsv)) set.insert(row[0]);
  return set;
}

std::string_view Canonical(const Map& map, std::string_view word) {
  const auto it = map.find(word);
  return it == map.end() ? std::string_view() : it->second;
}

std::string_view Singular(std::string_view word) {
  if (word.size() > 3 && word.ends_with("s") && !word.ends_with("ss") &&
      !word.ends_with("us") && !word.ends_with("is")) {
    word.remove_suffix(1);
  }
  return word;
}

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 128 || c == '.' || c == '\'';
}

struct Piece {
  std::string lower;
  bool capital = false;
};

std::vector<Piece> Pieces(std::string_view phrase) {
  std::vector<Piece> pieces;
  size_t i = 0;
  while (i < phrase.size()) {
    if (!IsWordByte(phrase[i])) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < phrase.size() && IsWordByte(phrase[end])) ++end;
    std::string_view raw = phrase.substr(i, end - i);
    i = end;
    for (const std::string_view quote : {"“", "”", "‘", "—", "–"}) {
      if (raw.starts_with(quote)) raw.remove_prefix(quote.size());
      if (raw.ends_with(quote)) raw.remove_suffix(quote.size());
    }
    for (const std::string_view genitive : {"'s", "’s", "'", "’"}) {
      if (raw.ends_with(genitive)) raw.remove_suffix(genitive.size());
    }
    if (raw.ends_with(".") && raw.find('.') + 1 == raw.size()) raw.remove_suffix(1);
    while (!raw.empty() && (raw.front() == '.' || raw.front() == '\'')) {
      raw.remove_prefix(1);
    }
    if (raw.empty()) continue;
    Piece p;
    p.capital = absl::ascii_isupper(static_cast<unsigned char>(raw.front()));
    p.lower = std::string(raw);
    absl::AsciiStrToLower(&p.lower);
    // "us" is a pronoun, US a nation.
    if (p.lower == "us") p.lower = raw == "US" ? "u.s." : "we";
    pieces.push_back(std::move(p));
  }
  return pieces;
}

void SortUnique(std::vector<uint64_t>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

bool IsPronoun(std::string_view w) {
  return w == "he" || w == "she" || w == "it" || w == "they" || w == "we" || w == "i" ||
         w == "you" || w == "who" || w == "them" || w == "him" || w == "its" ||
         w == "his" || w == "her" || w == "their";
}

}  // namespace

Phrase PhraseOf(std::string_view phrase) {
  static const Map& nations = *new Map(ReadMap(data::demonyms()));
  static const Map& events = *new Map(ReadMap(data::event_nouns()));
  static const Set& organs = *new Set(ReadSet(data::organs()));
  static const Set& titles = *new Set(ReadSet(data::titles()));
  Phrase terms;
  const std::vector<Piece> pieces = Pieces(phrase);
  if (pieces.size() == 1 && IsPronoun(pieces[0].lower)) {
    terms.pronoun = true;
    return terms;
  }
  bool head_open = true;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& p = pieces[i];
    if (i + 1 < pieces.size()) {
      const std::string two = p.lower + "-" + pieces[i + 1].lower;
      if (const auto nation = Canonical(nations, two); !nation.empty()) {
        terms.nations.push_back(Hash64(nation));
        if (head_open) terms.head = Hash64(nation);
        ++i;
        continue;
      }
    }
    if (const auto nation = Canonical(nations, p.lower); !nation.empty()) {
      terms.nations.push_back(Hash64(nation));
      if (head_open) terms.head = Hash64(nation);
      continue;
    }
    const WordClass c = LookUpWord(p.lower).word_class;
    if (c == WordClass::kPreposition || c == WordClass::kRelative) {
      if (terms.head != 0) head_open = false;
      continue;
    }
    if (c != WordClass::kOther && c != WordClass::kVerb) continue;
    const std::string_view singular = Singular(p.lower);
    const std::string_view event = Canonical(events, singular);
    const std::string_view word = event.empty() ? singular : event;
    const uint64_t hash = Hash64(word);
    terms.organ |= organs.contains(singular);
    if (p.capital && !titles.contains(singular) && !organs.contains(singular)) {
      terms.names.push_back(hash);
    } else {
      terms.words.push_back(hash);
    }
    if (head_open) terms.head = hash;
  }
  SortUnique(terms.nations);
  SortUnique(terms.names);
  SortUnique(terms.words);
  return terms;
}

size_t SharedCount(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t shared = 0;
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (*x < *y) {
      ++x;
    } else if (*y < *x) {
      ++y;
    } else {
      ++shared;
      ++x;
      ++y;
    }
  }
  return shared;
}

size_t SharedWords(const Phrase& a, const Phrase& b) {
  return SharedCount(a.nations, b.nations) + SharedCount(a.names, b.names) +
         SharedCount(a.words, b.words) +
         // A name in one is often a plain word in the lower-case other.
         SharedCount(a.names, b.words) + SharedCount(a.words, b.names);
}

Match MatchActors(const Phrase& a, const Phrase& b) {
  if (a.pronoun || b.pronoun) return Match::kMaybe;
  if (a.empty() || b.empty()) return Match::kNo;
  if (SharedCount(a.names, b.names) > 0) return Match::kYes;
  if (!a.nations.empty() && !b.nations.empty()) {
    return SharedCount(a.nations, b.nations) > 0 ? Match::kYes : Match::kNo;
  }
  if (!a.names.empty() && !b.names.empty()) return Match::kNo;
  if (a.head != 0 && a.head == b.head) return Match::kYes;
  const auto may_be_state = [](const Phrase& p) {
    return p.organ || !p.nations.empty();
  };
  return may_be_state(a) && may_be_state(b) ? Match::kMaybe : Match::kNo;
}

}  // namespace rashomon
