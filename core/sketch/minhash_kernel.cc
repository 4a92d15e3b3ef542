// Sixteen slots make a vector; up to eight vectors stay in registers while all
// shingles pass by. The same body is compiled for each vector unit and chosen at
// run time by a plain branch: an ifunc would run before the sanitisers do.

#include "core/sketch/minhash_kernel.h"

#include <algorithm>
#include <cstring>

#include "core/base/hash.h"

namespace rashomon {
namespace {

constexpr size_t kLanes = 16;
constexpr size_t kMaxVectors = 8;  // 3 * 8 registers of the 32 of AVX-512

using Lanes = uint32_t __attribute__((vector_size(kLanes * sizeof(uint32_t))));

template <size_t kVectors>
[[gnu::always_inline]] inline void UpdateBlock(const uint64_t* shingles, size_t size,
                                               const uint32_t* multipliers,
                                               const uint32_t* addends,
                                               uint32_t* slots) {
  Lanes a[kVectors], b[kVectors], least[kVectors];
  std::memcpy(a, multipliers, sizeof(a));
  std::memcpy(b, addends, sizeof(b));
  std::memcpy(least, slots, sizeof(least));
  for (size_t i = 0; i < size; ++i) {
    const Lanes x = Lanes{} + static_cast<uint32_t>(shingles[i]);
#pragma GCC unroll 8
    for (size_t v = 0; v < kVectors; ++v) {
      const Lanes value = a[v] * x + b[v];
      least[v] = value < least[v] ? value : least[v];
    }
  }
  std::memcpy(slots, least, sizeof(least));
}

// `vectors` vectors of slots, all of them padded.
[[gnu::always_inline]] inline void UpdateAll(const uint64_t* shingles, size_t size,
                                             size_t vectors,
                                             const uint32_t* multipliers,
                                             const uint32_t* addends, uint32_t* slots) {
  while (vectors > 0) {
    const size_t n = std::min(vectors, kMaxVectors);
    switch (n) {
      case 1:
        UpdateBlock<1>(shingles, size, multipliers, addends, slots);
        break;
      case 2:
        UpdateBlock<2>(shingles, size, multipliers, addends, slots);
        break;
      case 3:
        UpdateBlock<3>(shingles, size, multipliers, addends, slots);
        break;
      case 4:
        UpdateBlock<4>(shingles, size, multipliers, addends, slots);
        break;
      case 5:
        UpdateBlock<5>(shingles, size, multipliers, addends, slots);
        break;
      case 6:
        UpdateBlock<6>(shingles, size, multipliers, addends, slots);
        break;
      case 7:
        UpdateBlock<7>(shingles, size, multipliers, addends, slots);
        break;
      default:
        UpdateBlock<8>(shingles, size, multipliers, addends, slots);
        break;
    }
    vectors -= n;
    multipliers += n * kLanes;
    addends += n * kLanes;
    slots += n * kLanes;
  }
}

using UpdateFunction = void (*)(const uint64_t*, size_t, size_t, const uint32_t*,
                                const uint32_t*, uint32_t*);

#if defined(__x86_64__)
[[gnu::target("avx512f,prefer-vector-width=512")]] void UpdateAvx512(
    const uint64_t* shingles, size_t size, size_t vectors, const uint32_t* multipliers,
    const uint32_t* addends, uint32_t* slots) {
  UpdateAll(shingles, size, vectors, multipliers, addends, slots);
}

[[gnu::target("avx2")]] void UpdateAvx2(const uint64_t* shingles, size_t size,
                                        size_t vectors, const uint32_t* multipliers,
                                        const uint32_t* addends, uint32_t* slots) {
  UpdateAll(shingles, size, vectors, multipliers, addends, slots);
}
#endif

void UpdateBaseline(const uint64_t* shingles, size_t size, size_t vectors,
                    const uint32_t* multipliers, const uint32_t* addends,
                    uint32_t* slots) {
  UpdateAll(shingles, size, vectors, multipliers, addends, slots);
}

UpdateFunction ChooseUpdate() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512f")) return UpdateAvx512;
  if (__builtin_cpu_supports("avx2")) return UpdateAvx2;
#endif
  return UpdateBaseline;
}

size_t Padded(size_t num_slots) { return (num_slots + kLanes - 1) / kLanes * kLanes; }

}  // namespace

SlotHashes::SlotHashes(size_t num_slots, uint64_t seed)
    : num_slots_(num_slots),
      multipliers_(Padded(num_slots)),
      addends_(Padded(num_slots)) {
  for (size_t i = 0; i < multipliers_.size(); ++i) {
    const uint64_t random = Mix64(Mix64(seed) + (i + 1) * 0x9E3779B97F4A7C15);
    multipliers_[i] = static_cast<uint32_t>(random >> 32) | 1;
    addends_[i] = static_cast<uint32_t>(random);
  }
}

void UpdateSlots(absl::Span<const uint64_t> shingles, const SlotHashes& hashes,
                 absl::Span<uint32_t> slots) {
  static const UpdateFunction update = ChooseUpdate();
  const size_t whole = slots.size() / kLanes;
  update(shingles.data(), shingles.size(), whole, hashes.multipliers().data(),
         hashes.addends().data(), slots.data());
  const size_t done = whole * kLanes;
  if (done == slots.size()) return;
  uint32_t rest[kLanes];
  std::fill_n(rest, kLanes, kEmptySlot);
  std::copy(slots.begin() + static_cast<ptrdiff_t>(done), slots.end(), rest);
  update(shingles.data(), shingles.size(), 1, hashes.multipliers().data() + done,
         hashes.addends().data() + done, rest);
  std::copy_n(rest, slots.size() - done, slots.data() + done);
}

void UpdateSlotsScalar(absl::Span<const uint64_t> shingles, const SlotHashes& hashes,
                       absl::Span<uint32_t> slots) {
  for (const uint64_t shingle : shingles) {
    for (size_t i = 0; i < slots.size(); ++i) {
      const uint32_t value = hashes.multipliers()[i] * static_cast<uint32_t>(shingle) +
                             hashes.addends()[i];
      slots[i] = std::min(slots[i], value);
    }
  }
}

}  // namespace rashomon
