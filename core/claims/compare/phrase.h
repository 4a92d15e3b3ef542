// Phrases: what they name, in a form that can be compared.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_PHRASE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_PHRASE_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace rashomon {

// The canonical words of a phrase, hashed. Nations go by one name (Moscow, Russian
// and Kremlin are one), plurals by their singular, and strike, raid and bombing by
// one word.
struct Phrase {
  std::vector<uint64_t> nations;  // ascending, as the next two
  std::vector<uint64_t> names;    // capitalised words that are no nation
  std::vector<uint64_t> words;    // the rest: content words
  uint64_t head = 0;              // the noun that the phrase is about; 0 for none
  bool pronoun = false;
  bool organ = false;  // government, army, spokesman: acts for a state or side

  bool empty() const { return nations.empty() && names.empty() && words.empty(); }
};

Phrase PhraseOf(std::string_view phrase);

enum class Match { kNo, kMaybe, kYes };

// Whether two phrases name one actor: a shared nation or name, or one head without
// names that part them. A pronoun or an organ without nation may be anybody.
Match MatchActors(const Phrase& a, const Phrase& b);

// The number of values that two ascending lists share.
size_t SharedCount(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b);

// The number of nations, names and words that two phrases share.
size_t SharedWords(const Phrase& a, const Phrase& b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_PHRASE_H_
