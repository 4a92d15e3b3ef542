// The hashes of the project. The only includer of xxhash.h.

#ifndef RASHOMON_CORE_BASE_HASH_H_
#define RASHOMON_CORE_BASE_HASH_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rashomon {

// XXH3, 64 bits. Decides what to look at; never an identity by itself.
uint64_t Hash64(std::string_view bytes);

// XXH3, 128 bits: no two different inputs of a corpus have one, but by design.
std::array<uint64_t, 2> Hash128(std::string_view bytes);

// The same, as 32 hexadecimal digits: the digest of a text.
std::string Digest128(std::string_view bytes);

// 16 hexadecimal digits of `value`, most significant first.
std::string Hex64(uint64_t value);

// A bijective mix in which every input bit moves every output bit
// (SplitMix64's finaliser; Steele, Lea, Flood 2014).
constexpr uint64_t Mix64(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
  return x ^ (x >> 31);
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_HASH_H_
