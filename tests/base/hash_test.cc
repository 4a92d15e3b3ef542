#include "core/base/hash.h"

#include <bit>
#include <cstdint>
#include <set>
#include <string>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

// The bytes over which the authors of xxHash publish their vectors.
std::string SanityBuffer(size_t size) {
  std::string bytes;
  uint64_t generator = 2654435761u;
  for (size_t i = 0; i < size; ++i) {
    bytes += static_cast<char>(generator >> 56);
    generator *= 11400714785074694797u;
  }
  return bytes;
}

struct Vector {
  size_t size;
  uint64_t hash;
};

// One of every length class of the algorithm: a stored hash must mean the same with
// every version of the library.
TEST(Hash64, IsXxh3) {
  const Vector kVectors[] = {
      {0, 0x2D06800538D394C2},  {1, 0xC44BDFF4074EECDB},   {6, 0x27B56A84CD2D7325},
      {12, 0xA713DAF0DFBB77E7}, {24, 0xA3FE70BF9D3510EB},  {48, 0x397DA259ECBA1F11},
      {80, 0xBCDEFBBB2C47C90A}, {195, 0xCD94217EE362EC3A},
  };
  for (const Vector& vector : kVectors) {
    EXPECT_EQ(Hash64(SanityBuffer(vector.size)), vector.hash) << vector.size;
  }
}

TEST(Digest128, IsXxh3WithTheHighHalfFirst) {
  EXPECT_EQ(Digest128(""), "99aa06d3014798d86001c324468d497f");
  EXPECT_EQ(Digest128(SanityBuffer(1)), "a6cd5e9392000f6ac44bdff4074eecdb");
  EXPECT_EQ(Digest128(SanityBuffer(6)), "082afe0b8162d12a3e7039bdda43cfc6");
  EXPECT_EQ(Digest128(SanityBuffer(403)), "1b6de21e332dd73dcdeb804d65c6dea4");
}

TEST(Hex64, WritesSixteenDigits) {
  EXPECT_EQ(Hex64(0), "0000000000000000");
  EXPECT_EQ(Hex64(0xABC), "0000000000000abc");
  EXPECT_EQ(Hex64(UINT64_MAX), "ffffffffffffffff");
}

TEST(Mix64, MapsNoTwoValuesToOne) {
  std::set<uint64_t> images;
  for (uint64_t x = 0; x < 100'000; ++x) images.insert(Mix64(x));
  EXPECT_EQ(images.size(), 100'000u);
}

TEST(Mix64, MovesHalfOfTheBitsWhereOneBitMoves) {
  for (int bit = 0; bit < 64; ++bit) {
    int moved = 0;
    constexpr int kSamples = 1000;
    for (uint64_t x = 1; x <= kSamples; ++x) {
      moved += std::popcount(Mix64(x) ^ Mix64(x ^ (uint64_t{1} << bit)));
    }
    EXPECT_NEAR(static_cast<double>(moved) / kSamples, 32, 1.5) << bit;
  }
}

}  // namespace
}  // namespace rashomon
