// Where a text stops being UTF-8.

#ifndef RASHOMON_CORE_IO_UTF8_CHECK_H_
#define RASHOMON_CORE_IO_UTF8_CHECK_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace rashomon {

// Returns the offset of the first byte of the first sequence that is not UTF-8
// (overlong forms, surrogates and what lies past U+10FFFF are not), if any.
std::optional<size_t> FirstInvalidUtf8(std::string_view bytes);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_UTF8_CHECK_H_
