// A suffix array cut off after two seeds (Manber and Myers 1990, cut as in
// passim's k-gram index): positions are sorted by the hash of the next `words`
// words, then of the `words` after them, then by place. Neighbours in that order
// are the copies worth pairing. A story printed 5,000 times is a chain of
// neighbours, not 12 million pairs; a common phrase gives its few neighbours and
// no more.
//
// Most seeds of a corpus stand once. A first pass over the words marks the hashes
// that come twice in a table of two bits a cell (a counting filter; Fan et al. 2000);
// only the places they mark are sorted, by two distributions and an insertion sort of
// what is left together. Seeds are hashed again in each pass rather than kept.

#include "core/align/seed_index.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <bit>
#include <limits>
#include <memory>
#include <utility>

#include "core/base/parallel_for.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr uint32_t kAlone = std::numeric_limits<uint32_t>::max();
constexpr uint32_t kStride = 64;  // of doc_at_
constexpr uint64_t kLowerHalf = 0xFFFFFFFF;
constexpr int kBucketBits = 8;  // of the first distribution, the uppermost of the key
constexpr size_t kBuckets = size_t{1} << kBucketBits;
constexpr size_t kChunkWords = size_t{1} << 16;  // that a thread takes at once
constexpr size_t kAhead = 16;                    // seeds whose cell is fetched early

constexpr uint64_t UpperHalf(uint64_t key) { return key >> 32; }

// Which seed hashes were added twice; now and then also one that was not.
class RepeatFilter {
 public:
  explicit RepeatFilter(size_t num_seeds)
      : bits_(std::clamp(static_cast<int>(std::bit_width(num_seeds * kCellsPerSeed)),
                         kMinBits, kMaxBits)),
        words_(std::make_unique<std::atomic<uint64_t>[]>((size_t{1} << bits_) /
                                                         kCellsPerWord)) {}

  void Fetch(uint64_t seed) const { __builtin_prefetch(&words_[CellOf(seed).word]); }

  // Thread-safe.
  void Add(uint64_t seed) {
    const auto [word, once] = CellOf(seed);
    const uint64_t twice = once << 1;
    if (const uint64_t now = words_[word].load(std::memory_order_relaxed);
        (now & twice) != 0 ||
        ((words_[word].fetch_or(once, std::memory_order_relaxed) & once) == 0)) {
      return;
    }
    words_[word].fetch_or(twice, std::memory_order_relaxed);
  }

  bool Repeats(uint64_t seed) const {
    const auto [word, once] = CellOf(seed);
    return (words_[word].load(std::memory_order_relaxed) & once << 1) != 0;
  }

 private:
  static constexpr size_t kCellsPerSeed = 8;
  static constexpr size_t kCellsPerWord = 32;
  static constexpr int kMinBits = 10, kMaxBits = 32;

  struct Cell {
    size_t word = 0;
    uint64_t once = 0;
  };
  Cell CellOf(uint64_t seed) const {
    const uint64_t cell = seed >> (64 - bits_);
    return {static_cast<size_t>(cell / kCellsPerWord),
            uint64_t{1} << 2 * (cell % kCellsPerWord)};
  }

  int bits_;
  std::unique_ptr<std::atomic<uint64_t>[]> words_;
};

// Ranges of documents of about kChunkWords words; the last ends with the last document.
std::vector<uint32_t> ChunkEnds(absl::Span<const uint32_t> starts) {
  std::vector<uint32_t> ends;
  uint32_t begin = 0;
  for (uint32_t doc = 0; doc + 1 < starts.size(); ++doc) {
    if (starts[doc + 1] - starts[begin] < kChunkWords && doc + 2 < starts.size()) {
      continue;
    }
    ends.push_back(doc + 1);
    begin = doc + 1;
  }
  return ends;
}

}  // namespace

SeedIndex::SeedIndex(absl::Span<const absl::Span<const Token>> documents,
                     const SeedOptions& options, int threads)
    : options_(options) {
  starts_.reserve(documents.size() + 1);
  starts_.push_back(0);
  for (const absl::Span<const Token> tokens : documents) {
    starts_.push_back(starts_.back() + static_cast<uint32_t>(tokens.size()));
    // The last words of a document begin no seed.
    if (tokens.size() >= options_.words)
      num_seeds_ += tokens.size() - options_.words + 1;
  }
  const uint32_t total = starts_.back();
  doc_at_.reserve(total / kStride + 1);
  for (uint32_t doc = 0; doc < documents.size(); ++doc) {
    while (doc_at_.size() * uint64_t{kStride} < starts_[doc + 1])
      doc_at_.push_back(doc);
  }

  const std::vector<uint32_t> chunk_ends = ChunkEnds(starts_);
  // Calls visit(chunk, position of the first seed, seeds) for each document.
  const auto for_each_document = [&](const auto& visit) {
    ParallelFor(chunk_ends.size(), 1, threads, [&](size_t first, size_t last) {
      std::vector<uint64_t> seeds;
      for (size_t chunk = first; chunk < last; ++chunk) {
        for (uint32_t doc = chunk == 0 ? 0 : chunk_ends[chunk - 1];
             doc < chunk_ends[chunk]; ++doc) {
          if (documents[doc].size() < options_.words) continue;
          seeds.clear();
          AppendShingles(documents[doc], options_.words, seeds);
          visit(chunk, starts_[doc], seeds);
        }
      }
    });
  };

  RepeatFilter filter(num_seeds_);
  for_each_document([&](size_t, uint32_t, absl::Span<const uint64_t> seeds) {
    for (size_t i = 0; i < seeds.size(); ++i) {
      if (i + kAhead < seeds.size()) filter.Fetch(seeds[i + kAhead]);
      filter.Add(seeds[i]);
    }
  });
  // Where the entries of each chunk begin in each bucket. Until they are sorted, any
  // rank stands for "not alone".
  std::vector<std::array<uint32_t, kBuckets>> next(chunk_ends.size());
  ranks_.assign(total, kAlone);
  for_each_document(
      [&](size_t chunk, uint32_t start, absl::Span<const uint64_t> seeds) {
        for (size_t i = 0; i < seeds.size(); ++i) {
          if (i + kAhead < seeds.size()) filter.Fetch(seeds[i + kAhead]);
          if (!filter.Repeats(seeds[i])) continue;
          ranks_[start + i] = 0;
          ++next[chunk][seeds[i] >> (64 - kBucketBits)];
        }
      });
  std::vector<uint32_t> bucket_begins(kBuckets + 1);
  uint32_t num_entries = 0;
  for (size_t b = 0; b < kBuckets; ++b) {
    bucket_begins[b] = num_entries;
    for (std::array<uint32_t, kBuckets>& of_chunk : next) {
      num_entries += std::exchange(of_chunk[b], num_entries);
    }
  }
  bucket_begins[kBuckets] = num_entries;
  const auto entries = std::make_unique_for_overwrite<Entry[]>(num_entries);
  for_each_document(
      [&](size_t chunk, uint32_t start, absl::Span<const uint64_t> seeds) {
        for (size_t i = 0; i < seeds.size(); ++i) {
          if (ranks_[start + i] == kAlone) continue;
          const size_t after = i + options_.words;
          const uint64_t key = UpperHalf(seeds[i]) << 32 |
                               (after < seeds.size() ? UpperHalf(seeds[after]) : 0);
          entries[next[chunk][seeds[i] >> (64 - kBucketBits)]++] = {
              key, start + static_cast<uint32_t>(i)};
        }
      });
  keys_.resize(num_entries);
  positions_.resize(num_entries);
  groups_.resize(num_entries);
  ParallelFor(kBuckets, 1, threads, [&](size_t first, size_t last) {
    std::vector<Entry> scratch;
    std::vector<uint32_t> ends;
    for (size_t b = first; b < last; ++b) {
      const uint32_t begin = bucket_begins[b];
      SortBucket(begin,
                 absl::MakeSpan(entries.get() + begin, bucket_begins[b + 1] - begin),
                 scratch, ends);
    }
  });
}

// Sorts the entries of a bucket, which stand by position, by their next bits, and
// what then stands together by all of them.
void SeedIndex::SortBucket(size_t begin, absl::Span<Entry> entries,
                           std::vector<Entry>& scratch, std::vector<uint32_t>& ends) {
  if (entries.empty()) return;
  constexpr int kMostBits = 32 - kBucketBits;
  const int bits =
      std::clamp(static_cast<int>(std::bit_width(entries.size())) - 2, 0, kMostBits);
  const auto part = [bits](uint64_t key) {
    return bits == 0 ? 0 : (key << kBucketBits) >> (64 - bits);
  };
  ends.assign((size_t{1} << bits) + 1, 0);
  for (const Entry& e : entries) ++ends[part(e.key) + 1];
  for (size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  scratch.resize(entries.size());
  // ends[i] is where part i begins; it moves to where it ends.
  for (const Entry& e : entries) scratch[ends[part(e.key)]++] = e;
  const auto less = [](const Entry& x, const Entry& y) {
    return x.key != y.key ? x.key < y.key : x.position < y.position;
  };
  size_t from = 0;
  for (size_t i = 0; i + 1 < ends.size(); ++i) {
    const size_t end = ends[i];
    if (end - from > 1) {
      std::sort(scratch.begin() + static_cast<std::ptrdiff_t>(from),
                scratch.begin() + static_cast<std::ptrdiff_t>(end), less);
    }
    for (size_t last = from; from < end; from = last) {
      while (last < end && UpperHalf(scratch[last].key) == UpperHalf(scratch[from].key))
        ++last;
      AddGroup(begin + from, absl::MakeConstSpan(scratch).subspan(from, last - from));
    }
  }
}

void SeedIndex::AddGroup(size_t begin, absl::Span<const Entry> entries) {
  constexpr uint32_t kFew = 2;
  constexpr double kOften = 0.4, kNearlyAlways = 0.8;
  constexpr size_t kMany = 3;
  uint32_t ways = 0;
  for (size_t i = 0; i < entries.size(); ++i) {
    ways += i == 0 || entries[i].key != entries[i - 1].key ? 1 : 0;
  }
  const auto size = static_cast<double>(entries.size());
  for (size_t i = 0, end = 0; i < entries.size(); i = end) {
    while (end < entries.size() && entries[end].key == entries[i].key) ++end;
    const auto alike = static_cast<double>(end - i);
    const uint32_t group = Pack({.size = static_cast<uint32_t>(entries.size()),
                                 .often_alike = ways <= kFew || alike >= kOften * size,
                                 .nearly_always_alike = entries.size() > kMany &&
                                                        alike >= kNearlyAlways * size});
    for (size_t k = i; k < end; ++k) {
      keys_[begin + k] = entries[k].key;
      positions_[begin + k] = entries[k].position;
      groups_[begin + k] = group;
      ranks_[entries[k].position] =
          entries.size() > 1 ? static_cast<uint32_t>(begin + k) : kAlone;
    }
  }
}

uint32_t SeedIndex::Pack(const Group& group) {
  constexpr uint32_t kLargest = kAlone >> 2;
  return std::min(group.size, kLargest) << 2 | (group.often_alike ? 2 : 0) |
         (group.nearly_always_alike ? 1 : 0);
}

SeedIndex::Group SeedIndex::Unpack(uint32_t packed) {
  return {.size = packed >> 2,
          .often_alike = (packed & 2) != 0,
          .nearly_always_alike = (packed & 1) != 0};
}

uint32_t SeedIndex::DocumentOf(uint32_t position) const {
  uint32_t doc = doc_at_[position / kStride];
  while (starts_[doc + 1] <= position) ++doc;
  return doc;
}

void SeedIndex::Fetch(uint32_t position) const {
  if (position >= ranks_.size() || ranks_[position] == kAlone) return;
  __builtin_prefetch(&keys_[ranks_[position]]);
  __builtin_prefetch(&positions_[ranks_[position]]);
}

void SeedIndex::SeedsAt(uint32_t position, std::vector<Seed>& seeds) const {
  seeds.clear();
  const uint32_t rank = ranks_[position];
  if (rank == kAlone) return;
  const uint64_t key = keys_[rank];
  // Where a document ends with the seed, nothing goes on.
  const uint32_t alike = (key & kLowerHalf) == 0 ? options_.words : 2 * options_.words;
  // The places that go on alike: the nearest before this one, and the first.
  uint32_t r = rank;
  while (r > 0 && keys_[r - 1] == key && seeds.size() < options_.max_previous) {
    seeds.push_back({positions_[--r], alike});
  }
  if (r > 0 && keys_[r - 1] == key) {
    r = static_cast<uint32_t>(std::lower_bound(keys_.begin(), keys_.begin() + r, key) -
                              keys_.begin());
    seeds.push_back({positions_[r], alike});
  }
  // Then those that share this seed alone, as far as a bounded look reaches.
  const uint32_t look = 2 * options_.max_previous;
  for (uint32_t seen = 0; seen < look && r > 0; ++seen) {
    --r;
    if (UpperHalf(keys_[r]) != UpperHalf(key)) break;
    if (seeds.size() >= options_.max_previous) return;
    if (positions_[r] < position) seeds.push_back({positions_[r], options_.words});
  }
  r = rank;
  for (uint32_t seen = 0; seen < look && r + 1 < keys_.size(); ++seen) {
    ++r;
    if (UpperHalf(keys_[r]) != UpperHalf(key)) break;
    if (seeds.size() >= options_.max_previous) return;
    if (positions_[r] < position) seeds.push_back({positions_[r], options_.words});
  }
}

bool SeedIndex::GoesOnAlike(uint32_t doc, uint32_t word) const {
  const uint32_t rank = ranks_[starts_[doc] + word];
  return rank == kAlone || Unpack(groups_[rank]).often_alike;
}

bool SeedIndex::BelongsToCopies(uint32_t doc, uint32_t word, size_t copies) const {
  // By chance a phrase returns in a large corpus, hardly in a small one.
  constexpr size_t kSmallCorpus = 200000;  // words
  const size_t elsewhere = num_seeds_ < kSmallCorpus ? 32 : 1;
  const uint32_t rank = ranks_[starts_[doc] + word];
  if (rank == kAlone) return true;
  const Group group = Unpack(groups_[rank]);
  return group.size <= copies + elsewhere || group.nearly_always_alike;
}

std::vector<SeedRun> SeedIndex::EarlierRuns(uint32_t doc) const {
  struct Open {
    uint32_t earlier = 0;  // global, of the run's latest seed
    size_t run = 0;
  };
  std::vector<SeedRun> runs;
  std::vector<Seed> seeds;
  std::vector<Open> open, now;
  const uint32_t begin = starts_[doc], end = starts_[doc + 1];
  for (uint32_t position = begin; position < end; ++position) {
    Fetch(position + kAhead);
    SeedsAt(position, seeds);
    now.clear();
    for (const Seed& seed : seeds) {
      const auto before = std::find_if(open.begin(), open.end(), [&](const Open& o) {
        return o.earlier + 1 == seed.earlier;
      });
      const uint32_t here = position - begin;
      if (before != open.end()) {
        SeedRun& run = runs[before->run];
        run.words = std::max(run.words, here + seed.words - run.here);
        now.push_back({seed.earlier, before->run});
        continue;
      }
      const uint32_t earlier_doc = DocumentOf(seed.earlier);
      now.push_back({seed.earlier, runs.size()});
      runs.push_back(
          {earlier_doc, seed.earlier - starts_[earlier_doc], here, seed.words});
    }
    std::swap(open, now);
  }
  std::sort(runs.begin(), runs.end(), [](const SeedRun& x, const SeedRun& y) {
    if (x.earlier_doc != y.earlier_doc) return x.earlier_doc < y.earlier_doc;
    return x.here != y.here ? x.here < y.here : x.earlier < y.earlier;
  });
  return runs;
}

}  // namespace rashomon
