// Sentence by sentence: every extractor, then scope and speaker.

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/claims/annotate.h"
#include "core/claims/extract/extractors.h"
#include "core/claims/scope.h"
#include "core/claims/speaker.h"
#include "rashomon/claims.h"

namespace rashomon {

std::vector<Claim> ExtractClaims(const Document& document, DocId doc) {
  std::vector<Claim> claims;
  const AnnotatedText text = Annotate(document.text);
  for (const Sentence& sentence : text.sentences) {
    const size_t first = claims.size();
    ExtractDates(text, sentence, document.published, claims);
    ExtractQuantities(text, sentence, claims);
    ExtractPolarity(text, sentence, claims);
    for (size_t i = first; i < claims.size(); ++i) {
      claims[i].doc = doc;
      claims[i].context = sentence.span;
      if (claims[i].value.kind != ValueKind::kPolarity) {
        FillScope(text, sentence, claims[i]);  // a clause has brought its own
      }
      if (claims[i].speaker.empty()) {
        claims[i].speaker = SpeakerOf(text, sentence, claims[i].value_span);
      } else {
        claims[i].speaker =
            ResolveSpeaker(text, sentence, std::move(claims[i].speaker));
      }
    }
  }
  std::stable_sort(claims.begin(), claims.end(), [](const Claim& a, const Claim& b) {
    return std::tie(a.span.begin, a.span.end) < std::tie(b.span.begin, b.span.end);
  });
  return claims;
}

}  // namespace rashomon
