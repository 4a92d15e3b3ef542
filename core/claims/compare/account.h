// Accounts: what the sources of two counts say, where their times leave it open.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_ACCOUNT_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_ACCOUNT_H_

#include <cstdint>
#include <string_view>

#include "absl/types/span.h"
#include "core/claims/compare/rule.h"
#include "core/claims/context.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Turns what rule "toll" calls revised into a conflict, of counts `a` and `b` (indexes
// into `claims`, which ascend by (doc, begin)) of two articles and two speakers, since
// the account of a party replaces no other:
//   the article of the greater also gives a lower count, by another speaker, and does
//     not call it an earlier one
//   rebels tell one of the two, and both articles have dates
// Cost: constant; at most 200 claims of the article are looked at.
void WeighAccounts(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                   const ClaimContexts& contexts, uint32_t a, uint32_t b, Order order,
                   Ruling& ruling);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_ACCOUNT_H_
