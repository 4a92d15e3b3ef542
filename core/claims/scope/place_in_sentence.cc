#include "core/claims/scope/place_in_sentence.h"

#include <algorithm>
#include <string_view>

#include "core/claims/word_table.h"

namespace rashomon {

PlaceInSentence FindPlace(const AnnotatedText& text, const Sentence& sentence,
                          const Claim& claim) {
  PlaceInSentence place;
  const absl::Span<const Word> words = text.Words(sentence);
  const auto at = [&](uint32_t offset) {
    return static_cast<size_t>(
        std::partition_point(words.begin(), words.end(),
                             [&](const Word& w) { return w.span.end <= offset; }) -
        words.begin());
  };
  const auto past = [&](uint32_t offset) {
    return static_cast<size_t>(
        std::partition_point(words.begin(), words.end(),
                             [&](const Word& w) { return w.span.begin < offset; }) -
        words.begin());
  };
  const ByteSpan value = claim.value_span.empty() ? claim.span : claim.value_span;
  place.begin = at(value.begin);
  place.value_end = past(value.end);
  place.end = std::max(place.value_end, past(claim.span.end));
  if (place.begin < place.value_end && place.end <= words.size()) place.words = words;
  return place;
}

bool EndsClause(const Word& word) {
  return word.kind == WordKind::kPunct &&
         (word.lower == ";" || word.lower == ":" || word.lower == "–" ||
          word.lower == "—" || word.lower == "(" || word.lower == ")");
}

bool IsNumberWord(const Word& w) {
  static constexpr std::string_view kNumbers[] = {
      "two",      "three",     "four",    "five",      "six",      "seven",
      "eight",    "nine",      "ten",     "eleven",    "twelve",   "thirteen",
      "fourteen", "fifteen",   "sixteen", "seventeen", "eighteen", "nineteen",
      "twenty",   "thirty",    "forty",   "fifty",     "dozens",   "scores",
      "hundreds", "thousands", "several", "dozen"};
  static const WordSet& numbers = *new WordSet(MakeWordSet(kNumbers));
  return w.kind == WordKind::kNumber ||
         (w.kind == WordKind::kWord && numbers.Has(w.lower));
}

}  // namespace rashomon
