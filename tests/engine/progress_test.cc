#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/audit.h"

namespace rashomon {
namespace {

using ::testing::IsSupersetOf;

std::vector<Document> ManyDocuments() {
  std::vector<Document> documents(100);
  for (size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = std::to_string(i);
    documents[i].text = "The war lasted ten years.";
  }
  return documents;
}

TEST(Audit, ProgressNamesItsStagesAndReachesTheTotal) {
  std::vector<std::string> stages;
  Progress claims;
  const RunOptions run = {.threads = 1, .progress = [&](const Progress& p) {
                            stages.emplace_back(p.stage);
                            if (p.stage == "claims") claims = p;
                          }};
  ASSERT_TRUE(Audit(Corpus::Of(ManyDocuments()), {}, run).ok());
  EXPECT_THAT(stages, IsSupersetOf({"what is said twice", "claims",
                                    "what is told differently"}));
  EXPECT_EQ(claims.done, 100u);
  EXPECT_EQ(claims.total, 100u);
}

// A plain counter: ThreadSanitizer sees two calls at once.
TEST(Audit, ProgressIsToldFromOneThreadAtATime) {
  int calls = 0;
  const RunOptions run = {.threads = 8, .progress = [&](const Progress&) { ++calls; }};
  ASSERT_TRUE(Audit(Corpus::Of(ManyDocuments()), {}, run).ok());
  EXPECT_GT(calls, 0);
}

}  // namespace
}  // namespace rashomon
