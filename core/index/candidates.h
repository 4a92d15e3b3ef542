// Candidate pairs from band keys, by sorting.

#ifndef RASHOMON_CORE_INDEX_CANDIDATES_H_
#define RASHOMON_CORE_INDEX_CANDIDATES_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace rashomon {

// Two units that are worth a look, a < b.
struct CandidatePair {
  uint32_t a = 0;
  uint32_t b = 0;

  friend auto operator<=>(const CandidatePair&, const CandidatePair&) = default;
};

// The band keys of all units, band by band.
class BandKeys {
 public:
  BandKeys(size_t num_units, size_t num_bands)
      : num_units_(num_units), num_bands_(num_bands), keys_(num_units * num_bands) {}

  size_t num_units() const { return num_units_; }
  size_t num_bands() const { return num_bands_; }
  uint32_t& at(size_t band, size_t unit) { return keys_[band * num_units_ + unit]; }
  uint32_t at(size_t band, size_t unit) const {
    return keys_[band * num_units_ + unit];
  }

 private:
  size_t num_units_;
  size_t num_bands_;
  std::vector<uint32_t> keys_;  // 4 bytes a band and unit
};

// Runs of units with one key up to this size give all their pairs.
inline constexpr size_t kLargestFullRun = 64;

// Returns the pairs of `units` that have the key of a band in common, sorted,
// each once. A run of more than kLargestFullRun units with one key gives not
// all its pairs but linearly many: every unit with the first of the run and
// with its neighbours when the run is sorted by the keys of the other bands, so
// that a giant family stays one family. Nothing is dropped.
// The result does not depend on `threads`. REQUIRES: `units` ascend.
std::vector<CandidatePair> FindCandidates(const BandKeys& keys,
                                          absl::Span<const uint32_t> units,
                                          int threads);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_CANDIDATES_H_
