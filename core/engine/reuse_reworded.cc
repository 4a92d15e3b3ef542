#include "core/engine/reuse_reworded.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "core/align/evidence.h"
#include "core/align/reworded.h"
#include "core/cluster/families.h"

namespace rashomon {
namespace {

// The findings that each document has a passage in, ascending.
class FindingsOf {
 public:
  FindingsOf(size_t documents, absl::Span<const ReuseFinding> findings)
      : by_document_(documents) {
    for (uint32_t f = 0; f < findings.size(); ++f) {
      for (const Passage& passage : findings[f].passages) {
        std::vector<uint32_t>& of_document = by_document_[Index(passage.doc)];
        if (of_document.empty() || of_document.back() != f) of_document.push_back(f);
      }
    }
  }

  bool InCommon(uint32_t a, uint32_t b) const {
    std::vector<uint32_t> both;
    std::set_intersection(by_document_[a].begin(), by_document_[a].end(),
                          by_document_[b].begin(), by_document_[b].end(),
                          std::back_inserter(both));
    return !both.empty();
  }

 private:
  std::vector<std::vector<uint32_t>> by_document_;
};

// True if one of the documents is the other reworded, and no form filled in alike.
bool AreReworded(const WordCorpus& corpus, const SeedIndex& index, uint32_t a,
                 uint32_t b) {
  constexpr size_t kCopies = 8;
  constexpr double kMinOwnShare = 0.7;
  const AlignedBlock whole =
      AlignPlaces(corpus, WholeText(corpus, a), WholeText(corpus, b));
  if (!IsReworded(whole, corpus.Side(a))) return false;
  const Phrases phrases = CountPhrases(whole, index, b, kCopies);
  return phrases.own >= kMinOwnShare * phrases.aligned &&
         KeepsFigures(whole, corpus.Side(a), corpus.Side(b));
}

}  // namespace

std::vector<std::vector<WordPlace>> FindRewordedFamilies(
    const WordCorpus& corpus, const SeedIndex& index,
    absl::Span<const SharedPhrases> phrases, const DocumentFamilies& documents,
    absl::Span<const ReuseFinding> findings) {
  const FindingsOf findings_of(corpus.tokens.size(), findings);
  const auto reported = [&](uint32_t a, uint32_t b) {
    return documents.InOneFamily(a, b) || findings_of.InCommon(a, b);
  };
  const auto reworded = [&](uint32_t a, uint32_t b) {
    return !reported(a, b) &&
           AreReworded(corpus, index, std::min(a, b), std::max(a, b));
  };
  std::vector<Link> links;
  for (const SharedPhrases& pair : phrases) {
    if (reworded(pair.a, pair.b)) links.push_back({pair.a, pair.b});
  }
  std::vector<uint32_t> ranks(corpus.tokens.size());
  std::iota(ranks.begin(), ranks.end(), 0u);
  std::vector<std::vector<WordPlace>> result;
  for (const Family& family : FormFamilies(ranks, links, reworded)) {
    std::vector<WordPlace>& places = result.emplace_back();
    places.push_back(WholeText(corpus, family.representative));
    for (const uint32_t other : family.others) {
      places.push_back(WholeText(corpus, other));
    }
  }
  return result;
}

}  // namespace rashomon
