// A fact keeps its key and its topic, whatever else the corpus tells.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "core/claims/compare.h"

namespace rashomon {
namespace {

std::vector<FactFinding> Compare(const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  std::vector<Claim> claims;
  for (size_t i = 0; i < texts.size(); ++i) {
    Document document;
    document.id = absl::StrCat(i + 1000);
    document.text = texts[i];
    document.published = "2020-03-02";
    documents.push_back(std::move(document));
  }
  for (size_t i = 0; i < documents.size(); ++i) {
    for (Claim& c : ExtractClaims(documents[i], DocId{static_cast<uint32_t>(i)})) {
      claims.push_back(std::move(c));
    }
  }
  return CompareClaims(documents, claims, {}, {});
}

TEST(FactKey, DoesNotChangeWithHowRareItsNamesAre) {
  std::vector<std::string> texts = {
      "A bomb killed 58 people in the market of Tarsin near Velmo on Monday, police "
      "said.",
      "The bomb in the market of Tarsin near Velmo killed 72 people on Monday, doctors "
      "said."};
  const std::vector<FactFinding> alone = Compare(texts);
  ASSERT_EQ(alone.size(), 1u);
  for (const char* name : {"Tarsin", "Velmo"}) {
    std::vector<std::string> more = texts;
    for (int i = 0; i < 12; ++i) {
      more.push_back(absl::StrCat("The choir of school ", i, " sang in ", name,
                                  " again, and everybody in ", name, " was glad."));
    }
    const std::vector<FactFinding> among = Compare(more);
    ASSERT_EQ(among.size(), 1u) << name;
    EXPECT_EQ(among[0].topic, alone[0].topic) << name;
    EXPECT_EQ(among[0].key, alone[0].key) << name;
  }
}

}  // namespace
}  // namespace rashomon
