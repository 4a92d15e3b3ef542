// Every form of every verb is spelled out once, by the rules of English and the
// table of irregular verbs, so that reading a text costs one look-up a word.

#include "core/claims/verbs.h"

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "core/base/strings.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {

namespace data {
std::string_view predicates();
std::string_view irregular_verbs();
std::string_view clause_words();
}  // namespace data

namespace {

bool IsVowel(char c) {
  return std::string_view("aeiou").find(c) != std::string_view::npos;
}

// accuse → accus, deny → deni, stop → stopp: what -ed is added to.
std::string PastStem(const std::string& lemma) {
  const size_t n = lemma.size();
  if (lemma[n - 1] == 'e') return lemma.substr(0, n - 1);
  if (n > 1 && lemma[n - 1] == 'y' && !IsVowel(lemma[n - 2])) {
    return lemma.substr(0, n - 1) + "i";
  }
  return lemma;
}

// plan → plann, admit → admitt: a short vowel and one consonant at the end.
bool DoublesConsonant(const std::string& lemma) {
  const size_t n = lemma.size();
  if (n < 3 || IsVowel(lemma[n - 1]) || !IsVowel(lemma[n - 2]) ||
      IsVowel(lemma[n - 3])) {
    return false;
  }
  return std::string_view("wxyh").find(lemma[n - 1]) == std::string_view::npos;
}

std::string ThirdForm(const std::string& lemma) {
  const size_t n = lemma.size();
  const std::string_view end = std::string_view(lemma).substr(n < 2 ? 0 : n - 2);
  if (lemma[n - 1] == 'y' && n > 1 && !IsVowel(lemma[n - 2])) {
    return lemma.substr(0, n - 1) + "ies";
  }
  if (end == "sh" || end == "ch" || lemma[n - 1] == 's' || lemma[n - 1] == 'x' ||
      lemma[n - 1] == 'z' || lemma == "go" || lemma == "do") {
    return lemma + "es";
  }
  return lemma + "s";
}

class Table {
 public:
  Table() {
    AddFunctionWords();
    absl::flat_hash_map<std::string_view, std::vector<std::string_view>> irregular;
    for (const auto& row : LexiconRows(data::irregular_verbs())) {
      if (row.size() >= 3) irregular[row[0]] = row;
    }
    for (const auto& row : LexiconRows(data::predicates())) {
      if (row.size() < 3) continue;
      WordInfo info;
      info.word_class = WordClass::kVerb;
      info.lemma = row[0];
      info.synonyms = row[2];
      info.roles = Roles(row[1]);
      const std::string lemma(row[0]);
      Add(lemma, info, kBaseForm);
      Add(ThirdForm(lemma), info, kThirdForm);
      const bool doubles = DoublesConsonant(lemma);
      const std::string last(1, lemma.back());
      const std::string gerund_stem =
          lemma.back() == 'e' && lemma != "see" && lemma != "flee"
              ? lemma.substr(0, lemma.size() - 1)
              : lemma;
      Add(lemma == "lie" ? "lying" : gerund_stem + "ing", info, kGerund);
      if (doubles) Add(lemma + last + "ing", info, kGerund);
      if (const auto it = irregular.find(row[0]); it != irregular.end()) {
        Add(std::string(it->second[1]), info, kPastForm);
        Add(std::string(it->second[2]), info, kParticiple);
      } else {
        Add(PastStem(lemma) + "ed", info, kPastForm | kParticiple);
        if (doubles) Add(lemma + last + "ed", info, kPastForm | kParticiple);
      }
    }
  }

  const WordInfo& Find(std::string_view word) const {
    const WordInfo* info = words_.Find(word);
    return info == nullptr ? none_ : *info;
  }

 private:
  static uint16_t Roles(std::string_view letters) {
    unsigned roles = 0;
    for (const char c : letters) {
      roles |= c == 's'   ? kSays
               : c == 'd' ? kDenies
               : c == 'a' ? kAccuses
               : c == 'b' ? kBlames
               : c == 'r' ? kRefuses
               : c == 'h' ? kHopes
               : c == 'c' ? kActs
               : c == 'n' ? kOftenNoun
               : c == 'i' ? kIntransitive
               : c == 'p' ? kPerpetrates
                          : 0;
    }
    return static_cast<uint16_t>(roles);
  }

  void AddFunctionWords() {
    const absl::flat_hash_map<std::string_view, WordClass> classes = {
        {"be", WordClass::kBe},
        {"have", WordClass::kHave},
        {"do", WordClass::kDo},
        {"modal", WordClass::kModal},
        {"negbe", WordClass::kNegatedBe},
        {"neghave", WordClass::kNegatedHave},
        {"negdo", WordClass::kNegatedDo},
        {"negmodal", WordClass::kNegatedModal},
        {"not", WordClass::kNot},
        {"no", WordClass::kNo},
        {"to", WordClass::kTo},
        {"that", WordClass::kThat},
        {"condition", WordClass::kCondition},
        {"subordinate", WordClass::kSubordinate},
        {"but", WordClass::kBut},
        {"and", WordClass::kAnd},
        {"relative", WordClass::kRelative},
        {"preposition", WordClass::kPreposition},
        {"determiner", WordClass::kDeterminer},
        {"pronoun", WordClass::kPronoun},
        {"adverb", WordClass::kAdverb},
    };
    for (const auto& row : LexiconRows(data::clause_words())) {
      if (row.size() < 2) continue;
      WordInfo info;
      info.word_class = classes.at(row[1]);
      info.lemma = row[0];
      Add(std::string(row[0]), info, 0);
      // The curly apostrophe is as common as the straight one.
      if (const size_t at = row[0].find('\''); at != std::string_view::npos) {
        Add(std::string(row[0].substr(0, at)) + "’" +
                std::string(row[0].substr(at + 1)),
            info, 0);
      }
    }
  }

  // The first entry of a spelling stays; the same verb's forms are joined.
  void Add(const std::string& spelling, WordInfo info, unsigned forms) {
    info.forms = static_cast<uint8_t>(forms);
    if (!words_.Has(spelling)) {
      spellings_.push_back(spelling);
      words_.Add(spellings_.back(), info);
    } else if (WordInfo& known = words_.Add(spelling); known.lemma == info.lemma) {
      known.forms = static_cast<uint8_t>(known.forms | forms);
    }
  }

  std::deque<std::string> spellings_;
  WordTable<WordInfo> words_;
  WordInfo none_;
};

}  // namespace

const WordInfo& LookUpWord(std::string_view lower) {
  static const Table& table = *new Table();
  return table.Find(lower);
}

}  // namespace rashomon
