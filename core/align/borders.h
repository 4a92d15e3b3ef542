// Where sentences and quotations of a text begin and end, in words: the places at
// which a passage would rather begin and end.

#ifndef RASHOMON_CORE_ALIGN_BORDERS_H_
#define RASHOMON_CORE_ALIGN_BORDERS_H_

#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/text/tokenize.h"

namespace rashomon {

// All ascending by begin. Only units with words in them.
struct Borders {
  std::vector<WordSpan> paragraphs;
  std::vector<WordSpan> sentences;
  std::vector<WordSpan> quotations;  // what stands between quotation marks
};

Borders FindBorders(std::string_view text, absl::Span<const Token> tokens);

// True if `span` is a whole sentence or quotation, or several whole sentences.
bool IsWhole(const Borders& borders, WordSpan span);

// True if `span` lies inside a quotation.
bool IsQuoted(const Borders& borders, WordSpan span);

bool IsWholeParagraph(const Borders& borders, WordSpan span);

struct BorderedText {
  absl::Span<const Token> tokens;
  const Borders& borders;
};

// Moves each end of `block` to the border of a sentence or quotation where one
// lies within two words of it in both texts; else outwards to that of a sentence
// of one text, over a few words most of which are equal in both. A block
// inside one sentence of each text takes in the rest where it has most of both.
void SnapToBorders(const BorderedText& a, const BorderedText& b, AlignedBlock& block);

// Returns the bytes of the words `span`, with the quotation marks that open it and
// the closing punctuation that ends it.
ByteSpan BytesOf(std::string_view text, absl::Span<const Token> tokens, WordSpan span);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_BORDERS_H_
