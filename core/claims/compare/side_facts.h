// Facts whose claims no extractor makes: they are seen only by who compares.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_SIDE_FACTS_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_SIDE_FACTS_H_

#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Claims of their own, ascending by (doc, begin), and the pairs among them.
struct SideFacts {
  std::vector<Claim> claims;
  std::vector<ComparedPair> pairs;
};

// Weekdays that their full dates are not: a certain error of one article, shown as
// the weekday against the date beside it.
SideFacts WeekdayErrors(absl::Span<const Document> documents,
                        absl::Span<const Claim> claims);

// Spellings of one person's name: surnames and first names that sound alike and are
// written in two ways, in articles that share other names. Never raised.
// Cost: linear in the bytes of the corpus; each spelling meets a few others.
SideFacts NameVariants(absl::Span<const Document> documents, const TermIndex& index);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_SIDE_FACTS_H_
