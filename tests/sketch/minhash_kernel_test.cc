#include "core/sketch/minhash_kernel.h"

#include <cmath>
#include <vector>

#include "core/base/hash.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

// Well-mixed hashes of the shingles first, first + 1, …
std::vector<uint64_t> Shingles(uint64_t first, size_t count) {
  std::vector<uint64_t> shingles;
  for (size_t i = 0; i < count; ++i) shingles.push_back(Mix64(Mix64(first + i)));
  return shingles;
}

std::vector<uint32_t> Sketch(const std::vector<uint64_t>& shingles, size_t num_slots,
                             uint64_t seed = 0) {
  std::vector<uint32_t> slots(num_slots, kEmptySlot);
  UpdateSlots(shingles, SlotHashes(num_slots, seed), absl::MakeSpan(slots));
  return slots;
}

TEST(MinHashKernel, VectorBodyEqualsTheScalarDefinitionForAnyNumberOfSlots) {
  for (const size_t num_slots :
       {1, 2, 15, 16, 17, 31, 64, 68, 100, 128, 129, 200, 256}) {
    for (const size_t count : {0, 1, 2, 3, 100, 1000}) {
      const std::vector<uint64_t> shingles = Shingles(num_slots * 7919, count);
      std::vector<uint32_t> expected(num_slots, kEmptySlot);
      UpdateSlotsScalar(shingles, SlotHashes(num_slots, 5), absl::MakeSpan(expected));
      EXPECT_EQ(Sketch(shingles, num_slots, 5), expected) << num_slots << " " << count;
    }
  }
}

TEST(MinHashKernel, SketchOfAUnionIsTheSlotwiseMinimum) {
  const std::vector<uint64_t> a = Shingles(0, 300), b = Shingles(200, 300);
  std::vector<uint32_t> both = Sketch(a, 50);
  UpdateSlots(b, SlotHashes(50, 0), absl::MakeSpan(both));
  const std::vector<uint32_t> of_a = Sketch(a, 50), of_b = Sketch(b, 50);
  for (size_t i = 0; i < both.size(); ++i) {
    EXPECT_EQ(both[i], std::min(of_a[i], of_b[i]));
  }
}

TEST(MinHashKernel, OrderAndRepetitionOfShinglesDoNotMatter) {
  std::vector<uint64_t> shingles = Shingles(3, 200);
  const std::vector<uint32_t> expected = Sketch(shingles, 68);
  std::vector<uint64_t> mixed(shingles.rbegin(), shingles.rend());
  mixed.insert(mixed.end(), shingles.begin(), shingles.begin() + 50);
  EXPECT_EQ(Sketch(mixed, 68), expected);
}

TEST(MinHashKernel, FunctionsOfFewerSlotsAreTheFirstOfThoseOfMore) {
  const std::vector<uint64_t> shingles = Shingles(9, 100);
  const std::vector<uint32_t> many = Sketch(shingles, 128);
  std::vector<uint32_t> few = Sketch(shingles, 20);
  EXPECT_EQ(few, std::vector<uint32_t>(many.begin(), many.begin() + 20));
}

// |share of equal slots - J| stays within 4.5 standard errors over the slots.
TEST(MinHashKernel, ShareOfEqualSlotsEstimatesTheJaccardSimilarity) {
  constexpr size_t kSlots = 4096;
  for (const size_t size : {1, 10, 100, 3000, 100000}) {
    for (const double share : {0.1, 0.5, 0.9}) {
      const auto common = static_cast<size_t>(share * static_cast<double>(size));
      const std::vector<uint64_t> a = Shingles(1, size);
      const std::vector<uint64_t> b = Shingles(1 + size - common, size);
      const std::vector<uint32_t> x = Sketch(a, kSlots), y = Sketch(b, kSlots);
      size_t equal = 0;
      for (size_t i = 0; i < kSlots; ++i) equal += x[i] == y[i] ? 1 : 0;
      const double jaccard =
          static_cast<double>(common) / static_cast<double>(2 * size - common);
      EXPECT_NEAR(static_cast<double>(equal) / kSlots, jaccard,
                  4.5 * std::sqrt(jaccard * (1 - jaccard) / kSlots) + 1e-9)
          << size << " " << share;
    }
  }
}

}  // namespace
}  // namespace rashomon
