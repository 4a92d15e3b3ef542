#include "core/io/utf8_check.h"

#include <unicode/utf8.h>

#include <cstdint>

#include "simdjson.h"

namespace rashomon {

std::optional<size_t> FirstInvalidUtf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  const auto* const data = reinterpret_cast<const uint8_t*>(bytes.data());
  const auto size = static_cast<int64_t>(bytes.size());
  int64_t at = 0;
  while (at < size) {
    const int64_t begin = at;
    UChar32 code_point;
    U8_NEXT(data, at, size, code_point);
    if (code_point < 0) return static_cast<size_t>(begin);
  }
  return std::nullopt;
}

}  // namespace rashomon
