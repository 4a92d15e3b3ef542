#include "rashomon/minhash.h"

#include <cmath>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"

namespace rashomon {
namespace {

using ::rashomon::testing::IsOkAndHolds;
using ::rashomon::testing::StatusIs;
using ::testing::DoubleEq;
using ::testing::HasSubstr;

// The definition itself, over words between spaces.
double ExactJaccard(const std::string& a, const std::string& b, size_t n) {
  const auto shingles = [n](const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) words.push_back(word);
    std::set<std::string> set;
    for (size_t i = 0; i + n <= words.size(); ++i) {
      std::string shingle;
      for (size_t k = 0; k < n; ++k) shingle += words[i + k] + " ";
      set.insert(shingle);
    }
    return set;
  };
  const auto x = shingles(a), y = shingles(b);
  size_t both = 0;
  for (const std::string& s : x) both += y.count(s);
  return static_cast<double>(both) / static_cast<double>(x.size() + y.size() - both);
}

TEST(MinHash, EstimateIsWithinFourStandardErrorsOfTheExactSimilarity) {
  std::string a, b;
  for (int i = 0; i < 300; ++i) {
    const std::string word = "w" + std::to_string(i * i % 211) + " ";
    a += word;
    b += i % 25 == 7 ? "other" + std::to_string(i) + " " : word;
  }
  const MinHashOptions options{.num_slots = 4096};
  const double exact = ExactJaccard(a, b, options.shingle_words);
  ASSERT_GT(exact, 0.3);
  const double estimate =
      *MinHashSketch::Of(a, options)->Jaccard(*MinHashSketch::Of(b, options));
  EXPECT_NEAR(estimate, exact, 4 * std::sqrt(exact * (1 - exact) / options.num_slots));
}

TEST(MinHash, TextsOfTheSameWordsAreCertainlyEqual) {
  const auto a =
      *MinHashSketch::Of("The Bank’s board raised rates, by a quarter point.");
  const auto b = *MinHashSketch::Of("the bank's board raised rates by a quarter point");
  EXPECT_EQ(a, b);
  EXPECT_THAT(a.Jaccard(b), IsOkAndHolds(DoubleEq(1.0)));
}

TEST(MinHash, ATextWithoutWordsIsLikeNothing) {
  const auto empty = *MinHashSketch::Of(" … ");
  EXPECT_THAT(empty.Jaccard(empty), IsOkAndHolds(DoubleEq(0.0)));
  EXPECT_THAT(empty.Jaccard(*MinHashSketch::Of("rain")), IsOkAndHolds(DoubleEq(0.0)));
}

TEST(MinHash, SketchesWithDifferentOptionsCannotBeCompared) {
  const auto a = *MinHashSketch::Of("abc", {.seed = 1});
  for (const MinHashOptions& options :
       {MinHashOptions{.seed = 2}, MinHashOptions{.shingle_words = 3, .seed = 1},
        MinHashOptions{.num_slots = 64, .seed = 1}}) {
    EXPECT_THAT(a.Jaccard(*MinHashSketch::Of("abc", options)),
                StatusIs(absl::StatusCode::kFailedPrecondition,
                         HasSubstr("different options")));
  }
}

TEST(MinHash, OptionsOutOfRangeAreErrorsThatNameThem) {
  EXPECT_THAT(MinHashSketch::Of("abc", {.num_slots = 0}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("num_slots=0")));
  EXPECT_THAT(
      MinHashSketch::Of("abc", {.num_slots = 70000}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("num_slots=70000")));
  EXPECT_THAT(
      MinHashSketch::Of("abc", {.shingle_words = 0}),
      StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("shingle_words=0")));
}

}  // namespace
}  // namespace rashomon
