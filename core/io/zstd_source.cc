#include "core/io/zstd_source.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"

namespace rashomon {
namespace {

constexpr size_t kWindowBytes = size_t{1} << 18;
// Archives of years of text are packed with windows of 2 GiB (zstd --long=31). The
// memory is taken only for a frame that names such a window.
constexpr int kMaxWindowLog = 31;
constexpr size_t kBlockHeaderBytes = 3;

}  // namespace

ZstdSource::ZstdSource(std::unique_ptr<ByteSource> packed)
    : packed_(std::move(packed)),
      window_(std::make_unique_for_overwrite<char[]>(kWindowBytes)),
      stream_(ZSTD_createDStream()) {
  if (stream_ == nullptr) {
    failure_ = absl::ResourceExhaustedError("no memory to unpack Zstandard data");
    return;
  }
  ZSTD_DCtx_setParameter(stream_, ZSTD_d_windowLogMax, kMaxWindowLog);
}

ZstdSource::~ZstdSource() { ZSTD_freeDStream(stream_); }

// The decoder is fed one block at a time and emptied before the next: where it finds
// damage it does not say how much it had unpacked in that call, so nothing else may
// be unpacked in the call that fails.
absl::StatusOr<size_t> ZstdSource::Read(char* out, size_t size) {
  if (!failure_.ok()) return failure_;
  const auto fail = [this](absl::Status status) {
    return failure_ = std::move(status);
  };
  ZSTD_outBuffer unpacked = {out, size, 0};
  while (unpacked.pos == 0) {
    if (!waiting_ && next_ == end_) {
      const absl::StatusOr<size_t> got = packed_->Read(window_.get(), kWindowBytes);
      if (!got.ok()) return fail(got.status());
      next_ = window_.get();
      end_ = next_ + *got;
      if (*got > 0) continue;
      if (in_frame_)
        return fail(absl::DataLossError("the Zstandard data are cut off here"));
      if (any_frame_) return 0;
      return fail(absl::DataLossError("the file is empty: no Zstandard data"));
    }
    const size_t available = static_cast<size_t>(end_ - next_);
    ZSTD_inBuffer block = {next_, waiting_ ? 0 : std::min(available, wanted_), 0};
    const size_t hint = ZSTD_decompressStream(stream_, &unpacked, &block);
    if (ZSTD_isError(hint) != 0) {
      return fail(absl::DataLossError(absl::StrCat(
          "the Zstandard data are damaged here: ", ZSTD_getErrorName(hint))));
    }
    next_ += block.pos;
    in_frame_ = hint != 0;
    any_frame_ = true;
    waiting_ = in_frame_ && unpacked.pos > 0;
    // The hint counts the next block's header in. A frame begins with one byte, for
    // a whole frame at once would be unpacked, or refused, in one call.
    wanted_ = hint > kBlockHeaderBytes ? hint - kBlockHeaderBytes : 1;
  }
  return unpacked.pos;
}

}  // namespace rashomon
