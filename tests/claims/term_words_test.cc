#include "core/claims/term_words.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;

// The words of `text`, those that begin with a capital behind a '+'.
std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  ForEachWord(text, {0, static_cast<uint32_t>(text.size())}, [&](const RawWord& word) {
    words.push_back((word.capital ? "+" : "") + std::string(word.lower));
  });
  return words;
}

TEST(TermWords, NoBreakSpacesAndSignsPartWords) {
  EXPECT_THAT(
      Words("the\u00a0Mayor of\u00a0Tarsin paid £Sterling «Castor»."),
      ElementsAre("the", "+mayor", "of", "+tarsin", "paid", "+sterling", "+castor"));
}

TEST(TermWords, LettersOfEveryLanguageStayInTheirWord) {
  EXPECT_THAT(Words("Café Özil’s"), ElementsAre("+café", "Özil", "s"));
}

}  // namespace
}  // namespace rashomon
