// The input is unpacked as it is, as gzip and as Zstandard: that must end, in chunks
// of any size with the same bytes. Then it is packed, and must come back whole, and
// cut short its beginning.

#include <algorithm>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "core/io/gzip_source.h"
#include "core/io/zstd_source.h"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/require.h"
#include "tests/testing/packed.h"

namespace rashomon {
namespace {

// A few bytes may unpack to very many; more need not be looked at.
constexpr size_t kMaxUnpacked = size_t{1} << 22;

struct Unpacked {
  std::string bytes;
  absl::Status status;
};

template <typename Source>
Unpacked Unpack(std::string_view packed, size_t in_chunk, size_t out_chunk) {
  Source source(std::make_unique<MemorySource>(packed, in_chunk));
  Unpacked result;
  std::string out(out_chunk, '\0');
  while (result.bytes.size() < kMaxUnpacked) {
    const absl::StatusOr<size_t> got = source.Read(out.data(), out.size());
    if (!got.ok()) {
      result.status = got.status();
      // An error stays one.
      RASHOMON_REQUIRE(source.Read(out.data(), out.size()).status() == result.status);
      break;
    }
    RASHOMON_REQUIRE(*got <= out.size());
    if (*got == 0) break;
    result.bytes.append(out, 0, *got);
  }
  return result;
}

template <typename Source>
void RequireSameInAnyChunks(std::string_view packed) {
  const Unpacked whole = Unpack<Source>(packed, SIZE_MAX, 1 << 16);
  const Unpacked pieces = Unpack<Source>(packed, 3, 61);
  const size_t common = std::min(whole.bytes.size(), pieces.bytes.size());
  RASHOMON_REQUIRE(std::string_view(whole.bytes).substr(0, common) ==
                   std::string_view(pieces.bytes).substr(0, common));
  if (common >= kMaxUnpacked) return;
  RASHOMON_REQUIRE(whole.bytes == pieces.bytes);
  RASHOMON_REQUIRE(whole.status == pieces.status);
}

template <typename Source>
void RequireComesBack(std::string_view input, const std::string& packed) {
  const Unpacked whole = Unpack<Source>(packed, 11, 4096);
  RASHOMON_REQUIRE(whole.status.ok() && whole.bytes == input);
  const size_t cut = input.empty() ? 0 : static_cast<uint8_t>(input[0]) % packed.size();
  const Unpacked part = Unpack<Source>(packed.substr(0, cut), 11, 4096);
  RASHOMON_REQUIRE(!part.status.ok());
  RASHOMON_REQUIRE(input.starts_with(part.bytes));
}

void Run(std::string_view input) {
  RequireSameInAnyChunks<GzipSource>(input);
  RequireSameInAnyChunks<ZstdSource>(input);
  if (input.size() >= kMaxUnpacked) return;
  RequireComesBack<GzipSource>(input, testing::Gzip(input));
  RequireComesBack<ZstdSource>(input, testing::Zstd(input));
}

}  // namespace
}  // namespace rashomon

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  rashomon::Run({reinterpret_cast<const char*>(data), size});
  return 0;
}
