// Slots cut to b bits: Li and König 2010. Slots of two units that differ agree in b
// bits by chance once in 2^b, so that bands of few rows need more bits for keys that
// keep strangers apart.

#include "core/engine/dedup_sketch.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/hash.h"

namespace rashomon {
namespace {

// More slots than this cost more than they save at any threshold of use.
constexpr uint32_t kMaxSlots = 256;
constexpr size_t kLanes = 16;  // of a vector of slots
constexpr double kMostLost = 1e-6;
constexpr uint32_t kMixer = 0x9E3779B1;

// At least 32 bits a key, if the slots have them.
size_t SlotBytes(uint32_t rows) { return rows >= 4 ? 1 : rows >= 2 ? 2 : 4; }

// The greatest number m for which fewer than m of `slots` agree with a probability of
// at most kMostLost where each agrees with probability `jaccard`.
size_t LeastEqual(uint32_t slots, double jaccard) {
  if (jaccard >= 1) return slots;
  double below = 0;
  for (uint32_t m = 0; m < slots; ++m) {
    const double log_choose =
        std::lgamma(slots + 1.0) - std::lgamma(m + 1.0) - std::lgamma(slots - m + 1.0);
    below += std::exp(log_choose + m * std::log(jaccard) +
                      (slots - m) * std::log1p(-jaccard));
    if (below > kMostLost) return m;
  }
  return slots;
}

}  // namespace

DedupSketcher::DedupSketcher(double min_jaccard, double recall)
    : plan_(ChooseBands(min_jaccard, std::min(recall + kMostLost, 1 - kMostLost),
                        kMaxSlots)),
      slot_bytes_(SlotBytes(plan_.rows)),
      least_equal_(LeastEqual(plan_.num_slots(), min_jaccard)),
      hashes_((plan_.num_slots() + kLanes - 1) / kLanes * kLanes, /*seed=*/0) {}

double DedupSketcher::Recall(double jaccard) const {
  return std::max(0.0, plan_.Recall(jaccard) - kMostLost);
}

void DedupSketcher::Sketch(absl::Span<const uint64_t> shingles,
                           std::vector<uint32_t>& slots, char* sketch) const {
  slots.assign(hashes_.num_slots(), kEmptySlot);
  UpdateSlots(shingles, hashes_, absl::MakeSpan(slots));
  // The upper bits of a product depend on all bits of the slot.
  switch (slot_bytes_) {
    case 1:
      for (size_t i = 0; i < plan_.num_slots(); ++i) {
        sketch[i] = static_cast<char>(slots[i] * kMixer >> 24);
      }
      return;
    case 2:
      for (size_t i = 0; i < plan_.num_slots(); ++i) {
        const auto bits = static_cast<uint16_t>(slots[i] * kMixer >> 16);
        std::memcpy(sketch + 2 * i, &bits, sizeof(bits));
      }
      return;
    default:
      std::memcpy(sketch, slots.data(), sketch_bytes());
  }
}

uint32_t DedupSketcher::BandKey(const char* sketch, size_t band) const {
  const size_t bytes = plan_.rows * slot_bytes_;
  const char* from = sketch + band * bytes;
  if (bytes == sizeof(uint32_t)) {
    uint32_t key;
    std::memcpy(&key, from, sizeof(key));
    return key * kMixer;
  }
  return static_cast<uint32_t>(Hash64({from, bytes}));
}

size_t DedupSketcher::CountEqual(const char* a, const char* b) const {
  size_t equal = 0;
  switch (slot_bytes_) {
    case 1: {
      size_t i = 0;
      for (; i + 8 <= plan_.num_slots(); i += 8) {
        uint64_t x, y;
        std::memcpy(&x, a + i, sizeof(x));
        std::memcpy(&y, b + i, sizeof(y));
        // The zero bytes of x ^ y, exactly: no carry crosses a byte.
        constexpr uint64_t kLow = 0x7F7F7F7F7F7F7F7F;
        const uint64_t differ = x ^ y;
        equal += static_cast<size_t>(
            __builtin_popcountll(~(((differ & kLow) + kLow) | differ | kLow)));
      }
      for (; i < plan_.num_slots(); ++i) equal += a[i] == b[i] ? 1 : 0;
      return equal;
    }
    default:
      for (size_t i = 0; i < sketch_bytes(); i += slot_bytes_) {
        equal += std::memcmp(a + i, b + i, slot_bytes_) == 0 ? 1 : 0;
      }
      return equal;
  }
}

bool DedupSketcher::MayBeSimilar(const char* a, const char* b) const {
  return CountEqual(a, b) >= least_equal_;
}

}  // namespace rashomon
