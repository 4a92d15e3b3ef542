#include "core/io/zstd_source.h"

#include <utility>

#include "absl/strings/str_cat.h"

namespace rashomon {
namespace {

constexpr size_t kWindowBytes = size_t{1} << 18;
// Archives of years of text are packed with windows of 2 GiB (zstd --long=31). The
// memory is taken only for a frame that names such a window.
constexpr int kMaxWindowLog = 31;

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
  in_ = {window_.get(), 0, 0};
}

ZstdSource::~ZstdSource() { ZSTD_freeDStream(stream_); }

absl::StatusOr<size_t> ZstdSource::Read(char* out, size_t size) {
  if (!failure_.ok()) return failure_;
  ZSTD_outBuffer unpacked = {out, size, 0};
  // Keeps an error until what was unpacked before it has been returned.
  const auto fail = [&](absl::Status status) -> absl::StatusOr<size_t> {
    failure_ = std::move(status);
    if (unpacked.pos > 0) return unpacked.pos;
    return failure_;
  };
  while (unpacked.pos == 0) {
    // Unpacked bytes may still wait inside, so input is read only when they are out.
    const size_t before = in_.pos;
    if (in_.pos < in_.size || in_frame_) {
      const size_t code = ZSTD_decompressStream(stream_, &unpacked, &in_);
      if (ZSTD_isError(code) != 0) {
        return fail(absl::DataLossError(absl::StrCat(
            "the Zstandard data are damaged here: ", ZSTD_getErrorName(code))));
      }
      in_frame_ = code != 0;
      any_frame_ = true;
      if (unpacked.pos > 0 || in_.pos > before) continue;
    }
    const absl::StatusOr<size_t> got = packed_->Read(window_.get(), kWindowBytes);
    if (!got.ok()) return fail(got.status());
    in_ = {window_.get(), *got, 0};
    if (*got > 0) continue;
    if (in_frame_)
      return fail(absl::DataLossError("the Zstandard data are cut off here"));
    if (!any_frame_)
      return fail(absl::DataLossError("the file is empty: no Zstandard data"));
    return 0;
  }
  return unpacked.pos;
}

}  // namespace rashomon
