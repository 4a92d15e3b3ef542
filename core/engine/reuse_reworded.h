// Documents that were written from another one in other words.

#ifndef RASHOMON_CORE_ENGINE_REUSE_REWORDED_H_
#define RASHOMON_CORE_ENGINE_REUSE_REWORDED_H_

#include <vector>

#include "absl/types/span.h"
#include "core/align/seed_index.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse_families.h"
#include "core/engine/reuse_finding.h"

namespace rashomon {

// Returns families of whole documents, each reworded from the first or the first from
// it, among the pairs that share `phrases`. Pairs that a finding has already in common
// are left to it.
std::vector<std::vector<WordPlace>> FindRewordedFamilies(
    const WordCorpus& corpus, const SeedIndex& index,
    absl::Span<const SharedPhrases> phrases, const DocumentFamilies& documents,
    absl::Span<const ReuseFinding> findings, int threads);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_REWORDED_H_
