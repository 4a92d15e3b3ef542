#include "core/index/key_runs.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(KeyRuns, GivesTheUnitsOfEveryKeyThatHasSeveralWhateverTheMemory) {
  std::mt19937_64 random(1);
  for (const uint32_t num_units : {0, 1, 2, 1000, 40000}) {
    std::vector<uint32_t> keys(num_units);
    for (uint32_t& key : keys) {
      key = static_cast<uint32_t>(random() % (num_units + 1)) * 0x9E3779B1u;
    }
    // Every seventh unit is left out.
    std::map<uint32_t, std::vector<uint32_t>> expected;
    for (uint32_t unit = 0; unit < num_units; ++unit) {
      if (unit % 7 != 0) expected[keys[unit]].push_back(unit);
    }
    std::erase_if(expected, [](const auto& run) { return run.second.size() < 2; });
    for (const uint64_t memory : {0, 1, 1000, 100000, 100000000}) {
      auto next = expected.begin();
      const absl::Status status = KeyRuns().ForEach(
          num_units,
          [&](uint64_t begin, uint64_t end, std::vector<uint64_t>& entries) {
            for (uint64_t unit = begin; unit < end; ++unit) {
              if (unit % 7 != 0) entries.push_back(uint64_t{keys[unit]} << 32 | unit);
            }
            return absl::OkStatus();
          },
          memory,
          [&](absl::Span<const uint32_t> run) {
            ASSERT_NE(next, expected.end());
            ASSERT_TRUE(std::equal(run.begin(), run.end(), next->second.begin(),
                                   next->second.end()));
            ++next;
          });
      ASSERT_TRUE(status.ok());
      ASSERT_EQ(next, expected.end());
    }
  }
}

}  // namespace
}  // namespace rashomon
