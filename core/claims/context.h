// What surrounds a claim, as comparison needs it: terms, names and times.

#ifndef RASHOMON_CORE_CLAIMS_CONTEXT_H_
#define RASHOMON_CORE_CLAIMS_CONTEXT_H_

#include <cstdint>
#include <memory>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "absl/types/span.h"
#include "core/claims/cues.h"
#include "core/claims/day_range.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// A few terms, ascending.
using TermList = absl::InlinedVector<TermId, 16>;

struct ClaimContext : SentenceCues {
  absl::Span<const Term> words;    // the sentence's terms in order of place
  absl::Span<const TermId> terms;  // of the sentence, ascending
  absl::Span<const TermId> names;  // of the sentence, ascending
  absl::Span<const TermId> near;   // names of the text around it, ascending
  // Where it happened: places of the sentence, or of what stands before it, or of
  // the lead; ascending.
  absl::Span<const TermId> locus;
  absl::Span<const TermId> nations;  // nations of the sentence, ascending
  double terms_weight = 0;           // WeighWords(terms)
  bool located = false;              // the sentence itself names the place
  // `event` is the day of what stands before, or of the lead.
  bool day_inherited = false;
  DayRange published;
  DayRange event;  // stated in the sentence; unknown where it is not
  // A longer stretch that the sentence names: a year ago, in 1989.
  DayRange era;
};

// True for figures and dates: only these claims have a context.
inline bool HasContext(const Claim& claim) {
  return claim.value.kind <= ValueKind::kDate;
}

// The contexts of a run of claims. Claims of one sentence and one speaker share
// theirs. Cost: linear in the bytes of the sentences.
class ClaimContexts {
 public:
  // `claims` ascend by (doc, span.begin); `index` outlives this.
  ClaimContexts(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                const TermIndex& index, int threads);

  // The context of the claim at `i` of the claims; an empty one if it has none.
  const ClaimContext& operator[](size_t i) const { return *of_claim_[i]; }

 private:
  struct Part;  // contexts of a range of sentences

  std::vector<std::shared_ptr<Part>> parts_;
  std::vector<const ClaimContext*> of_claim_;
};

// Returns the five terms before the value of the claim and the five from there on,
// ascending.
TermList CloseTerms(const Claim& claim, const ClaimContext& context);

// Returns the names and nations within the claim's own words, ascending.
TermList NamesWithin(const Claim& claim, const ClaimContext& context);

// Returns how much it says that two sentences share all these words.
double WeighWords(absl::Span<const TermId> ids, const TermIndex& index);

// Returns the members common to two ascending lists.
TermList Shared(absl::Span<const TermId> a, absl::Span<const TermId> b);

// True where two ascending lists have a member in common.
bool Meet(absl::Span<const TermId> a, absl::Span<const TermId> b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_CONTEXT_H_
