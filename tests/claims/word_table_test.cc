#include "core/claims/word_table.h"

#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Short words of few letters, so that many share their length and ends.
std::string RandomWord(std::mt19937& random) {
  std::string word(random() % 20, ' ');
  for (char& c : word) c = static_cast<char>('a' + random() % 3);
  return word;
}

TEST(WordTable, FindsWhatWasFiledAndNothingElse) {
  std::mt19937 random(7);
  std::vector<std::string> words(2000);
  for (std::string& word : words) word = RandomWord(random);
  WordTable<int> table;
  std::map<std::string_view, int> oracle;
  for (size_t i = 0; i < words.size(); ++i) {
    table.Add(words[i], static_cast<int>(i));
    oracle.try_emplace(words[i], static_cast<int>(i));
  }
  for (int trial = 0; trial < 20'000; ++trial) {
    const std::string word = RandomWord(random);
    const auto it = oracle.find(word);
    const int* found = table.Find(word);
    ASSERT_EQ(found != nullptr, it != oracle.end()) << word;
    if (found == nullptr) continue;
    EXPECT_EQ(*found, it->second) << word;
  }
}

TEST(WordTable, KeepsTheFirstValueOfAWordFiledTwice) {
  WordTable<int> table;
  table.Add("ferry", 1);
  EXPECT_EQ(table.Add("ferry", 2), 1);
  EXPECT_EQ(table.Get("ferry"), 1);
}

TEST(WordTable, AnEmptyTableHasNoWord) {
  const WordTable<int> table;
  EXPECT_EQ(table.Find(""), nullptr);
  EXPECT_EQ(table.Find("ferry"), nullptr);
  EXPECT_EQ(table.Get("ferry"), 0);
}

}  // namespace
}  // namespace rashomon
