// Edits of one figure, date, name or negation between two copies of a text.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_EDITED_WORD_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_EDITED_WORD_H_

#include "absl/types/span.h"
#include "core/claims/compare.h"
#include "core/claims/compare/side_facts.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// Facts of copies that are equal word for word over a long stretch, but for a few
// words, of which one is a figure, a date, a name or a negation. Copies of which
// many words differ are reports of one form, each with figures and names of its own,
// and give none. What `told` raises already is not told again.
//
// Rules: edited-figure, edited-date, edited-name, edited-negation.
// Cost: linear in the runs, and in the claims at each edit.
SideFacts EditedWords(absl::Span<const Document> documents,
                      absl::Span<const Claim> claims,
                      absl::Span<const AlignedCopy> copies,
                      absl::Span<const FactFinding> told);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_EDITED_WORD_H_
