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
  // By document; UINT32_MAX where it has none. A member of one family may speak for
  // another one.
  std::vector<uint32_t> family_of;

  bool InOneFamily(uint32_t a, uint32_t b) const;
};

// Joins documents whose Jaccard similarity is at least options.min_jaccard, those
// that FindSimilar finds and those that the blocks suggest; and versions of one
// article, revised, abridged or expanded: nearly all of the shorter stands in the
// longer, or a fair part of it where one source gives both the same title. Every
// member is so alike to the representative of its family; a chain whose ends are
// unlike is two families.
DocumentFamilies FindDocumentFamilies(const WordCorpus& corpus, const SeedIndex& index,
                                      absl::Span<const CopyBlock> blocks,
                                      const FindSimilarOptions& options);

// Joins the sides of the blocks to families; each begins with its representative,
// and the others are by (doc, begin). What two documents of one family have in
// common is left to the family of documents.
std::vector<std::vector<WordPlace>> FindPassageFamilies(
    const WordCorpus& corpus, absl::Span<const CopyBlock> blocks,
    const DocumentFamilies& documents);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_FAMILIES_H_
