#include "core/io/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "core/base/errno_status.h"
#include "core/base/status_macros.h"
#include "core/base/unique_fd.h"
#include "core/io/gzip_source.h"
#include "core/io/zstd_source.h"

namespace rashomon {
namespace {

// How the bytes of a file are packed.
enum class Packing { kPlain, kGzip, kZstd };

class FileSource : public ByteSource {
 public:
  FileSource(UniqueFd fd, std::string path)
      : fd_(std::move(fd)), path_(std::move(path)) {}

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    while (true) {
      const ssize_t got = ::read(fd_.get(), out, std::min(size, kMaxReadBytes));
      if (got >= 0) return static_cast<size_t>(got);
      if (errno != EINTR) return ErrnoStatus(errno, "read", path_);
    }
  }

  bool IsPlainFile() const override {
    struct stat status = {};
    return path_ != "-" && ::fstat(fd_.get(), &status) == 0 && S_ISREG(status.st_mode);
  }

 private:
  // One read() moves at most this much on Linux.
  static constexpr size_t kMaxReadBytes = size_t{1} << 30;

  UniqueFd fd_;
  std::string path_;
};

// Gives back the bytes that were read to look at them, then the rest.
class PeekedSource : public ByteSource {
 public:
  PeekedSource(std::string head, std::unique_ptr<ByteSource> rest)
      : head_(std::move(head)), rest_(std::move(rest)) {}

  absl::StatusOr<size_t> Read(char* out, size_t size) override {
    if (at_ == head_.size()) return rest_->Read(out, size);
    const size_t count = std::min(size, head_.size() - at_);
    std::memcpy(out, head_.data() + at_, count);
    at_ += count;
    return count;
  }

  bool IsPlainFile() const override { return rest_->IsPlainFile(); }

 private:
  std::string head_;
  size_t at_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

std::unique_ptr<ByteSource> Unpack(Packing packing,
                                   std::unique_ptr<ByteSource> packed) {
  switch (packing) {
    case Packing::kGzip:
      return std::make_unique<GzipSource>(std::move(packed));
    case Packing::kZstd:
      return std::make_unique<ZstdSource>(std::move(packed));
    case Packing::kPlain:
      break;
  }
  return packed;
}

// The packing that the name of a file promises; kPlain where it says nothing.
Packing PackingByName(std::string_view path) {
  if (path.ends_with(".gz")) return Packing::kGzip;
  if (path.ends_with(".zst")) return Packing::kZstd;
  return Packing::kPlain;
}

Packing PackingByHead(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08")) return Packing::kGzip;
  if (head.starts_with("\x28\xB5\x2F\xFD")) return Packing::kZstd;
  return Packing::kPlain;
}

}  // namespace

absl::StatusOr<std::unique_ptr<ByteSource>> OpenFile(const std::string& path) {
  UniqueFd fd(path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                          : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.ok()) return ErrnoStatus(errno, "open", path);
  return std::make_unique<FileSource>(std::move(fd), path);
}

absl::StatusOr<std::unique_ptr<ByteSource>> OpenSource(const std::string& path) {
  RASHOMON_ASSIGN_OR_RETURN(std::unique_ptr<ByteSource> file, OpenFile(path));
  if (const Packing packing = PackingByName(path); packing != Packing::kPlain) {
    return Unpack(packing, std::move(file));
  }
  std::string head(4, '\0');
  size_t size = 0;
  while (size < head.size()) {  // a pipe may give a byte at a time
    RASHOMON_ASSIGN_OR_RETURN(const size_t got,
                              file->Read(head.data() + size, head.size() - size));
    if (got == 0) break;
    size += got;
  }
  head.resize(size);
  const Packing packing = PackingByHead(head);
  return Unpack(packing,
                std::make_unique<PeekedSource>(std::move(head), std::move(file)));
}

}  // namespace rashomon
