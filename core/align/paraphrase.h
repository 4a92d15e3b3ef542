// Statements that say the same in other words, such as one quotation in two
// translations.

#ifndef RASHOMON_CORE_ALIGN_PARAPHRASE_H_
#define RASHOMON_CORE_ALIGN_PARAPHRASE_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/align/edits.h"

namespace rashomon {

// A stretch of one text, with the stems of the words in it that say something,
// ascending and without repetitions.
struct Statement {
  uint32_t doc = 0;
  WordSpan span;
  std::vector<uint64_t> stems;
};

// The stems (Snowball, English) of the content words of `span`: hashes, ascending.
std::vector<uint64_t> ContentStems(const TextSide& side, WordSpan span);

struct Paraphrase {
  uint32_t a = 0;  // indexes of statements, a < b
  uint32_t b = 0;
};

// Returns the pairs of statements that share so many stems, and such rare ones, that
// one paraphrases the other. Order of words plays no part. Statements of different
// documents only. By (a, b). Common stems are not looked up, so the cost is linear
// in the statements.
std::vector<Paraphrase> FindParaphrases(absl::Span<const Statement> statements);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_PARAPHRASE_H_
