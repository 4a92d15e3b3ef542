// The words of a corpus and the blocks that its documents have from one another.

#ifndef RASHOMON_CORE_ENGINE_COPY_BLOCKS_H_
#define RASHOMON_CORE_ENGINE_COPY_BLOCKS_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/align/borders.h"
#include "core/align/edits.h"
#include "core/align/seed_index.h"
#include "core/text/token_store.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

// The documents of a run, cut in words. Views the documents' texts.
struct WordCorpus {
  absl::Span<const Document> documents;
  TokenStore tokens;             // by document
  std::vector<Borders> borders;  // of documents that take part in a block

  TextSide Side(uint32_t doc) const { return {documents[doc].text, tokens[doc]}; }
};

// A block of document b that stands earlier in document a <= b. Where a == b its
// sides do not overlap, and side a is first.
struct CopyBlock {
  uint32_t a = 0;
  uint32_t b = 0;
  AlignedBlock block;
};

// Two documents a < b that have phrases in common in several places.
struct SharedPhrases {
  uint32_t a = 0;
  uint32_t b = 0;
};

struct CopySearch {
  // By (b, a, words of b, words of a).
  std::vector<CopyBlock> blocks;
  std::vector<SharedPhrases> phrases;  // by (b, a)
};

// Finds the passages of options.min_words words, and the whole sentences and
// quotations of at least eight, that stand at two places of the corpus or more.
// Of a passage that stands at n places at least n - 1 blocks are found that join
// them all; and the documents that share phrases, whether or not they make passages.
// Fills corpus.borders. `index` is of corpus.tokens.
CopySearch FindCopyBlocks(WordCorpus& corpus, const SeedIndex& index,
                          const FindingOptions& options, const RunOptions& run);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_COPY_BLOCKS_H_
