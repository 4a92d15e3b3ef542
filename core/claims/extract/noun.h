// Noun phrases: what is counted.
//
// There is no parser here. A phrase runs from the number to the first plural (or,
// behind "one", to the last singular before the phrase ends); words that end a
// noun phrase are a data file. Cost: a look-up a word, at most kMaxWords words.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_NOUN_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_NOUN_H_

#include <optional>
#include <string>
#include <string_view>

#include "core/claims/extract/words_view.h"

namespace rashomon {

struct NounPhrase {
  int first = 0;  // words [first, end)
  int end = 0;
  int head = 0;                 // the head noun's word
  std::string lemma;            // "soldier"
  std::string_view noun_class;  // "troops", or ""
};

// What the number says about the head: one thing, many, or nothing ("10-year war").
enum class Count { kOne, kMany, kAny };

// Returns the noun phrase that begins with word `i`. Behind "many" its head is a
// plural, behind "one" it is none.
std::optional<NounPhrase> ReadNounPhrase(const WordsView& words, int i, Count count);

// Lengthens "members" to "members of the security forces".
void ExtendPartitive(const WordsView& words, NounPhrase& phrase);

// The singular of an English noun in lower case: "countries" → "country".
std::string Singular(std::string_view noun);

// The class of a noun, singular or plural ("soldiers" → "troops"); "" if none.
std::string_view NounClass(std::string_view noun);

// Whether `word` ends a noun phrase: a preposition, an auxiliary, a verb …
bool EndsNounPhrase(std::string_view lower);
bool IsDeterminer(std::string_view lower);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_NOUN_H_
