// Likeness: how much the words, names and places about two claims have in common.

#ifndef RASHOMON_CORE_CLAIMS_LIKENESS_H_
#define RASHOMON_CORE_CLAIMS_LIKENESS_H_

#include <cstddef>

#include "absl/types/span.h"
#include "core/claims/context.h"
#include "core/claims/gate.h"
#include "core/claims/terms.h"

namespace rashomon {

struct Likeness {
  double sentence = 0;  // cosine of the sentences' terms
  size_t shared_terms = 0;
  size_t rare = 0;    // rare words of the sentence and names about it that both have
  double close = 0;   // of the words about the value: share of the poorer side
  double names = 0;   // weight of the names that the surroundings share
  double locus = 0;   // cosine of the places; 0 where either side names none
  double rarity = 0;  // of the rarest shared place, in [0, 1]
  bool both_located = false;
};

// On the next day only the same sentence tells the same.
inline constexpr double kStrictSentence = 0.75;
// Two sentences so alike tell the same thing, word by word.
inline constexpr double kSameSentence = 0.5;
// Alike enough that another place is another word for it.
inline constexpr double kLikeSentence = 0.4;

// Returns the likeness of what surrounds the two claims.
Likeness LikenessOf(const GateInput& x, const GateInput& y, const TermIndex& index);

// Returns the cosine of the sentences' terms, of which `shared` are common to both.
double SentenceLikeness(const ClaimContext& a, const ClaimContext& b,
                        absl::Span<const TermId> shared, const TermIndex& index);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_LIKENESS_H_
