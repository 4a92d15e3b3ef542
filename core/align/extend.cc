// Banded alignment with an X-drop (Zhang et al. 2000): rows go on until the best
// score of a row lies kDrop below the best seen. Words that say little ("of",
// "the") score little, so that chance does not carry a border past its end. Cost:
// a band's width for each word of the extension.

#include "core/align/extend.h"

#include <algorithm>
#include <array>
#include <limits>

#include "core/align/function_words.h"

namespace rashomon {
namespace {

constexpr int kBand = 6;  // words that the two sides may drift apart
constexpr int kWidth = 2 * kBand + 1;
constexpr int kMatch = 3;
constexpr int kWeakMatch = 1;  // of a function word
constexpr int kEdit = -2;      // a word replaced, inserted or left out
constexpr int kDrop = 13;
constexpr int kNone = std::numeric_limits<int>::min() / 2;

enum class Step : uint8_t { kStop, kMatched, kReplaced, kOnlyA, kOnlyB };

// The words that follow a place, rightwards or leftwards.
struct Ray {
  absl::Span<const Token> words;
  uint32_t at = 0;
  bool leftwards = false;

  uint32_t size() const {
    return leftwards ? at : static_cast<uint32_t>(words.size()) - at;
  }
  uint64_t operator[](uint32_t i) const {
    return words[leftwards ? at - 1 - i : at + i].hash;
  }
};

// Pairs of matched offsets along two rays, farthest first.
std::vector<std::array<uint32_t, 2>> Extend(const Ray& a, const Ray& b) {
  using Row = std::array<int, kWidth>;  // by diagonal: column - row + kBand
  Row above;
  above.fill(kNone);
  std::vector<std::array<Step, kWidth>> steps(1);
  steps[0].fill(Step::kStop);
  above[kBand] = 0;
  for (int d = kBand + 1; d < kWidth && static_cast<uint32_t>(d - kBand) <= b.size();
       ++d) {
    above[static_cast<size_t>(d)] = kEdit * (d - kBand);
    steps[0][static_cast<size_t>(d)] = Step::kOnlyB;
  }
  int best = 0;
  uint32_t best_row = 0;
  int best_diagonal = kBand;
  for (uint32_t row = 1; row <= a.size(); ++row) {
    Row here;
    here.fill(kNone);
    std::array<Step, kWidth>& step = steps.emplace_back();
    step.fill(Step::kStop);
    int row_best = kNone;
    for (int d = 0; d < kWidth; ++d) {
      const auto k = static_cast<size_t>(d);
      const int64_t column = static_cast<int64_t>(row) + d - kBand;
      if (column < 0 || column > static_cast<int64_t>(b.size())) continue;
      if (column > 0 && above[k] > kNone) {
        const uint64_t word = a[row - 1];
        const bool equal = word == b[static_cast<uint32_t>(column - 1)];
        here[k] = above[k] + (!equal                 ? kEdit
                              : IsFunctionWord(word) ? kWeakMatch
                                                     : kMatch);
        step[k] = equal ? Step::kMatched : Step::kReplaced;
      }
      if (d + 1 < kWidth && above[k + 1] > kNone && above[k + 1] + kEdit > here[k]) {
        here[k] = above[k + 1] + kEdit;
        step[k] = Step::kOnlyA;
      }
      if (d > 0 && here[k - 1] > kNone && here[k - 1] + kEdit > here[k]) {
        here[k] = here[k - 1] + kEdit;
        step[k] = Step::kOnlyB;
      }
      row_best = std::max(row_best, here[k]);
      if (here[k] > best && step[k] == Step::kMatched) {
        best = here[k];
        best_row = row;
        best_diagonal = d;
      }
    }
    if (row_best < best - kDrop) break;
    above = here;
  }
  std::vector<std::array<uint32_t, 2>> matched;
  uint32_t row = best_row;
  int d = best_diagonal;
  for (;;) {
    const Step step = steps[row][static_cast<size_t>(d)];
    if (step == Step::kStop) break;
    const auto column = static_cast<uint32_t>(static_cast<int64_t>(row) + d - kBand);
    switch (step) {
      case Step::kMatched:
        matched.push_back({row - 1, column - 1});
        --row;
        break;
      case Step::kReplaced:
        --row;
        break;
      case Step::kOnlyA:
        --row, ++d;
        break;
      case Step::kOnlyB:
        --d;
        break;
      case Step::kStop:
        break;
    }
  }
  return matched;
}

void Append(uint32_t a, uint32_t b, std::vector<WordRun>& runs) {
  if (!runs.empty() && runs.back().a + runs.back().words == a &&
      runs.back().b + runs.back().words == b) {
    ++runs.back().words;
  } else {
    runs.push_back({a, b, 1});
  }
}

}  // namespace

std::vector<WordRun> ExtendRight(absl::Span<const Token> a, uint32_t a_at,
                                 absl::Span<const Token> b, uint32_t b_at) {
  const auto matched = Extend({a, a_at, false}, {b, b_at, false});
  std::vector<WordRun> runs;
  for (auto m = matched.rbegin(); m != matched.rend(); ++m) {
    Append(a_at + (*m)[0], b_at + (*m)[1], runs);
  }
  return runs;
}

std::vector<WordRun> ExtendLeft(absl::Span<const Token> a, uint32_t a_at,
                                absl::Span<const Token> b, uint32_t b_at) {
  std::vector<WordRun> runs;
  for (const auto& m : Extend({a, a_at, true}, {b, b_at, true})) {
    Append(a_at - 1 - m[0], b_at - 1 - m[1], runs);
  }
  return runs;
}

}  // namespace rashomon
