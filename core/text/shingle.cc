// A polynomial of the word hashes, modulo 2^64, rolled from word to word and then
// mixed; a text of fewer than n words is one shingle of all its words.

#include "core/text/shingle.h"

#include <algorithm>

#include "core/base/hash.h"

namespace rashomon {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15;

}  // namespace

std::vector<uint64_t> RollingShingles(absl::Span<const Token> tokens, size_t n) {
  std::vector<uint64_t> shingles;
  if (n == 0 || tokens.size() < n) return shingles;
  AppendShingles(tokens, n, shingles);
  return shingles;
}

std::vector<uint64_t> ShingleSet(absl::Span<const Token> tokens, size_t n) {
  std::vector<uint64_t> shingles;
  AppendShingles(tokens, n, shingles);
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

void AppendShingles(absl::Span<const Token> tokens, size_t n,
                    std::vector<uint64_t>& shingles) {
  n = std::min(n, tokens.size());
  if (n == 0) return;
  uint64_t leaving = 1;  // kBase^n, the weight of the word that leaves
  uint64_t rolling = 0;
  for (size_t i = 0; i < n; ++i) {
    leaving *= kBase;
    rolling = rolling * kBase + tokens[i].hash;
  }
  const size_t old_size = shingles.size();
  shingles.resize(old_size + tokens.size() - n + 1);
  uint64_t* out = shingles.data() + old_size;
  *out++ = Mix64(rolling);
  for (size_t i = n; i < tokens.size(); ++i) {
    rolling = rolling * kBase + tokens[i].hash - leaving * tokens[i - n].hash;
    *out++ = Mix64(rolling);
  }
}

}  // namespace rashomon
