#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "core/base/errno_status.h"
#include "core/base/status_macros.h"
#include "core/base/unique_fd.h"

namespace rashomon {
namespace {

// One write() moves at most this much on Linux; more would come back short.
constexpr size_t kMaxWriteBytes = size_t{1} << 30;
// As many symbolic links as the kernel follows.
constexpr int kMaxLinks = 40;

absl::Status WriteAll(int fd, std::string_view content, std::string_view path) {
  while (!content.empty()) {
    const ssize_t written =
        ::write(fd, content.data(), std::min(content.size(), kMaxWriteBytes));
    if (written < 0) {
      if (errno == EINTR) continue;
      return ErrnoStatus(errno, "write", path);
    }
    content.remove_prefix(static_cast<size_t>(written));
  }
  return absl::OkStatus();
}

// Closes, and says so where the system finds only then that it could not write.
absl::Status Close(UniqueFd fd, std::string_view path) {
  if (::close(fd.release()) != 0) return ErrnoStatus(errno, "write", path);
  return absl::OkStatus();
}

// Where the bytes go: the end of a chain of symbolic links, there or not.
absl::StatusOr<std::string> ResolveLinks(std::string_view path) {
  std::filesystem::path target(path);
  std::error_code error;
  for (int hops = 0; std::filesystem::is_symlink(target, error); ++hops) {
    if (hops == kMaxLinks) return ErrnoStatus(ELOOP, "write", path);
    const std::filesystem::path next = std::filesystem::read_symlink(target, error);
    if (error) return ErrnoStatus(error.value(), "write", path);
    target = target.parent_path() / next;  // `next` alone where it is absolute
  }
  return target.string();
}

// A file under a name that nobody uses, and the name.
struct TempFile {
  UniqueFd fd;
  std::string path;
};

absl::StatusOr<TempFile> CreateBeside(const std::string& target) {
  const size_t slash = target.rfind('/');
  const std::string folder =
      slash == std::string::npos ? "" : target.substr(0, slash + 1);
  for (int attempt = 0;; ++attempt) {
    // Short whatever the target's name, which may be as long as names can be.
    std::string path =
        absl::StrCat(folder, ".rashomon-", ::getpid(), "-", attempt, ".tmp");
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd >= 0) return TempFile{UniqueFd(fd), std::move(path)};
    if (errno != EEXIST && errno != EINTR) return ErrnoStatus(errno, "write", target);
  }
}

absl::Status Fill(TempFile& file, std::string_view content, std::optional<mode_t> mode,
                  const std::string& target) {
  if (mode && ::fchmod(file.fd.get(), *mode) != 0) {
    return ErrnoStatus(errno, "set the permissions of", target);
  }
  RASHOMON_RETURN_IF_ERROR(WriteAll(file.fd.get(), content, target));
  if (::fsync(file.fd.get()) != 0) return ErrnoStatus(errno, "write", target);
  RASHOMON_RETURN_IF_ERROR(Close(std::move(file.fd), target));
  if (std::rename(file.path.c_str(), target.c_str()) != 0) {
    return ErrnoStatus(errno, "write", target);
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WriteFileAtomically(std::string_view path, std::string_view content) {
  RASHOMON_ASSIGN_OR_RETURN(const std::string target, ResolveLinks(path));
  struct stat status = {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return ErrnoStatus(EISDIR, "write", path);
  if (exists && !S_ISREG(status.st_mode)) {
    UniqueFd fd(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!fd.ok()) return ErrnoStatus(errno, "write", path);
    RASHOMON_RETURN_IF_ERROR(WriteAll(fd.get(), content, path));
    return Close(std::move(fd), path);
  }
  RASHOMON_ASSIGN_OR_RETURN(TempFile file, CreateBeside(target));
  const absl::Status filled = Fill(
      file, content,
      exists ? std::optional<mode_t>(status.st_mode & 07777) : std::nullopt, target);
  if (!filled.ok()) ::unlink(file.path.c_str());
  return filled;
}

}  // namespace rashomon
