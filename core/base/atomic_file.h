// Writes a file so that a reader sees the old content or the new, never a part.

#ifndef RASHOMON_CORE_BASE_ATOMIC_FILE_H_
#define RASHOMON_CORE_BASE_ATOMIC_FILE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "core/base/unique_fd.h"

namespace rashomon {

// A file that is written bit by bit and takes its name when all of it stands. Where
// the file system knows files without a name, a process that ends before leaves
// nothing. Movable. Usage: Create Append* Commit.
class AtomicFile {
 public:
  // Begins what is to be called `path`; as WriteFileAtomically does with links,
  // permissions, devices and pipes, which get the bytes as they come.
  static absl::StatusOr<AtomicFile> Create(std::string_view path);
  // What goes to standard output as it comes.
  static absl::StatusOr<AtomicFile> StandardOutput();
  AtomicFile(AtomicFile&&) = default;
  AtomicFile& operator=(AtomicFile&&) = default;
  // Without a Commit what stood at `path` stays.
  ~AtomicFile();

  absl::Status Append(std::string_view bytes);

  // For those who write by other calls; the file offset is its end.
  int fd() const { return fd_.get(); }

  // Brings the file to the disk before it takes the name. Without, a machine that
  // fails in the seconds after Commit may lose it.
  absl::Status Sync();
  absl::Status Commit();

 private:
  AtomicFile(UniqueFd fd, std::string path, std::string target, std::string temp)
      : fd_(std::move(fd)),
        path_(std::move(path)),
        target_(std::move(target)),
        temp_(std::move(temp)) {}

  UniqueFd fd_;
  std::string path_;    // as given
  std::string target_;  // the name to take; empty for a device or a pipe
  std::string temp_;    // the name for the time being; empty where it has none
};

// Writes `content` to a new file in the folder of `path`, brings it to the disk
// and gives it the name `path`. Where that fails, the new file is removed, what
// stood at `path` stays, and the status names the path and the system's reason.
//
// A symbolic link at `path` stays a link: its target is replaced. A file that is
// replaced hands its permissions on; a new one gets those that the umask leaves.
// A device or a pipe, such as /dev/stdout, is written to as it stands.
absl::Status WriteFileAtomically(std::string_view path, std::string_view content);

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_ATOMIC_FILE_H_
