#include "core/claims/extract/vague.h"

#include <string_view>

namespace rashomon {
namespace {

using Role = NumberRole;

bool IsArticle(std::string_view s) { return s == "a" || s == "an"; }

Number At(int i, const NumberWord& word) {
  Number number;
  number.first = i;
  number.end = i + 1;
  number.lo = word.lo;
  number.hi = word.hi;
  return number;
}

// dozens; tens of thousands; hundreds of thousands
std::optional<Number> ReadPlural(const WordsView& words, int i,
                                 const NumberWord& word) {
  Number number = At(i, word);
  number.vague = true;
  while (words.Lower(number.end) == "of") {
    const NumberWord* next = FindNumberWord(words.Lower(number.end + 1));
    if (next == nullptr || next->role != Role::kPlural) break;
    const double unit = next->lo / 2;  // thousands begin at two of them
    if (unit < 1000 || number.hi >= unit * 1000) break;
    number.lo *= unit;
    number.hi = (number.hi + 1) * unit - 1;
    number.end += 2;
  }
  // "tens" counts nothing without what it multiplies.
  if (word.lo == 20 && number.end == i + 1) return std::nullopt;
  return number;
}

// several; a few; a handful; a couple of dozen; several hundred thousand
std::optional<Number> ReadFew(const WordsView& words, int i, const NumberWord& word) {
  constexpr double kMaxScale = 1e15;
  Number number = At(i, word);
  number.vague = true;
  number.small = true;
  const std::string_view s = words.Lower(i);
  if (s != "several") {
    const std::string_view before = words.Lower(i - 1);
    if (!IsArticle(before) && before != "another") return std::nullopt;
    if (IsArticle(before)) number.first = i - 1;
  }
  const bool of = words.Lower(number.end) == "of";
  int at = number.end + (of ? 1 : 0);
  double factor = 1;
  while (const NumberWord* scale = FindNumberWord(words.Lower(at))) {
    const bool scales = scale->role == Role::kScale || scale->role == Role::kHundred ||
                        scale->role == Role::kDozen;
    if (!scales || factor * scale->lo > kMaxScale) break;
    factor *= scale->lo;
    ++at;
  }
  if (factor > 1) {
    number.end = at;
    number.small = false;
    number.scale = factor;
    number.lo *= factor;
    number.hi = (number.hi + 1) * factor - 1;
    return number;
  }
  // A couple without "of" are two who are married.
  if (!of && (s == "couple" || s == "handful")) return std::nullopt;
  return number;
}

// "a decade", "a catastrophic decade": the article is the number.
std::optional<Number> ReadPeriod(const WordsView& words, int i,
                                 const NumberWord& word) {
  int article = i - 1;
  if (!IsArticle(words.Lower(article)) && words.IsWord(article)) --article;
  if (!IsArticle(words.Lower(article))) return std::nullopt;
  Number number = At(i, word);
  number.first = article;
  number.end = i;
  return number;
}

}  // namespace

std::optional<Number> ReadVague(const WordsView& words, int i) {
  const NumberWord* word = FindNumberWord(words.Lower(i));
  if (word == nullptr) return std::nullopt;
  switch (word->role) {
    case Role::kPlural:
      return ReadPlural(words, i, *word);
    case Role::kFew:
      return ReadFew(words, i, *word);
    case Role::kPeriod:
      return ReadPeriod(words, i, *word);
    default:
      return std::nullopt;
  }
}

}  // namespace rashomon
