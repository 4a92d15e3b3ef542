// Room on disk for what does not fit into the memory budget of a run.

#ifndef RASHOMON_CORE_BASE_TEMP_FILE_H_
#define RASHOMON_CORE_BASE_TEMP_FILE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "core/base/unique_fd.h"

namespace rashomon {

// A file without a name, in the folder that TMPDIR names or else /tmp: however the
// process ends, nothing is left of it. Movable.
class TempFile {
 public:
  static absl::StatusOr<TempFile> Create();

  uint64_t size() const { return size_; }

  // Writes `size` bytes behind what the file holds. Not thread-safe.
  absl::Status Append(const void* bytes, size_t size);

  // Reads the `size` bytes from `offset` on. Thread-safe.
  // REQUIRES: offset + size <= size().
  absl::Status ReadAt(uint64_t offset, void* bytes, size_t size) const;

 private:
  TempFile(UniqueFd fd, std::string folder)
      : fd_(std::move(fd)), folder_(std::move(folder)) {}

  UniqueFd fd_;
  std::string folder_;  // for messages
  uint64_t size_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_TEMP_FILE_H_
