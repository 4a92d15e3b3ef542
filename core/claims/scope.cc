#include "core/claims/scope.h"

#include <algorithm>

#include "core/claims/scope/head.h"
#include "core/claims/scope/place_in_sentence.h"
#include "core/claims/scope/predicate.h"
#include "core/claims/scope/role.h"

namespace rashomon {

void FillScope(const AnnotatedText& text, const Sentence& sentence, Claim& claim) {
  const PlaceInSentence place = FindPlace(text, sentence, claim);
  if (place.words.empty()) return;
  FillHead(place, claim.scope);
  FillPredicate(place, claim);
  FillRole(place, claim.scope);
}

}  // namespace rashomon
