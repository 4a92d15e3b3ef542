// The history of a fact that is told again and again.

#ifndef RASHOMON_CORE_CLAIMS_TIMELINE_H_
#define RASHOMON_CORE_CLAIMS_TIMELINE_H_

#include <vector>

#include "absl/types/span.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// Returns which value was told on which day, one entry for every day and value,
// ascending by day, then by the first claim that tells it. Empty unless a pair of the
// fact is revised and its dated claims are of two days at least: all else has no
// history. Cost: n log n in the claims of the fact.
std::vector<FactTime> TimelineOf(absl::Span<const Document> documents,
                                 const FactFinding& fact);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TIMELINE_H_
