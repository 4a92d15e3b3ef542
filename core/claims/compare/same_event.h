// Whether two articles tell of one event, as far as names and words show.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_SAME_EVENT_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_SAME_EVENT_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "core/claims/compare/phrase.h"
#include "rashomon/document.h"

namespace rashomon {

// Days since 1970-01-01 of the document's date; nothing where it has none.
std::optional<int64_t> PublishedDay(const Document& document);

// Reads the opening of each article once, when it is first asked for. Not
// thread-safe.
class EventGate {
 public:
  explicit EventGate(absl::Span<const Document> documents) : documents_(documents) {}

  // True if both openings share at least two names that are no nations and a good
  // part of their words, and the dates, where both are known, are close.
  bool SameEvent(DocId a, DocId b);

 private:
  const Phrase& Opening(DocId doc);

  absl::Span<const Document> documents_;
  absl::flat_hash_map<uint32_t, Phrase> openings_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_SAME_EVENT_H_
