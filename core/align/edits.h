// What was changed between two copies, in bytes.

#ifndef RASHOMON_CORE_ALIGN_EDITS_H_
#define RASHOMON_CORE_ALIGN_EDITS_H_

#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/text/tokenize.h"
#include "rashomon/findings.h"

namespace rashomon {

// One text of a pair, by its document.
struct TextSide {
  std::string_view text;
  absl::Span<const Token> tokens;  // of the whole text
};

// Returns what stands in one side of `block` and not, or otherwise, in the other,
// ascending: words that are not aligned, and between aligned words punctuation that
// differs by more than white space and the shape of quotation marks. Spans begin
// and end at words or at the punctuation itself.
std::vector<Edit> FindEdits(const TextSide& a, const TextSide& b,
                            const AlignedBlock& block);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_EDITS_H_
