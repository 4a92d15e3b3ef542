// Whether a text was written from another one throughout, though no passage of it
// stands there: the same short phrases in the same order, other words between.

#ifndef RASHOMON_CORE_ALIGN_REWORDED_H_
#define RASHOMON_CORE_ALIGN_REWORDED_H_

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/align/edits.h"
#include "core/text/tokenize.h"

namespace rashomon {

// False only where no alignment of the texts can be reworded: too few phrases stand in
// both, in whatever order. Spares most alignments. Linear.
bool MayBeReworded(absl::Span<const Token> a, absl::Span<const Token> b);

// True if `whole`, the alignment of two whole texts, has so many common phrases of
// three words, in so many places, that one text is the other reworded. Phrases of
// names, figures and function words alone do not count: reports of one event share
// those. Linear in the runs.
bool IsReworded(const AlignedBlock& whole, const TextSide& a);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_REWORDED_H_
