// Banded alignment with an X-drop (Zhang et al. 2000): rows go on until the best
// score of a row lies kDrop below the best seen. Words that say little ("of",
// "the") score little, so that chance does not carry a border past its end. Cost:
// a few vector instructions for each word of the extension, since a row of the band
// fits into one vector of 16 bytes.

#include "core/align/extend.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

#include "absl/container/inlined_vector.h"
#include "core/align/function_words.h"

namespace rashomon {
namespace {

constexpr int kBand = 6;  // words that the two sides may drift apart
constexpr int kWidth = 2 * kBand + 1;
constexpr uint8_t kMatch = 3;
constexpr uint8_t kWeakMatch = 1;  // of a function word
constexpr uint8_t kEdit = 2;       // lost by a word replaced, inserted or left out
constexpr int kDrop = 13;

// One row, by diagonal: column - row + kBand. The vectors of GCC and Clang, which
// they map to what the machine has.
using Row __attribute__((vector_size(16))) = uint8_t;
using Mask __attribute__((vector_size(16))) = int8_t;
constexpr Row kDiagonals = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15};

// Scores count from the best one of the row above, which stands as kOfBest; within
// the band none lies further below it than a word's match and edit for each
// diagonal. 0 is a place outside the text.
constexpr uint8_t kOfBest = 100;
static_assert(kOfBest > (kMatch + kEdit) * kWidth);

// How a place was reached.
constexpr uint8_t kMatched = 0, kReplaced = 1, kOnlyA = 2, kOnlyB = 3;
constexpr size_t kUsualRows = 64;  // long enough for what follows most places

// Lane k takes what lane k - n has.
template <int n>
Row Up(Row x) {
  return __builtin_shufflevector(Row{}, x, 16 - n, 17 - n, 18 - n, 19 - n, 20 - n,
                                 21 - n, 22 - n, 23 - n, 24 - n, 25 - n, 26 - n, 27 - n,
                                 28 - n, 29 - n, 30 - n, 31 - n);
}

// Lane k takes what lane k + n has.
template <int n>
Row Down(Row x) {
  return __builtin_shufflevector(x, Row{}, n, n + 1, n + 2, n + 3, n + 4, n + 5, n + 6,
                                 n + 7, n + 8, n + 9, n + 10, n + 11, n + 12, n + 13,
                                 n + 14, n + 15);
}

Row Max(Row x, Row y) { return x > y ? x : y; }

// Not below 0.
Row Less(Row x, uint8_t loss) { return Max(x, Row{} + loss) - loss; }

uint8_t MaxOf(Row x) {
  x = Max(x, Down<8>(x));
  x = Max(x, Down<4>(x));
  x = Max(x, Down<2>(x));
  return Max(x, Down<1>(x))[0];
}

// The lanes of a mask, a byte each.
std::array<uint64_t, 2> BytesOf(Mask mask) {
  std::array<uint64_t, 2> bytes;
  std::memcpy(bytes.data(), &mask, sizeof(bytes));
  return bytes;
}

bool Any(Mask mask) {
  const std::array<uint64_t, 2> bytes = BytesOf(mask);
  return (bytes[0] | bytes[1]) != 0;
}

// The words that follow a place, rightwards or leftwards.
struct Ray {
  absl::Span<const Token> words;
  uint32_t at = 0;
  bool leftwards = false;

  int64_t size() const {
    return leftwards ? at : static_cast<int64_t>(words.size()) - at;
  }
  uint64_t operator[](int64_t i) const {
    return words[static_cast<size_t>(leftwards ? at - 1 - i : at + i)].hash;
  }
};

// The words of b in the columns of a row, by eight bits of their hashes.
class Window {
 public:
  explicit Window(const Ray& b) : b_(b) {
    for (int64_t i = 0; i < kBand; ++i) Append(i);
  }

  // Moves on to the next row.
  void Advance() { Append(++row_ + kBand - 1); }

  // The diagonals on which `word` stands, of those `inside` the text.
  Mask Equal(uint64_t word, Mask inside) const {
    Mask equal = (bits_ == Row{} + static_cast<uint8_t>(word)) & inside;
    std::array<uint64_t, 2> bytes = BytesOf(equal);
    for (size_t half = 0; half < 2; ++half) {
      while (bytes[half] != 0) {
        const int lane = std::countr_zero(bytes[half]) / 8;
        bytes[half] &= ~(uint64_t{0xFF} << 8 * lane);
        const int k = static_cast<int>(8 * half) + lane;
        const int64_t column = row_ + k - kBand;
        if (column == 0 || b_[column - 1] != word) equal[k] = 0;
      }
    }
    return equal;
  }

 private:
  void Append(int64_t i) {
    const Row word = {static_cast<uint8_t>(i < b_.size() ? b_[i] : 0)};
    bits_ = Down<1>(bits_) | Up<kWidth - 1>(word);
  }

  const Ray& b_;
  int64_t row_ = 0;
  Row bits_ = {};
};

// The diagonals of a row that lie in the text: its columns are 0 … size, of which
// the first is before all words.
Mask InText(int64_t row, int64_t size) {
  const auto low = static_cast<uint8_t>(std::max<int64_t>(0, kBand - row));
  const auto end =
      static_cast<uint8_t>(std::clamp<int64_t>(size - row + kBand + 1, 0, kWidth));
  return (kDiagonals >= Row{} + low) & (kDiagonals < Row{} + end);
}

// Pairs of matched offsets along two rays, farthest first.
std::vector<std::array<uint32_t, 2>> Extend(const Ray& a, const Ray& b) {
  int64_t base = 0;  // the score of kOfBest
  int64_t best = 0, best_row = 0;
  int best_diagonal = kBand;
  const Mask at_start = InText(0, b.size());
  Row above = at_start ? Row{} + (kOfBest + kBand * kEdit) - kEdit * kDiagonals : Row{};
  absl::InlinedVector<Row, kUsualRows> steps;  // of rows 1, 2, …
  Window window(b);
  for (int64_t row = 1; row <= a.size(); ++row) {
    window.Advance();
    const Mask inside = InText(row, b.size());
    const uint64_t word = a[row - 1];
    const Mask equal = window.Equal(word, inside);
    const bool matched = Any(equal);
    const uint8_t match = !matched ? 0 : IsFunctionWord(word) ? kWeakMatch : kMatch;
    const Row diagonal = equal ? above + match : Less(above, kEdit);
    const Row only_a = Less(Down<1>(above), kEdit);
    Row here = inside ? Max(diagonal, only_a) : Row{};
    Row step = equal ? Row{} + kMatched : Row{} + kReplaced;
    step = only_a > diagonal ? Row{} + kOnlyA : step;
    if (Any((Less(Up<1>(here), kEdit) > here) & inside)) {
      const Row before = here;
      here = Max(here, Less(Up<1>(here), kEdit));
      here = Max(here, Less(Up<2>(here), 2 * kEdit));
      here = Max(here, Less(Up<4>(here), 4 * kEdit));
      here = Max(here, Less(Up<8>(here), 8 * kEdit));
      here = inside ? here : Row{};
      step = here > before ? Row{} + kOnlyB : step;
    }
    steps.push_back(step);
    const uint8_t row_best = MaxOf(here);
    if (row_best == 0) break;  // no place of the row lies in the text
    if (matched && base + row_best - kOfBest > best) {
      for (int k = 0; k < kWidth; ++k) {
        const int64_t score = base + here[k] - kOfBest;
        if (step[k] != kMatched || score <= best) continue;
        best = score;
        best_row = row;
        best_diagonal = k;
      }
    }
    base += row_best - kOfBest;
    if (base < best - kDrop) break;
    above = row_best > kOfBest ? Less(here, row_best - kOfBest)
                               : here + static_cast<uint8_t>(kOfBest - row_best);
    above = inside ? above : Row{};
  }
  std::vector<std::array<uint32_t, 2>> matched;
  // Row 0 is reached only from the place itself, or through words of b alone.
  int k = best_diagonal;
  for (int64_t row = best_row; row > 0;) {
    switch (steps[static_cast<size_t>(row - 1)][k]) {
      case kMatched:
        matched.push_back({static_cast<uint32_t>(row - 1),
                           static_cast<uint32_t>(row + k - kBand - 1)});
        --row;
        break;
      case kReplaced:
        --row;
        break;
      case kOnlyA:
        --row, ++k;
        break;
      default:
        --k;
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
