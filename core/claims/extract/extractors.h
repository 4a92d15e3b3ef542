// The extractors: each reads one sentence and appends the claims of its kind,
// with doc unset, value, value_span, span, context, change and scope.head set;
// claims/scope.h fills the rest. None may fail.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_EXTRACTORS_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_EXTRACTORS_H_

#include <optional>
#include <string>
#include <vector>

#include "core/claims/annotate.h"
#include "rashomon/claims.h"

namespace rashomon {

// Counts, money, ratios, measures and durations; ages are durations with the head
// "age", ordinals in digits numbers with the unit "ordinal". A movement ("from 300
// to 2,800") is one range with its change; a round period is kAbout and ten percent
// wide to both sides ("a decade": 9 to 11 years); a rate has the role "rate" and
// what it is taken by as its head ("a share"); a vote of 52-48 is two claims of
// the classes "votes for" and "votes against".
void ExtractQuantities(const AnnotatedText& text, const Sentence& sentence,
                       std::vector<Claim>& claims);

// Dates and times, absolute and relative to `published` (RFC 3339, or absent),
// "almost 30 years after its withdrawal" included.
void ExtractDates(const AnnotatedText& text, const Sentence& sentence,
                  const std::optional<std::string>& published,
                  std::vector<Claim>& claims);

// What is said to be so or not so, in clauses that other claims could deny.
void ExtractPolarity(const AnnotatedText& text, const Sentence& sentence,
                     std::vector<Claim>& claims);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_EXTRACTORS_H_
