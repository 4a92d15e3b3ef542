#include "core/align/blocks.h"

#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Corpus = std::vector<std::vector<Token>>;

std::string Words(std::mt19937_64& random, int size) {
  std::string text;
  for (int i = 0; i < size; ++i) text += "w" + std::to_string(random() % 4000) + " ";
  return text;
}

std::vector<AlignedBlock> BlocksBetween(const Corpus& corpus, uint32_t a, uint32_t b,
                                        const BlockOptions& options = {}) {
  const std::vector<absl::Span<const Token>> words(corpus.begin(), corpus.end());
  const SeedIndex index(words, {}, 1);
  std::vector<SeedRun> seeds = index.EarlierRuns(b);
  std::erase_if(seeds, [&](const SeedRun& run) { return run.earlier_doc != a; });
  return FindBlocks(corpus[a], corpus[b], seeds,
                    a == b ? Texts::kOneWithItself : Texts::kTwo, options);
}

void ExpectValid(const Corpus& corpus, uint32_t a, uint32_t b,
                 const AlignedBlock& block, const BlockOptions& options) {
  EXPECT_GE(std::min(block.a.size(), block.b.size()), options.min_words);
  EXPECT_GE(AlignedShare(block), options.min_aligned);
  EXPECT_EQ(block.runs.front().a, block.a.begin);
  EXPECT_EQ(block.runs.front().b, block.b.begin);
  EXPECT_EQ(block.runs.back().a + block.runs.back().words, block.a.end);
  EXPECT_EQ(block.runs.back().b + block.runs.back().words, block.b.end);
  for (const WordRun& run : block.runs) {
    for (uint32_t i = 0; i < run.words; ++i) {
      EXPECT_EQ(corpus[a][run.a + i].hash, corpus[b][run.b + i].hash);
    }
  }
}

TEST(FindBlocks, FindsAnEditedPassageWithItsBorders) {
  std::mt19937_64 random(4);
  int found = 0, plants = 300;
  for (int round = 0; round < plants; ++round) {
    std::vector<std::string> passage;
    for (int i = 0; i < 25; ++i)
      passage.push_back("p" + std::to_string(random() % 4000));
    std::string original, copy;
    for (size_t i = 0; i < passage.size(); ++i) {
      original += passage[i] + " ";
      const bool edited = i > 0 && i + 1 < passage.size() && random() % 10 == 0;
      copy += (edited ? "e" + std::to_string(random()) : passage[i]) + " ";
    }
    const Corpus corpus = {Tokenize(Words(random, 60) + original + Words(random, 60)),
                           Tokenize(Words(random, 30) + copy + Words(random, 90))};
    for (const AlignedBlock& block : BlocksBetween(corpus, 0, 1)) {
      ExpectValid(corpus, 0, 1, block, {});
      const auto near = [](uint32_t x, uint32_t y) { return x <= y + 2 && y <= x + 2; };
      if (near(block.a.begin, 60) && near(block.a.end, 85) && near(block.b.begin, 30) &&
          near(block.b.end, 55)) {
        ++found;
        break;
      }
    }
  }
  EXPECT_GE(found, plants * 95 / 100);
}

TEST(FindBlocks, AnInsertedClauseLeavesAPassageWhole) {
  std::mt19937_64 random(5);
  const std::string head = Words(random, 20), tail = Words(random, 20);
  const Corpus corpus = {Tokenize(head + tail),
                         Tokenize(head + Words(random, 10) + tail)};
  const std::vector<AlignedBlock> blocks = BlocksBetween(corpus, 0, 1);
  ASSERT_EQ(blocks.size(), 1u);
  EXPECT_EQ(blocks[0].a, (WordSpan{0, 40}));
  EXPECT_EQ(blocks[0].b, (WordSpan{0, 50}));
}

TEST(FindBlocks, MovedSentencesAreBlocksOfTheirOwn) {
  std::mt19937_64 random(6);
  const std::string one = Words(random, 20), two = Words(random, 20);
  const Corpus corpus = {Tokenize(one + two), Tokenize(two + one)};
  const std::vector<AlignedBlock> blocks = BlocksBetween(corpus, 0, 1);
  ASSERT_EQ(blocks.size(), 2u);
  EXPECT_EQ(blocks[0].a, (WordSpan{20, 40}));
  EXPECT_EQ(blocks[1].a, (WordSpan{0, 20}));
}

TEST(FindBlocks, ARepeatedPassageOfOneTextDoesNotOverlapItself) {
  std::mt19937_64 random(7);
  const std::string refrain = Words(random, 15);
  std::string text;
  for (int i = 0; i < 6; ++i) text += refrain;
  const Corpus corpus = {Tokenize(text)};
  const std::vector<AlignedBlock> blocks = BlocksBetween(corpus, 0, 0);
  EXPECT_FALSE(blocks.empty());
  for (const AlignedBlock& block : blocks) {
    ExpectValid(corpus, 0, 0, block, {});
    EXPECT_LE(block.a.end, block.b.begin);
  }
}

TEST(FindBlocks, OneWordRepeatedIsNoPassage) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "ha ";
  const Corpus corpus = {Tokenize(text)};
  for (const AlignedBlock& block : BlocksBetween(corpus, 0, 0)) {
    EXPECT_LE(block.a.end, block.b.begin);
  }
}

// Every repetition has a diagonal of its own with the first one, along which the
// rest of the text is equal: extending each to its end would be quadratic.
TEST(FindBlocks, ASentenceSaidTwentyThousandTimesEnds) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "the mill of Orsa was closed by a flood ";
  const Corpus corpus = {Tokenize(text)};
  EXPECT_FALSE(BlocksBetween(corpus, 0, 0).empty());
}

TEST(FindBlocks, RandomTextsOfFewWordsGiveValidBlocksOnly) {
  std::mt19937_64 random(8);
  for (int round = 0; round < 100; ++round) {
    Corpus corpus;
    for (int doc = 0; doc < 3; ++doc) {
      std::string text;
      for (int i = 0; i < 80; ++i) text += "w" + std::to_string(random() % 4) + " ";
      corpus.push_back(Tokenize(text));
    }
    for (uint32_t a = 0; a < 3; ++a) {
      for (uint32_t b = a; b < 3; ++b) {
        for (const AlignedBlock& block : BlocksBetween(corpus, a, b)) {
          ExpectValid(corpus, a, b, block, {});
        }
      }
    }
  }
}

}  // namespace
}  // namespace rashomon
