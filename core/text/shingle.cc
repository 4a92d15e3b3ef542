// A polynomial of the word hashes, modulo 2^64, rolled from word to word and then
// mixed; a text of fewer than n words is one shingle of all its words.

#include "core/text/shingle.h"

#include <algorithm>
#include <bit>

#include "core/base/hash.h"

namespace rashomon {
namespace {

constexpr uint64_t kBase = 0x9E3779B97F4A7C15;

// Fewer hashes are sorted at once; more go to buckets by their upper bits first,
// about as many as a bucket as insertion sort likes.
constexpr size_t kFewHashes = 64;
constexpr int kBucketBits = 3;  // of the size of a bucket
constexpr int kMostBits = 16;   // of the number of buckets

void SortByUpperBits(std::vector<uint64_t>& hashes) {
  const int bits = std::min(
      static_cast<int>(std::bit_width(hashes.size())) - kBucketBits, kMostBits);
  const int shift = 64 - bits;
  std::vector<size_t> ends((size_t{1} << bits) + 1);
  for (const uint64_t hash : hashes) ++ends[(hash >> shift) + 1];
  for (size_t i = 1; i < ends.size(); ++i) ends[i] += ends[i - 1];
  // ends[i] is where bucket i begins; it moves to where the bucket ends.
  std::vector<uint64_t> sorted(hashes.size());
  for (const uint64_t hash : hashes) sorted[ends[hash >> shift]++] = hash;
  size_t begin = 0;
  for (size_t i = 0; i + 1 < ends.size(); ++i) {
    std::sort(sorted.begin() + static_cast<ptrdiff_t>(begin),
              sorted.begin() + static_cast<ptrdiff_t>(ends[i]));
    begin = ends[i];
  }
  hashes.swap(sorted);
}

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
  SortDistinct(shingles);
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

void SortDistinct(std::vector<uint64_t>& hashes) {
  if (hashes.size() < kFewHashes) {
    std::sort(hashes.begin(), hashes.end());
  } else {
    SortByUpperBits(hashes);
  }
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

}  // namespace rashomon
