// Speakers: who says what stands at a place of a text.

#ifndef RASHOMON_CORE_CLAIMS_SPEAKER_H_
#define RASHOMON_CORE_CLAIMS_SPEAKER_H_

#include <string>

#include "core/claims/annotate.h"
#include "rashomon/span.h"

namespace rashomon {

// Returns the speaker, as the text writes the name ("Shaheen", "military
// officials"), of the bytes `span` inside `sentence`: of the quotation around
// them or of the reporting clause that governs them. Empty for the author.
std::string SpeakerOf(const AnnotatedText& text, const Sentence& sentence,
                      ByteSpan span);

// Returns `speaker`, or in place of a pronoun ("he") the latest speaker before
// `sentence` that has a name; the pronoun where there is none.
std::string ResolveSpeaker(const AnnotatedText& text, const Sentence& sentence,
                           std::string speaker);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_SPEAKER_H_
