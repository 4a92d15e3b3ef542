// Findings that the user does not want to see: --mute and --since.

#ifndef RASHOMON_CORE_ENGINE_FILTER_H_
#define RASHOMON_CORE_ENGINE_FILTER_H_

#include "absl/types/span.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

// Takes out of `findings`
//   - facts whose attribute is muted,
//   - what is a finding only because of muted sources: a repetition of which
//     fewer than two passages are of other sources, a fact of which no two
//     values that disagree are both told by other sources,
//   - where options.since is set, findings with no document published on that
//     day or later; a document without a date is not.
// What stays is not changed: passages of muted sources are still listed in it.
// REQUIRES: options.since is a date (engine/audit.cc).
void Filter(absl::Span<const Document> documents, const FindingOptions& options,
            Findings& findings);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_FILTER_H_
