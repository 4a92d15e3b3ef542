#include "core/claims/lemma.h"

#include <libstemmer.h>

#include <array>
#include <memory>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/base/hash.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view synonyms();
std::string_view demonyms();
std::string_view stopwords();
}  // namespace data

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 24> kIrregular = {{
    {"children", "child"},
    {"schoolchildren", "schoolchild"},
    {"men", "man"},
    {"women", "woman"},
    {"lives", "life"},
    {"wives", "wife"},
    {"servicemen", "serviceman"},
    {"servicewomen", "servicewoman"},
    {"policemen", "policeman"},
    {"gunmen", "gunman"},
    {"militiamen", "militiaman"},
    {"firemen", "fireman"},
    {"fishermen", "fisherman"},
    {"crewmen", "crewman"},
    {"airmen", "airman"},
    {"cameramen", "cameraman"},
    {"policewomen", "policewoman"},
    {"families", "family"},
    {"series", "series"},
    {"mujahideen", "mujahid"},
    {"mujahedeen", "mujahid"},
    {"bodies", "body"},
    {"feet", "foot"},
    {"countrymen", "countryman"},
}};

std::string_view WithoutPossessive(std::string_view word) {
  for (std::string_view mark : {"'s", "’s", "s'", "s’"}) {
    if (word.size() > mark.size() + 1 &&
        word.substr(word.size() - mark.size()) == mark) {
      return word.substr(0, word.size() - mark.size() + (mark[0] == 's' ? 1 : 0));
    }
  }
  return word;
}

bool EndsWith(std::string_view s, std::string_view end) {
  return s.size() >= end.size() && s.substr(s.size() - end.size()) == end;
}

// One stemmer a thread: Snowball's state is not to be shared.
std::string_view SnowballStem(std::string_view word) {
  struct Deleter {
    void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
  };
  thread_local const std::unique_ptr<sb_stemmer, Deleter> stemmer(
      sb_stemmer_new("english", nullptr));
  if (stemmer == nullptr || word.size() > 64) return word;
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(word.data()),
                      static_cast<int>(word.size()));
  if (stem == nullptr) return word;
  return {reinterpret_cast<const char*>(stem),
          static_cast<size_t>(sb_stemmer_length(stemmer.get()))};
}

// Stem to stem: "acquired" and "acquire" share one.
const absl::flat_hash_map<std::string, std::string>& Synonyms() {
  static const auto* const map = [] {
    auto* m = new absl::flat_hash_map<std::string, std::string>;
    for (const auto& row : LexiconRows(data::synonyms())) {
      if (row.size() != 2) continue;
      const std::string stem(SnowballStem(row[0]));
      m->try_emplace(stem, std::string(SnowballStem(row[1])));
    }
    for (const auto& [past, present] :
         std::initializer_list<std::pair<const char*, const char*>>{
             {"bought", "buy"},    {"sold", "sell"},      {"rose", "rise"},
             {"risen", "rise"},    {"fell", "fall"},      {"fallen", "fall"},
             {"grew", "rise"},     {"grown", "rise"},     {"lost", "fall"},
             {"began", "start"},   {"begun", "start"},    {"left", "leav"},
             {"withdrew", "leav"}, {"withdrawn", "leav"}, {"paid", "pay"},
             {"spent", "pay"},     {"struck", "attack"},  {"slain", "kill"},
             {"fled", "flee"},     {"gave", "give"},      {"given", "give"}}) {
      m->try_emplace(past, present);
    }
    return m;
  }();
  return *map;
}

std::string FindTerm(std::string_view word) {
  std::string stem(SnowballStem(WithoutPossessive(word)));
  const auto it = Synonyms().find(stem);
  return it == Synonyms().end() ? stem : it->second;
}

}  // namespace

std::string NounLemma(std::string_view word) {
  word = WithoutPossessive(word);
  static const auto& irregular = *new auto([] {
    WordTable<std::string_view> table;
    for (const auto& [plural, singular] : kIrregular) table.Add(plural, singular);
    return table;
  }());
  if (const std::string_view* singular = irregular.Find(word)) {
    return std::string(*singular);
  }
  if (word.size() > 4 && EndsWith(word, "ies")) {
    return std::string(word.substr(0, word.size() - 3)) + "y";
  }
  if (word.size() > 4 && (EndsWith(word, "sses") || EndsWith(word, "ches") ||
                          EndsWith(word, "shes") || EndsWith(word, "xes"))) {
    return std::string(word.substr(0, word.size() - 2));
  }
  if (word.size() > 3 && word.back() == 's' && !EndsWith(word, "ss") &&
      !EndsWith(word, "us") && !EndsWith(word, "is")) {
    return std::string(word.substr(0, word.size() - 1));
  }
  return std::string(word);
}

std::string TermOf(std::string_view word) {
  constexpr size_t kLongestKept = 32;  // bytes
  if (word.size() > kLongestKept) return FindTerm(word);
  // A text stems few words again and again: the last ones are kept, each in the
  // place that its hash names.
  struct Known {
    std::string word;
    std::string term;
  };
  thread_local std::array<Known, 2048> known;
  Known& place = known[Hash64(word) % known.size()];
  if (place.term.empty() || place.word != word) {
    place = {std::string(word), FindTerm(word)};
  }
  return place.term;
}

std::string NameKey(std::string_view name) {
  name = WithoutPossessive(name);
  for (std::string_view article : {"al-", "el-", "ad-", "as-", "ash-", "an-"}) {
    if (name.size() > article.size() + 2 && name.substr(0, article.size()) == article) {
      name.remove_prefix(article.size());
      break;
    }
  }
  std::string key;
  for (char c : name) {
    if (c == 'e' || c == 'y') c = 'i';
    if (c == 'u') c = 'o';
    if (c == '-' || c == '\'') continue;
    if (key.empty() || key.back() != c) key.push_back(c);
  }
  while (key.size() > 3 &&
         (key.back() == 'h' || key.back() == 'i' || key.back() == 'a')) {
    key.pop_back();
  }
  return key;
}

std::string_view NationOf(std::string_view word) {
  static const auto& nations = *new auto([] {
    WordTable<std::string_view> table;
    for (const auto& row : LexiconRows(data::demonyms())) {
      if (row.size() >= 2) table.Add(row[0], row[1]);
    }
    return table;
  }());
  return nations.Get(WithoutPossessive(word));
}

bool IsCity(std::string_view word) {
  static const auto& cities = *new auto([] {
    WordSet set;
    for (const auto& row : LexiconRows(data::demonyms())) {
      if (row.size() == 3 && row[2] == "city") set.Add(row[0]);
    }
    return set;
  }());
  return cities.Has(word);
}

bool IsStopword(std::string_view word) {
  static const auto& words = *new auto([] {
    WordSet set;
    for (const auto& row : LexiconRows(data::stopwords())) set.Add(row[0]);
    return set;
  }());
  return words.Has(word);
}

}  // namespace rashomon
