#include "core/base/spill_array.h"

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(SpillArray, ReadsWhatWasAppendedWhateverTheBudget) {
  std::mt19937_64 random(1);
  for (const size_t record_bytes : {1, 3, 68, 70000}) {
    for (const uint64_t budget : {0, 1, 200000, 1000000, 100000000}) {
      SpillArray array(record_bytes, budget);
      std::vector<char> expected;
      const size_t total = 600000 / record_bytes;
      while (expected.size() / record_bytes < total) {
        std::vector<char> some(record_bytes * (random() % 9));
        for (char& byte : some) byte = static_cast<char>(random());
        ASSERT_TRUE(array.Append(some.data(), some.size() / record_bytes).ok());
        expected.insert(expected.end(), some.begin(), some.end());
      }
      ASSERT_EQ(array.size() * record_bytes, expected.size());
      for (int i = 0; i < 200; ++i) {
        const size_t begin = random() % array.size();
        const size_t count = random() % (array.size() - begin + 1);
        std::vector<char> some(count * record_bytes);
        ASSERT_TRUE(array.Read(begin, count, some.data()).ok());
        const auto from =
            expected.begin() + static_cast<ptrdiff_t>(begin * record_bytes);
        ASSERT_TRUE(std::equal(some.begin(), some.end(), from));
        if (const char* in_memory = array.InMemory(begin)) {
          ASSERT_TRUE(std::equal(in_memory, in_memory + record_bytes, from));
        } else {
          ASSERT_GT(budget, 0);
        }
      }
    }
  }
}

TEST(SpillArray, GoesToDiskOnlyBeyondTheBudget) {
  SpillArray array(8, 1 << 20);
  const std::vector<uint64_t> records(1 << 16);
  ASSERT_TRUE(array.Append(records.data(), records.size()).ok());
  EXPECT_EQ(array.spilled_bytes(), 0);
  for (int i = 0; i < 10; ++i) {
    ASSERT_TRUE(array.Append(records.data(), records.size()).ok());
  }
  EXPECT_GT(array.spilled_bytes(), 4 << 20);
}

class TempFolder : public testing::Test {
 protected:
  void SetUp() override {
    std::filesystem::create_directory(folder_);
    setenv("TMPDIR", folder_.c_str(), 1);
  }
  void TearDown() override {
    unsetenv("TMPDIR");
    std::filesystem::remove_all(folder_);
  }

  const std::string folder_ = testing::TempDir() + "/spill_array_test";
  const std::vector<uint64_t> records_ = std::vector<uint64_t>(1 << 16);
};

TEST_F(TempFolder, HoldsNoFileThatAnInterruptedRunCouldLeave) {
  SpillArray array(8, 1);
  ASSERT_TRUE(array.Append(records_.data(), records_.size()).ok());
  ASSERT_GT(array.spilled_bytes(), 0);
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(TempFolder, ThatIsMissingIsAnError) {
  std::filesystem::remove_all(folder_);
  const absl::Status status = SpillArray(8, 1).Append(records_.data(), records_.size());
  EXPECT_THAT(std::string(status.message()), testing::HasSubstr("temporary"));
}

}  // namespace
}  // namespace rashomon
