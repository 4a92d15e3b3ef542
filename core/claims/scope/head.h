// Head and restrictors: what is counted, and which of them.

#ifndef RASHOMON_CORE_CLAIMS_SCOPE_HEAD_H_
#define RASHOMON_CORE_CLAIMS_SCOPE_HEAD_H_

#include <string_view>

#include "core/claims/scope/place_in_sentence.h"

namespace rashomon {

// What heads.tsv says of a noun; empty where it says nothing.
struct HeadEntry {
  std::string_view head_class;
  std::string_view facet;  // "side:soldier", "part:child", or "-"
};

HeadEntry LookUpHead(std::string_view lemma);

// Sets head (from the words behind the value where the extractor found none),
// head_class, and as restrictors the facets ("side:civilian", "part:child") and
// the nations and sides ("nation:russia") of the noun phrase, ascending.
void FillHead(const PlaceInSentence& place, Scope& scope);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SCOPE_HEAD_H_
