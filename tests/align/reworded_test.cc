#include "core/align/reworded.h"

#include <random>
#include <string>

#include "core/align/align_words.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Two texts of one vocabulary that share sentences' beginnings, more or fewer.
TEST(MayBeReworded, IsTrueOfWhateverIsReworded) {
  std::mt19937_64 random(4);
  int reworded = 0;
  for (int round = 0; round < 2000; ++round) {
    const size_t shared = random() % 12, words = random() % 30;
    std::string a, b;
    const auto add = [&](std::string& text, size_t n) {
      for (size_t i = 0; i < n; ++i) {
        for (int k = 0; k < 3; ++k) text += static_cast<char>('a' + random() % 8);
        text += "zz ";
      }
    };
    for (size_t i = 0; i < shared; ++i) {
      std::string phrase;
      add(phrase, 3 + random() % 5);
      a += phrase;
      b += phrase;
      add(a, random() % (words + 1));
      add(b, random() % (words + 1));
    }
    const std::vector<Token> in_a = Tokenize(a), in_b = Tokenize(b);
    const AlignedBlock whole = {{0, static_cast<uint32_t>(in_a.size())},
                                {0, static_cast<uint32_t>(in_b.size())},
                                AlignWords(in_a, in_b)};
    if (!IsReworded(whole, {a, in_a})) continue;
    ++reworded;
    EXPECT_TRUE(MayBeReworded(in_a, in_b)) << a << "\n" << b;
  }
  EXPECT_GT(reworded, 20);
}

TEST(MayBeReworded, IsFalseOfTextsWithoutCommonPhrases) {
  std::string a, b;
  for (int i = 0; i < 300; ++i) {
    a += "left" + std::to_string(i) + ' ';
    b += "right" + std::to_string(i) + ' ';
  }
  EXPECT_FALSE(MayBeReworded(Tokenize(a), Tokenize(b)));
  EXPECT_FALSE(MayBeReworded({}, {}));
}

}  // namespace
}  // namespace rashomon
