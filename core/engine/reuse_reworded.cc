#include "core/engine/reuse_reworded.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "core/align/evidence.h"
#include "core/align/reworded.h"
#include "core/base/parallel_for.h"

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
  constexpr double kManyFigures = 0.03;  // of the words
  if (!MayBeReworded(corpus.tokens[a], corpus.tokens[b])) return false;
  const AlignedBlock whole =
      AlignPlaces(corpus, WholeText(corpus, a), WholeText(corpus, b));
  if (!IsReworded(whole, corpus.Side(a))) return false;
  const Phrases phrases = CountPhrases(whole, index, b, kCopies);
  return phrases.own >= kMinOwnShare * phrases.aligned &&
         KeepsFigures(whole, corpus.Side(a), corpus.Side(b), kManyFigures);
}

using Pair = std::pair<uint32_t, uint32_t>;  // documents, the lesser first

// Those of the pairs that are reworded, in their order.
std::vector<Pair> RewordedOf(const WordCorpus& corpus, const SeedIndex& index,
                             absl::Span<const Pair> pairs, int threads) {
  constexpr size_t kGrain = 16;  // pairs that a thread takes at once
  std::vector<char> reworded(pairs.size());
  ParallelFor(pairs.size(), kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      reworded[i] = AreReworded(corpus, index, pairs[i].first, pairs[i].second) ? 1 : 0;
    }
  });
  std::vector<Pair> result;
  for (size_t i = 0; i < pairs.size(); ++i) {
    if (reworded[i] != 0) result.push_back(pairs[i]);
  }
  return result;
}

// The pairs of documents that are in no pair of `related` but
// both in one with a third. At most kMost of each through each. By (first, second).
std::vector<Pair> ThroughAThird(std::vector<Pair> related, size_t documents) {
  constexpr size_t kMost = 16;
  std::sort(related.begin(), related.end());
  std::vector<std::vector<uint32_t>> neighbours(documents);
  for (const auto& [a, b] : related) {
    neighbours[a].push_back(b);
    neighbours[b].push_back(a);
  }
  std::vector<Pair> all, result;
  for (std::vector<uint32_t>& of_third : neighbours) {
    std::sort(of_third.begin(), of_third.end());
    for (size_t i = 0; i < of_third.size(); ++i) {
      for (size_t j = i + 1; j < std::min(of_third.size(), i + 1 + kMost); ++j) {
        all.emplace_back(of_third[i], of_third[j]);
      }
    }
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  std::set_difference(all.begin(), all.end(), related.begin(), related.end(),
                      std::back_inserter(result));
  return result;
}

}  // namespace

std::vector<std::vector<WordPlace>> FindRewordedFamilies(
    const WordCorpus& corpus, const SeedIndex& index,
    absl::Span<const SharedPhrases> phrases, const DocumentFamilies& documents,
    absl::Span<const ReuseFinding> findings, int threads) {
  const FindingsOf findings_of(corpus.tokens.size(), findings);
  const auto reported = [&](uint32_t a, uint32_t b) {
    return documents.InOneFamily(a, b) || findings_of.InCommon(a, b);
  };
  // Where many texts have a phrase only neighbours were paired; what those have in
  // common leads to the others.
  std::vector<Pair> known, asked;
  for (const SharedPhrases& pair : phrases) {
    (reported(pair.a, pair.b) ? known : asked).emplace_back(pair.a, pair.b);
  }
  std::vector<Pair> pairs = RewordedOf(corpus, index, asked, threads);
  std::vector<Pair> related = known;
  related.insert(related.end(), pairs.begin(), pairs.end());
  std::vector<Pair> through = ThroughAThird(related, corpus.tokens.size());
  std::erase_if(through,
                [&](const Pair& pair) { return reported(pair.first, pair.second); });
  through = RewordedOf(corpus, index, through, threads);
  pairs.insert(pairs.end(), through.begin(), through.end());
  // Each pair belongs to the text that more others have something from.
  std::vector<uint32_t> others(corpus.tokens.size(), 0);
  for (const std::vector<Pair>* of : {&known, &pairs}) {
    for (const auto& [a, b] : *of) ++others[a], ++others[b];
  }
  std::map<uint32_t, std::vector<uint32_t>> by_source;
  for (const auto& [a, b] : pairs) {
    const bool a_is_source = others[a] >= others[b];
    by_source[a_is_source ? a : b].push_back(a_is_source ? b : a);
  }
  std::vector<std::vector<WordPlace>> result;
  for (auto& [source, of_source] : by_source) {
    std::sort(of_source.begin(), of_source.end());
    std::vector<WordPlace>& places = result.emplace_back();
    places.push_back(WholeText(corpus, source));
    for (const uint32_t other : of_source) places.push_back(WholeText(corpus, other));
  }
  return result;
}

}  // namespace rashomon
