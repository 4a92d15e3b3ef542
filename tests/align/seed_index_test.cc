#include "core/align/seed_index.h"

#include <array>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using Corpus = std::vector<std::vector<Token>>;

std::vector<absl::Span<const Token>> Spans(const Corpus& corpus) {
  return {corpus.begin(), corpus.end()};
}

bool Covers(const SeedRun& run, uint32_t earlier, uint32_t here, uint32_t words) {
  return run.here <= here && here + words <= run.here + run.words &&
         run.here - here == run.earlier - earlier;
}

TEST(SeedIndex, FindsAllEarlierPlacesOfARareRun) {
  const Corpus corpus = {Tokenize("a b c d e x"), Tokenize("y a b c d e"),
                         Tokenize("p q r s")};
  const SeedIndex index(Spans(corpus), {}, 1);
  EXPECT_THAT(index.EarlierRuns(0), testing::IsEmpty());
  const std::vector<SeedRun> runs = index.EarlierRuns(1);
  ASSERT_EQ(runs.size(), 1u);
  EXPECT_EQ(runs[0], (SeedRun{0, 0, 1, 5}));
  EXPECT_THAT(index.EarlierRuns(2), testing::IsEmpty());
}

TEST(SeedIndex, SeesEveryRepeatedRunOfSeenWordsAtItsNeighbour) {
  std::mt19937_64 random(3);
  for (int round = 0; round < 20; ++round) {
    Corpus corpus;
    for (int doc = 0; doc < 12; ++doc) {
      std::string text;
      for (int i = 0; i < 60; ++i) text += "w" + std::to_string(random() % 3) + " ";
      corpus.push_back(Tokenize(text));
    }
    const SeedIndex index(Spans(corpus), {.max_previous = 2}, 1);
    const uint32_t n = index.seen_words();
    // The place before (doc, here), in (doc, position) order, with the same n words.
    const auto equal = [&](uint32_t d, uint32_t i, uint32_t e, uint32_t j) {
      for (uint32_t k = 0; k < n; ++k) {
        if (corpus[d][i + k].hash != corpus[e][j + k].hash) return false;
      }
      return true;
    };
    for (uint32_t doc = 0; doc < corpus.size(); ++doc) {
      const std::vector<SeedRun> runs = index.EarlierRuns(doc);
      for (uint32_t here = 0; here + n <= corpus[doc].size(); ++here) {
        bool done = false;
        for (int64_t d = doc; d >= 0 && !done; --d) {
          const auto size = static_cast<int64_t>(corpus[static_cast<size_t>(d)].size());
          for (int64_t at = d == doc ? int64_t{here} - 1 : size - n; at >= 0 && !done;
               --at) {
            const auto e = static_cast<uint32_t>(d), j = static_cast<uint32_t>(at);
            if (!equal(doc, here, e, j)) continue;
            done = true;
            EXPECT_TRUE(std::any_of(runs.begin(), runs.end(),
                                    [&](const SeedRun& run) {
                                      return run.earlier_doc == e &&
                                             Covers(run, j, here, n);
                                    }))
                << "document " << doc << " word " << here;
          }
        }
      }
    }
  }
}

TEST(SeedIndex, ARefrainCostsItsLengthTimesTheCap) {
  std::string text;
  for (int i = 0; i < 1000; ++i) {
    text += "row the boat gently down the long river tonight my friends verse" +
            std::to_string(i) + " ";
  }
  const Corpus corpus = {Tokenize(text)};
  const SeedOptions options;
  const SeedIndex index(Spans(corpus), options, 1);
  size_t words = 0;
  for (const SeedRun& run : index.EarlierRuns(0)) words += run.words;
  EXPECT_LE(words, corpus[0].size() * (options.max_previous + 1) * 2);
}

TEST(SeedIndex, AStoryInManyDocumentsIsAChainOfNeighbours) {
  const auto story = Tokenize(
      "the council voted to close the old swimming bath after engineers found cracks");
  const Corpus corpus(5000, story);
  const SeedOptions options;
  const SeedIndex index(Spans(corpus), options, 2);
  size_t runs = 0;
  for (uint32_t doc = 0; doc < corpus.size(); ++doc) {
    const std::vector<SeedRun> of_document = index.EarlierRuns(doc);
    runs += of_document.size();
    if (doc > 0) {
      EXPECT_EQ(of_document.back().earlier_doc, doc - 1);
    }
  }
  EXPECT_LE(runs, corpus.size() * (options.max_previous + 1));
}

TEST(SeedIndex, TellsACopiedTextFromACommonPhrase) {
  Corpus corpus;
  for (int i = 0; i < 20; ++i) {
    corpus.push_back(Tokenize("the price rose by ten cents at market" +
                              std::to_string(i) + " stall" + std::to_string(i) +
                              " on friday last"));
    corpus.push_back(
        Tokenize("a heron built its nest upon the chimney of the town hall"));
  }
  const SeedIndex index(Spans(corpus), {}, 1);
  EXPECT_TRUE(index.GoesOnAlike(1, 2));
  EXPECT_FALSE(index.GoesOnAlike(0, 3));
}

// BelongsToCopies by its definition: count the places of the four words.
TEST(SeedIndex, CountsThePlacesOfEverySeed) {
  std::mt19937_64 random(5);
  Corpus corpus;
  for (int doc = 0; doc < 40; ++doc) {
    std::string text;
    for (int i = 0; i < 200; ++i) text += "w" + std::to_string(random() % 6) + " ";
    corpus.push_back(Tokenize(text));
  }
  std::map<std::array<uint64_t, 4>, size_t> places;
  const auto seed_at = [&](uint32_t doc, uint32_t word) {
    std::array<uint64_t, 4> seed{};
    for (size_t k = 0; k < 4; ++k) seed[k] = corpus[doc][word + k].hash;
    return seed;
  };
  for (uint32_t doc = 0; doc < corpus.size(); ++doc) {
    for (uint32_t i = 0; i + 4 <= corpus[doc].size(); ++i) ++places[seed_at(doc, i)];
  }
  constexpr size_t kElsewhere = 32;  // in a corpus as small as this one
  for (const int threads : {1, 3}) {
    const SeedIndex index(Spans(corpus), {.words = 4}, threads);
    for (uint32_t doc = 0; doc < corpus.size(); ++doc) {
      for (uint32_t i = 0; i + 4 <= corpus[doc].size(); ++i) {
        const size_t n = places[seed_at(doc, i)];
        if (n > kElsewhere) {
          EXPECT_TRUE(index.BelongsToCopies(doc, i, n - kElsewhere));
          EXPECT_FALSE(index.BelongsToCopies(doc, i, n - kElsewhere - 1));
        } else {
          EXPECT_TRUE(index.BelongsToCopies(doc, i, 0));
        }
      }
    }
  }
}

TEST(SeedIndex, ThreadsChangeNothing) {
  std::mt19937_64 random(9);
  Corpus corpus;
  for (int doc = 0; doc < 400; ++doc) {
    std::string text;
    for (int i = 0; i < 500; ++i) text += "w" + std::to_string(random() % 40) + " ";
    corpus.push_back(Tokenize(text));
  }
  const SeedIndex one(Spans(corpus), {}, 1), many(Spans(corpus), {}, 8);
  for (uint32_t doc = 0; doc < corpus.size(); ++doc) {
    ASSERT_EQ(one.EarlierRuns(doc), many.EarlierRuns(doc));
    for (uint32_t i = 0; i + 4 <= corpus[doc].size(); ++i) {
      ASSERT_EQ(one.GoesOnAlike(doc, i), many.GoesOnAlike(doc, i));
    }
  }
}

}  // namespace
}  // namespace rashomon
