// The gate: may the values of two claims be compared at all?
//
// Vetoes come first, each with the name of its rule; what passes gets a score in
// [0, 1] that says how surely both claims speak of one fact. The numbers differ
// in many pairs and contradict each other in few: most of the work of not
// talking nonsense is done here.

#ifndef RASHOMON_CORE_CLAIMS_GATE_H_
#define RASHOMON_CORE_CLAIMS_GATE_H_

#include <cstdint>
#include <string_view>

#include "core/claims/compare/rule.h"
#include "core/claims/context.h"
#include "rashomon/claims.h"

namespace rashomon {

struct GateResult {
  // Empty where the claims may be compared; else the rule that forbids it, for good.
  std::string_view veto;
  // What the veto amounts to: kPartOf or kNotComparable.
  Verdict verdict = Verdict::kNotComparable;
  double score = 0;   // in [0, 1]; meaningless under a veto
  bool toll = false;  // a running total: compare by the rule "toll"
  Order order = Order::kUnknown;
};

struct GateInput {
  const Claim& claim;
  const ClaimContext& context;
};

// Decides for two claims. Symmetric but for `order`.
GateResult Gate(const GateInput& a, const GateInput& b, const TermIndex& index);

// What of a claim is cheap to compare, before the claims themselves are looked at.
struct Lot {
  uint32_t hash = 0;                 // of what must be the same; 0: never compared
  int32_t day = DayRange::kUnknown;  // published; unknown where any day will do
  uint32_t years = 0;                // hash of the years that the sentence names
  DocId doc{};
  bool any_day = false;  // a toll or a war, told on any day and twice in one article

  // False for claims of one measure that the gate never lets pass, or gives no score
  // at which they are raised.
  bool MayMeet(const Lot& other) const;
};
Lot LotOf(const Claim& claim, const ClaimContext& context);

// Pairs with at least this score are raised.
inline constexpr double kRaise = 0.5;
// Tolls are raised from this on where several claims of one fact bear them out …
inline constexpr double kRaiseToll = 0.53;
// … and a fact of so few claims only from this on.
inline constexpr double kLonelyToll = 0.58;
inline constexpr size_t kFewClaims = 3;
// Tolls from this on are raised where other pairs of their fact bear them out.
inline constexpr double kShelveToll = 0.40;
// Pairs below this are not listed even where all verdicts are asked for.
inline constexpr double kList = 0.1;

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_GATE_H_
