// Dates of one event, told differently.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_DATE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_DATE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/compare/pair.h"
#include "core/claims/context.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

struct DateOptions {
  bool all = false;  // pairs of every verdict
  int threads = 1;
};

// Returns the pairs of date claims that speak of one event:
// two days or two years of it in the authors' own voice are a conflict; without
// `all` only those. With `all` also dates that agree or hold one another, and
// those that one veto keeps apart. `original[i]` is the claim that claim i copies,
// or i; only originals are compared.
std::vector<ComparedPair> CompareDates(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       const ClaimContexts& contexts,
                                       absl::Span<const uint32_t> original,
                                       const TermIndex& index,
                                       const DateOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_DATE_H_
