#include "core/claims/terms.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

constexpr const char* kWords[] = {
    "Ferry",   "ferry",  "sank",   "near",  "Tarsin", "Castor", "Bay",     "North",
    "Korea",   "United", "States", "in",    "the",    "Moscow", "killed",  "of",
    "ferry's", "U.S.",   "port.",  "Rain,", "\n\n",   "1974",   "harbour", "at"};

// Articles of which some are longer than what is cut at once.
std::vector<std::string> Texts() {
  std::mt19937 random(3);
  std::vector<std::string> texts(40);
  for (size_t i = 0; i < texts.size(); ++i) {
    const size_t words = i % 20 == 7 ? 250'000 : 1 + random() % 300;
    for (size_t w = 0; w < words; ++w) {
      texts[i] += kWords[random() % std::size(kWords)];
      texts[i] += ' ';
    }
  }
  return texts;
}

std::vector<Document> Articles(const std::vector<std::string>& texts) {
  std::vector<Document> documents(texts.size());
  for (size_t i = 0; i < texts.size(); ++i) documents[i].text = texts[i];
  return documents;
}

auto Fields(const Term& t) {
  return std::tuple(t.id, t.begin, t.name, t.nation, t.place);
}

bool Same(absl::Span<const Term> a, absl::Span<const Term> b) {
  return std::equal(
      a.begin(), a.end(), b.begin(), b.end(),
      [](const Term& x, const Term& y) { return Fields(x) == Fields(y); });
}

TEST(TermIndex, IsTheSameOnAnyNumberOfThreads) {
  const std::vector<std::string> texts = Texts();
  const std::vector<Document> documents = Articles(texts);
  const TermIndex one(documents, 1);
  const TermIndex four(documents, 4);
  for (uint32_t d = 0; d < documents.size(); ++d) {
    ASSERT_TRUE(Same(one.Terms(DocId{d}), four.Terms(DocId{d}))) << d;
    for (const Term& t : one.Terms(DocId{d})) {
      ASSERT_EQ(one.DocumentsWith(t.id), four.DocumentsWith(t.id));
      ASSERT_EQ(one.Weight(t.id), four.Weight(t.id));
      ASSERT_EQ(one.IsPlace(t.id), four.IsPlace(t.id));
    }
  }
}

TEST(TermIndex, TheTermsOfADocumentAreThoseOfAllItsBytes) {
  const std::vector<std::string> texts = Texts();
  const std::vector<Document> documents = Articles(texts);
  const TermIndex index(documents, 2);
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const ByteSpan whole = {0, static_cast<uint32_t>(texts[d].size())};
    EXPECT_TRUE(Same(index.Terms(DocId{d}), index.TermsIn(DocId{d}, whole))) << d;
  }
}

TEST(TermIndex, CountsADocumentOnceForEachOfItsTerms) {
  const std::vector<std::string> texts = Texts();
  const std::vector<Document> documents = Articles(texts);
  const TermIndex index(documents, 2);
  std::multiset<TermId> counted;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    std::set<TermId> terms;
    std::set<TermId> names;
    for (const Term& t : index.Terms(DocId{d})) {
      terms.insert(t.id);
      if (t.name) names.insert(t.id);
    }
    counted.insert(terms.begin(), terms.end());
    const absl::Span<const TermId> listed = index.Names(DocId{d});
    EXPECT_TRUE(std::equal(listed.begin(), listed.end(), names.begin(), names.end()));
  }
  for (TermId id : std::set<TermId>(counted.begin(), counted.end())) {
    EXPECT_EQ(index.DocumentsWith(id), counted.count(id));
  }
}

TEST(TermIndex, IdsAscendAsTheirHashesDo) {
  const std::vector<std::string> texts = Texts();
  const std::vector<Document> documents = Articles(texts);
  const TermIndex index(documents);
  std::set<TermId> ids;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    for (const Term& t : index.Terms(DocId{d})) ids.insert(t.id);
  }
  uint64_t last = 0;
  for (TermId id : ids) {
    EXPECT_GT(index.Hash(id), last);
    last = index.Hash(id);
  }
}

}  // namespace
}  // namespace rashomon
