// Quotations that stand again in other words, as of one speech in two translations.
// Sentences outside quotations are left alone: reports of one event share most of
// their words without saying the same.

#ifndef RASHOMON_CORE_ENGINE_REUSE_PARAPHRASE_H_
#define RASHOMON_CORE_ENGINE_REUSE_PARAPHRASE_H_

#include <vector>

#include "absl/types/span.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse_families.h"
#include "core/engine/reuse_finding.h"

namespace rashomon {

// Returns pairs of places, each a whole quotation, of documents that are
// no family, of which neither lies mostly in a passage of `findings` that stands in
// the other's document too. Fills corpus.borders of every document.
std::vector<std::vector<WordPlace>> FindParaphraseFamilies(
    WordCorpus& corpus, const DocumentFamilies& documents,
    absl::Span<const ReuseFinding> findings, int threads);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_PARAPHRASE_H_
