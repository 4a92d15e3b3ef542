// Sorts more records than memory holds.
//
//   ExternalSorter<Entry> sorter(budget_bytes);
//   for (…) RASHOMON_RETURN_IF_ERROR(sorter.Add(entry));
//   RASHOMON_RETURN_IF_ERROR(sorter.Sort());
//   Entry entry;
//   while (sorter.Next(entry)) Use(entry);
//   RASHOMON_RETURN_IF_ERROR(sorter.status());
//
// Records are collected until the budget is full, sorted, and written as a run to
// a temporary file without a name; reading merges the runs. What fits into the
// budget never touches the disk. The order is that of `Less`, equal records in the
// order in which they were added, so that the budget changes nothing.
//
// Cost: n log n comparisons; every record is written and read at most once. With
// more than budget / 4 KiB runs, which is 16 GiB of records for a budget of 8 MiB,
// merging takes 4 KiB a run in place of the budget.

#ifndef RASHOMON_CORE_BASE_EXTERNAL_SORT_H_
#define RASHOMON_CORE_BASE_EXTERNAL_SORT_H_

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <type_traits>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "core/base/status_macros.h"
#include "core/base/temp_file.h"

namespace rashomon {

// Not thread-safe. Call order: Add* Sort Next*.
template <typename Record, typename Less = std::less<Record>>
class ExternalSorter {
  static_assert(std::is_trivially_copyable_v<Record>, "records go to disk as bytes");

 public:
  // Keeps to `budget_bytes`, but holds at least 8 KiB; 0: no limit.
  explicit ExternalSorter(uint64_t budget_bytes, Less less = {})
      : less_(std::move(less)),
        // A stable sort takes half as much again as what it sorts.
        most_records_(
            budget_bytes == 0
                ? SIZE_MAX
                : static_cast<size_t>(std::max<uint64_t>(budget_bytes, kLeastBytes) /
                                      sizeof(Record) * 2 / 3)),
        budget_records_(
            budget_bytes == 0
                ? SIZE_MAX
                : static_cast<size_t>(std::max<uint64_t>(budget_bytes, kLeastBytes) /
                                      sizeof(Record))) {}

  // Fails where the disk does.
  absl::Status Add(const Record& record) {
    if (records_.size() == most_records_) RASHOMON_RETURN_IF_ERROR(Spill());
    if (records_.size() == records_.capacity()) {
      records_.reserve(std::min(most_records_, std::max(kFirst, 2 * records_.size())));
    }
    records_.push_back(record);
    return absl::OkStatus();
  }

  // To be called once, when all records were added.
  absl::Status Sort() {
    if (!file_) {
      std::stable_sort(records_.begin(), records_.end(), less_);
      return absl::OkStatus();
    }
    RASHOMON_RETURN_IF_ERROR(Spill());
    records_ = {};
    const size_t block = std::max(budget_records_ / runs_.size(),
                                  std::max<size_t>(kBlockBytes / sizeof(Record), 1));
    for (Run& run : runs_) {
      run.block.resize(static_cast<size_t>(std::min<uint64_t>(block, run.left)));
      RASHOMON_RETURN_IF_ERROR(Refill(run));
      heap_.push_back(&run - runs_.data());
    }
    std::make_heap(heap_.begin(), heap_.end(), After());
    return absl::OkStatus();
  }

  // Sets `record` to the next one; false at the end, or where the disk fails.
  bool Next(Record& record) {
    if (!file_) {
      if (at_ == records_.size()) return false;
      record = records_[at_++];
      return true;
    }
    if (heap_.empty() || !failure_.ok()) return false;
    std::pop_heap(heap_.begin(), heap_.end(), After());
    Run& run = runs_[heap_.back()];
    record = run.block[run.at++];
    if (run.at == run.block.size() && run.left > 0) failure_ = Refill(run);
    if (run.at == run.block.size()) {
      run.block = {};
      heap_.pop_back();
    } else {
      std::push_heap(heap_.begin(), heap_.end(), After());
    }
    return true;
  }

  // Why Next ended, if not at the end.
  const absl::Status& status() const { return failure_; }

  // Bytes that went to disk.
  uint64_t spilled_bytes() const { return file_ ? file_->size() : 0; }

 private:
  static constexpr uint64_t kLeastBytes = 8192;
  static constexpr size_t kBlockBytes = 4096;
  static constexpr size_t kFirst = 256;

  struct Run {
    uint64_t offset = 0;  // of what is not in `block` yet
    uint64_t left = 0;    // records there
    std::vector<Record> block;
    size_t at = 0;  // in `block`
  };

  absl::Status Spill() {
    if (records_.empty()) return absl::OkStatus();
    if (!file_) {
      absl::StatusOr<TempFile> file = TempFile::Create();
      if (!file.ok()) return file.status();
      file_ = *std::move(file);
    }
    std::stable_sort(records_.begin(), records_.end(), less_);
    runs_.push_back({.offset = file_->size(), .left = records_.size()});
    absl::Status status =
        file_->Append(records_.data(), records_.size() * sizeof(Record));
    records_.clear();
    return status;
  }

  absl::Status Refill(Run& run) {
    const size_t size =
        static_cast<size_t>(std::min<uint64_t>(run.block.size(), run.left));
    run.block.resize(size);
    run.at = 0;
    const absl::Status status =
        file_->ReadAt(run.offset, run.block.data(), size * sizeof(Record));
    run.offset += size * sizeof(Record);
    run.left -= size;
    return status;
  }

  // The order of the heap of runs, whose front comes first; ties go to the earlier
  // run, whose records were added first.
  auto After() const {
    return [this](size_t x, size_t y) {
      const Record& of_x = runs_[x].block[runs_[x].at];
      const Record& of_y = runs_[y].block[runs_[y].at];
      if (less_(of_y, of_x)) return true;
      return !less_(of_x, of_y) && y < x;
    };
  }

  Less less_;
  size_t most_records_;    // in memory before they are sorted
  size_t budget_records_;  // in memory while runs are merged
  std::vector<Record> records_;
  size_t at_ = 0;  // in `records_`, where nothing was spilled
  std::optional<TempFile> file_;
  std::vector<Run> runs_;
  std::vector<size_t> heap_;  // runs with records left
  absl::Status failure_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_EXTERNAL_SORT_H_
