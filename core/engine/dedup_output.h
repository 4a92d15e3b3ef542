// Writes what stays of a corpus, and what went.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_OUTPUT_H_
#define RASHOMON_CORE_ENGINE_DEDUP_OUTPUT_H_

#include <cstdint>
#include <optional>

#include "absl/status/statusor.h"
#include "core/base/atomic_file.h"
#include "core/engine/dedup_corpus.h"
#include "core/engine/dedup_removal.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"

namespace rashomon {

struct DedupFiles {
  AtomicFile corpus;
  std::optional<AtomicFile> removed;
};

// Begins the files, so that those which cannot be written are known before the work.
absl::StatusOr<DedupFiles> OpenDedupFiles(const DedupOutput& output);

// Writes the records that stay to files.corpus, and to files.removed what went with
// its reason, then `diagnostics`. The files take their names when both are complete.
// Returns the number of records written.
absl::StatusOr<uint64_t> WriteDeduplicated(const DedupCorpus& corpus,
                                           const Removals& removals,
                                           absl::Span<const Diagnostic> diagnostics,
                                           DedupFiles files,
                                           const DedupOptions& options,
                                           const CorpusOptions& corpus_options);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_OUTPUT_H_
