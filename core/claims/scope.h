// Scope: what a claim speaks of, read off its sentence.
//
// Each part of the scope is read by one file of claims/scope/: head and
// restrictors, predicate and status, role and modality, event and time.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_H_

#include "core/claims/annotate.h"
#include "rashomon/claims.h"

namespace rashomon {

// Fills claim.scope, but for what the extractor set, and claim.subject.
void FillScope(const AnnotatedText& text, const Sentence& sentence, Claim& claim);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_H_
