// The clause that a date stands in: what it says happened, to whom, and whether
// it says so as a fact of the past.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_DATED_CLAUSE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_DATED_CLAUSE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claims/context.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// How exactly a date is told.
enum class DateGrain { kOther, kDay, kMonth, kYear };

struct DatedClause {
  std::string event;          // class of the event's word
  ByteSpan span;              // bytes of the clause
  std::vector<TermId> terms;  // its content words but the event's and the date's
  std::vector<TermId> names;  // those of them that are names, nations included
  std::vector<TermId> nations;
  std::vector<uint64_t> numbers;  // its other figures and ordinals
  DateGrain grain = DateGrain::kOther;
  DayRange days;        // an open end is far away; unknown where both are open
  bool stated = false;  // day and month, or the year, stand in the text itself
  bool fact = false;    // told as something that has happened
};

// Returns the class of the event that the date `claim` dates; empty where it dates
// none.
std::string_view EventClassOf(const Claim& claim);

// Which dates are worth a reading of their clause.
enum class DateFilter { kStated, kAll };

// Reads the clause of the date `claim`; nothing where the date dates no event, is
// the page's, or says "now", and where the filter passes over it.
std::optional<DatedClause> ReadDatedClause(const Document& document, const Claim& claim,
                                           const TermIndex& index, DateFilter filter);

// How often events of a class befall one subject.
enum class Recurrence {
  kOnce,     // it is born, founded, opened once
  kSeldom,   // most
  kOften,    // meetings, elections, attacks: two days are two events as a rule
  kNoEvent,  // said, reported: the day of a statement
};
Recurrence RecurrenceOf(std::string_view event_class);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_DATED_CLAUSE_H_
