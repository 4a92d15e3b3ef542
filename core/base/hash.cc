#include "core/base/hash.h"

#include "absl/strings/str_format.h"
#include "xxhash.h"

namespace rashomon {

uint64_t Hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::array<uint64_t, 2> Hash128(std::string_view bytes) {
  const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
  return {hash.high64, hash.low64};
}

std::string Digest128(std::string_view bytes) {
  const std::array<uint64_t, 2> hash = Hash128(bytes);
  return Hex64(hash[0]) + Hex64(hash[1]);
}

std::string Hex64(uint64_t value) { return absl::StrFormat("%016x", value); }

}  // namespace rashomon
