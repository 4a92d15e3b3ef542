// The inner loop of MinHash: many hash functions over many shingles.
//
// Slot i of a sketch holds the least value, over the shingles x of the set, of
// the multiply-shift hash a_i * low32(x) + b_i mod 2^32, a_i odd. The shingle
// hashes are well mixed already, so a linear permutation per slot is enough, and
// 32-bit multiplies exist in every vector unit (64-bit ones only in AVX-512DQ).

#ifndef RASHOMON_CORE_SKETCH_MINHASH_KERNEL_H_
#define RASHOMON_CORE_SKETCH_MINHASH_KERNEL_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"

namespace rashomon {

// The value of a slot that has seen no shingle.
inline constexpr uint32_t kEmptySlot = 0xFFFFFFFF;

// The hash functions of the slots. Equal (num_slots, seed), equal functions; the
// functions of n slots are the first n of those of more.
class SlotHashes {
 public:
  SlotHashes(size_t num_slots, uint64_t seed);

  size_t num_slots() const { return num_slots_; }

  // Both padded with further functions to a multiple of 16.
  absl::Span<const uint32_t> multipliers() const { return multipliers_; }
  absl::Span<const uint32_t> addends() const { return addends_; }

 private:
  size_t num_slots_;
  std::vector<uint32_t> multipliers_;
  std::vector<uint32_t> addends_;
};

// Lowers slots[i] to the least hash i of `shingles`, in any order, repeated or
// not. Runs on the widest vector unit of the machine, AVX-512 or AVX2; the
// result is that of UpdateSlotsScalar. REQUIRES: slots.size() ==
// hashes.num_slots().
void UpdateSlots(absl::Span<const uint64_t> shingles, const SlotHashes& hashes,
                 absl::Span<uint32_t> slots);

// The definition, one slot at a time.
void UpdateSlotsScalar(absl::Span<const uint64_t> shingles, const SlotHashes& hashes,
                       absl::Span<uint32_t> slots);

}  // namespace rashomon

#endif  // RASHOMON_CORE_SKETCH_MINHASH_KERNEL_H_
