#include "core/base/arena.h"

#include <algorithm>
#include <cstring>

namespace rashomon {
namespace {

// Large enough that blocks are few, small enough that a small corpus is small.
constexpr size_t kBlockBytes = size_t{1} << 20;

}  // namespace

char* Arena::Allocate(size_t size) {
  if (blocks_.empty() || blocks_.back().size - used_ < size) {
    const size_t block_bytes = std::max(size, kBlockBytes);
    blocks_.push_back(
        {std::make_unique_for_overwrite<char[]>(block_bytes), block_bytes});
    used_ = 0;
  }
  char* const result = blocks_.back().bytes.get() + used_;
  used_ += size;
  return result;
}

std::string_view Arena::Copy(std::string_view bytes) {
  if (bytes.empty()) return {};
  char* const copy = Allocate(bytes.size());
  std::memcpy(copy, bytes.data(), bytes.size());
  return {copy, bytes.size()};
}

}  // namespace rashomon
