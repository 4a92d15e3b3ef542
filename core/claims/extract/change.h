// Which way a text says that a value moved: "rose 5 percent to $70".

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_CHANGE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_CHANGE_H_

#include <string_view>

#include "core/claims/extract/words_view.h"
#include "rashomon/claims.h"

namespace rashomon {

// Returns the change that the verb before word `i` tells of the quantity that
// begins there; for a count the verb needs "by", "to" or "from".
Change ChangeBefore(const WordsView& words, int i, ValueKind kind);

// Whether `lower` says what was done to people: killed, wounded, arrested.
bool IsTollVerb(std::string_view lower);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_CHANGE_H_
