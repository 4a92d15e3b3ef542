#include "core/align/paraphrase.h"

#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

Statement StatementOf(uint32_t doc, std::string_view text) {
  const std::vector<Token> tokens = Tokenize(text);
  const WordSpan span = {0, static_cast<uint32_t>(tokens.size())};
  return {doc, span, ContentStems({text, tokens}, span)};
}

TEST(ContentStems, FormsAndSpellingsOfAWordAreOneStem) {
  EXPECT_EQ(StatementOf(0, "the organisers visited islands").stems,
            StatementOf(1, "an organizer visits the island").stems);
}

TEST(FindParaphrases, FindsOneSayingInTwoTranslations) {
  std::vector<Statement> statements = {
      StatementOf(
          0,
          "Our valley sees the reservoir as a gift of neighbours and friends who "
          "gathered in this chapel to launch a patient dialogue about water"),
      StatementOf(
          1,
          "As a gift from friends and neighbours gathered in the chapel, the "
          "reservoir will, in the eyes of our valley, launch patient water dialogues"),
  };
  for (uint32_t i = 2; i < 40; ++i) {
    std::string filler;
    for (int w = 0; w < 15; ++w)
      filler += "x" + std::to_string(i * 100 + static_cast<uint32_t>(w)) + " ";
    statements.push_back(StatementOf(i, filler));
  }
  const std::vector<Paraphrase> found = FindParaphrases(statements);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].a, 0u);
  EXPECT_EQ(found[0].b, 1u);
}

TEST(FindParaphrases, LeavesApartWhatSharesATopicOnly) {
  const std::vector<Statement> statements = {
      StatementOf(
          0,
          "The reservoir above the valley will be drained in spring so that masons "
          "can repair the cracked northern wall"),
      StatementOf(
          1,
          "Anglers from the valley asked the council to stock the reservoir with "
          "trout before the summer festival begins")};
  EXPECT_THAT(FindParaphrases(statements), testing::IsEmpty());
}

}  // namespace
}  // namespace rashomon
