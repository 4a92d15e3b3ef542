// Verbs of telling: the day beside them is that of the telling, not of the event.

#ifndef RASHOMON_CORE_CLAIMS_TELLING_H_
#define RASHOMON_CORE_CLAIMS_TELLING_H_

#include <cstddef>
#include <string_view>

namespace rashomon {

// True for the lemma of such a verb.
bool IsTellingLemma(std::string_view lemma);

// True where the words of `text` that end at `at` are a verb of telling and what may
// follow it: "said here late", "told reporters on".
bool EndsInTelling(std::string_view text, size_t at);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TELLING_H_
