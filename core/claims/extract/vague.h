// Numbers that are no figures: dozens, tens of thousands, several hundred, a
// handful, a decade.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_VAGUE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_VAGUE_H_

#include <optional>

#include "core/claims/extract/number.h"
#include "core/claims/extract/words_view.h"

namespace rashomon {

// Returns the vague number at word `i`, whose role is kPlural, kFew or kPeriod.
std::optional<Number> ReadVague(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_VAGUE_H_
