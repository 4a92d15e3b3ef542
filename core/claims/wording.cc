// Series of reports fill one form with other figures and other names; a copy with
// an edit keeps the rest. So: take the value out, sort the words of both sentences,
// and see what is left over on either side.

#include "core/claims/wording.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"
#include "core/base/strings.h"
#include "core/claims/lemma.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace {

constexpr uint32_t kAround = 600;  // bytes read to either side of the value
constexpr uint32_t kAtLeastAround = 100;
constexpr size_t kFewDigits = 2;
constexpr size_t kSameBeginning = 5;  // letters that spellings of a word share

using WordList = std::vector<std::string_view>;

// Words of a sentence, in lower case, ascending. Not to be copied: the lists point
// into `lower`.
struct Words {
  explicit Words(std::string_view text, const Claim& claim);
  Words(const Words&) = delete;
  Words& operator=(const Words&) = delete;

  std::string lower;
  WordList content;
  WordList names;
  WordList figures;
  int all = 0;
};

bool IsWordByte(char c) {
  const auto u = static_cast<unsigned char>(c);
  return absl::ascii_isalnum(u) || u >= 0x80;
}

// Words of telling come and go with the house style of a paper.
bool IsTelling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kTelling = {
      "said",      "says",      "according", "told",  "reported",  "also",
      "announced", "officials", "office",    "today", "yesterday", "reuter"};
  static const WordSet& telling = *new WordSet(MakeWordSet(kTelling));
  return telling.Has(word);
}

Words::Words(std::string_view text, const Claim& claim) {
  const auto size = static_cast<uint32_t>(text.size());
  const uint32_t value_begin = std::min(claim.value_span.begin, size);
  const uint32_t value_end =
      std::min(size, std::max(value_begin, claim.value_span.end));
  const auto back = [&](uint32_t n) { return value_begin - std::min(value_begin, n); };
  const auto on = [&](uint32_t n) { return value_end + std::min(size - value_end, n); };
  uint32_t begin = std::max(std::min(claim.context.begin, value_begin), back(kAround));
  uint32_t end =
      std::min(std::max(std::min(claim.context.end, size), value_end), on(kAround));
  if (end - begin < 2 * kAtLeastAround) {
    begin = std::min(begin, back(kAtLeastAround));
    end = std::max(end, on(kAtLeastAround));
    // Whole words only.
    while (begin > 0 && begin < value_begin && IsWordByte(text[begin - 1])) ++begin;
    while (end < size && end > value_end && IsWordByte(text[end])) --end;
  }
  lower = absl::AsciiStrToLower(ToAbsl(text.substr(begin, end - begin)));
  for (uint32_t i = begin; i < end;) {
    if (i >= value_begin && i < value_end) {
      i = value_end;
      continue;
    }
    if (!IsWordByte(text[i])) {
      ++i;
      continue;
    }
    uint32_t stop = i;
    const bool figure = absl::ascii_isdigit(static_cast<unsigned char>(text[i]));
    while (stop < end && (IsWordByte(text[stop]) ||
                          (figure && stop + 1 < end && IsWordByte(text[stop + 1]) &&
                           (text[stop] == '.' || text[stop] == ',')))) {
      ++stop;
    }
    const std::string_view word = std::string_view(lower).substr(i - begin, stop - i);
    ++all;
    if (figure) {
      figures.push_back(word);
    } else if (word.size() > 1 && !IsStopword(word) && !IsTelling(word)) {
      if (i != begin && absl::ascii_isupper(static_cast<unsigned char>(text[i])))
        names.push_back(word);
      content.push_back(word);
    }
    i = stop;
  }
  for (WordList* list : {&content, &names, &figures}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

WordList Only(const WordList& a, const WordList& b) {
  WordList only;
  std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(only));
  return only;
}

bool AreSpellings(std::string_view a, std::string_view b) {
  const size_t need = std::min({kSameBeginning, a.size(), b.size()});
  return need >= 3 && a.substr(0, need) == b.substr(0, need);
}

// Takes out of both what is one word in two spellings. Cost: the product of what is
// left over, which `kAround` bounds.
void DropSpellings(WordList& a, WordList& b) {
  std::erase_if(a, [&](std::string_view x) {
    const auto it = std::find_if(
        b.begin(), b.end(), [&](std::string_view y) { return AreSpellings(x, y); });
    if (it == b.end()) return false;
    b.erase(it);
    return true;
  });
}

}  // namespace

WordingGap CompareWording(std::string_view text_a, const Claim& a,
                          std::string_view text_b, const Claim& b) {
  const Words x(text_a, a);
  const Words y(text_b, b);
  WordingGap gap;
  gap.words = std::max(x.all, y.all);
  WordList only_x = Only(x.content, y.content);
  WordList only_y = Only(y.content, x.content);
  DropSpellings(only_x, only_y);
  gap.replaced = static_cast<int>(std::min(only_x.size(), only_y.size()));
  gap.added = static_cast<int>(std::max(only_x.size(), only_y.size())) - gap.replaced;
  WordList names_x = Only(x.names, y.content);
  WordList names_y = Only(y.names, x.content);
  DropSpellings(names_x, names_y);
  gap.other_name = !names_x.empty() && !names_y.empty();
  gap.other_figure =
      !Only(x.figures, y.figures).empty() && !Only(y.figures, x.figures).empty();
  for (std::string_view figure : x.figures) {
    const bool year = figure.size() == 4 && (figure[0] == '1' || figure[0] == '2');
    gap.same_figure |= figure.size() > kFewDigits && !year &&
                       std::binary_search(y.figures.begin(), y.figures.end(), figure);
  }
  return gap;
}

}  // namespace rashomon
