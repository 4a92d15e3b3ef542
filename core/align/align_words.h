// The words that two texts have in common, in order: what a diff is made of.

#ifndef RASHOMON_CORE_ALIGN_ALIGN_WORDS_H_
#define RASHOMON_CORE_ALIGN_ALIGN_WORDS_H_

#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/text/tokenize.h"

namespace rashomon {

// Aligns the whole of `a` with the whole of `b`: maximal runs of equal words,
// ascending in both, none touching the next on both sides. Symmetric up to the
// order of arguments in all but ties. Short texts are aligned exactly; longer
// ones between words and runs of words that stand once in each, so that the cost
// is O(n log n). A stretch that has no such anchor and is too large for the exact
// way counts as rewritten.
std::vector<WordRun> AlignWords(absl::Span<const Token> a, absl::Span<const Token> b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_ALIGN_WORDS_H_
