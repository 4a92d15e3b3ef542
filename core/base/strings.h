// Bridges between std::string_view, which this project speaks, and
// absl::string_view, which is a type of its own in Debian's Abseil.

#ifndef RASHOMON_CORE_BASE_STRINGS_H_
#define RASHOMON_CORE_BASE_STRINGS_H_

#include <string_view>

#include "absl/strings/string_view.h"

namespace rashomon {

inline absl::string_view ToAbsl(std::string_view s) { return {s.data(), s.size()}; }
inline std::string_view FromAbsl(absl::string_view s) { return {s.data(), s.size()}; }

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_STRINGS_H_
