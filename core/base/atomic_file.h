// Writes a file so that a reader sees the old content or the new, never a part.

#ifndef RASHOMON_CORE_BASE_ATOMIC_FILE_H_
#define RASHOMON_CORE_BASE_ATOMIC_FILE_H_

#include <string_view>

#include "absl/status/status.h"

namespace rashomon {

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
