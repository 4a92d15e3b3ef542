#include "core/base/spill_array.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

#include "core/base/status_macros.h"

namespace rashomon {
namespace {

constexpr size_t kChunkBytes = size_t{1} << 16;

}  // namespace

SpillArray::SpillArray(size_t record_bytes, uint64_t memory_bytes)
    : record_bytes_(record_bytes),
      chunk_bits_(static_cast<int>(
                      std::bit_width(std::max<size_t>(kChunkBytes / record_bytes, 1))) -
                  1) {
  const uint64_t chunk_bytes = chunk_records() * record_bytes_;
  // One chunk's worth is the tail that waits for the disk.
  const uint64_t chunks = memory_bytes / chunk_bytes;
  most_in_memory_ =
      memory_bytes == 0 ? UINT64_MAX : (chunks > 1 ? chunks - 1 : 0) * chunk_records();
}

absl::Status SpillArray::Append(const void* records, size_t count) {
  const char* from = static_cast<const char*>(records);
  while (count > 0 && size_ < most_in_memory_) {
    const size_t at = static_cast<size_t>(size_ % chunk_records());
    if (at == 0) {
      chunks_.push_back(
          std::make_unique_for_overwrite<char[]>(chunk_records() * record_bytes_));
    }
    const size_t fitting = std::min(count, chunk_records() - at);
    std::memcpy(chunks_.back().get() + at * record_bytes_, from,
                fitting * record_bytes_);
    from += fitting * record_bytes_;
    count -= fitting;
    size_ += fitting;
    in_memory_ = size_;
  }
  if (count == 0) return absl::OkStatus();
  tail_.insert(tail_.end(), from, from + count * record_bytes_);
  size_ += count;
  return tail_.size() < kChunkBytes ? absl::OkStatus() : FlushTail();
}

absl::Status SpillArray::FlushTail() {
  if (!file_) {
    RASHOMON_ASSIGN_OR_RETURN(file_, TempFile::Create());
  }
  RASHOMON_RETURN_IF_ERROR(file_->Append(tail_.data(), tail_.size()));
  tail_.clear();
  return absl::OkStatus();
}

absl::Status SpillArray::Read(uint64_t begin, size_t count, void* records) const {
  char* to = static_cast<char*>(records);
  while (count > 0 && begin < in_memory_) {
    const size_t at = static_cast<size_t>(begin % chunk_records());
    const size_t fitting = static_cast<size_t>(
        std::min<uint64_t>(std::min(count, chunk_records() - at), in_memory_ - begin));
    std::memcpy(to, InMemory(begin), fitting * record_bytes_);
    to += fitting * record_bytes_;
    begin += fitting;
    count -= fitting;
  }
  if (count == 0) return absl::OkStatus();
  const uint64_t offset = (begin - in_memory_) * record_bytes_;
  const uint64_t bytes = uint64_t{count} * record_bytes_;
  const uint64_t on_disk =
      std::min(bytes, spilled_bytes() - std::min(spilled_bytes(), offset));
  if (on_disk > 0) {
    RASHOMON_RETURN_IF_ERROR(file_->ReadAt(offset, to, static_cast<size_t>(on_disk)));
  }
  if (on_disk < bytes) {
    std::memcpy(to + on_disk, tail_.data() + (offset + on_disk - spilled_bytes()),
                static_cast<size_t>(bytes - on_disk));
  }
  return absl::OkStatus();
}

}  // namespace rashomon
