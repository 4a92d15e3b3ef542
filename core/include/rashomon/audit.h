// The main job: everything that is said twice and told differently in a corpus.

#ifndef RASHOMON_AUDIT_H_
#define RASHOMON_AUDIT_H_

#include "absl/status/statusor.h"
#include "rashomon/corpus.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

// Audits `corpus`. The findings name documents by their DocId in `corpus`.
// Fails with InvalidArgument if an option is out of range, naming it, and with
// ResourceExhausted where the corpus has 2^32 words or more.
absl::StatusOr<Findings> Audit(const Corpus& corpus, const FindingOptions& options = {},
                               const RunOptions& run = {});

}  // namespace rashomon

#endif  // RASHOMON_AUDIT_H_
