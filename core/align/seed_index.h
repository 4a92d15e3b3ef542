// Where the words of a corpus stand again: the seeds from which passages grow.
//
//   SeedIndex index(tokens_by_document, {}, threads);
//   for (const SeedRun& run : index.EarlierRuns(7)) …  // document 7 against 0 … 7
//
// A seed is a run of `words` words that stands at two places. Seeds only choose
// what to look at: their hashes are 32 bits wide, so callers compare the words.

#ifndef RASHOMON_CORE_ALIGN_SEED_INDEX_H_
#define RASHOMON_CORE_ALIGN_SEED_INDEX_H_

#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/text/tokenize.h"

namespace rashomon {

struct SeedOptions {
  uint32_t words = 4;         // of a seed
  uint32_t max_previous = 8;  // earlier places that one place is paired with
};

// Consecutive words that (as far as the hashes say) stand at `earlier` of the
// document `earlier_doc` and again at `here` of the document asked for.
struct SeedRun {
  uint32_t earlier_doc = 0;
  uint32_t earlier = 0;  // token indexes within their documents
  uint32_t here = 0;
  uint32_t words = 0;

  friend bool operator==(const SeedRun&, const SeedRun&) = default;
};

class SeedIndex {
 public:
  // `documents` holds the words of each document.
  // REQUIRES: fewer than 2^32 words in all. Time O(n); 4 bytes a word and 16 a word
  // that begins a seed stay, twice that is used while it is built.
  SeedIndex(absl::Span<const absl::Span<const Token>> documents,
            const SeedOptions& options, int threads);

  // Every identical run of so many words that stands in the corpus n times is
  // seen as n - 1 pairs of neighbours in (document, position) order.
  uint32_t seen_words() const { return 2 * options_.words; }

  // Returns the runs of `doc` that stand earlier in the corpus, in documents
  // before it or before the place itself, by (earlier_doc, here, earlier). At
  // most max_previous + 1 seeds start at one place, so the whole corpus costs
  // O(words * max_previous). Thread-safe.
  std::vector<SeedRun> EarlierRuns(uint32_t doc) const;

  uint32_t words() const { return options_.words; }

  // True if the corpus goes on after the seed at `word` of `doc`, for as many words
  // again, in one way or two, or mostly as it does there: a copied text does, a
  // common phrase does not.
  bool GoesOnAlike(uint32_t doc, uint32_t word) const;

  // True if the seed at `word` of `doc` stands hardly anywhere but in `copies` copies
  // of one text, or nearly always goes on as it does there.
  bool BelongsToCopies(uint32_t doc, uint32_t word, size_t copies) const;

 private:
  // What is known of the places of one seed.
  struct Group {
    uint32_t size = 0;         // places
    bool often_alike = false;  // enough of them go on alike, or in one way or two
    bool nearly_always_alike = false;
  };
  static uint32_t Pack(const Group& group);
  static Group Unpack(uint32_t packed);
  // Sorted by key: writes those of one seed, at the ranks from `begin` on.
  struct Entry {
    uint64_t key = 0;
    uint32_t position = 0;
  };
  void AddGroup(size_t begin, absl::Span<const Entry> entries);
  void SortBucket(size_t begin, absl::Span<Entry> entries, std::vector<Entry>& scratch,
                  std::vector<uint32_t>& ends);

  struct Seed {
    uint32_t earlier = 0;  // global position
    uint32_t words = 0;
  };
  void SeedsAt(uint32_t position, std::vector<Seed>& seeds) const;
  void Fetch(uint32_t position) const;  // into the cache
  uint32_t DocumentOf(uint32_t position) const;

  SeedOptions options_;
  size_t num_seeds_ = 0;          // places of the corpus at which a seed can begin
  std::vector<uint32_t> starts_;  // global position of each document's first word
  std::vector<uint32_t> doc_at_;  // document of every 64th position
  // Places whose seed stands elsewhere too (and a few others), sorted by (key,
  // position). The upper half of a key is the hash of the seed at a position, the
  // lower half that of the seed right after it: places that go on alike for twice
  // the words stand together.
  std::vector<uint64_t> keys_;
  std::vector<uint32_t> positions_;
  std::vector<uint32_t> groups_;  // packed, of each of them
  std::vector<uint32_t> ranks_;   // position -> index in keys_, or kAlone
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_SEED_INDEX_H_
