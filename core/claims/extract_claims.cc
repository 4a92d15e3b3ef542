// Sentence by sentence: every extractor, then scope and speaker.

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include "core/claims/annotate.h"
#include "core/claims/extract/article_date.h"
#include "core/claims/extract/extractors.h"
#include "core/claims/scope.h"
#include "core/claims/speaker.h"
#include "rashomon/claims.h"

namespace rashomon {
namespace {

// Drops the claims from `first_other` on whose value lies inside a date's: the
// "30 years" of "30 years after". REQUIRES: the dates [first, first_other) ascend
// and do not overlap.
void DropInsideDates(size_t first, size_t first_other, std::vector<Claim>& claims) {
  const auto dates_begin = claims.begin() + static_cast<std::ptrdiff_t>(first);
  const auto others = claims.begin() + static_cast<std::ptrdiff_t>(first_other);
  const auto inside = [&](const Claim& claim) {
    const auto after = std::upper_bound(dates_begin, others, claim.value_span.begin,
                                        [](uint32_t begin, const Claim& date) {
                                          return begin < date.value_span.begin;
                                        });
    return after != dates_begin && claim.value_span.end <= (after - 1)->value_span.end;
  };
  claims.erase(std::remove_if(others, claims.end(), inside), claims.end());
}

// Sorts the claims from `first` on by their span; of one span the earlier stays so.
void SortByPlace(size_t first, std::vector<Claim>& claims) {
  const auto place = [&](size_t i) {
    return std::tuple(claims[i].span.begin, claims[i].span.end, i);
  };
  bool sorted_already = true;
  for (size_t i = first + 1; sorted_already && i < claims.size(); ++i) {
    sorted_already = place(i - 1) < place(i);
  }
  if (sorted_already) return;
  std::vector<size_t> order(claims.size() - first);
  std::iota(order.begin(), order.end(), first);
  const auto before = [&](size_t a, size_t b) { return place(a) < place(b); };
  std::sort(order.begin(), order.end(), before);
  std::vector<Claim> sorted;  // a claim is large: it is moved twice, whatever its way
  sorted.reserve(order.size());
  for (size_t i : order) sorted.push_back(std::move(claims[i]));
  std::move(sorted.begin(), sorted.end(),
            claims.begin() + static_cast<std::ptrdiff_t>(first));
}

}  // namespace

std::vector<Claim> ExtractClaims(const Document& document, DocId doc) {
  // News has a claim in some eighty bytes; a claim is large to move.
  constexpr size_t kMostReserved = 256;
  std::vector<Claim> claims;
  claims.reserve(std::min(document.text.size() / 80 + 1, kMostReserved));
  const AnnotatedText text = Annotate(document.text);
  const std::optional<std::string> published = ArticleDate(document, text);
  for (const Sentence& sentence : text.sentences) {
    const size_t first = claims.size();
    ExtractDates(text, sentence, published, claims);
    const size_t first_quantity = claims.size();
    ExtractQuantities(text, sentence, claims);
    DropInsideDates(first, first_quantity, claims);
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
    // Claims lie in their sentences, so these ascend if each of them does.
    SortByPlace(first, claims);
  }
  return claims;
}

}  // namespace rashomon
