#include "core/io/zstd_source.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "absl/strings/str_cat.h"

namespace rashomon {
namespace {

constexpr size_t kWindowBytes = size_t{1} << 18;
// Archives of years of text are packed with windows of 2 GiB (zstd --long=31). The
// memory is taken only for a frame that names such a window.
constexpr int kMaxWindowLog = 31;
constexpr size_t kBlockHeaderBytes = 3;

bool BeginsFrame(const std::array<char, 4>& magic) {
  uint32_t number = 0;
  for (size_t i = magic.size(); i-- > 0;) {
    number = number << 8 | static_cast<unsigned char>(magic[i]);
  }
  return number == ZSTD_MAGICNUMBER ||
         (number & ZSTD_MAGIC_SKIPPABLE_MASK) == ZSTD_MAGIC_SKIPPABLE_START;
}

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
// be unpacked in the call that fails. A frame begins with its magic number, checked
// here: a whole frame at once would be unpacked, or refused, in one call, and of parts
// of the number the decoder takes some for an older format.
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
      if (in_frame_ || magic_bytes_ > 0)
        return fail(absl::DataLossError("the Zstandard data are cut off here"));
      if (any_frame_) return 0;
      return fail(absl::DataLossError("the file is empty: no Zstandard data"));
    }
    ZSTD_inBuffer block = {next_, 0, 0};
    if (!in_frame_) {
      magic_[magic_bytes_++] = *next_++;
      if (magic_bytes_ < magic_.size()) continue;
      if (!BeginsFrame(magic_)) {
        return fail(absl::DataLossError("no frame of Zstandard data begins here"));
      }
      block = {magic_.data(), magic_.size(), 0};
      magic_bytes_ = 0;
    } else if (!waiting_) {
      block.size = std::min(static_cast<size_t>(end_ - next_), wanted_);
    }
    const size_t hint = ZSTD_decompressStream(stream_, &unpacked, &block);
    if (ZSTD_isError(hint) != 0) {
      return fail(absl::DataLossError(absl::StrCat(
          "the Zstandard data are damaged here: ", ZSTD_getErrorName(hint))));
    }
    if (block.src == next_) next_ += block.pos;
    in_frame_ = hint != 0;
    any_frame_ = true;
    waiting_ = in_frame_ && unpacked.pos > 0;
    // The hint counts the next block's header in.
    wanted_ = hint > kBlockHeaderBytes ? hint - kBlockHeaderBytes : 1;
  }
  return unpacked.pos;
}

}  // namespace rashomon
