#include "core/align/align_words.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// A text of `size` words drawn from the first `vocabulary` of w0, w1, …
std::string RandomText(std::mt19937_64& random, size_t size, uint64_t vocabulary) {
  std::string text;
  for (size_t i = 0; i < size; ++i) {
    text += "w" + std::to_string(random() % vocabulary) + " ";
  }
  return text;
}

// The length of the longest common subsequence, by the textbook.
uint32_t LongestCommonSubsequence(absl::Span<const Token> a,
                                  absl::Span<const Token> b) {
  std::vector<std::vector<uint32_t>> best(a.size() + 1,
                                          std::vector<uint32_t>(b.size() + 1, 0));
  for (size_t i = 1; i <= a.size(); ++i) {
    for (size_t j = 1; j <= b.size(); ++j) {
      best[i][j] = a[i - 1].hash == b[j - 1].hash
                       ? best[i - 1][j - 1] + 1
                       : std::max(best[i - 1][j], best[i][j - 1]);
    }
  }
  return best[a.size()][b.size()];
}

void ExpectValid(absl::Span<const Token> a, absl::Span<const Token> b,
                 absl::Span<const WordRun> runs) {
  uint32_t a_end = 0, b_end = 0;
  bool first = true;
  for (const WordRun& run : runs) {
    ASSERT_GT(run.words, 0u);
    ASSERT_LE(run.a + run.words, a.size());
    ASSERT_LE(run.b + run.words, b.size());
    EXPECT_GE(run.a, a_end);
    EXPECT_GE(run.b, b_end);
    EXPECT_TRUE(first || run.a > a_end || run.b > b_end) << "runs touch on both sides";
    for (uint32_t i = 0; i < run.words; ++i) {
      ASSERT_EQ(a[run.a + i].hash, b[run.b + i].hash);
    }
    a_end = run.a + run.words;
    b_end = run.b + run.words;
    first = false;
  }
}

TEST(AlignWords, AlignsEqualTextsAsOneRun) {
  const auto tokens = Tokenize("the ferry left the harbour before the storm");
  EXPECT_THAT(AlignWords(tokens, tokens), testing::ElementsAre(WordRun{0, 0, 8}));
}

TEST(AlignWords, FindsNothingInTextsWithoutCommonWords) {
  EXPECT_THAT(AlignWords(Tokenize("one two three"), Tokenize("four five")),
              testing::IsEmpty());
  EXPECT_THAT(AlignWords({}, {}), testing::IsEmpty());
}

TEST(AlignWords, LeavesOutAnInsertedWord) {
  const auto a = Tokenize("the old mill burned down on sunday");
  const auto b = Tokenize("the old paper mill burned down on sunday");
  EXPECT_THAT(AlignWords(a, b),
              testing::ElementsAre(WordRun{0, 0, 2}, WordRun{2, 3, 5}));
}

TEST(AlignWords, RunsAreEqualWordsInOrderAndNearlyAsManyAsCanBe) {
  std::mt19937_64 random(1);
  for (int round = 0; round < 200; ++round) {
    const auto a = Tokenize(RandomText(random, random() % 40, 12));
    const auto b = Tokenize(RandomText(random, random() % 40, 12));
    const std::vector<WordRun> runs = AlignWords(a, b);
    ExpectValid(a, b, runs);
    // Fewer runs are worth some words: a match is worth 2, a run costs 1.
    const uint32_t most = LongestCommonSubsequence(a, b);
    EXPECT_LE(NumWords(runs), most);
    EXPECT_GE(2 * NumWords(runs), most);
  }
}

TEST(AlignWords, KeepsTheUneditedWordsOfALongText) {
  std::mt19937_64 random(2);
  std::string a, b;
  uint32_t kept = 0;
  for (int i = 0; i < 20000; ++i) {
    const std::string word = "w" + std::to_string(random() % 5000) + " ";
    a += word;
    if (random() % 10 == 0) {
      b += "edited" + std::to_string(i) + " ";
    } else {
      b += word;
      ++kept;
    }
  }
  const auto tokens_a = Tokenize(a), tokens_b = Tokenize(b);
  const std::vector<WordRun> runs = AlignWords(tokens_a, tokens_b);
  ExpectValid(tokens_a, tokens_b, runs);
  EXPECT_GE(NumWords(runs), kept * 0.999);
}

}  // namespace
}  // namespace rashomon
