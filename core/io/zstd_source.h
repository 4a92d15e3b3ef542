// What a Zstandard file holds (RFC 8878), all its frames one after the other.

#ifndef RASHOMON_CORE_IO_ZSTD_SOURCE_H_
#define RASHOMON_CORE_IO_ZSTD_SOURCE_H_

#include <zstd.h>

#include <array>
#include <cstddef>
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
  const char* next_ = nullptr;  // in window_, up to end_: packed bytes not yet fed
  const char* end_ = nullptr;
  std::array<char, 4> magic_ = {};  // of the frame that begins, …
  size_t magic_bytes_ = 0;          // … as far as it was read
  size_t wanted_ = 1;               // packed bytes that the decoder takes next
  ZSTD_DStream* stream_;
  bool waiting_ = false;  // unpacked bytes may wait inside the decoder
  bool in_frame_ = false;
  bool any_frame_ = false;
  absl::Status failure_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_ZSTD_SOURCE_H_
