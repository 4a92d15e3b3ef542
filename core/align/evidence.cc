// How a phrase goes on elsewhere tells a form from a copy, where its frequency does
// not: a story in 5,000 papers goes on alike 5,000 times, while "10 cts vs 10" is
// followed by something else each time. The numbers below were set on newswire of
// the 1980s, on which forms abound, and on reports of one war by many outlets.

#include "core/align/evidence.h"

#include <algorithm>
#include <vector>

#include "core/align/function_words.h"

namespace rashomon {
namespace {

constexpr size_t kMinContentWords = 4;     // different ones, aligned
constexpr uint32_t kMaxContinuations = 4;  // of a phrase that is the text's own
constexpr double kMinOwnShare = 0.25;      // of the aligned phrases
constexpr double kMinEqualValues = 0.5;    // of the figures and names
constexpr uint32_t kShortWords = 25;       // of a block in which one value may decide

bool HasDigit(std::string_view word) {
  return std::any_of(word.begin(), word.end(),
                     [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view TextOf(const TextSide& side, uint32_t word) {
  return side.tokens[word].span().In(side.text);
}

// Figures and names: what a form is filled in with.
bool IsValue(const TextSide& side, uint32_t word) {
  const std::string_view text = TextOf(side, word);
  return (text[0] >= 'A' && text[0] <= 'Z') || HasDigit(text) ||
         IsNumberWord(side.tokens[word].hash);
}

bool HasContent(const AlignedBlock& block, const TextSide& a) {
  std::vector<uint64_t> content;
  for (const WordRun& run : block.runs) {
    for (uint32_t i = run.a; i < run.a + run.words; ++i) {
      const uint64_t hash = a.tokens[i].hash;
      if (IsFunctionWord(hash) || IsNumberWord(hash) || HasDigit(TextOf(a, i)))
        continue;
      if (std::find(content.begin(), content.end(), hash) != content.end()) continue;
      content.push_back(hash);
      if (content.size() >= kMinContentWords) return true;
    }
  }
  return false;
}

bool HasOwnPhrases(const AlignedBlock& block, const SeedIndex& index, uint32_t doc_b) {
  uint32_t own = 0, phrases = 0;
  for (const WordRun& run : block.runs) {
    for (uint32_t i = index.words(); i <= run.words; ++i) {
      ++phrases;
      own += index.Continuations(doc_b, run.b + i - index.words(),
                                 kMaxContinuations + 1) <= kMaxContinuations;
    }
  }
  return own >= 2 && own >= kMinOwnShare * phrases;
}

bool ValuesAgree(const AlignedBlock& block, const TextSide& a, const TextSide& b) {
  uint32_t in_a = 0, in_b = 0, equal = 0;
  for (uint32_t i = block.a.begin; i < block.a.end; ++i) in_a += IsValue(a, i);
  for (uint32_t i = block.b.begin; i < block.b.end; ++i) in_b += IsValue(b, i);
  for (const WordRun& run : block.runs) {
    for (uint32_t i = 0; i < run.words; ++i) {
      equal += IsValue(a, run.a + i) || IsValue(b, run.b + i);
    }
  }
  const uint32_t values = std::max({in_a, in_b, equal});
  if (equal >= kMinEqualValues * values) return true;
  const bool is_short = std::max(block.a.size(), block.b.size()) < kShortWords;
  return !is_short && values - equal < 2;
}

}  // namespace

bool ShowsCopying(const AlignedBlock& block, const TextSide& a, const TextSide& b,
                  const SeedIndex& index, uint32_t doc_b) {
  return HasContent(block, a) && HasOwnPhrases(block, index, doc_b) &&
         ValuesAgree(block, a, b);
}

}  // namespace rashomon
