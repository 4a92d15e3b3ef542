#include "core/claims/compare.h"

namespace rashomon {
std::vector<FactFinding> CompareClaims(absl::Span<const Document>, absl::Span<const Claim>,
                                       absl::Span<const AlignedCopy>,
                                       const CompareOptions&) {
  return {};
}
}  // namespace rashomon
