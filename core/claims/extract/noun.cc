#include "core/claims/extract/noun.h"

#include <algorithm>
#include <deque>

#include "core/claims/extract/number.h"
#include "core/claims/extract/phrase_table.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view nouns();
std::string_view phrase_ends();
}  // namespace data

namespace {

constexpr int kMaxWords = 7;

struct Noun {
  std::string_view lemma;
  std::string_view noun_class;
  bool plural = false;    // this form counts many
  bool singular = false;  // this form counts one
};

struct Nouns {
  std::deque<std::string> built;  // plurals made by rule
  WordTable<Noun> forms;
  WordTable<std::string_view> ends;  // word → kind
};

bool EndsWith(std::string_view s, std::string_view end) {
  return s.size() >= end.size() && s.substr(s.size() - end.size()) == end;
}

bool IsVowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

std::string Plural(std::string_view s) {
  std::string result(s);
  if (EndsWith(s, "y") && s.size() > 1 && !IsVowel(s[s.size() - 2])) {
    result.back() = 'i';
    return result + "es";
  }
  if (EndsWith(s, "s") || EndsWith(s, "x") || EndsWith(s, "z") || EndsWith(s, "ch") ||
      EndsWith(s, "sh")) {
    return result + "es";
  }
  return result + "s";
}

template <typename Visit>
void ForEachPart(std::string_view s, char separator, Visit visit) {
  while (!s.empty()) {
    const size_t end = std::min(s.find(separator), s.size());
    if (end > 0) visit(s.substr(0, end));
    s.remove_prefix(std::min(end + 1, s.size()));
  }
}

const Nouns& AllNouns() {
  static const Nouns* const nouns = [] {
    auto* result = new Nouns;
    for (const auto& row : LexiconRows(data::nouns())) {
      if (row.size() < 2) continue;
      ForEachPart(row[1], ' ', [&](std::string_view entry) {
        const size_t slash = entry.find('/');
        const std::string_view lemma = entry.substr(0, slash);
        std::string_view plural;
        if (slash != std::string_view::npos) {
          plural = entry.substr(slash + 1);
        } else {
          result->built.push_back(Plural(lemma));
          plural = result->built.back();
        }
        const bool one_form = plural == lemma;
        result->forms.Add(lemma, {lemma, row[0], one_form, true});
        if (!one_form) result->forms.Add(plural, {lemma, row[0], true, false});
      });
    }
    for (const auto& row : LexiconRows(data::phrase_ends())) {
      if (row.size() < 2) continue;
      ForEachPart(row[1], ' ',
                  [&](std::string_view word) { result->ends.Add(word, row[0]); });
    }
    return result;
  }();
  return *nouns;
}

const Noun* FindNoun(std::string_view lower) { return AllNouns().forms.Find(lower); }

bool HasApostrophe(std::string_view s) {
  return s.find('\'') != std::string_view::npos ||
         s.find("’") != std::string_view::npos;
}

bool LooksPlural(std::string_view s) {
  if (const Noun* noun = FindNoun(s)) return noun->plural;
  if (s.size() < 4) return false;
  if (EndsWith(s, "men")) return true;
  return EndsWith(s, "s") && !EndsWith(s, "ss") && !EndsWith(s, "us") &&
         !EndsWith(s, "is") && !HasApostrophe(s);
}

// TDs, POWs, NGOs
bool IsPluralAcronym(std::string_view raw) {
  if (raw.size() < 3 || raw.back() != 's') return false;
  raw.remove_suffix(1);
  return std::all_of(raw.begin(), raw.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string_view EndKind(std::string_view lower) { return AllNouns().ends.Get(lower); }

NounPhrase Phrase(const WordsView& words, int first, int head) {
  const std::string_view noun = words.Lower(head);
  return {first, head + 1, head, Singular(noun), NounClass(noun)};
}

// Names that are function words in small letters.
bool IsShortName(std::string_view raw) {
  return raw == "US" || raw == "WHO" || raw == "IT";
}

// Whether "and" at `i` joins two names inside a phrase: "Kia and Hyundai cars".
bool JoinsNames(const WordsView& words, int i) {
  return words.Lower(i) == "and" && words.IsCapital(i - 1) && words.IsCapital(i + 1) &&
         words.IsWord(i - 1) && words.IsWord(i + 1);
}

}  // namespace

std::optional<NounPhrase> ReadNounPhrase(const WordsView& words, int i, Count count) {
  int head = -1;
  int known = -1;  // of a singular head: the last noun of the lexicon
  for (int at = i, seen = 0; seen < kMaxWords && words.Has(at); ++at) {
    if (words.IsJoint(at)) continue;
    if (JoinsNames(words, at)) continue;
    // "38,000 Orell Corp. customers": the point of an abbreviation.
    if (words.Lower(at) == "." && words.Touches(at) && words.IsCapital(at - 1) &&
        words.IsWord(at + 1) && !words.IsCapital(at + 1)) {
      continue;
    }
    if (!words.IsWord(at)) {
      // "two new 737 Max jets"; an adjective list: "five young, unarmed men".
      if (words.IsNumber(at) && at > i && words.IsCapital(at + 1)) continue;
      break;
    }
    const std::string_view word = words.Lower(at);
    const bool joined = words.Touches(at) && words.IsHyphen(at - 1);
    if (!joined && !EndKind(word).empty() && !IsShortName(words.Raw(at))) break;
    if (count == Count::kMany && MayBeginNumber(words[at]) && word != "one") break;
    ++seen;
    if (words.IsJoint(at + 1)) continue;
    const Noun* noun = FindNoun(word);
    if (count != Count::kMany) {
      // "one theory states": a plural-like word behind one thing is its verb.
      if (count == Count::kOne && head >= 0 && LooksPlural(word)) break;
      // "two decades of talks failed": a plural has its verb behind it.
      if (head >= 0 && LooksPlural(words.Lower(head))) break;
      head = at;
      if (noun != nullptr && noun->singular) known = at;
      continue;
    }
    if (!LooksPlural(word) && !IsPluralAcronym(words.Raw(at))) continue;
    head = at;
    // "sports teams", "arms dealers": a further noun is the head.
    const std::string_view next = words.Lower(at + 1);
    if (!words.IsWord(at + 1) || words.Touches(at + 1) || !EndKind(next).empty()) break;
    const Noun* next_noun = FindNoun(next);
    if (next_noun == nullptr || !next_noun->plural) break;
    // "ten people injured" has its head before the participle.
    if (next_noun->noun_class == "injured" || next_noun->noun_class == "missing") break;
  }
  if (count != Count::kMany && known >= 0) head = known;
  if (head < 0) return std::nullopt;
  return Phrase(words, i, head);
}

void ExtendPartitive(const WordsView& words, NounPhrase& phrase) {
  static constexpr std::string_view kCarriers[] = {
      "member", "piece", "pair",  "group",  "type",     "kind",  "set",  "form",
      "part",   "bag",   "box",   "bottle", "category", "class", "copy", "unit",
      "acre",   "case",  "count", "row",    "round",    "batch", "team", "thousand"};
  if (std::find(std::begin(kCarriers), std::end(kCarriers), phrase.lemma) ==
      std::end(kCarriers)) {
    return;
  }
  if (words.Lower(phrase.end) != "of") return;
  int at = phrase.end + 1;
  if (IsDeterminer(words.Lower(at))) ++at;
  // Up to the last content word before the phrase ends, four at most.
  int last = -1;
  for (int seen = 0; seen < 6 && words.Has(at); ++at) {
    if (words.IsJoint(at)) continue;
    if (!words.IsWord(at) || !EndKind(words.Lower(at)).empty()) break;
    last = at;
    ++seen;
    if (LooksPlural(words.Lower(at)) && !LooksPlural(words.Lower(at + 1))) break;
  }
  if (last < 0) return;
  // "members of the council" may end in a singular; "types of …" may not.
  const bool plural = LooksPlural(words.Lower(last));
  if (!plural && phrase.lemma != "member" && FindNoun(words.Lower(last)) == nullptr)
    return;
  phrase.end = last + 1;
  const std::string_view inner = NounClass(words.Lower(last));
  if (plural && !inner.empty()) phrase.noun_class = inner;
}

std::string Singular(std::string_view noun) {
  for (std::string_view possessive : {"'s", "’s", "'", "’"}) {
    if (EndsWith(noun, possessive)) {
      noun.remove_suffix(possessive.size());
      break;
    }
  }
  if (const Noun* known = FindNoun(noun)) return std::string(known->lemma);
  std::string s(noun);
  if (s.size() < 4) return s;
  if (EndsWith(s, "oes") && s.size() > 5) return s.substr(0, s.size() - 2);
  if (EndsWith(s, "ies") && s.size() > 4) return s.substr(0, s.size() - 3) + "y";
  if (EndsWith(s, "men")) return s.substr(0, s.size() - 2) + "an";
  for (std::string_view end : {"sses", "xes", "zes", "ches", "shes"}) {
    if (EndsWith(s, end)) return s.substr(0, s.size() - 2);
  }
  if (EndsWith(s, "s") && !EndsWith(s, "ss") && !EndsWith(s, "us") &&
      !EndsWith(s, "is")) {
    s.pop_back();
  }
  return s;
}

std::string_view NounClass(std::string_view noun) {
  if (const Noun* known = FindNoun(noun)) return known->noun_class;
  const std::string singular = Singular(noun);
  const Noun* known = FindNoun(singular);
  return known == nullptr ? std::string_view() : known->noun_class;
}

bool EndsNounPhrase(std::string_view lower) { return !EndKind(lower).empty(); }

bool IsDeterminer(std::string_view lower) { return EndKind(lower) == "determiner"; }

}  // namespace rashomon
