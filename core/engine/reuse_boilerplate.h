// Which repetitions are no findings: page furniture, and forms filled in alike.

#ifndef RASHOMON_CORE_ENGINE_REUSE_BOILERPLATE_H_
#define RASHOMON_CORE_ENGINE_REUSE_BOILERPLATE_H_

#include <string>

#include "absl/types/span.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse_finding.h"

namespace rashomon {

// Returns why the passages, which stand in each other's stead, are page furniture:
// by a phrase of furniture in the first of them, or because nearly all of them stand,
// short, at the edge of several documents that one source published on different
// days, or because one source says it, in few words, weeks apart. Empty where none
// holds. Frequency alone says nothing: a wire story is
// frequent too, and so is a brief that is all of its document.
std::string BoilerplateReason(const WordCorpus& corpus,
                              absl::Span<const WordPlace> places);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_REUSE_BOILERPLATE_H_
