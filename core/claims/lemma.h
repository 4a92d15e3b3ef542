// Lemmas and terms: the forms under which words of one meaning meet.

#ifndef RASHOMON_CORE_CLAIMS_LEMMA_H_
#define RASHOMON_CORE_CLAIMS_LEMMA_H_

#include <string>
#include <string_view>

namespace rashomon {

// Returns the singular of the lower-case noun `word`, without a possessive:
// "soldiers" and "soldier’s" give "soldier", "children" gives "child".
std::string NounLemma(std::string_view word);

// Returns the English stem (Snowball) of the lower-case `word`, without a
// possessive, or of the word that stands for it in synonyms.tsv: "acquired" and
// "bought" give the stem of "buy".
std::string TermOf(std::string_view word);

// Returns `name` (lower case) so that transliterations meet: sounds that are
// written in several ways (e and i and y, o and u, doubled letters, a final h)
// count once, and an article before it (al-) not at all. Tokhar, Tokkhar and
// al-Tukhar give one key.
std::string NameKey(std::string_view name);

// Returns the nation or side that `word` (lower case) stands for, by
// demonyms.tsv: "moscow" gives "russia"; empty where it is none.
std::string_view NationOf(std::string_view word);

// True for a capital that stands for its state where it acts ("Moscow said") and
// for itself where something happens in it.
bool IsCity(std::string_view word);

// True for words that tell nothing of what a sentence is about.
bool IsStopword(std::string_view word);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_LEMMA_H_
