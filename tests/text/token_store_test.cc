#include "core/text/token_store.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

void ExpectTokensOf(const TokenStore& store, const std::vector<std::string>& texts) {
  ASSERT_EQ(store.size(), texts.size());
  for (size_t text = 0; text < texts.size(); ++text) {
    const std::vector<Token> expected = Tokenize(texts[text]);
    ASSERT_EQ(store[text].size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(store[text][i].hash, expected[i].hash);
      EXPECT_EQ(store[text][i].span(), expected[i].span());
    }
  }
}

TEST(TokenStore, HoldsTheWordsOfEveryText) {
  std::vector<std::string> texts = {"", "One word."};
  for (int i = 0; i < 500; ++i) {
    std::string& text = texts.emplace_back();
    for (int k = 0; k < i % 70; ++k) text += "word" + std::to_string(i * k) + ", ";
  }
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  for (const int threads : {1, 4}) {
    TokenStore store(views, threads);
    ExpectTokensOf(store, texts);
    const absl::Span<const Token> view = store[100];
    const TokenStore moved = std::move(store);
    EXPECT_EQ(moved[100].data(), view.data());
  }
}

TEST(TokenStore, OfNoTextsIsEmpty) { EXPECT_EQ(TokenStore({}, 2).size(), 0u); }

}  // namespace
}  // namespace rashomon
