// What editors decided on findings, kept from one audit to the next.
//
//   auto decisions = rashomon::ReadDecisions(bytes, "decisions.json");
//   if (decisions.ok())
//     rashomon::ApplyDecisions(corpus->documents(), *decisions, *findings);
//
// docs/formats/decisions.md has the file and says what is followed.

#ifndef RASHOMON_DECISIONS_H_
#define RASHOMON_DECISIONS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/audited_texts.h"
#include "rashomon/findings.h"

namespace rashomon {

struct Decision {
  std::string key;  // of the finding
  Judgement judgement = Judgement::kRight;
  std::string note;
  // What is compared where no finding has the key: of a fact what is measured, its
  // values and the sentences of its gravest pair; of a repetition its text.
  DecisionTrace trace;
};

// Reads a decisions file called `name` in errors. Of a key that stands twice the
// last decision holds. Fails with InvalidArgument, naming the field.
absl::StatusOr<std::vector<Decision>> ReadDecisions(std::string_view json,
                                                    std::string_view name);

struct AppliedDecisions {
  uint64_t by_key = 0;    // findings reviewed
  uint64_t followed = 0;  // and those whose text was edited since
};

// Sets `review` of every finding that a decision is on; those no longer count as
// findings. Linear.
AppliedDecisions ApplyDecisions(const AuditedTexts& texts,
                                absl::Span<const Decision> decisions,
                                Findings& findings);

}  // namespace rashomon

#endif  // RASHOMON_DECISIONS_H_
