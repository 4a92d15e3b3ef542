// Verbs and the words that hold clauses together, by any of their forms.

#ifndef RASHOMON_CORE_CLAIMS_VERBS_H_
#define RASHOMON_CORE_CLAIMS_VERBS_H_

#include <cstdint>
#include <string_view>

namespace rashomon {

enum class WordClass : uint8_t {
  kOther,  // not in the tables: a name, a noun, an adjective
  kVerb,
  kBe,
  kHave,
  kDo,
  kModal,
  kNegatedBe,  // wasn't; so the next three
  kNegatedHave,
  kNegatedDo,
  kNegatedModal,
  kNot,          // not, never
  kNo,           // no, none, nobody, neither
  kTo,           // to
  kThat,         // that
  kCondition,    // if, unless, whether
  kSubordinate,  // while, because, after
  kBut,
  kAnd,       // and, or
  kRelative,  // who, which
  kPreposition,
  kDeterminer,
  kPronoun,
  kAdverb,
};

// Forms that a spelling may stand for; "said" is past and participle.
enum VerbForm : uint8_t {
  kBaseForm = 1,
  kThirdForm = 2,  // says
  kPastForm = 4,
  kParticiple = 8,
  kGerund = 16,
};

// What a verb does in a text (data/predicates.tsv).
enum VerbRole : uint16_t {
  kSays = 1,
  kDenies = 2,
  kAccuses = 4,  // X of Y
  kBlames = 8,   // X for Y, Y on X
  kRefuses = 16,
  kHopes = 32,
  kActs = 64,
  kOftenNoun = 128,     // its base and third forms are mostly nouns
  kIntransitive = 256,  // mostly without object
  kPerpetrates = 512,   // a deed that somebody has to answer for
};

struct WordInfo {
  WordClass word_class = WordClass::kOther;
  uint8_t forms = 0;   // of VerbForm
  uint16_t roles = 0;  // of VerbRole
  std::string_view lemma;
  std::string_view synonyms;  // name of the class that synonyms share
};

// Returns what is known of the lower-case word; kOther if nothing. One hash of a
// short word; the tables are built at the first call and never change.
const WordInfo& LookUpWord(std::string_view lower);

// Returns true for auxiliaries, negated or not.
constexpr bool IsAuxiliary(WordClass c) {
  return c >= WordClass::kBe && c <= WordClass::kNegatedModal;
}

constexpr bool IsNegatedAuxiliary(WordClass c) {
  return c >= WordClass::kNegatedBe && c <= WordClass::kNegatedModal;
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_VERBS_H_
