// Families of documents and of passages, from the blocks that copies have in common.

#ifndef RASHOMON_CORE_ENGINE_REUSE_FAMILIES_H_
#define RASHOMON_CORE_ENGINE_REUSE_FAMILIES_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/cluster/families.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse_finding.h"
#include "core/index/find_similar.h"

namespace rashomon {

struct DocumentFamilies {
  std::vector<Family> families;
  std::vector<uint32_t> family_of;  // by document; UINT32_MAX where it has none
};

// Joins documents whose Jaccard similarity is at least options.min_jaccard: those
// that FindSimilar finds, and those that the blocks suggest.
DocumentFamilies FindDocumentFamilies(const WordCorpus& corpus,
                                      absl::Span<const CopyBlock> blocks,
                                      const FindSimilarOptions& options);

// Joins the sides of the blocks to families; each begins with its representative,
// and the others are by (doc, begin). What two documents of one family have at
// corresponding places is left to the family of documents.
std::vector<std::vector<WordPlace>> FindPassageFamilies(
    const WordCorpus& corpus, absl::Span<const CopyBlock> blocks,
    const DocumentFamilies& documents);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_FAMILIES_H_
