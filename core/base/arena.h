// Bytes that are given out once and freed together.

#ifndef RASHOMON_CORE_BASE_ARENA_H_
#define RASHOMON_CORE_BASE_ARENA_H_

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

namespace rashomon {

// What it hands out stays where it is until the arena is destroyed; moving the
// arena moves nothing. Not thread-safe.
class Arena {
 public:
  // Returns a copy of `bytes`.
  std::string_view Copy(std::string_view bytes);

 private:
  struct Block {
    std::unique_ptr<char[]> bytes;
    size_t size;
  };

  // Returns `size` writable bytes.
  char* Allocate(size_t size);

  std::vector<Block> blocks_;  // the last one is being filled
  size_t used_ = 0;            // bytes of the last block
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_ARENA_H_
