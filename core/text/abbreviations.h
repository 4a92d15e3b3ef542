// Words that a point follows without ending the sentence, and words that usually
// begin one. Read from the tables in data/.

#ifndef RASHOMON_CORE_TEXT_ABBREVIATIONS_H_
#define RASHOMON_CORE_TEXT_ABBREVIATIONS_H_

#include <string_view>

namespace rashomon {

enum class Abbreviation {
  kNone,
  kTitle,   // a name follows: Dr., Sen.
  kNumber,  // a number follows: No., Fig.
  kMiddle,  // more of the sentence follows: e.g., vs.
  kTime,    // a.m., p.m.
  kEnd,     // may stand last in a sentence: Inc., U.S., Sept.
};

// Looks up `word`, without its point ("Dr", "U.S"; with the mark in "Yahoo!"),
// also as DR, Approx and, if `fold_case`, as dr.
Abbreviation LookUpAbbreviation(std::string_view word, bool fold_case);

// Whether `word` usually begins a sentence: "The", "However". If `fold_case`,
// also "the".
bool IsSentenceStarter(std::string_view word, bool fold_case);

// Whether `word` goes on with the sentence after a.m.: "EST", "Friday".
bool IsTimeFollower(std::string_view word);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_ABBREVIATIONS_H_
