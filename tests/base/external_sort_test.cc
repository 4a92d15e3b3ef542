#include "core/base/external_sort.h"

#include <algorithm>
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

struct Entry {
  uint32_t key = 0;
  uint64_t added = 0;  // the order of adding, which the order of entries ignores

  friend bool operator<(const Entry& x, const Entry& y) { return x.key < y.key; }
  friend bool operator==(const Entry&, const Entry&) = default;
};

std::vector<Entry> Sorted(const std::vector<Entry>& entries, uint64_t budget_bytes,
                          uint64_t* spilled_bytes = nullptr) {
  ExternalSorter<Entry> sorter(budget_bytes);
  for (const Entry& entry : entries) EXPECT_TRUE(sorter.Add(entry).ok());
  EXPECT_TRUE(sorter.Sort().ok());
  std::vector<Entry> sorted;
  for (Entry entry; sorter.Next(entry);) sorted.push_back(entry);
  EXPECT_TRUE(sorter.status().ok());
  if (spilled_bytes != nullptr) *spilled_bytes = sorter.spilled_bytes();
  return sorted;
}

TEST(ExternalSorter, SortsLikeAStableSortWhateverTheBudget) {
  std::mt19937_64 random(1);
  for (const size_t size : {0, 1, 2, 300, 341, 342, 1000, 50000}) {
    for (const uint64_t kinds : {uint64_t{1}, uint64_t{9}, uint64_t{1} << 32}) {
      std::vector<Entry> entries(size);
      for (size_t i = 0; i < size; ++i) {
        entries[i] = {static_cast<uint32_t>(random() % kinds), i};
      }
      std::vector<Entry> expected = entries;
      std::stable_sort(expected.begin(), expected.end());
      for (const uint64_t budget : {0, 1, 8192, 10000, 100000, 10000000}) {
        ASSERT_EQ(Sorted(entries, budget), expected) << size << " in " << budget;
      }
    }
  }
}

TEST(ExternalSorter, LeavesTheDiskAloneWhereTheBudgetSuffices) {
  uint64_t spilled = 1;
  Sorted(std::vector<Entry>(1000), 1 << 20, &spilled);
  EXPECT_EQ(spilled, 0);
  Sorted(std::vector<Entry>(1000), 0, &spilled);
  EXPECT_EQ(spilled, 0);
  Sorted(std::vector<Entry>(1000), 8192, &spilled);
  EXPECT_EQ(spilled, 1000 * sizeof(Entry));
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

  const std::string folder_ = testing::TempDir() + "/external_sort_test";
};

TEST_F(TempFolder, HoldsNoFileThatAnInterruptedRunCouldLeave) {
  ExternalSorter<Entry> sorter(8192);
  for (uint32_t i = 0; i < 10000; ++i) ASSERT_TRUE(sorter.Add({i, i}).ok());
  ASSERT_GT(sorter.spilled_bytes(), 0);
  EXPECT_TRUE(std::filesystem::is_empty(folder_));
}

TEST_F(TempFolder, ThatIsMissingIsAnError) {
  std::filesystem::remove_all(folder_);
  ExternalSorter<Entry> sorter(8192);
  absl::Status status;
  for (uint32_t i = 0; i < 10000 && status.ok(); ++i) status = sorter.Add({i, i});
  EXPECT_THAT(std::string(status.message()), testing::HasSubstr("temporary"));
}

}  // namespace
}  // namespace rashomon
