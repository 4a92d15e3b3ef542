// The generator tells the truth about what it planted.

#include "bench/generate/planted_corpus.h"

#include <algorithm>
#include <vector>

#include "core/text/tokenize.h"
#include "gtest/gtest.h"

namespace rashomon::generate {
namespace {

// Length of the longest common subsequence: the definition, in quadratic time.
size_t CommonWords(const std::vector<Token>& a, const std::vector<Token>& b) {
  std::vector<size_t> row(b.size() + 1, 0);
  for (const Token& x : a) {
    size_t diagonal = 0;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t up = row[j + 1];
      row[j + 1] = x.hash == b[j].hash ? diagonal + 1 : std::max(up, row[j]);
      diagonal = up;
    }
  }
  return row.back();
}

class PlantedKind : public ::testing::TestWithParam<Kind> {};

TEST_P(PlantedKind, EveryPlantRepeatsItsOriginalButForItsEdits) {
  PlantedOptions options;
  options.articles = 60;
  options.kinds = {GetParam()};
  const PlantedCorpus corpus(options);
  size_t plants = 0;
  for (size_t i = 1; i < options.articles; i += 2) {
    const PlantedArticle article = corpus.Article(i);
    for (const Plant& plant : article.plants) {
      const PlantedArticle original = corpus.Article(plant.original);
      const auto a = Tokenize(plant.in_article.In(article.text));
      const auto b = Tokenize(plant.in_original.In(original.text));
      ASSERT_EQ(b.size(), plant.words);
      EXPECT_GE(CommonWords(a, b) + plant.edits, std::max(a.size(), b.size()));
      ++plants;
    }
  }
  EXPECT_GE(plants, options.articles / 2);
}

INSTANTIATE_TEST_SUITE_P(
    AllKinds, PlantedKind,
    ::testing::Values(Kind::kExact, Kind::kDateline, Kind::kAbridged, Kind::kReordered,
                      Kind::kEdited, Kind::kMerged, Kind::kQuoted, Kind::kTypography),
    [](const auto& kind) {
      return std::string(kKindNames[static_cast<size_t>(kind.param)]);
    });

TEST(PlantedCorpus, AnArticleDependsOnOptionsAndIndexAlone) {
  const PlantedOptions options;
  const PlantedCorpus one(options), two(options);
  two.Article(3);
  EXPECT_EQ(one.Article(7).text, two.Article(7).text);
}

TEST(PlantedCorpus, AnotherSeedIsAnotherCorpus) {
  PlantedOptions options;
  const PlantedCorpus one(options);
  options.seed = 2;
  EXPECT_NE(one.Article(0).text, PlantedCorpus(options).Article(0).text);
}

}  // namespace
}  // namespace rashomon::generate
