// SimHash: 64 bits for a text, of which few differ between texts that are nearly
// the same.
//
//   auto a = rashomon::SimHash(text_a);
//   auto b = rashomon::SimHash(text_b);
//   if (a.ok() && b.ok() && rashomon::HammingDistance(*a, *b) <= 3) Compare(…);
//
// A bit differs with the probability angle/π between the two texts as vectors of
// shingle counts: about 3 bits of 64 at a Jaccard similarity of 0.98, 12 at 0.7,
// where strangers differ in 32. So a small distance finds copies with a few words
// changed and little else; for a stated similarity use MinHash (minhash.h).

#ifndef RASHOMON_SIMHASH_H_
#define RASHOMON_SIMHASH_H_

#include <bit>
#include <cstdint>
#include <string_view>

#include "absl/status/statusor.h"

namespace rashomon {

// Hashes of different options do not compare.
struct SimHashOptions {
  uint32_t shingle_words = 3;  // at least 1

  friend bool operator==(const SimHashOptions&, const SimHashOptions&) = default;
};

// Returns the SimHash of the word shingles of `text`, each as often as it
// stands: a bit is set where more than half of their hashes have it. 0 for a text
// without words. Any bytes are accepted; the same on every machine.
// Fails with InvalidArgument if an option is out of range.
absl::StatusOr<uint64_t> SimHash(std::string_view text,
                                 const SimHashOptions& options = {});

// The number of bits in which the two differ, 0 to 64.
constexpr int HammingDistance(uint64_t a, uint64_t b) { return std::popcount(a ^ b); }

}  // namespace rashomon

#endif  // RASHOMON_SIMHASH_H_
