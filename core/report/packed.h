// Data inside a page, small: deflated, in letters that need no escaping.

#ifndef RASHOMON_CORE_REPORT_PACKED_H_
#define RASHOMON_CORE_REPORT_PACKED_H_

#include <string>
#include <string_view>

namespace rashomon {

// Base64 of `bytes` in the zlib format, what a browser's
// DecompressionStream("deflate") undoes.
std::string Packed(std::string_view bytes);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_PACKED_H_
