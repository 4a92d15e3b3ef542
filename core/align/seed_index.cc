// A suffix array cut off after two seeds (Manber and Myers 1990, cut as in
// passim's k-gram index): positions are sorted by the hash of the next `words`
// words, then of the `words` after them, then by place. Neighbours in that order
// are the copies worth pairing. A story printed 5,000 times is a chain of
// neighbours, not 12 million pairs; a common phrase gives its few neighbours and
// no more. Cost: one sort of the corpus by 64-bit keys.

#include "core/align/seed_index.h"

#include <algorithm>
#include <limits>

#include "core/base/parallel_for.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr uint32_t kAlone = std::numeric_limits<uint32_t>::max();
constexpr uint32_t kStride = 64;  // of doc_at_
constexpr uint64_t kLowerHalf = 0xFFFFFFFF;
constexpr uint32_t kBuckets = 256;  // by the first byte of the key

struct Entry {
  uint64_t key = 0;
  uint32_t position = 0;

  friend bool operator<(const Entry& x, const Entry& y) {
    return x.key != y.key ? x.key < y.key : x.position < y.position;
  }
};

constexpr uint64_t UpperHalf(uint64_t key) { return key >> 32; }

}  // namespace

SeedIndex::SeedIndex(absl::Span<const std::vector<Token>> documents,
                     const SeedOptions& options, int threads)
    : options_(options) {
  starts_.reserve(documents.size() + 1);
  starts_.push_back(0);
  for (const std::vector<Token>& tokens : documents) {
    starts_.push_back(starts_.back() + static_cast<uint32_t>(tokens.size()));
  }
  const uint32_t total = starts_.back();
  doc_at_.reserve(total / kStride + 1);
  for (uint32_t doc = 0; doc < documents.size(); ++doc) {
    while (doc_at_.size() * uint64_t{kStride} < starts_[doc + 1])
      doc_at_.push_back(doc);
  }

  std::vector<uint64_t> key_at(total, 0);
  ParallelFor(documents.size(), 64, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      const std::vector<uint64_t> seeds =
          RollingShingles(documents[doc], options_.words);
      for (size_t i = 0; i < seeds.size(); ++i) {
        const size_t next = i + options_.words;
        const uint64_t after = next < seeds.size() ? UpperHalf(seeds[next]) : 0;
        key_at[starts_[doc] + i] = (UpperHalf(seeds[i]) << 32) | after;
      }
    }
  });
  // The last words of a document begin no seed.
  const auto num_seeds = [&](size_t doc) {
    const uint32_t words = starts_[doc + 1] - starts_[doc];
    return words < options_.words ? 0 : words - options_.words + 1;
  };
  std::vector<uint32_t> bucket_ends(kBuckets + 1, 0);
  for (size_t doc = 0; doc < documents.size(); ++doc) {
    for (uint32_t i = 0; i < num_seeds(doc); ++i) {
      ++bucket_ends[(key_at[starts_[doc] + i] >> 56) + 1];
    }
  }
  for (uint32_t b = 0; b < kBuckets; ++b) bucket_ends[b + 1] += bucket_ends[b];
  const std::vector<uint32_t> bucket_begins = bucket_ends;
  std::vector<Entry> entries(bucket_ends.back());
  std::vector<uint32_t> next(bucket_begins.begin(), bucket_begins.end() - 1);
  for (size_t doc = 0; doc < documents.size(); ++doc) {
    for (uint32_t i = 0; i < num_seeds(doc); ++i) {
      const uint32_t position = starts_[doc] + i;
      entries[next[key_at[position] >> 56]++] = {key_at[position], position};
    }
  }
  key_at = {};
  ranks_.assign(total, kAlone);
  keys_.resize(entries.size());
  positions_.resize(entries.size());
  ParallelFor(kBuckets, 1, threads, [&](size_t first, size_t last) {
    for (size_t b = first; b < last; ++b) {
      const uint32_t begin = bucket_begins[b], end = bucket_begins[b + 1];
      std::sort(entries.begin() + begin, entries.begin() + end);
      for (uint32_t r = begin; r < end; ++r) {
        const uint64_t seed = UpperHalf(entries[r].key);
        const bool alone = (r == begin || UpperHalf(entries[r - 1].key) != seed) &&
                           (r + 1 == end || UpperHalf(entries[r + 1].key) != seed);
        if (!alone) ranks_[entries[r].position] = r;
        keys_[r] = entries[r].key;
        positions_[r] = entries[r].position;
      }
    }
  });
}

uint32_t SeedIndex::DocumentOf(uint32_t position) const {
  uint32_t doc = doc_at_[position / kStride];
  while (starts_[doc + 1] <= position) ++doc;
  return doc;
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

SeedIndex::Group SeedIndex::GroupAt(uint32_t rank) const {
  const uint64_t key = keys_[rank], first = UpperHalf(key) << 32;
  const auto at = keys_.begin() + rank;
  const auto begin = std::lower_bound(keys_.begin(), at, first);
  const auto end = std::upper_bound(at, keys_.end(), first | kLowerHalf);
  const auto alike = std::equal_range(begin, end, key);
  const auto rank_of = [&](auto it) { return static_cast<size_t>(it - keys_.begin()); };
  return {rank_of(begin), rank_of(end), rank_of(alike.second) - rank_of(alike.first)};
}

bool SeedIndex::GoesOnAlike(uint32_t doc, uint32_t word) const {
  constexpr uint32_t kFew = 2;
  constexpr double kOften = 0.4;
  const uint32_t rank = ranks_[starts_[doc] + word];
  if (rank == kAlone) return true;
  const Group group = GroupAt(rank);
  if (static_cast<double>(group.alike) >= kOften * static_cast<double>(group.size())) {
    return true;
  }
  uint32_t ways = 0;
  for (size_t at = group.begin; at < group.end && ways <= kFew; ++ways) {
    const auto from = keys_.begin() + static_cast<std::ptrdiff_t>(at);
    const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(group.end);
    at = static_cast<size_t>(std::upper_bound(from, end, *from) - keys_.begin());
  }
  return ways <= kFew;
}

bool SeedIndex::BelongsToCopies(uint32_t doc, uint32_t word, size_t copies) const {
  // By chance a phrase returns in a large corpus, hardly in a small one.
  constexpr size_t kSmallCorpus = 200000;  // words
  const size_t elsewhere = keys_.size() < kSmallCorpus ? 32 : 1;
  constexpr double kNearlyAlways = 0.8;
  constexpr size_t kMany = 3;
  const uint32_t rank = ranks_[starts_[doc] + word];
  if (rank == kAlone) return true;
  const Group group = GroupAt(rank);
  if (group.size() <= copies + elsewhere) return true;
  return group.size() > kMany && static_cast<double>(group.alike) >=
                                     kNearlyAlways * static_cast<double>(group.size());
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
