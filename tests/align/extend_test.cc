#include "core/align/extend.h"

#include <algorithm>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "core/align/function_words.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr int kBand = 6, kMatch = 3, kWeakMatch = 1, kEdit = -2, kDrop = 13;
constexpr int kNone = -1000000;

// The definition: a table of all places, filled row by row until the best of a row
// lies more than kDrop below the best seen at a match; of equal ways a match or a
// replaced word comes first, then a word of a alone. Of equal ends the one of the
// least row, then of the least column.
std::vector<WordRun> ExtendSlowly(absl::Span<const Token> a, uint32_t a_at,
                                  absl::Span<const Token> b, uint32_t b_at) {
  const int rows = static_cast<int>(a.size() - a_at);
  const int columns = static_cast<int>(b.size() - b_at);
  struct Place {
    int score = kNone;
    char step = ' ';
  };
  std::vector<std::vector<Place>> table(
      static_cast<size_t>(rows + 1),
      std::vector<Place>(static_cast<size_t>(columns + 1)));
  const auto at = [&](int r, int c) -> Place& {
    return table[static_cast<size_t>(r)][static_cast<size_t>(c)];
  };
  int best = 0, best_row = 0, best_column = 0;
  for (int r = 0; r <= rows; ++r) {
    int row_best = kNone;
    for (int c = std::max(0, r - kBand); c <= std::min(columns, r + kBand); ++c) {
      Place& here = at(r, c);
      if (r == 0 && c == 0) here = {0, ' '};
      if (r > 0 && c > 0) {
        const uint64_t word = a[a_at + static_cast<uint32_t>(r) - 1].hash;
        const bool equal = word == b[b_at + static_cast<uint32_t>(c) - 1].hash;
        const int gain = !equal ? kEdit : IsFunctionWord(word) ? kWeakMatch : kMatch;
        here = {at(r - 1, c - 1).score + gain, equal ? '=' : 'x'};
      }
      if (r > 0 && c < r + kBand && at(r - 1, c).score + kEdit > here.score) {
        here = {at(r - 1, c).score + kEdit, 'a'};
      }
      if (c > r - kBand && c > 0 && at(r, c - 1).score + kEdit > here.score) {
        here = {at(r, c - 1).score + kEdit, 'b'};
      }
      row_best = std::max(row_best, here.score);
      if (r > 0 && here.step == '=' && here.score > best) {
        best = here.score;
        best_row = r;
        best_column = c;
      }
    }
    if (r > 0 && row_best < best - kDrop) break;
  }
  std::vector<WordRun> runs;
  for (int r = best_row, c = best_column; r > 0;) {
    const char step = at(r, c).step;
    if (step == '=') {
      const uint32_t in_a = a_at + static_cast<uint32_t>(r) - 1;
      const uint32_t in_b = b_at + static_cast<uint32_t>(c) - 1;
      if (!runs.empty() && runs.back().a == in_a + 1 && runs.back().b == in_b + 1) {
        --runs.back().a, --runs.back().b, ++runs.back().words;
      } else {
        runs.push_back({in_a, in_b, 1});
      }
    }
    r -= step != 'b';
    c -= step != 'a';
  }
  std::reverse(runs.begin(), runs.end());
  return runs;
}

// A text of few words, function words among them, and an edited copy of it.
struct Pair {
  std::vector<Token> a;
  std::vector<Token> b;
};
Pair RandomPair(std::mt19937_64& random) {
  const char* const kWords[] = {"the",   "of",   "river", "bridge", "mayor",
                                "flood", "rose", "and",   "market"};
  const size_t size = random() % 60, edits = random() % 40;
  std::string a, b;
  for (size_t i = 0; i < size; ++i) {
    const std::string word = kWords[random() % std::size(kWords)];
    a += word + ' ';
    switch (random() % 100 < edits ? random() % 3 : 3) {
      case 0:
        break;  // left out
      case 1:
        b += std::string(kWords[random() % std::size(kWords)]) + ' ';
        break;
      case 2:
        b += word + " inserted ";
        break;
      default:
        b += word + ' ';
    }
  }
  return {Tokenize(a), Tokenize(b)};
}

TEST(ExtendRight, IsTheBandedAlignmentWithADrop) {
  std::mt19937_64 random(11);
  for (int round = 0; round < 3000; ++round) {
    const Pair pair = RandomPair(random);
    const auto a_at = static_cast<uint32_t>(random() % (pair.a.size() + 1));
    const auto b_at =
        static_cast<uint32_t>(std::min<uint64_t>(pair.b.size(), a_at + random() % 4));
    ASSERT_EQ(ExtendRight(pair.a, a_at, pair.b, b_at),
              ExtendSlowly(pair.a, a_at, pair.b, b_at))
        << "round " << round;
  }
}

TEST(ExtendLeft, IsExtendRightOfTheTextsTurnedRound) {
  std::mt19937_64 random(12);
  for (int round = 0; round < 3000; ++round) {
    Pair pair = RandomPair(random);
    const auto a_at = static_cast<uint32_t>(random() % (pair.a.size() + 1));
    const auto b_at =
        static_cast<uint32_t>(std::min<uint64_t>(pair.b.size(), a_at + random() % 4));
    const std::vector<WordRun> left = ExtendLeft(pair.a, a_at, pair.b, b_at);
    const auto a_size = static_cast<uint32_t>(pair.a.size());
    const auto b_size = static_cast<uint32_t>(pair.b.size());
    std::reverse(pair.a.begin(), pair.a.end());
    std::reverse(pair.b.begin(), pair.b.end());
    std::vector<WordRun> right =
        ExtendSlowly(pair.a, a_size - a_at, pair.b, b_size - b_at);
    std::reverse(right.begin(), right.end());
    for (WordRun& run : right) {
      run.a = a_size - run.a - run.words;
      run.b = b_size - run.b - run.words;
    }
    ASSERT_EQ(left, right) << "round " << round;
  }
}

// Scores grow far beyond what a lane of a row holds.
TEST(ExtendRight, FollowsALongCopyToItsEnd) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + ' ';
  const std::vector<Token> tokens = Tokenize(text);
  const std::vector<WordRun> runs = ExtendRight(tokens, 10, tokens, 10);
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0], (WordRun{10, 10, 4990}));
}

}  // namespace
}  // namespace rashomon
