#include "core/io/gzip_source.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/status_macros.h"
#include "core/base/strings.h"

namespace rashomon {
namespace {

constexpr size_t kWindowBytes = size_t{1} << 18;
// The largest window, and a gzip header and trailer, which are checked.
constexpr int kGzipWindowBits = 15 + 16;

}  // namespace

GzipSource::GzipSource(std::unique_ptr<ByteSource> packed)
    : packed_(std::move(packed)),
      window_(std::make_unique_for_overwrite<char[]>(kWindowBytes)) {
  if (inflateInit2(&stream_, kGzipWindowBits) != Z_OK) {
    failure_ = absl::ResourceExhaustedError("no memory to unpack gzip data");
  }
}

GzipSource::~GzipSource() { inflateEnd(&stream_); }

absl::StatusOr<bool> GzipSource::Refill() {
  RASHOMON_ASSIGN_OR_RETURN(const size_t got,
                            packed_->Read(window_.get(), kWindowBytes));
  stream_.next_in = reinterpret_cast<Bytef*>(window_.get());
  stream_.avail_in = static_cast<uInt>(got);
  return got > 0;
}

absl::StatusOr<bool> GzipSource::BeginMember() {
  while (true) {
    if (stream_.avail_in == 0) {
      RASHOMON_ASSIGN_OR_RETURN(const bool more, Refill());
      if (!more) break;
    }
    if (any_member_ && *stream_.next_in == 0) {
      ++stream_.next_in;
      --stream_.avail_in;
      continue;
    }
    if (any_member_ && *stream_.next_in != 0x1F) {
      return absl::DataLossError("the gzip data are followed by bytes that are none");
    }
    if (inflateReset(&stream_) != Z_OK) return absl::InternalError("zlib cannot start");
    in_member_ = any_member_ = true;
    return true;
  }
  if (!any_member_) return absl::DataLossError("the file is empty: no gzip data");
  return false;
}

absl::StatusOr<size_t> GzipSource::Read(char* out, size_t size) {
  if (!failure_.ok()) return failure_;
  stream_.next_out = reinterpret_cast<Bytef*>(out);
  stream_.avail_out = static_cast<uInt>(std::min(size, size_t{1} << 30));
  const auto filled = [&] {
    return static_cast<size_t>(reinterpret_cast<char*>(stream_.next_out) - out);
  };
  // Keeps an error until what was unpacked before it has been returned.
  const auto fail = [&](absl::Status status) -> absl::StatusOr<size_t> {
    failure_ = std::move(status);
    if (filled() > 0) return filled();
    return failure_;
  };
  while (filled() == 0) {
    if (!in_member_) {
      const absl::StatusOr<bool> begun = BeginMember();
      if (!begun.ok()) return fail(begun.status());
      if (!*begun) return 0;
    }
    const int code = inflate(&stream_, Z_NO_FLUSH);
    if (code == Z_STREAM_END) {
      in_member_ = false;
    } else if (code != Z_OK && code != Z_BUF_ERROR) {
      const std::string_view why = stream_.msg != nullptr ? stream_.msg : "unknown";
      return fail(absl::DataLossError(
          absl::StrCat("the gzip data are damaged here: ", ToAbsl(why))));
    } else if (filled() == 0 && stream_.avail_in == 0) {
      // Only now: unpacked bytes may wait inside when all that is packed is read.
      const absl::StatusOr<bool> more = Refill();
      if (!more.ok()) return fail(more.status());
      if (!*more) return fail(absl::DataLossError("the gzip data are cut off here"));
    }
  }
  return filled();
}

}  // namespace rashomon
