// Page furniture: bylines and credits, links, newsletters, notices of copyright.
// It stands in many pages and says nothing of the news.

#ifndef RASHOMON_CORE_ALIGN_FURNITURE_H_
#define RASHOMON_CORE_ALIGN_FURNITURE_H_

#include <cstdint>
#include <string>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/text/tokenize.h"

namespace rashomon {

// Returns the phrase of data/furniture.txt by which the words `span` of a text are
// page furniture; empty where they are not. It takes one such phrase for
// about every 25 words, and only near the head or the tail of the text.
std::string FurniturePhrase(absl::Span<const Token> text, WordSpan span);

// True if `span` ends where the text ends, or begins where it begins, give or take
// a few words.
bool StandsAtTheEdge(absl::Span<const Token> text, WordSpan span);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_FURNITURE_H_
