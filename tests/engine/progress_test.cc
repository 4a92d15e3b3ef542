#include <map>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/audit.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;

std::vector<Document> ManyDocuments() {
  std::vector<Document> documents(100);
  for (size_t i = 0; i < documents.size(); ++i) {
    documents[i].id = std::to_string(i);
    documents[i].text = "The war lasted ten years.";
  }
  return documents;
}

TEST(Audit, ProgressNamesItsStagesAndReachesTheirTotals) {
  for (const int threads : {1, 4}) {
    std::vector<std::string> stages;
    std::map<std::string, Progress> last;
    const RunOptions run = {.threads = threads, .progress = [&](const Progress& p) {
                              if (stages.empty() || stages.back() != p.stage) {
                                stages.emplace_back(p.stage);
                              }
                              last[std::string(p.stage)] = p;
                            }};
    ASSERT_TRUE(Audit(Corpus::Of(ManyDocuments()), {}, run).ok());
    EXPECT_THAT(stages, ElementsAre("paragraphs", "passages", "borders of passages",
                                    "families of documents", "families of passages",
                                    "paraphrases", "reworded documents", "claims",
                                    "what is told differently"));
    EXPECT_EQ(last["passages"].total, 100u);
    for (const auto& [stage, progress] : last) {
      EXPECT_EQ(progress.done, progress.total) << stage;
    }
  }
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
