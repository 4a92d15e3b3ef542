// Bytes that are read from front to back: a file, a pipe, or what a compressed
// file holds.

#ifndef RASHOMON_CORE_IO_BYTE_SOURCE_H_
#define RASHOMON_CORE_IO_BYTE_SOURCE_H_

#include <cstddef>
#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace rashomon {

class ByteSource {
 public:
  virtual ~ByteSource() = default;

  // Fills up to `size` bytes of `out` and returns how many; 0 at the end. Damage
  // is an error only once everything before it has been returned, and stays one.
  // REQUIRES: size > 0.
  virtual absl::StatusOr<size_t> Read(char* out, size_t size) = 0;

  // Whether the same bytes stand in a file on disk, to be read again from there.
  virtual bool IsPlainFile() const { return false; }
};

// Opens `path`, "-" being standard input, and gives its bytes as they are.
absl::StatusOr<std::unique_ptr<ByteSource>> OpenFile(const std::string& path);

// Opens `path`, "-" being standard input, and unpacks it: by its name, or where
// the name says nothing by its first bytes. Reads in a bounded window, whatever
// the size of the file. Plain files are read and not mapped: that takes no longer,
// works on pipes, and a file that somebody cuts short meanwhile does no harm.
absl::StatusOr<std::unique_ptr<ByteSource>> OpenSource(const std::string& path);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_BYTE_SOURCE_H_
