// One radix sort for each part of the range of keys. Cost: linear; keys are made once
// for each part. Memory: 16 bytes an entry of a part.

#include "core/index/key_runs.h"

#include <algorithm>
#include <bit>

#include "core/base/status_macros.h"
#include "core/index/sort_by_key.h"

namespace rashomon {
namespace {

constexpr uint64_t kEntryBytes = 2 * sizeof(uint64_t);  // and its scratch
constexpr uint64_t kUnitsAtATime = uint64_t{1} << 14;
// With more parts, making the keys would take longer than sorting them.
constexpr int kMostPartBits = 10;

int PartBits(uint64_t num_units, uint64_t memory_bytes) {
  if (memory_bytes == 0) return 0;
  const uint64_t parts = (num_units * kEntryBytes + memory_bytes - 1) / memory_bytes;
  return std::min(kMostPartBits,
                  static_cast<int>(std::bit_width(std::max<uint64_t>(parts, 1) - 1)));
}

}  // namespace

absl::Status KeyRuns::ForEach(
    uint64_t num_units, const KeySource& keys, uint64_t memory_bytes,
    const std::function<void(absl::Span<const uint32_t> run)>& use) {
  const int part_bits = PartBits(num_units, memory_bytes);
  for (uint64_t part = 0; part < uint64_t{1} << part_bits; ++part) {
    entries_.clear();
    for (uint64_t begin = 0; begin < num_units; begin += kUnitsAtATime) {
      const size_t before = entries_.size();
      RASHOMON_RETURN_IF_ERROR(
          keys(begin, std::min(num_units, begin + kUnitsAtATime), entries_));
      if (part_bits == 0) continue;
      const auto elsewhere = [&](uint64_t entry) {
        return entry >> (64 - part_bits) != part;
      };
      entries_.erase(std::remove_if(entries_.begin() + static_cast<ptrdiff_t>(before),
                                    entries_.end(), elsewhere),
                     entries_.end());
    }
    SortByKey(entries_, scratch_);
    for (size_t begin = 0, end = 0; begin < entries_.size(); begin = end) {
      while (end < entries_.size() && entries_[end] >> 32 == entries_[begin] >> 32)
        ++end;
      if (end - begin == 1) continue;
      run_.clear();
      for (size_t i = begin; i < end; ++i) {
        run_.push_back(static_cast<uint32_t>(entries_[i]));
      }
      use(run_);
    }
  }
  return absl::OkStatus();
}

}  // namespace rashomon
