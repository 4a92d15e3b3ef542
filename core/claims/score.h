// Scores: how surely two claims that no veto parts speak of one fact.

#ifndef RASHOMON_CORE_CLAIMS_SCORE_H_
#define RASHOMON_CORE_CLAIMS_SCORE_H_

#include <cstdint>

#include "core/claims/compare/rule.h"
#include "core/claims/context.h"
#include "core/claims/gate.h"
#include "core/claims/likeness.h"

namespace rashomon {

// Returns the score in [0, 1] of two running totals; `restated` where the later
// article looks back at the event of the earlier.
double TollScore(const GateInput& a, const GateInput& b, const Likeness& l,
                 bool same_doc, bool restated);

// Returns the score in [0, 1] of any other two figures.
double FigureScore(const GateInput& a, const GateInput& b, const Likeness& l,
                   bool same_doc);

// Which claim is told later, by the days of their articles.
Order OrderOf(const GateInput& a, const GateInput& b);

// Totals since one year, as of a war: told anew for years, always of one fact.
bool SameSpan(const ClaimContext& a, const ClaimContext& b);

// Figures that are no toll: those of one article, and of articles days apart that
// name no year, are no two tellings of one fact.
bool IsOtherNews(int32_t gap, bool same_year, bool same_doc);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCORE_H_
