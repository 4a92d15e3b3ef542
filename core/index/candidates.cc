// For each band the pairs (key, unit) are sorted and runs of one key scanned:
// sequential memory, no hash table, the same result whatever the order of work.
// Cost: bands * units * (one radix sort) + pairs. Memory: 16 bytes a unit for
// each thread beside the keys.

#include "core/index/candidates.h"

#include <algorithm>
#include <iterator>
#include <mutex>
#include <utility>

#include "core/base/parallel_for.h"
#include "core/index/sort_by_key.h"

namespace rashomon {
namespace {

constexpr size_t kNeighbours = 4;

CandidatePair Ordered(uint32_t a, uint32_t b) {
  return a < b ? CandidatePair{a, b} : CandidatePair{b, a};
}

void LinkGiantRun(const BandKeys& keys, size_t band, std::vector<uint32_t>& run,
                  std::vector<CandidatePair>& pairs) {
  const uint32_t representative = run.front();
  for (size_t i = 1; i < run.size(); ++i) pairs.push_back({representative, run[i]});
  std::sort(run.begin(), run.end(), [&](uint32_t x, uint32_t y) {
    for (size_t k = 1; k < keys.num_bands(); ++k) {
      const size_t other = (band + k) % keys.num_bands();
      const uint32_t key_x = keys.at(other, x), key_y = keys.at(other, y);
      if (key_x != key_y) return key_x < key_y;
    }
    return x < y;
  });
  for (size_t i = 0; i < run.size(); ++i) {
    for (size_t j = i + 1; j < std::min(run.size(), i + 1 + kNeighbours); ++j) {
      pairs.push_back(Ordered(run[i], run[j]));
    }
  }
}

std::vector<CandidatePair> CandidatesOfBand(const BandKeys& keys, size_t band,
                                            absl::Span<const uint32_t> units) {
  std::vector<uint64_t> entries, scratch;
  entries.reserve(units.size());
  for (const uint32_t unit : units) {
    entries.push_back(uint64_t{keys.at(band, unit)} << 32 | unit);
  }
  SortByKey(entries, scratch);
  std::vector<CandidatePair> pairs;
  std::vector<uint32_t> run;
  for (size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
    while (end < entries.size() && entries[end] >> 32 == entries[begin] >> 32) ++end;
    if (end - begin == 1) continue;
    run.clear();
    for (size_t i = begin; i < end; ++i)
      run.push_back(static_cast<uint32_t>(entries[i]));
    if (run.size() > kLargestFullRun) {
      LinkGiantRun(keys, band, run, pairs);
      continue;
    }
    for (size_t i = 0; i < run.size(); ++i) {
      for (size_t j = i + 1; j < run.size(); ++j) pairs.push_back({run[i], run[j]});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace

std::vector<CandidatePair> FindCandidates(const BandKeys& keys,
                                          absl::Span<const uint32_t> units,
                                          int threads) {
  std::vector<CandidatePair> all;
  std::mutex mutex;
  ParallelFor(keys.num_bands(), 1, threads, [&](size_t first, size_t last) {
    for (size_t band = first; band < last; ++band) {
      const std::vector<CandidatePair> pairs = CandidatesOfBand(keys, band, units);
      // A union of sets: the order in which bands finish changes nothing.
      const std::lock_guard<std::mutex> lock(mutex);
      std::vector<CandidatePair> merged;
      merged.reserve(all.size() + pairs.size());
      std::set_union(all.begin(), all.end(), pairs.begin(), pairs.end(),
                     std::back_inserter(merged));
      all = std::move(merged);
    }
  });
  return all;
}

}  // namespace rashomon
