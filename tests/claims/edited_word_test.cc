// Edits of one word between two copies of a text, and what only looks like one.

#include <algorithm>
#include <string>
#include <vector>

#include "core/claims/compare.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr const char* kBefore =
    "The harbour of Tarsin was shut for a week after the storm, and its owner Orbel "
    "spoke of the worst spring in the memory of the town. Crews came from Velmo to "
    "clear the quays of stones and timber. ";
constexpr const char* kBehind =
    " Nobody could say when the ferries would sail again, for the lamps of the mole "
    "were lost and the pilots had no boat left. Shops along the front stayed shut, and "
    "the school was opened as a shelter for those whose houses stood in the water.";

std::string Article(const std::string& sentence) {
  return kBefore + sentence + kBehind;
}

// The one copy that two texts are: what is equal before and behind, in whole words.
AlignedCopy CopyOf(std::string_view a, std::string_view b) {
  size_t head = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  while (head > 0 && (a[head] != ' ' || b[head] != ' ')) --head;
  size_t tail = 0;
  while (tail + head < std::min(a.size(), b.size()) &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && a[a.size() - tail] != ' ' && a[a.size() - tail] != '.') --tail;
  const auto span = [](size_t begin, size_t end) {
    return ByteSpan{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  };
  return {DocId{0},
          DocId{1},
          {{span(0, head), span(0, head)},
           {span(a.size() - tail, a.size()), span(b.size() - tail, b.size())}}};
}

// The rules by which two copies of one day are raised.
std::vector<std::string> Raised(const std::string& first, const std::string& second,
                                const char* published = "2020-03-02") {
  const std::string a = Article(first), b = Article(second);
  std::vector<Document> documents(2);
  documents[0].id = "a";
  documents[1].id = "b";
  documents[0].text = a;
  documents[1].text = b;
  documents[0].published = "2020-03-02";
  documents[1].published = published;
  std::vector<Claim> claims;
  for (uint32_t i = 0; i < 2; ++i) {
    for (Claim& c : ExtractClaims(documents[i], DocId{i})) {
      claims.push_back(std::move(c));
    }
  }
  std::vector<std::string> rules;
  for (const FactFinding& fact :
       CompareClaims(documents, claims, {CopyOf(a, b)}, CompareOptions{})) {
    for (const FactPair& pair : fact.pairs) {
      if (IsRaised(pair.verdict)) rules.push_back(pair.rule);
    }
  }
  return rules;
}

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(EditedWord, ANameThatIsAnotherIsAConflict) {
  EXPECT_THAT(Raised("The mayor thanked Harald Voss for the boats that he had lent.",
                     "The mayor thanked Harald Lind for the boats that he had lent."),
              ElementsAre("edited-name"));
}

TEST(EditedWord, AVariantOfANameIsNone) {
  EXPECT_THAT(Raised("The mayor thanked Sergei Petrov for the boats that he had lent.",
                     "The mayor thanked Sergey Petrov for the boats that he had lent."),
              IsEmpty());
}

TEST(EditedWord, ANegationIsAConflict) {
  EXPECT_THAT(
      Raised("The owner of the yard said it was likely to be mended by June.",
             "The owner of the yard said it was not likely to be mended by June."),
      ElementsAre("edited-negation"));
}

TEST(EditedWord, NotOnlyIsNoNegation) {
  EXPECT_THAT(
      Raised("The owner of the yard said it was a loss, but a wound for all.",
             "The owner of the yard said it was not only a loss, but a wound for all."),
      IsEmpty());
}

TEST(EditedWord, AMarkPartsANegationFromItsVerb) {
  EXPECT_THAT(
      Raised("The owner of the yard said it was ( likely) to be mended by June.",
             "The owner of the yard said it was ( not likely) to be mended by June."),
      IsEmpty());
}

TEST(EditedWord, ADateThatIsAnotherIsAConflict) {
  EXPECT_THAT(
      Raised("The quays were to be handed to the town on April 14 at the latest.",
             "The quays were to be handed to the town on April 19 at the latest."),
      ElementsAre("edited-date"));
}

TEST(EditedWord, TodayAndYesterdayOfTwoPapersAreOneDay) {
  EXPECT_THAT(Raised("The quays were handed to the town in a small feast today.",
                     "The quays were handed to the town in a small feast yesterday.",
                     "2020-03-03"),
              IsEmpty());
}

TEST(EditedWord, AFigureEditedWithItsDayIsNone) {
  EXPECT_THAT(
      Raised("The boats of the harbour by the last count: 4100 (May 2004) in all.",
             "The boats of the harbour by the last count: 5300 (June 2006) in all."),
      IsEmpty());
  EXPECT_THAT(
      Raised("The boats of the harbour by the last count: 4100 (May 2004) in all.",
             "The boats of the harbour by the last count: 5300 (May 2004) in all."),
      ElementsAre("aligned-figure"));
}

TEST(EditedWord, BoundsThatLieApartAreAConflict) {
  EXPECT_THAT(Raised("Of the trade more than 60 percent has left the port for good.",
                     "Of the trade more than 80 percent has left the port for good."),
              ElementsAre("edited-figure"));
}

TEST(EditedWord, AFigureThatIsRoundedIsNone) {
  EXPECT_THAT(Raised("Of the trade 59.7 percent has left the port for good.",
                     "Of the trade 60 percent has left the port for good."),
              IsEmpty());
}

TEST(EditedWord, AnotherWeekTellsAnotherState) {
  EXPECT_THAT(Raised("The mayor thanked Harald Voss for the boats that he had lent.",
                     "The mayor thanked Harald Lind for the boats that he had lent.",
                     "2020-03-09"),
              IsEmpty());
}

TEST(EditedWord, SentencesThatDifferInMoreAreNone) {
  EXPECT_THAT(Raised("The mayor thanked Harald Voss for the boats that he had lent.",
                     "The guards thanked Harald Lind for the ropes that he had lent."),
              IsEmpty());
}

}  // namespace
}  // namespace rashomon
