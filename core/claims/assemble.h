// From pairs to facts: one finding for each fact that is told differently.

#ifndef RASHOMON_CORE_CLAIMS_ASSEMBLE_H_
#define RASHOMON_CORE_CLAIMS_ASSEMBLE_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "core/claims/compare/rule.h"
#include "rashomon/claims.h"
#include "rashomon/findings.h"

namespace rashomon {

// A pair and what it is told of: pairs of unlike keys never join one fact, even
// where a claim stands in both.
struct KeyedPair {
  ComparedPair pair;
  uint64_t fact_key = 0;
  // Whether a fact of this pair and few others is raised only if confident.
  bool needs_company = false;
  // What the values say, of a pair that is too doubtful to be raised by itself: it is
  // taken up where others bear it out (RestoreInCompany).
  std::optional<Ruling> shelved = std::nullopt;
};

struct AssembleOptions {
  bool all = false;  // facts without a raised pair too
  // A fact of at most so many claims is raised only where a pair of it has the
  // confidence, or does not need company.
  size_t few_claims = 0;
  double least_confidence_of_few = 0;
};

// Joins the claims of `pairs` into facts: raised pairs of one key that share a
// claim join, every other pair is a fact of its own. A doubtful pair is raised, too,
// where other pairs make one fact of its claims, or where it is one of two by which a
// claim answers to one fact. Claims are grouped by value; of
// the pairs between two groups that do not agree, the one between the earliest claims
// stands for all. `original[i]` is the claim that claim i copies, or i. Facts ascend by
// (doc, begin) of their first claim. Facts without a raised pair are left out unless
// `all`.
std::vector<FactFinding> AssembleFacts(absl::Span<const Claim> claims,
                                       absl::Span<const uint32_t> original,
                                       std::vector<KeyedPair> pairs,
                                       const AssembleOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_ASSEMBLE_H_
