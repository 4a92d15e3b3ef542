// How fast are sketches made, by slots, and what does the vector unit gain over
// the scalar definition? Bytes a second are of text, at 6 bytes a shingle.

#include <algorithm>
#include <vector>

#include "benchmark/benchmark.h"
#include "core/base/hash.h"
#include "core/sketch/minhash_kernel.h"
#include "core/sketch/simhash_kernel.h"

namespace rashomon {
namespace {

constexpr size_t kShingles = 700;  // an article
constexpr int64_t kBytesPerShingle = 6;

using Kernel = void (*)(absl::Span<const uint64_t>, const SlotHashes&,
                        absl::Span<uint32_t>);

std::vector<uint32_t> Sketch(Kernel kernel, const std::vector<uint64_t>& shingles,
                             const SlotHashes& hashes) {
  std::vector<uint32_t> slots(hashes.num_slots(), kEmptySlot);
  kernel(shingles, hashes, absl::MakeSpan(slots));
  return slots;
}

void BM_MinHash(benchmark::State& state, Kernel kernel) {
  const SlotHashes hashes(static_cast<size_t>(state.range(0)), 0);
  std::vector<uint64_t> shingles(kShingles);
  for (size_t i = 0; i < kShingles; ++i) shingles[i] = Mix64(i + 1);
  std::vector<uint32_t> slots = Sketch(kernel, shingles, hashes);
  if (slots != Sketch(UpdateSlotsScalar, shingles, hashes)) {
    state.SkipWithError("differs from the scalar definition");
  }
  for (auto _ : state) {
    std::fill(slots.begin(), slots.end(), kEmptySlot);
    kernel(shingles, hashes, absl::MakeSpan(slots));
    benchmark::DoNotOptimize(slots.data());
  }
  state.SetBytesProcessed(state.iterations() * kBytesPerShingle *
                          static_cast<int64_t>(kShingles));
}
BENCHMARK_CAPTURE(BM_MinHash, vector, UpdateSlots)
    ->ArgName("slots")
    ->Arg(68)
    ->Arg(128)
    ->Arg(256);
BENCHMARK_CAPTURE(BM_MinHash, scalar, UpdateSlotsScalar)
    ->ArgName("slots")
    ->Arg(68)
    ->Arg(128);

void BM_SimHash(benchmark::State& state,
                uint64_t (*kernel)(absl::Span<const uint64_t>)) {
  std::vector<uint64_t> shingles(kShingles);
  for (size_t i = 0; i < kShingles; ++i) shingles[i] = Mix64(i + 1);
  if (kernel(shingles) != MajorityBitsScalar(shingles)) {
    state.SkipWithError("differs from the scalar definition");
  }
  for (auto _ : state) benchmark::DoNotOptimize(kernel(shingles));
  state.SetBytesProcessed(state.iterations() * kBytesPerShingle *
                          static_cast<int64_t>(kShingles));
}
BENCHMARK_CAPTURE(BM_SimHash, sliced, MajorityBits);
BENCHMARK_CAPTURE(BM_SimHash, scalar, MajorityBitsScalar);

}  // namespace
}  // namespace rashomon
