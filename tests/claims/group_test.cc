#include "core/claims/group.h"

#include <numeric>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "core/claims/context.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr size_t kSentences = 100;  // of one document
constexpr size_t kMostPerClaim = 400;

// The candidates among claims that all share their measure, words and names.
size_t CandidatesOf(size_t num_documents, size_t* num_claims) {
  std::vector<std::string> texts(num_documents);
  for (size_t d = 0; d < num_documents; ++d) {
    for (size_t s = 0; s < kSentences; ++s) {
      absl::StrAppend(&texts[d], "The blast in Tarsin killed ", d * kSentences + s + 2,
                      " people.\n\n");
    }
  }
  std::vector<Document> documents(num_documents);
  std::vector<Claim> claims;
  for (size_t d = 0; d < num_documents; ++d) {
    documents[d].text = texts[d];
    for (Claim& c : ExtractClaims(documents[d], DocId{static_cast<uint32_t>(d)})) {
      if (c.value.kind == ValueKind::kNumber) claims.push_back(std::move(c));
    }
  }
  const TermIndex index(documents);
  const ClaimContexts contexts(documents, claims, index, 1);
  std::vector<uint32_t> members(claims.size());
  std::iota(members.begin(), members.end(), 0u);
  *num_claims = claims.size();
  return Candidates(claims, contexts, members, index, {.all = true}).size();
}

TEST(Group, AHundredThousandClaimsOfOneKeyMeetLinearlyMany) {
  size_t claims = 0;
  const size_t pairs = CandidatesOf(1000, &claims);
  EXPECT_GE(claims, 90'000u);
  EXPECT_GE(pairs, claims);
  EXPECT_LE(pairs, kMostPerClaim * claims);
}

TEST(Group, TwiceTheClaimsMakeTwiceTheCandidates) {
  size_t few = 0;
  size_t many = 0;
  const auto pairs_few = static_cast<double>(CandidatesOf(50, &few));
  const auto pairs_many = static_cast<double>(CandidatesOf(100, &many));
  EXPECT_NEAR(static_cast<double>(many) / static_cast<double>(few), 2, 0.1);
  EXPECT_NEAR(pairs_many / pairs_few, 2, 0.1);
}

}  // namespace
}  // namespace rashomon
