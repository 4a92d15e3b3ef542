// Reads a corpus once and keeps of it what the search for duplicates needs.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_SCAN_H_
#define RASHOMON_CORE_ENGINE_DEDUP_SCAN_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "core/engine/dedup_corpus.h"
#include "core/engine/dedup_sketch.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"
#include "rashomon/document.h"
#include "rashomon/options.h"

namespace rashomon {

// A diagnostic, and the index of its file, by which diagnostics are ordered.
struct Complaint {
  Diagnostic diagnostic;
  uint32_t file = 0;
};

struct DedupScan {
  std::unique_ptr<DedupCorpus> corpus;
  std::vector<Complaint> complaints;
  uint64_t text_bytes = 0;
};

// Reads `paths`; the same for any number of threads.
absl::StatusOr<DedupScan> ScanForDedup(absl::Span<const std::string> paths,
                                       const DedupSketcher& sketcher,
                                       const DedupOptions& options,
                                       const CorpusOptions& corpus_options,
                                       const RunOptions& run);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_SCAN_H_
