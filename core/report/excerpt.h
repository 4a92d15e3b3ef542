// What is shown of a text: a sentence with its value marked, two passages with
// their differences marked. Pieces are views of the original bytes; each format
// escapes them in its own way.

#ifndef RASHOMON_CORE_REPORT_EXCERPT_H_
#define RASHOMON_CORE_REPORT_EXCERPT_H_

#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

#include "rashomon/findings.h"
#include "rashomon/span.h"

namespace rashomon {

enum class Mark {
  kPlain,
  kMarked,  // the value; what the other passage has not, or has otherwise
  kGap,     // no text: here the other passage has some
  kElided,  // no text: something is left out
};

struct Piece {
  std::string_view text;
  Mark mark = Mark::kPlain;
};

using Excerpt = std::vector<Piece>;

// Returns `context` with `marked` marked, and of what is before and after it at
// most about `reach` bytes. Spans that are not inside the text are cut off.
Excerpt MarkedContext(std::string_view text, ByteSpan context, ByteSpan marked,
                      size_t reach);

// Returns `passage`, its middle left out where it has more than about `most` bytes.
Excerpt Shortened(std::string_view text, ByteSpan passage, size_t most);

struct Comparison {
  std::array<Excerpt, 2> sides;
  size_t shown = 0;   // differences marked
  size_t hidden = 0;  // further ones
};

struct ComparisonOptions {
  size_t reach = 80;  // bytes of common text kept on each side of a difference
  size_t most = 12;   // differences shown
};

// Sets the two passages of `pair` side by side. What they have in common is
// left out in its middle where it is long, the same on both sides.
Comparison Compare(std::string_view text_a, ByteSpan passage_a, std::string_view text_b,
                   ByteSpan passage_b, const ReusePair& pair,
                   const ComparisonOptions& options);

// The same where only the passages are at hand: `quote_a` and `quote_b` are what
// stands at them. Where a quote is not as long as its passage (bytes that were not
// UTF-8 have been replaced) marks may be a few characters off.
Comparison CompareQuoted(std::string_view quote_a, ByteSpan passage_a,
                         std::string_view quote_b, ByteSpan passage_b,
                         const ReusePair& pair, const ComparisonOptions& options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_EXCERPT_H_
