#include "core/base/arena.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(Arena, KeepsEveryCopyWhereItIs) {
  Arena arena;
  std::vector<std::string_view> copies;
  std::vector<std::string> originals;
  for (size_t i = 0; i < 3000; ++i) {
    originals.emplace_back(i * 7 % 4096, static_cast<char>('a' + i % 26));
    copies.push_back(arena.Copy(originals.back()));
  }
  originals.emplace_back(5 << 20, 'z');  // larger than a block
  copies.push_back(arena.Copy(originals.back()));
  originals.emplace_back("after");
  copies.push_back(arena.Copy(originals.back()));
  const Arena moved = std::move(arena);
  for (size_t i = 0; i < copies.size(); ++i) ASSERT_EQ(copies[i], originals[i]) << i;
}

}  // namespace
}  // namespace rashomon
