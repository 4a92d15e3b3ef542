#include "core/base/temp_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <system_error>

#include "absl/strings/str_cat.h"
#include "core/base/errno_status.h"

namespace rashomon {
namespace {

// One read() or write() moves at most this much on Linux.
constexpr size_t kMaxBytes = size_t{1} << 30;

}  // namespace

absl::StatusOr<TempFile> TempFile::Create() {
  std::error_code error;
  std::string folder = std::filesystem::temp_directory_path(error).string();
  if (error) return ErrnoStatus(error.value(), "write temporary files to", "TMPDIR");
#ifdef O_TMPFILE
  UniqueFd unnamed(::open(folder.c_str(), O_RDWR | O_TMPFILE | O_CLOEXEC, 0600));
  if (unnamed.ok()) return TempFile(std::move(unnamed), std::move(folder));
#endif
  // Not every file system knows files without a name.
  std::string path = absl::StrCat(folder, "/rashomon-XXXXXX");
  UniqueFd named(::mkostemp(path.data(), O_CLOEXEC));
  if (!named.ok() || ::unlink(path.c_str()) != 0) {
    return ErrnoStatus(errno, "write a temporary file to", folder);
  }
  return TempFile(std::move(named), std::move(folder));
}

absl::Status TempFile::Append(const void* bytes, size_t size) {
  const char* from = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t wrote =
        ::pwrite(fd_.get(), from, std::min(size, kMaxBytes), static_cast<off_t>(size_));
    if (wrote < 0) {
      if (errno == EINTR) continue;
      return ErrnoStatus(errno, "write a temporary file to", folder_);
    }
    from += wrote;
    size -= static_cast<size_t>(wrote);
    size_ += static_cast<uint64_t>(wrote);
  }
  return absl::OkStatus();
}

absl::Status TempFile::ReadAt(uint64_t offset, void* bytes, size_t size) const {
  char* to = static_cast<char*>(bytes);
  while (size > 0) {
    const ssize_t got =
        ::pread(fd_.get(), to, std::min(size, kMaxBytes), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      return ErrnoStatus(got < 0 ? errno : EIO, "read a temporary file in", folder_);
    }
    to += got;
    size -= static_cast<size_t>(got);
    offset += static_cast<uint64_t>(got);
  }
  return absl::OkStatus();
}

}  // namespace rashomon
