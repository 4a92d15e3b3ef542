#include "core/base/atomic_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <filesystem>
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

// With its slash; empty where it is the current one.
std::string Folder(const std::string& path) {
  return path.substr(0, path.rfind('/') + 1);
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

// Calls make(name) with names in the folder of `target` that nobody may use, until
// it succeeds. Returns the name.
template <typename Make>
absl::StatusOr<std::string> MakeBeside(const std::string& target, Make make) {
  for (int attempt = 0;; ++attempt) {
    // Short whatever the target's name, which may be as long as names can be.
    std::string path =
        absl::StrCat(Folder(target), ".rashomon-", ::getpid(), "-", attempt, ".tmp");
    if (make(path.c_str())) return path;
    if (errno != EEXIST && errno != EINTR) return ErrnoStatus(errno, "write", target);
  }
}

}  // namespace

absl::StatusOr<AtomicFile> AtomicFile::Create(std::string_view path) {
  RASHOMON_ASSIGN_OR_RETURN(std::string target, ResolveLinks(path));
  struct stat status = {};
  const bool exists = ::stat(target.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) return ErrnoStatus(EISDIR, "write", path);
  if (exists && !S_ISREG(status.st_mode)) {
    UniqueFd fd(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    if (!fd.ok()) return ErrnoStatus(errno, "write", path);
    return AtomicFile(std::move(fd), std::string(path), "", "");
  }
  UniqueFd fd;
  std::string temp;
#ifdef O_TMPFILE
  // Commit names the file through /proc.
  const bool can_be_named = ::access("/proc/self/fd", X_OK) == 0;
  const std::string folder = absl::StrCat(Folder(target), ".");
  if (can_be_named) {
    fd = UniqueFd(::open(folder.c_str(), O_WRONLY | O_TMPFILE | O_CLOEXEC, 0666));
  }
#endif
  if (!fd.ok()) {
    RASHOMON_ASSIGN_OR_RETURN(
        temp, MakeBeside(target, [&fd](const char* name) {
          fd = UniqueFd(::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
          return fd.ok();
        }));
  }
  AtomicFile file(std::move(fd), std::string(path), std::move(target), std::move(temp));
  if (exists && ::fchmod(file.fd(), status.st_mode & 07777) != 0) {
    return ErrnoStatus(errno, "set the permissions of", path);
  }
  return file;
}

absl::StatusOr<AtomicFile> AtomicFile::StandardOutput() {
  UniqueFd fd(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0));
  if (!fd.ok()) return ErrnoStatus(errno, "write", "standard output");
  return AtomicFile(std::move(fd), "standard output", "", "");
}

AtomicFile::~AtomicFile() {
  if (fd_.ok() && !temp_.empty()) ::unlink(temp_.c_str());
}

absl::Status AtomicFile::Append(std::string_view bytes) {
  return WriteAll(fd_.get(), bytes, path_);
}

absl::Status AtomicFile::Sync() {
  if (target_.empty() || ::fsync(fd_.get()) == 0) return absl::OkStatus();
  return ErrnoStatus(errno, "write", path_);
}

absl::Status AtomicFile::Commit() {
  if (target_.empty()) return Close(std::move(fd_), path_);
  if (temp_.empty()) {
    // A file that has no name cannot replace another: it gets one first.
    const std::string self = absl::StrCat("/proc/self/fd/", fd_.get());
    RASHOMON_ASSIGN_OR_RETURN(temp_, MakeBeside(target_, [&self](const char* name) {
                                return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, name,
                                                AT_SYMLINK_FOLLOW) == 0;
                              }));
  }
  absl::Status status = Close(std::move(fd_), path_);
  if (status.ok() && std::rename(temp_.c_str(), target_.c_str()) != 0) {
    status = ErrnoStatus(errno, "write", path_);
  }
  if (!status.ok()) ::unlink(temp_.c_str());
  return status;
}

absl::Status WriteFileAtomically(std::string_view path, std::string_view content) {
  RASHOMON_ASSIGN_OR_RETURN(AtomicFile file, AtomicFile::Create(path));
  RASHOMON_RETURN_IF_ERROR(file.Append(content));
  RASHOMON_RETURN_IF_ERROR(file.Sync());
  return file.Commit();
}

}  // namespace rashomon
