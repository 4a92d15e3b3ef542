// Words for people: what a fact is about, and why two claims were not compared.

#ifndef RASHOMON_CORE_CLAIMS_TOPIC_H_
#define RASHOMON_CORE_CLAIMS_TOPIC_H_

#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Returns what is measured: "casualty count", "duration", "money" …
std::string AttributeOf(const Claim& claim);

// Returns of what, in a few words: "people killed, Hass"; `where` is the name that
// the compared claims share, or empty.
std::string TopicOf(absl::Span<const Document> documents, const Claim& claim,
                    std::string_view where);

// Returns one sentence for the veto `rule` of the gate, with both values.
std::string VetoReason(std::string_view rule, const Claim& a, const Claim& b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TOPIC_H_
