// What does the search cost beside the text? Units of 170 shingles (1 KB of news),
// one in ten with a near copy; bytes a second are of text, at 6 bytes a shingle.

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <random>
#include <vector>

#include "benchmark/benchmark.h"
#include "core/base/hash.h"
#include "core/index/candidates.h"
#include "core/index/find_similar.h"
#include "core/index/verify.h"

namespace rashomon {
namespace {

constexpr size_t kShinglesPerUnit = 170;
constexpr int64_t kBytesPerUnit = 6 * kShinglesPerUnit;

void AppendUnit(size_t unit, std::vector<uint64_t>& shingles) {
  const size_t original = unit % 10 == 9 ? unit - 1 : unit;
  for (size_t i = 0; i < kShinglesPerUnit; ++i) {
    const bool edited = original != unit && i % 20 == 0;
    shingles.push_back(Mix64((edited ? unit : original) * kShinglesPerUnit + i));
  }
}

void BM_FindSimilar(benchmark::State& state) {
  const auto units = static_cast<size_t>(state.range(0));
  size_t pairs = 0;
  for (auto _ : state) {
    pairs =
        FindSimilar(units, AppendUnit, {.threads = static_cast<int>(state.range(1))})
            .size();
  }
  state.SetBytesProcessed(state.iterations() * state.range(0) * kBytesPerUnit);
  state.counters["found"] =
      static_cast<double>(pairs) / (static_cast<double>(units) / 10);
}
BENCHMARK(BM_FindSimilar)
    ->ArgNames({"units", "threads"})
    ->ArgsProduct({{100000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void BM_FindCandidates(benchmark::State& state) {
  constexpr size_t kBands = 17;
  const auto units = static_cast<size_t>(state.range(0));
  BandKeys keys(units, kBands);
  std::mt19937 random(1);
  for (size_t band = 0; band < kBands; ++band) {
    for (size_t unit = 0; unit < units; ++unit) {
      keys.at(band, unit) = unit % 10 == 9 && random() % 2 == 0
                                ? keys.at(band, unit - 1)
                                : static_cast<uint32_t>(random());
    }
  }
  std::vector<uint32_t> all(units);
  std::iota(all.begin(), all.end(), 0u);
  for (auto _ : state) benchmark::DoNotOptimize(FindCandidates(keys, all, 1).size());
  state.SetBytesProcessed(state.iterations() * state.range(0) * kBytesPerUnit);
}
BENCHMARK(BM_FindCandidates)
    ->ArgName("units")
    ->Arg(100000)
    ->Unit(benchmark::kMillisecond);

void BM_Compare(benchmark::State& state) {
  std::vector<uint64_t> a, b;
  AppendUnit(8, a);
  AppendUnit(state.range(0) == 0 ? 7 : 9, b);
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  for (auto _ : state) benchmark::DoNotOptimize(CompareAtLeast(a, b, 0.7));
}
BENCHMARK(BM_Compare)->ArgName("alike")->Arg(0)->Arg(1);

}  // namespace
}  // namespace rashomon
