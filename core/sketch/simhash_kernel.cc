// Sixty-four counters are kept bit-sliced: plane p holds bit p of all of them, and
// to add a hash is to ripple its carries through the planes. Three hashes go
// through a full adder first, so that most work is on the two lowest planes.
// The same on every machine, without vector instructions.

#include "core/sketch/simhash_kernel.h"

#include <array>
#include <cstddef>

namespace rashomon {
namespace {

constexpr size_t kPlanes = 64;

// Counters that are added to and compared with a number.
class SlicedCounters {
 public:
  // Adds 2^plane to the counters of the bits of `bits`.
  void Add(uint64_t bits, size_t plane) {
    while (bits != 0) {
      const uint64_t carry = planes_[plane] & bits;
      planes_[plane] ^= bits;
      bits = carry;
      ++plane;
    }
  }

  // The bits whose counter is greater than `number`.
  uint64_t GreaterThan(uint64_t number) const {
    uint64_t greater = 0, equal = ~uint64_t{0};
    for (size_t plane = kPlanes; plane-- > 0;) {
      const uint64_t digit = (number >> plane & 1) != 0 ? ~uint64_t{0} : 0;
      greater |= equal & planes_[plane] & ~digit;
      equal &= ~(planes_[plane] ^ digit);
    }
    return greater;
  }

 private:
  std::array<uint64_t, kPlanes> planes_{};
};

}  // namespace

uint64_t MajorityBits(absl::Span<const uint64_t> hashes) {
  SlicedCounters counters;
  size_t i = 0;
  uint64_t ones = 0, twos = 0;
  for (; i + 1 < hashes.size(); i += 2) {
    const uint64_t a = hashes[i], b = hashes[i + 1];
    const uint64_t partial = ones ^ a;
    const uint64_t carry = (ones & a) | (partial & b);
    ones = partial ^ b;
    // Two carries of weight two make one of weight four.
    counters.Add(twos & carry, 2);
    twos ^= carry;
  }
  if (i < hashes.size()) counters.Add(hashes[i], 0);
  counters.Add(ones, 0);
  counters.Add(twos, 1);
  return counters.GreaterThan(hashes.size() / 2);
}

uint64_t MajorityBitsScalar(absl::Span<const uint64_t> hashes) {
  uint64_t majority = 0;
  for (int bit = 0; bit < 64; ++bit) {
    size_t set = 0;
    for (const uint64_t hash : hashes) set += hash >> bit & 1;
    if (2 * set > hashes.size()) majority |= uint64_t{1} << bit;
  }
  return majority;
}

}  // namespace rashomon
