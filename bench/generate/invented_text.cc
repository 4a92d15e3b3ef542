#include "bench/generate/invented_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace rashomon::generate {
namespace {

constexpr std::array<std::string_view, 48> kFunctionWords = {
    "the", "of",   "to",    "and",  "a",    "in",   "the",   "that", "for", "on",
    "was", "with", "the",   "said", "by",   "at",   "from",  "has",  "as",  "it",
    "is",  "were", "after", "had",  "the",  "an",   "their", "be",   "his", "have",
    "not", "who",  "but",   "its",  "they", "will", "more",  "this", "one", "would",
    "a",   "in",   "of",    "to",   "and",  "the",  "of",    "in"};
constexpr std::array<std::string_view, 20> kOnsets = {
    "b", "br", "c", "d", "dr", "f", "g", "gr", "h", "k",
    "l", "m",  "n", "p", "pr", "r", "s", "st", "t", "v"};
constexpr std::array<std::string_view, 10> kVowels = {"a", "e",  "i",  "o",  "u",
                                                      "y", "ea", "ou", "ai", "io"};
constexpr std::array<std::string_view, 12> kCodas = {"",  "n", "r",  "l",  "s",  "t",
                                                     "m", "d", "nd", "st", "rk", "ng"};

template <typename Table>
std::string_view Pick(Random& random, const Table& table) {
  return table[Below(random, table.size())];
}

std::string InventWord(Random& random) {
  std::string word;
  const size_t syllables = 2 + Below(random, 3);
  for (size_t i = 0; i < syllables; ++i) {
    word += Pick(random, kOnsets);
    word += Pick(random, kVowels);
    if (i + 1 == syllables || Chance(random, 0.3)) word += Pick(random, kCodas);
  }
  return word;
}

}  // namespace

size_t Below(Random& random, size_t n) { return static_cast<size_t>(random() % n); }

bool Chance(Random& random, double p) {
  return static_cast<double>(random() >> 11) * 0x1p-53 < p;
}

InventedText::InventedText(uint64_t seed, size_t content_words) {
  Random random(seed);
  double total = 0;
  for (size_t rank = 1; rank <= content_words; ++rank) {
    content_.push_back(InventWord(random));
    total += 1 / static_cast<double>(rank + 20);
    cumulative_.push_back(total);
  }
}

const std::string& InventedText::ContentWord(Random& random) const {
  const double at = static_cast<double>(random() >> 11) * 0x1p-53 * cumulative_.back();
  const auto it = std::upper_bound(cumulative_.begin(), cumulative_.end(), at);
  return content_[static_cast<size_t>(std::min(it, cumulative_.end() - 1) -
                                      cumulative_.begin())];
}

std::vector<TextWord> InventedText::Article(Random& random, size_t num_words) const {
  std::vector<TextWord> words;
  size_t sentences = 0;
  while (words.size() < num_words) {
    const size_t length = 9 + Below(random, 22);
    for (size_t i = 0; i < length; ++i) {
      TextWord word;
      const double kind = static_cast<double>(random() >> 11) * 0x1p-53;
      if (kind < 0.46) {
        word.text = Pick(random, kFunctionWords);
      } else if (kind < 0.48) {
        word.text = std::to_string(2 + Below(random, 900));
      } else {
        word.text = ContentWord(random);
        if (kind > 0.92) word.text[0] = static_cast<char>(std::toupper(word.text[0]));
      }
      if (i == 0) word.text[0] = static_cast<char>(std::toupper(word.text[0]));
      if (i + 1 == length) {
        word.text += '.';
        word.ends_sentence = true;
      } else if (i > 2 && Chance(random, 0.06)) {
        word.text += ',';
      }
      words.push_back(std::move(word));
    }
    words.back().ends_paragraph = ++sentences % (1 + Below(random, 3)) == 0;
  }
  return words;
}

}  // namespace rashomon::generate
