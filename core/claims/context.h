// What surrounds a claim, as comparison needs it: terms, names and times.

#ifndef RASHOMON_CORE_CLAIMS_CONTEXT_H_
#define RASHOMON_CORE_CLAIMS_CONTEXT_H_

#include <cstdint>
#include <limits>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/terms.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// Days since 1970-01-01, half open.
struct DayRange {
  static constexpr int32_t kUnknown = std::numeric_limits<int32_t>::min();
  int32_t begin = kUnknown;
  int32_t end = kUnknown;

  bool known() const { return begin != kUnknown; }
  // Days between the two ranges, 0 where they meet. REQUIRES: both known.
  int32_t Gap(const DayRange& other) const;
};

// Returns the day of an RFC 3339 date or time; DayRange::kUnknown if it is none.
int32_t ParseDay(std::string_view rfc3339);

// Kinds of words that set figures of one sort apart when they differ.
struct TimeWords {
  uint8_t weekdays = 0;   // bit 0: Monday
  uint16_t months = 0;    // bit 0: January
  uint8_t quarters = 0;   // bits 0-3: first to fourth; bit 4: half, bit 5: full year
  uint8_t dayparts = 0;   // midday, close, morning …
  bool year_ago = false;  // the same quarter last year, a year earlier
  std::vector<uint16_t> years;  // ascending
};

struct ClaimContext {
  std::vector<uint64_t> terms;   // of the sentence, ascending
  std::vector<uint64_t> close;   // within six words of the claim, ascending
  double terms_weight = 0;       // WeighWords(terms)
  double close_weight = 0;       // WeighWords(close)
  std::vector<uint64_t> names;   // of the sentence, ascending
  std::vector<uint64_t> near;    // names of the text around it, ascending
  std::vector<uint64_t> places;  // names behind "in", "at" …, ascending
  // Where it happened: places of the sentence, or of what stands before it, or of
  // the lead; ascending.
  std::vector<uint64_t> locus;
  bool located = false;           // the sentence itself names the place
  std::vector<uint64_t> nations;  // nations of the sentence, ascending
  TimeWords time;
  // Members of groups of contrasts.tsv: (group << 8 | member), ascending.
  std::vector<uint16_t> contrasts;
  DayRange published;
  bool background = false;  // earlier, last week, in recent months: another time
  bool day_inherited =
      false;       // `event` is the day of what stands before, or of the lead
  DayRange event;  // stated in the sentence; unknown where it is not
  // A longer stretch that the sentence names: a year ago, in 1989.
  DayRange era;
  bool market = false;    // a quotation of a market, which moves by the minute
  bool table = false;     // more figures than words
  bool since = false;     // a count over a stretch of time: since, so far this year
  bool each = false;      // of every one of several
  uint64_t sentence = 0;  // hash of the sentence's terms: templates share it
};

// True for figures and dates: only these claims have a context.
inline bool HasContext(const Claim& claim) {
  return claim.value.kind <= ValueKind::kDate;
}

// Returns the contexts of the claims, in their order; of those without one
// it is empty.
std::vector<ClaimContext> Contexts(absl::Span<const Document> documents,
                                   absl::Span<const Claim> claims,
                                   const TermIndex& index, int threads);

// Returns how much it says that two sentences share all these words.
double WeighWords(absl::Span<const uint64_t> ids, const TermIndex& index);

// Returns the members common to two ascending lists.
std::vector<uint64_t> Shared(absl::Span<const uint64_t> a,
                             absl::Span<const uint64_t> b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_CONTEXT_H_
