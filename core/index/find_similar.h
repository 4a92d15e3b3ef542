// All pairs of similar units of a corpus: sketch, band, verify.
//
//   FindSimilar(documents.size(), [&](size_t i, std::vector<uint64_t>& shingles) {
//     AppendShingles(Tokenize(documents[i].text), kDocumentShingleWords, shingles);
//   }, {.min_jaccard = 0.7, .recall = 0.99});
//
// A unit is whatever has shingles: documents with shingles of 5 words,
// paragraphs with shingles of 3.

#ifndef RASHOMON_CORE_INDEX_FIND_SIMILAR_H_
#define RASHOMON_CORE_INDEX_FIND_SIMILAR_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/index/bands.h"
#include "core/index/shingle_source.h"
#include "rashomon/options.h"

namespace rashomon {

// Bits in which the SimHashes of a pair may differ that is looked at.
inline constexpr uint32_t kSimHashDistance = 8;

struct FindSimilarOptions {
  double min_jaccard = 0.7;  // in (0, 1]
  double recall = 0.99;      // of a pair at min_jaccard; more above. In [0, 1)
  SearchEngine engine = SearchEngine::kMinHash;
  uint64_t seed = 0;
  int threads = 0;  // 0: as many as the machine has; changes no result
};

// A verified pair of units, a < b.
struct SimilarPair {
  uint32_t a = 0;
  uint32_t b = 0;
  double jaccard = 0;                   // exact
  std::array<double, 2> containment{};  // share of a's shingles in b, of b's in a

  friend bool operator==(const SimilarPair&, const SimilarPair&) = default;
};

// Returns the bands that FindSimilar uses; none for SearchEngine::kSimHash.
BandPlan PlanFor(const FindSimilarOptions& options);

// The probability that FindSimilar looks at a pair of the similarity `jaccard`: that
// of the bands, over seeds; with SimHash what is expected of texts of one length.
double RecallAt(const FindSimilarOptions& options, double jaccard);

// Returns pairs of units whose shingle sets have a Jaccard similarity of at
// least min_jaccard, by (a, b).
// - Every pair returned is verified on the sets themselves.
// - With MinHash a pair at or above min_jaccard is found with probability at least
//   `recall`, over seeds; with SimHash, where their sketches differ in at most
//   kSimHashDistance bits, always (hamming.h); with both, if either finds it. Units
//   with equal sets always.
// - Units whose shingles are the same in the same order are represented by the
//   first of them: each other one is paired with that one and with nothing
//   else. Likewise more than kLargestFullRun units that share a band key (a
//   story in 5,000 papers) are joined by linearly many pairs: enough for one
//   family, not all pairs of it.
// - A unit without shingles is in no pair.
// Memory: 4 bytes a band and unit (8 a unit for SimHash), 12 a unit, 16 a unit and
// thread while a band is sorted, the candidates, and 64 MiB of shingles or two units'
// worth, whichever is more. Shingles are made again for verification rather than kept:
// kept ones are larger than the text.
std::vector<SimilarPair> FindSimilar(size_t num_units, const ShingleSource& source,
                                     const FindSimilarOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_FIND_SIMILAR_H_
