// What single words and figures of a sentence say of its time, and of what kind of
// text it is.

#ifndef RASHOMON_CORE_CLAIMS_CUES_H_
#define RASHOMON_CORE_CLAIMS_CUES_H_

#include <cstdint>
#include <string_view>
#include <vector>

namespace rashomon {

// Kinds of words that set figures of one sort apart when they differ.
struct TimeWords {
  uint8_t weekdays = 0;         // bit 0: Monday
  uint16_t months = 0;          // bit 0: January
  uint8_t quarters = 0;         // bits 0-3: first to fourth; bit 4: half, 5: full year
  uint8_t dayparts = 0;         // midday, close, morning …
  bool fiscal = false;          // a year of accounts
  bool year_ago = false;        // the same quarter last year, a year earlier
  std::vector<uint16_t> years;  // ascending
};

struct SentenceCues {
  TimeWords time;
  // Members of groups of contrasts.tsv: (group << 8 | member), ascending.
  std::vector<uint16_t> contrasts;
  bool background = false;  // earlier, last week, in recent months: another time
  bool market = false;      // a quotation of a market, which moves by the minute
  bool table = false;       // more figures than words
  bool since = false;       // a count over a stretch of time: so far this year
  bool each = false;        // of every one of several
};

// Reads `sentence`. Cost: one look-up for each word that a listed one may be.
SentenceCues ReadCues(std::string_view sentence);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_CUES_H_
