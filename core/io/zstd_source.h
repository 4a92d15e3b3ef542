// What a Zstandard file holds (RFC 8878), all its frames one after the other.

#ifndef RASHOMON_CORE_IO_ZSTD_SOURCE_H_
#define RASHOMON_CORE_IO_ZSTD_SOURCE_H_

#include <zstd.h>

#include <memory>

#include "core/io/byte_source.h"

namespace rashomon {

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> packed);
  ~ZstdSource() override;

  // Fails with DataLoss where the data are cut off or damaged, after all that
  // could be unpacked before.
  absl::StatusOr<size_t> Read(char* out, size_t size) override;

 private:
  std::unique_ptr<ByteSource> packed_;
  std::unique_ptr<char[]> window_;
  ZSTD_DStream* stream_;
  ZSTD_inBuffer in_ = {};
  bool in_frame_ = false;
  bool any_frame_ = false;
  absl::Status failure_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_ZSTD_SOURCE_H_
