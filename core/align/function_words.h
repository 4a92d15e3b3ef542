// Words that say little by themselves. Two texts that share only such words, and
// the figures of a date, share nothing.

#ifndef RASHOMON_CORE_ALIGN_FUNCTION_WORDS_H_
#define RASHOMON_CORE_ALIGN_FUNCTION_WORDS_H_

#include <cstdint>

namespace rashomon {

// True for the token hashes of the words in data/function_words.txt.
bool IsFunctionWord(uint64_t hash);

// The same for data/figure_words.txt.
bool IsNumberWord(uint64_t hash);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_FUNCTION_WORDS_H_
