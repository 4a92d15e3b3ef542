// Status from errno: "cannot WHAT PATH: No such file or directory".

#ifndef RASHOMON_CORE_BASE_ERRNO_STATUS_H_
#define RASHOMON_CORE_BASE_ERRNO_STATUS_H_

#include <string>
#include <string_view>
#include <system_error>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "core/base/strings.h"

namespace rashomon {

// Returns the failure of the system call that set `error_number`; the code is
// the one that absl gives it (NotFound for ENOENT, PermissionDenied for EACCES).
inline absl::Status ErrnoStatus(int error_number, std::string_view what,
                                std::string_view path) {
  return absl::Status(absl::ErrnoToStatusCode(error_number),
                      absl::StrCat("cannot ", ToAbsl(what), " ", ToAbsl(path), ": ",
                                   std::generic_category().message(error_number)));
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_ERRNO_STATUS_H_
