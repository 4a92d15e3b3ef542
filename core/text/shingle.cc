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
  uint64_t leaving = 1;  // kBase^(n-1), the weight of the word that leaves
  for (size_t i = 1; i < n; ++i) leaving *= kBase;
  shingles.reserve(tokens.size() - n + 1);
  uint64_t rolling = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (i >= n) rolling -= leaving * tokens[i - n].hash;
    rolling = rolling * kBase + tokens[i].hash;
    if (i + 1 >= n) shingles.push_back(Mix64(rolling));
  }
  return shingles;
}

std::vector<uint64_t> ShingleSet(absl::Span<const Token> tokens, size_t n) {
  std::vector<uint64_t> shingles =
      RollingShingles(tokens, std::min(n, tokens.size()));
  std::sort(shingles.begin(), shingles.end());
  shingles.erase(std::unique(shingles.begin(), shingles.end()), shingles.end());
  return shingles;
}

}  // namespace rashomon
