// A file descriptor that is closed when it goes out of scope.

#ifndef RASHOMON_CORE_BASE_UNIQUE_FD_H_
#define RASHOMON_CORE_BASE_UNIQUE_FD_H_

#include <unistd.h>

#include <utility>

namespace rashomon {

class UniqueFd {
 public:
  UniqueFd() = default;
  explicit UniqueFd(int fd) : fd_(fd) {}
  UniqueFd(UniqueFd&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  UniqueFd& operator=(UniqueFd&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~UniqueFd() {
    if (fd_ >= 0) ::close(fd_);
  }

  bool ok() const { return fd_ >= 0; }
  int get() const { return fd_; }
  // Gives the descriptor up: the caller closes it.
  int release() { return std::exchange(fd_, -1); }

 private:
  int fd_ = -1;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_UNIQUE_FD_H_
