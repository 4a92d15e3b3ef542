// An article as its sentences look at it: its day, its places, its weekdays.

#ifndef RASHOMON_CORE_CLAIMS_ARTICLE_H_
#define RASHOMON_CORE_CLAIMS_ARTICLE_H_

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/day_range.h"
#include "core/claims/terms.h"
#include "rashomon/document.h"
#include "rashomon/span.h"

namespace rashomon {

// True for the names of people, places and things that are no nation.
inline bool IsOtherName(const Term& t) { return t.name && !t.nation; }

// Not thread-safe: what few sentences ask for is found when it is first asked for.
// `document` and `index` outlive it.
class Article {
 public:
  Article(const Document& document, DocId doc, const TermIndex& index);

  std::string_view text() const { return document_.text; }
  uint32_t size() const { return static_cast<uint32_t>(document_.text.size()); }
  DayRange published() const { return published_; }

  // The terms that begin in `span`, in order of place.
  absl::Span<const Term> TermsIn(ByteSpan span) const {
    return rashomon::TermsIn(terms_, span);
  }

  bool IsPlaceName(const Term& t) const {
    return IsOtherName(t) && index_.IsPlace(t.id);
  }

  // Returns where the sentence is, ascending: the places that it names, or those last
  // named before it, or those of the lead.
  std::vector<TermId> LocusOf(ByteSpan sentence);

  // Returns the weekday last named within some lines before `sentence`, or else first
  // named in the lead, as a mask (bit 0: Monday); 0 where there is none. Days of
  // telling do not count.
  uint8_t WeekdayBefore(ByteSpan sentence);

 private:
  struct Weekday {
    uint32_t begin = 0;
    uint32_t end = 0;
    uint8_t mask = 0;
  };

  std::vector<Term> FindFirstPlaces() const;
  std::vector<Weekday> FindWeekdays() const;

  const Document& document_;
  const TermIndex& index_;
  absl::Span<const Term> terms_;
  DayRange published_;
  std::optional<std::vector<Weekday>> weekdays_;
  std::optional<std::vector<Term>> first_places_;  // as many as a locus holds
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_ARTICLE_H_
