#include "core/claims/likeness.h"

#include <algorithm>
#include <cmath>

namespace rashomon {
namespace {

double Weigh(absl::Span<const TermId> ids, const TermIndex& index) {
  double sum = 0;
  for (TermId id : ids) sum += index.Weight(id);
  return sum;
}

}  // namespace

double SentenceLikeness(const ClaimContext& a, const ClaimContext& b,
                        absl::Span<const TermId> shared, const TermIndex& index) {
  if (a.terms_weight <= 0 || b.terms_weight <= 0) return 0;
  return WeighWords(shared, index) / std::sqrt(a.terms_weight * b.terms_weight);
}

Likeness LikenessOf(const GateInput& x, const GateInput& y, const TermIndex& index) {
  const ClaimContext& a = x.context;
  const ClaimContext& b = y.context;
  Likeness l;
  const TermList shared = Shared(a.terms, b.terms);
  l.shared_terms = shared.size();
  const TermList shared_near = Shared(a.near, b.near);
  TermList all_shared = shared_near;
  all_shared.insert(all_shared.end(), shared.begin(), shared.end());
  std::sort(all_shared.begin(), all_shared.end());
  all_shared.erase(std::unique(all_shared.begin(), all_shared.end()), all_shared.end());
  for (TermId id : all_shared) l.rare += index.IsRare(id);
  l.sentence = SentenceLikeness(a, b, shared, index);
  const TermList close_a = CloseTerms(x.claim, a);
  const TermList close_b = CloseTerms(y.claim, b);
  if (!close_a.empty() && !close_b.empty()) {
    l.close = WeighWords(Shared(close_a, close_b), index) /
              std::min(WeighWords(close_a, index), WeighWords(close_b, index));
  }
  l.names = Weigh(shared_near, index);
  l.both_located = !a.locus.empty() && !b.locus.empty();
  if (l.both_located) {
    for (TermId id : Shared(a.locus, b.locus)) {
      l.rarity = std::max(l.rarity, std::min(1.0, 1.6 * index.Weight(id)));
    }
    l.locus = Weigh(Shared(a.locus, b.locus), index) /
              std::sqrt(Weigh(a.locus, index) * Weigh(b.locus, index));
  }
  return l;
}

}  // namespace rashomon
