// Whether four digits are meant as a year.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_YEAR_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_YEAR_H_

#include "core/claims/extract/date_words.h"

namespace rashomon {

// True if the number at `i` stands where a year does, and not where a count, a
// name or a measure does: "in 2003", "the 2011 protests"; not "2003 people",
// "Agenda 2030", "$2000", "2,000", "the 1500 metres".
bool ReadsAsYear(const DateWords& words, size_t i);

// True if the word at `i` names things that are counted: "people", "troops".
bool IsCountedNoun(const DateWords& words, size_t i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_YEAR_H_
