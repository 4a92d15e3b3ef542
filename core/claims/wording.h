// How two sentences differ besides the figures that are compared.

#ifndef RASHOMON_CORE_CLAIMS_WORDING_H_
#define RASHOMON_CORE_CLAIMS_WORDING_H_

#include <string_view>

#include "rashomon/claims.h"

namespace rashomon {

// Words are compared as sets, in small letters; what differs in spelling only
// ("organised", "organized") is the same word, and function words do not count.
struct WordingGap {
  int words = 0;              // of the longer sentence
  int replaced = 0;           // content words that the one has in place of the other's
  int added = 0;              // content words that only one of the two has besides
  bool other_figure = false;  // each tells a figure besides that the other lacks
  bool other_name = false;    // each has a name that the other lacks
  bool same_figure = false;   // both tell one figure of three digits and more besides

  // True where no word of content differs, or another figure ties the two together.
  bool IsVerbatim() const { return (replaced == 0 && added == 0) || same_figure; }

  // True where the sentences tell the same but for the figure: the edit of a copy,
  // not the next row of a template.
  bool IsOneEdit() const {
    return !other_figure && !other_name && 25 * replaced <= words && 3 * added <= words;
  }
};

// Compares the sentences of two claims without their values; of a short sentence
// what stands before and behind it is read too. Cost: n log n in the
// bytes around the claims, of which at most some hundred are read to either side.
WordingGap CompareWording(std::string_view text_a, const Claim& a,
                          std::string_view text_b, const Claim& b);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_WORDING_H_
