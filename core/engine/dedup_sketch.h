// What is kept of a unit to look for others like it: a byte or a few for each slot of
// its MinHash sketch.
//
// The bytes serve twice. Those of a band are its key, so that units with a key in
// common are candidates; and of two candidates the slots that agree are counted, so
// that most strangers are told apart without reading them again.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_SKETCH_H_
#define RASHOMON_CORE_ENGINE_DEDUP_SKETCH_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/index/bands.h"
#include "core/sketch/minhash_kernel.h"

namespace rashomon {

class DedupSketcher {
 public:
  // REQUIRES: 0 < min_jaccard <= 1, 0 < recall < 1.
  DedupSketcher(double min_jaccard, double recall);

  const BandPlan& plan() const { return plan_; }
  // The probability that a pair of the similarity `jaccard` shares a band and agrees
  // in as many slots as MayBeSimilar wants, at least.
  double Recall(double jaccard) const;

  size_t sketch_bytes() const { return plan_.num_slots() * slot_bytes_; }

  // Writes the sketch of the set of `shingles` to sketch_bytes() bytes. `slots` is a
  // workspace.
  void Sketch(absl::Span<const uint64_t> shingles, std::vector<uint32_t>& slots,
              char* sketch) const;

  // The key of a band.
  uint32_t BandKey(const char* sketch, size_t band) const;

  // Whether so many slots agree that the similarity may be min_jaccard: false of a
  // pair there with a probability of at most 10^-6.
  bool MayBeSimilar(const char* a, const char* b) const;

 private:
  size_t CountEqual(const char* a, const char* b) const;

  BandPlan plan_;
  size_t slot_bytes_;
  size_t least_equal_;  // slots
  SlotHashes hashes_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_SKETCH_H_
