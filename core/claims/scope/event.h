// Event: the names around a claim, its place and its time.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_EVENT_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_EVENT_H_

#include "core/claims/scope/place_in_sentence.h"

namespace rashomon {

// Sets event (the names of the sentence, lower case, ascending, at most 16) and
// place (the first name behind "in", "at", "near", "outside" …).
void FillEvent(const AnnotatedText& text, const PlaceInSentence& place, Scope& scope);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_EVENT_H_
