// From verified copies to what is reported of them.

#ifndef RASHOMON_CORE_ENGINE_REUSE_FINDING_H_
#define RASHOMON_CORE_ENGINE_REUSE_FINDING_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/types/span.h"
#include "core/align/block.h"
#include "core/engine/copy_blocks.h"
#include "rashomon/findings.h"

namespace rashomon {

// A stretch of words of one document.
struct WordPlace {
  uint32_t doc = 0;
  WordSpan span;
};

WordPlace WholeText(const WordCorpus& corpus, uint32_t doc);

// Aligns two places word by word.
AlignedBlock AlignPlaces(const WordCorpus& corpus, const WordPlace& a,
                         const WordPlace& b);

// Returns the finding of a family, with one verified pair from every other place to
// the first, the representative. The others are by (doc, begin), at least one, none
// overlapping another. Spans are whole texts for Unit::kDocument.
ReuseFinding MakeFinding(const WordCorpus& corpus, Unit unit,
                         absl::Span<const WordPlace> places);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_FINDING_H_
