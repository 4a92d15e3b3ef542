// How far two texts go on alike from a place where they agree.

#ifndef RASHOMON_CORE_ALIGN_EXTEND_H_
#define RASHOMON_CORE_ALIGN_EXTEND_H_

#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/text/tokenize.h"

namespace rashomon {

// Returns the runs of equal words after the places a_at and b_at, through edited,
// inserted and left-out words, as far as agreement outweighs the edits. The last
// run ends where the passage does.
std::vector<WordRun> ExtendRight(absl::Span<const Token> a, uint32_t a_at,
                                 absl::Span<const Token> b, uint32_t b_at);

// The same before a_at and b_at; runs ascend.
std::vector<WordRun> ExtendLeft(absl::Span<const Token> a, uint32_t a_at,
                                absl::Span<const Token> b, uint32_t b_at);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_EXTEND_H_
