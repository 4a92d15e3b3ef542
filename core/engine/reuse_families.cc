#include "core/engine/reuse_families.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <numeric>
#include <set>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/align/evidence.h"
#include "core/base/hash.h"
#include "core/cluster/merge_spans.h"
#include "core/index/find_similar.h"
#include "core/index/verify.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr uint32_t kNoFamily = UINT32_MAX;
constexpr double kSamePassage = 0.8;  // overlap of two spans that are one passage
constexpr double kMinAligned = 0.7;   // of the words of each side

// What makes two texts versions of one article, revised, abridged or expanded.
struct VersionBars {
  double covered;      // share of the words of the shorter, by passages of the longer
  double containment;  // share of its shingles
};
// Where one source gives both one title, much less says so.
constexpr VersionBars kOfOneTitle = {.covered = 0.3, .containment = 0.1};
constexpr VersionBars kOfAnyTitle = {.covered = 0.8, .containment = 0.5};
constexpr double kManyFigures = 0.08;  // of the words of a text made of figures
constexpr size_t kMinVersionWords =
    60;  // of the shorter, where nothing but words says so

const VersionBars& BarsFor(const Document& a, const Document& b) {
  const bool one_title =
      a.title && !a.title->empty() && a.title == b.title && a.source == b.source;
  return one_title ? kOfOneTitle : kOfAnyTitle;
}

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

  struct Likeness {
    double jaccard = 0;
    double containment = 0;  // the greater
  };
  // True if the Jaccard similarity is at least `min_jaccard`, or one of the texts
  // stands in the other as far as a version must.
  bool AreAlike(uint32_t a, uint32_t b, double min_jaccard) {
    const Likeness likeness = Of(a, b);
    return likeness.jaccard >= min_jaccard ||
           likeness.containment >=
               BarsFor(corpus_.documents[a], corpus_.documents[b]).containment;
  }
  Likeness Of(uint32_t a, uint32_t b) {
    const Similarity similarity = Compare(Set(a), Set(b));
    const std::array<double, 2> containment = similarity.containment();
    return {similarity.jaccard(), std::max(containment[0], containment[1])};
  }

 private:
  const std::vector<uint64_t>& Set(uint32_t doc) {
    if (sets_[doc].empty())
      sets_[doc] = ShingleSet(corpus_.tokens[doc], kDocumentShingleWords);
    return sets_[doc];
  }

  const WordCorpus& corpus_;
  std::vector<std::vector<uint64_t>> sets_;
};

// How many words of the side of the shorter text the blocks of a pair cover.
uint64_t CoveredOfShorter(const WordCorpus& corpus,
                          absl::Span<const CopyBlock> blocks) {
  const bool a_is_shorter =
      corpus.tokens[blocks[0].a].size() < corpus.tokens[blocks[0].b].size();
  std::vector<WordSpan> spans;
  for (const CopyBlock& copy : blocks) {
    for (const WordRun& run : copy.block.runs) {
      const uint32_t begin = a_is_shorter ? run.a : run.b;
      spans.push_back({begin, begin + run.words});
    }
  }
  std::sort(spans.begin(), spans.end(), [](const WordSpan& x, const WordSpan& y) {
    return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
  });
  uint64_t covered = 0;
  uint32_t at = 0;
  for (const WordSpan& span : spans) {
    if (span.end <= at) continue;
    covered += span.end - std::max(span.begin, at);
    at = span.end;
  }
  return covered;
}

// True if most phrases that the two texts have in common are hardly anyone else's:
// reports of one kind, filled in alike, share theirs with all of their kind.
bool AreOwnPhrases(const SeedIndex& index, absl::Span<const CopyBlock> blocks) {
  constexpr size_t kVersions = 8;
  constexpr double kMinOwnShare = 0.5;
  Phrases all;
  for (const CopyBlock& copy : blocks) {
    const Phrases phrases = CountPhrases(copy.block, index, copy.b, kVersions);
    all.aligned += phrases.aligned;
    all.own += phrases.own;
  }
  return all.own >= kMinOwnShare * all.aligned;
}

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

// Links places with the same words, the next to the one before: a passage that
// stands twice in each version of an article is one family.
void LinkEqualPlaces(const WordCorpus& corpus, absl::Span<const WordPlace> places,
                     std::vector<Link>& links) {
  const auto words = [&](uint32_t place) {
    return absl::MakeConstSpan(corpus.tokens[places[place].doc])
        .subspan(places[place].span.begin, places[place].span.size());
  };
  const auto same = [](const Token& x, const Token& y) { return x.hash == y.hash; };
  absl::flat_hash_map<uint64_t, uint32_t> before;  // place, by hash of its words
  for (uint32_t place = 0; place < places.size(); ++place) {
    uint64_t hash = 0;
    for (const Token& token : words(place)) hash = Mix64(hash + token.hash);
    const auto [it, is_new] = before.emplace(hash, place);
    if (is_new) continue;
    const absl::Span<const Token> a = words(it->second), b = words(place);
    if (std::equal(a.begin(), a.end(), b.begin(), b.end(), same)) {
      links.push_back({it->second, place});
    }
    it->second = place;
  }
}

// True if the passages are what the documents of one family have in common, one of
// each: that a passage was moved from one version to the next is no news.
bool IsExplained(absl::Span<const WordPlace> passages,
                 const DocumentFamilies& documents) {
  std::vector<uint32_t> of_passages;
  for (const WordPlace& place : passages) of_passages.push_back(place.doc);
  std::sort(of_passages.begin(), of_passages.end());
  const uint32_t first = of_passages[0];
  return std::adjacent_find(of_passages.begin(), of_passages.end()) ==
             of_passages.end() &&
         std::all_of(of_passages.begin() + 1, of_passages.end(),
                     [&](uint32_t doc) { return documents.InOneFamily(first, doc); });
}

}  // namespace

bool DocumentFamilies::InOneFamily(uint32_t a, uint32_t b) const {
  const auto has = [this](uint32_t home, uint32_t doc) {
    return home != kNoFamily &&
           (family_of[doc] == home || families[home].representative == doc);
  };
  return has(family_of[a], b) || has(family_of[b], a);
}

DocumentFamilies FindDocumentFamilies(const WordCorpus& corpus, const SeedIndex& index,
                                      absl::Span<const CopyBlock> blocks,
                                      const FindSimilarOptions& options) {
  const auto shingles_of = [&](size_t doc, std::vector<uint64_t>& shingles) {
    AppendShingles(corpus.tokens[doc], kDocumentShingleWords, shingles);
  };
  std::set<std::pair<uint32_t, uint32_t>> alike;
  for (const SimilarPair& pair :
       FindSimilar(corpus.tokens.size(), shingles_of, options)) {
    alike.emplace(pair.a, pair.b);
  }
  DocumentShingles shingles(corpus);
  std::vector<Link> links;
  for (const auto& [a, b] : alike) links.push_back({a, b});
  for (const PairRange& pair : PairRanges(blocks)) {
    const uint32_t a = blocks[pair.begin].a, b = blocks[pair.begin].b;
    if (a == b || alike.contains({a, b})) continue;
    const auto of_pair = blocks.subspan(pair.begin, pair.end - pair.begin);
    const uint64_t covered = CoveredOfShorter(corpus, of_pair);
    const size_t shorter = std::min(corpus.tokens[a].size(), corpus.tokens[b].size());
    const VersionBars& bars = BarsFor(corpus.documents[a], corpus.documents[b]);
    const bool version =
        (shorter >= kMinVersionWords || &bars == &kOfOneTitle) &&
        static_cast<double>(covered) >= bars.covered * static_cast<double>(shorter) &&
        AreOwnPhrases(index, of_pair) &&
        KeepsFigures(AlignPlaces(corpus, WholeText(corpus, a), WholeText(corpus, b)),
                     corpus.Side(a), corpus.Side(b), kManyFigures);
    // Jaccard similarity that the search missed needs at least so much in common.
    const bool may_be_alike = static_cast<double>(covered) >=
                              0.5 * options.min_jaccard * static_cast<double>(shorter);
    if (version ? shingles.AreAlike(a, b, options.min_jaccard)
                : may_be_alike && shingles.Of(a, b).jaccard >= options.min_jaccard) {
      links.push_back({a, b});
    }
  }
  std::vector<uint32_t> ranks(corpus.tokens.size());
  std::iota(ranks.begin(), ranks.end(), 0u);
  DocumentFamilies result;
  result.families =
      FormFamilies(ranks, links, [&](uint32_t representative, uint32_t other) {
        return shingles.AreAlike(representative, other, options.min_jaccard);
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
    if (a == b || !documents.InOneFamily(a, b)) continue;
    MarkCorresponding(blocks, pair, explained);
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

  LinkEqualPlaces(corpus, places, links);

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
    if (IsExplained(passages, documents)) result.pop_back();
  }
  return result;
}

}  // namespace rashomon
