// Bridges between std::string_view, which this project speaks, and
// absl::string_view, which is a type of its own in Debian's Abseil; and a question
// often asked of words.

#ifndef RASHOMON_CORE_BASE_STRINGS_H_
#define RASHOMON_CORE_BASE_STRINGS_H_

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "absl/strings/string_view.h"

namespace rashomon {

inline absl::string_view ToAbsl(std::string_view s) { return {s.data(), s.size()}; }
inline std::string_view FromAbsl(absl::string_view s) { return {s.data(), s.size()}; }

// Whether `s` is one of a few words written out.
inline bool IsAny(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), s) != words.end();
}

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_STRINGS_H_
