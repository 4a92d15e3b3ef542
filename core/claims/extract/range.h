// Ranges and movements: "700,000 to 1.3 million", "between 5 and 7", "10-15",
// "$3 billion to $5 billion", "fell from 212,577 to 138,285".

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_RANGE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_RANGE_H_

#include "core/claims/extract/reading.h"
#include "core/claims/extract/words_view.h"

namespace rashomon {

// Reads the other end behind `reading.low`, if there is one: sets high, moved,
// unit, currency, value_end and end, and scales "3 to 5 billion".
void ReadRange(const WordsView& words, Reading& reading);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_RANGE_H_
