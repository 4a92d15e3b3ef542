// A long array of records of one size, of which as much as the budget allows lies in
// memory and the rest on disk.

#ifndef RASHOMON_CORE_BASE_SPILL_ARRAY_H_
#define RASHOMON_CORE_BASE_SPILL_ARRAY_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "absl/status/status.h"
#include "core/base/temp_file.h"

namespace rashomon {

// Appending is not thread-safe; reading is, once nothing is appended any more.
class SpillArray {
 public:
  // Holds up to `memory_bytes` in memory, at least 64 KiB; 0: no limit.
  // REQUIRES: record_bytes > 0.
  SpillArray(size_t record_bytes, uint64_t memory_bytes);

  size_t record_bytes() const { return record_bytes_; }
  uint64_t size() const { return size_; }

  // Appends `count` records that lie side by side. Fails where the disk does.
  absl::Status Append(const void* records, size_t count = 1);

  // Copies the records [begin, begin + count) to `records`.
  // REQUIRES: begin + count <= size().
  absl::Status Read(uint64_t begin, size_t count, void* records) const;

  // Returns where record `index` lies if that is in memory, else null.
  const char* InMemory(uint64_t index) const {
    if (index >= in_memory_) return nullptr;
    return chunks_[index >> chunk_bits_].get() +
           (index & (chunk_records() - 1)) * record_bytes_;
  }

  // Bytes on disk.
  uint64_t spilled_bytes() const { return file_ ? file_->size() : 0; }

 private:
  absl::Status FlushTail();

  size_t chunk_records() const { return size_t{1} << chunk_bits_; }

  size_t record_bytes_;
  int chunk_bits_;           // of the number of records in a chunk
  uint64_t most_in_memory_;  // records
  uint64_t size_ = 0;
  uint64_t in_memory_ = 0;  // the first records
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::optional<TempFile> file_;
  std::vector<char> tail_;  // the last records, not yet in the file
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_SPILL_ARRAY_H_
