// What a gzip file holds (RFC 1952), all its members one after the other.

#ifndef RASHOMON_CORE_IO_GZIP_SOURCE_H_
#define RASHOMON_CORE_IO_GZIP_SOURCE_H_

#include <zlib.h>

#include <memory>

#include "core/io/byte_source.h"

namespace rashomon {

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> packed);
  ~GzipSource() override;

  // Fails with DataLoss where the data are cut off or damaged, after all that
  // could be unpacked before. Zeros after the last member are padding, as tapes
  // leave it; anything else there is damage.
  absl::StatusOr<size_t> Read(char* out, size_t size) override;

 private:
  // Reads more packed bytes; false at their end.
  absl::StatusOr<bool> Refill();
  // Skips padding and begins the next member; false at the end of the file.
  absl::StatusOr<bool> BeginMember();

  std::unique_ptr<ByteSource> packed_;
  std::unique_ptr<char[]> window_;
  z_stream stream_ = {};
  bool in_member_ = false;
  bool any_member_ = false;
  absl::Status failure_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_GZIP_SOURCE_H_
