#include "core/claims/timeline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "absl/strings/str_cat.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Telling {
  std::string published;  // "" for none
  uint32_t group;
};

struct Told {
  std::vector<Document> documents;
  FactFinding fact;
};

Told Tell(const std::vector<Telling>& tellings, Verdict verdict) {
  Told t;
  for (const Telling& telling : tellings) {
    Document document;
    document.id = std::string(1, static_cast<char>('a' + t.documents.size()));
    if (!telling.published.empty()) document.published = telling.published;
    FactClaim claim;
    claim.claim.doc = DocId{static_cast<uint32_t>(t.documents.size())};
    claim.group = telling.group;
    t.documents.push_back(std::move(document));
    t.fact.claims.push_back(std::move(claim));
  }
  t.fact.pairs.push_back({.a = 0, .b = 1, .verdict = verdict});
  return t;
}

std::vector<std::string> History(const Told& t) {
  std::vector<std::string> history;
  for (const FactTime& time : TimelineOf(t.documents, t.fact)) {
    std::string line = absl::StrCat(time.day, " ", time.group, ":");
    for (uint32_t i : time.claims) absl::StrAppend(&line, " ", i);
    history.push_back(line);
  }
  return history;
}

TEST(Timeline, ADayTellsEachValueOnceWithAllWhoTellIt) {
  const Told t = Tell({{"2024-05-02T08:00:00Z", 1},
                       {"2024-05-01", 0},
                       {"2024-05-02", 2},
                       {"2024-05-02", 1}},
                      Verdict::kRevised);
  EXPECT_THAT(History(t),
              ElementsAre("2024-05-01 0: 1", "2024-05-02 1: 0 3", "2024-05-02 2: 2"));
}

TEST(Timeline, OnlyARevisedFactOfSeveralDaysHasAHistory) {
  EXPECT_THAT(History(Tell({{"2024-05-01", 0}, {"2024-05-02", 1}}, Verdict::kConflict)),
              IsEmpty());
  EXPECT_THAT(History(Tell({{"2024-05-01", 0}, {"2024-05-01", 1}}, Verdict::kRevised)),
              IsEmpty());
  EXPECT_THAT(History(Tell({{"", 0}, {"2024-05-01", 1}}, Verdict::kRevised)),
              IsEmpty());
}

}  // namespace
}  // namespace rashomon
