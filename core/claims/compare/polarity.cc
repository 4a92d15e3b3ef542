#include "core/claims/compare/polarity.h"

#include <algorithm>
#include <tuple>

#include "core/claims/compare/contrary.h"
#include "core/claims/compare/denial.h"
#include "core/claims/compare/edited_copy.h"
#include "core/claims/compare/same_event.h"

namespace rashomon {

std::vector<ComparedPair> ComparePolarity(absl::Span<const Document> documents,
                                          absl::Span<const Claim> claims,
                                          absl::Span<const AlignedCopy> copies) {
  std::vector<uint32_t> polarity;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    if (claims[i].value.kind == ValueKind::kPolarity) polarity.push_back(i);
  }
  std::vector<ComparedPair> pairs;
  EventGate events(documents);
  CompareDenials(documents, claims, polarity, events, pairs);
  CompareContrary(documents, claims, polarity, events, pairs);
  CompareEditedCopies(documents, claims, copies, pairs);
  // Of several rules for one pair the surest stays.
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const ComparedPair& x, const ComparedPair& y) {
                     return std::tuple(x.a, x.b, -x.confidence) <
                            std::tuple(y.a, y.b, -y.confidence);
                   });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const ComparedPair& x, const ComparedPair& y) {
                            return x.a == y.a && x.b == y.b;
                          }),
              pairs.end());
  return pairs;
}

}  // namespace rashomon
