// Where in its sentence a claim stands, in words.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_PLACE_IN_SENTENCE_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_PLACE_IN_SENTENCE_H_

#include <cstddef>

#include "absl/types/span.h"
#include "core/claims/annotate.h"
#include "rashomon/claims.h"

namespace rashomon {

// Indexes into `words`, half open: [begin, value_end) is the value,
// [begin, end) the value with what is counted.
struct PlaceInSentence {
  absl::Span<const Word> words;
  size_t begin = 0;
  size_t value_end = 0;
  size_t end = 0;
};

// Returns the place of `claim` among the words of `sentence`; `words` is empty
// where the claim does not lie in it.
PlaceInSentence FindPlace(const AnnotatedText& text, const Sentence& sentence,
                          const Claim& claim);

// True for a word that ends a clause: ";", ":", a dash, a bracket.
bool EndsClause(const Word& word);

// True for digits and for the number words that news writes out.
bool IsNumberWord(const Word& word);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_PLACE_IN_SENTENCE_H_
