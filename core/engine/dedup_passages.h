// Passages that stand elsewhere too, and which of them go.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_PASSAGES_H_
#define RASHOMON_CORE_ENGINE_DEDUP_PASSAGES_H_

#include "absl/status/statusor.h"
#include "core/engine/dedup_removal.h"
#include "core/engine/dedup_scan.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"
#include "rashomon/options.h"

namespace rashomon {

// Finds passages as an audit does, in memory, and removes each that is like a more
// preferred one of its family that stays. Paraphrases and page furniture stay. Adds
// the passages that go and their survivors to the units of `scan`, which has none.
// `repeated` records, ascending, are not there.
absl::StatusOr<std::vector<Removal>> FindPassageRemovals(
    DedupScan& scan, absl::Span<const uint32_t> repeated, const DedupOptions& options,
    const CorpusOptions& corpus_options, const RunOptions& run);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_PASSAGES_H_
