// In which order people see findings, and what they want to know of one at a
// glance. The findings file has an order of its own.

#ifndef RASHOMON_CORE_REPORT_ORDER_H_
#define RASHOMON_CORE_REPORT_ORDER_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "absl/types/span.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// Indexes into findings.facts, gravest first: by verdict, severity, confidence;
// those that an editor decided on come last.
std::vector<uint32_t> FactsByGravity(const Findings& findings);

// Indexes into findings.reuse without boilerplate, gravest first: documents,
// then paragraphs, then passages; of each, what repeats most text; those that an
// editor decided on come last.
std::vector<uint32_t> ReuseByGravity(const Findings& findings);

// Returns the pair of `finding` that says most of it, one that differs where there
// is one, turned so that `a` is the passage published first, else the earlier one
// in the finding. None where the finding has no pair.
std::optional<ReusePair> ShownPair(const ReuseFinding& finding);

// The claims of a fact that share a value.
struct ValueGroup {
  std::vector<uint32_t> witnesses;  // indexes into claims, earliest first
  std::vector<uint32_t> copies;     // claims that copy one of the witnesses' passages
};

// The values of `fact`: by the day of their first witness where the fact is
// revised, else those first that give it its verdict, and of them those with most
// witnesses. None is without a witness.
std::vector<ValueGroup> GroupByValue(absl::Span<const Document> documents,
                                     const FactFinding& fact);

// Returns at most `most` pairs of `fact`, gravest first, of which no two have the
// same reason and rule. They are views into the fact.
std::vector<const FactPair*> GravestReasons(const FactFinding& fact, size_t most);

// How far a repetition has come.
struct Spread {
  size_t documents = 0;
  size_t sources = 0;  // known ones
  std::string first;   // days of publication, "" where none is known
  std::string last;
};

Spread SpreadOf(absl::Span<const Document> documents, const ReuseFinding& finding);

// Returns the day of `document`, "" where it is not known.
std::string Day(const Document& document);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_ORDER_H_
