// A source of bytes in memory, which gives a few at a time.

#ifndef RASHOMON_TESTS_FUZZ_MEMORY_SOURCE_H_
#define RASHOMON_TESTS_FUZZ_MEMORY_SOURCE_H_

#include <algorithm>
#include <cstring>
#include <string_view>

#include "core/io/byte_source.h"

namespace rashomon {

class MemorySource : public ByteSource {
 public:
  MemorySource(std::string_view bytes, size_t most) : rest_(bytes), most_(most) {}

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    const size_t count = std::min({size, most_, rest_.size()});
    if (count > 0) std::memcpy(out, rest_.data(), count);
    rest_.remove_prefix(count);
    return count;
  }

 private:
  std::string_view rest_;
  size_t most_;
};

}  // namespace rashomon

#endif  // RASHOMON_TESTS_FUZZ_MEMORY_SOURCE_H_
