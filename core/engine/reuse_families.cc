#include "core/engine/reuse_families.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "core/cluster/merge_spans.h"
#include "core/index/find_similar.h"
#include "core/index/verify.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr uint32_t kNoFamily = UINT32_MAX;
constexpr double kSamePassage = 0.8;  // overlap of two spans that are one passage
constexpr double kMinAligned = 0.7;   // of the words of each side

// Blocks of one pair of documents, as a range of all blocks.
struct PairRange {
  size_t begin = 0;
  size_t end = 0;
};

std::vector<PairRange> PairRanges(absl::Span<const CopyBlock> blocks) {
  std::vector<PairRange> ranges;
  for (size_t begin = 0, end = 0; begin < blocks.size(); begin = end) {
    while (end < blocks.size() && blocks[end].a == blocks[begin].a &&
           blocks[end].b == blocks[begin].b) {
      ++end;
    }
    ranges.push_back({begin, end});
  }
  return ranges;
}

// Shingle sets of documents, made when first asked for.
class DocumentShingles {
 public:
  explicit DocumentShingles(const WordCorpus& corpus)
      : corpus_(corpus), sets_(corpus.tokens.size()) {}

  double Jaccard(uint32_t a, uint32_t b) { return Compare(Of(a), Of(b)).jaccard(); }

 private:
  const std::vector<uint64_t>& Of(uint32_t doc) {
    if (sets_[doc].empty())
      sets_[doc] = ShingleSet(corpus_.tokens[doc], kDocumentShingleWords);
    return sets_[doc];
  }

  const WordCorpus& corpus_;
  std::vector<std::vector<uint64_t>> sets_;
};

// Marks the blocks that stand at corresponding places of two documents: the
// longest, and with it those before and after it in both.
void MarkCorresponding(absl::Span<const CopyBlock> blocks, const PairRange& pair,
                       std::vector<char>& marked) {
  std::vector<size_t> order(pair.end - pair.begin);
  std::iota(order.begin(), order.end(), pair.begin);
  std::stable_sort(order.begin(), order.end(), [&](size_t x, size_t y) {
    return blocks[x].block.a.size() > blocks[y].block.a.size();
  });
  std::map<uint32_t, size_t> kept;  // by begin in a
  for (const size_t i : order) {
    const AlignedBlock& block = blocks[i].block;
    const auto after = kept.lower_bound(block.a.begin);
    if (after != kept.end() && (blocks[after->second].block.a.begin < block.a.end ||
                                blocks[after->second].block.b.begin < block.b.end)) {
      continue;
    }
    if (after != kept.begin()) {
      const AlignedBlock& before = blocks[std::prev(after)->second].block;
      if (before.a.end > block.a.begin || before.b.end > block.b.begin) continue;
    }
    kept.emplace(block.a.begin, i);
    marked[i] = 1;
  }
}

}  // namespace

DocumentFamilies FindDocumentFamilies(const WordCorpus& corpus,
                                      absl::Span<const CopyBlock> blocks,
                                      const FindSimilarOptions& options) {
  const double min_jaccard = options.min_jaccard;
  std::set<std::pair<uint32_t, uint32_t>> pairs;
  const auto shingles_of = [&](size_t doc, std::vector<uint64_t>& shingles) {
    AppendShingles(corpus.tokens[doc], kDocumentShingleWords, shingles);
  };
  for (const SimilarPair& pair :
       FindSimilar(corpus.tokens.size(), shingles_of, options)) {
    pairs.emplace(pair.a, pair.b);
  }
  for (const PairRange& pair : PairRanges(blocks)) {
    const uint32_t a = blocks[pair.begin].a, b = blocks[pair.begin].b;
    if (a == b) continue;
    uint64_t covered = 0;
    for (size_t i = pair.begin; i < pair.end; ++i)
      covered += NumWords(blocks[i].block.runs);
    // Two texts of n and m words have at most min(n, m) shingles in common.
    const size_t shorter = std::min(corpus.tokens[a].size(), corpus.tokens[b].size());
    const size_t longer = std::max(corpus.tokens[a].size(), corpus.tokens[b].size());
    if (static_cast<double>(covered) < 0.5 * min_jaccard * static_cast<double>(longer))
      continue;
    if (static_cast<double>(shorter) < 0.5 * min_jaccard * static_cast<double>(longer))
      continue;
    pairs.emplace(a, b);
  }
  DocumentShingles shingles(corpus);
  std::vector<Link> links;
  for (const auto& [a, b] : pairs) {
    if (shingles.Jaccard(a, b) >= min_jaccard) links.push_back({a, b});
  }
  std::vector<uint32_t> ranks(corpus.tokens.size());
  std::iota(ranks.begin(), ranks.end(), 0u);
  DocumentFamilies result;
  result.families =
      FormFamilies(ranks, links, [&](uint32_t representative, uint32_t other) {
        return shingles.Jaccard(representative, other) >= min_jaccard;
      });
  result.family_of.assign(corpus.tokens.size(), kNoFamily);
  for (uint32_t f = 0; f < result.families.size(); ++f) {
    uint32_t& home = result.family_of[result.families[f].representative];
    if (home == kNoFamily) home = f;
    for (const uint32_t other : result.families[f].others) result.family_of[other] = f;
  }
  return result;
}

std::vector<std::vector<WordPlace>> FindPassageFamilies(
    const WordCorpus& corpus, absl::Span<const CopyBlock> blocks,
    const DocumentFamilies& documents) {
  std::vector<char> explained(blocks.size(), 0);
  for (const PairRange& pair : PairRanges(blocks)) {
    const uint32_t a = blocks[pair.begin].a, b = blocks[pair.begin].b;
    const bool one_family = a != b && documents.family_of[a] != kNoFamily &&
                            documents.family_of[a] == documents.family_of[b];
    if (one_family) MarkCorresponding(blocks, pair, explained);
  }

  // One place for spans that are nearly the same.
  std::vector<std::vector<Stretch>> stretches(corpus.tokens.size());
  std::vector<std::vector<size_t>> sides(corpus.tokens.size());  // 2 * block + side
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (explained[i] != 0) continue;
    const AlignedBlock& block = blocks[i].block;
    stretches[blocks[i].a].push_back({block.a.begin, block.a.end});
    sides[blocks[i].a].push_back(2 * i);
    stretches[blocks[i].b].push_back({block.b.begin, block.b.end});
    sides[blocks[i].b].push_back(2 * i + 1);
  }
  std::vector<WordPlace> places;
  std::vector<uint32_t> place_of(2 * blocks.size(), 0);
  for (uint32_t doc = 0; doc < stretches.size(); ++doc) {
    const MergedSpans merged = MergeSpans(stretches[doc], kSamePassage);
    for (size_t s = 0; s < sides[doc].size(); ++s) {
      place_of[sides[doc][s]] =
          static_cast<uint32_t>(places.size()) + merged.merged_to[s];
    }
    for (const Stretch& s : merged.spans) places.push_back({doc, {s.begin, s.end}});
  }
  std::vector<Link> links;
  for (size_t i = 0; i < blocks.size(); ++i) {
    const Link link = {place_of[2 * i], place_of[2 * i + 1]};
    if (explained[i] == 0 && link.a != link.b) links.push_back(link);
  }

  // The longest passage speaks for its family, then the first.
  std::vector<uint32_t> by_length(places.size()), ranks(places.size());
  std::iota(by_length.begin(), by_length.end(), 0u);
  std::stable_sort(by_length.begin(), by_length.end(), [&](uint32_t x, uint32_t y) {
    return places[x].span.size() > places[y].span.size();
  });
  for (uint32_t rank = 0; rank < by_length.size(); ++rank)
    ranks[by_length[rank]] = rank;
  const std::vector<Family> families =
      FormFamilies(ranks, links, [&](uint32_t representative, uint32_t other) {
        const WordPlace &a = places[representative], &b = places[other];
        if (a.doc == b.doc && Overlap(a.span, b.span) > 0) return false;
        return AlignedShare(AlignPlaces(corpus, a, b)) >= kMinAligned;
      });

  std::vector<std::vector<WordPlace>> result;
  for (const Family& family : families) {
    std::vector<WordPlace>& passages = result.emplace_back();
    passages.push_back(places[family.representative]);
    for (const uint32_t other : family.others) {
      const WordPlace &place = places[other], &before = passages.back();
      const bool overlaps = passages.size() > 1 && before.doc == place.doc &&
                            Overlap(before.span, place.span) > 0;
      if (!overlaps) passages.push_back(place);
    }
  }
  return result;
}

}  // namespace rashomon
