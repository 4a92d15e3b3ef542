// Which units go, and because of which that stays.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_REMOVAL_H_
#define RASHOMON_CORE_ENGINE_DEDUP_REMOVAL_H_

#include <cstdint>
#include <vector>

#include "absl/status/statusor.h"
#include "core/engine/dedup_scan.h"
#include "core/engine/dedup_sketch.h"
#include "core/index/verify.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"
#include "rashomon/options.h"

namespace rashomon {

struct Removal {
  uint32_t unit = 0;
  uint32_t survivor = 0;  // a unit that stays
  bool copy = false;      // the same words in the same order
  Similarity similarity;  // of `unit` and `survivor`, in that order
};

struct Removals {
  // Records that repeat the id of an earlier one, ascending; they are not there.
  std::vector<uint32_t> repeated;
  std::vector<Removal> removals;  // by unit
};

// Goes through the units of `scan` from the most to the least preferred and removes
// each that is like one that stays. Adds complaints on repeated ids to `scan`.
absl::StatusOr<Removals> FindRemovals(DedupScan& scan, const DedupSketcher& sketcher,
                                      const DedupOptions& options,
                                      const CorpusOptions& corpus_options,
                                      const RunOptions& run);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_REMOVAL_H_
