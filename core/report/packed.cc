#include "core/report/packed.h"

#include <zlib.h>

#include "absl/strings/escaping.h"
#include "core/base/strings.h"

namespace rashomon {

std::string Packed(std::string_view bytes) {
  uLongf size = compressBound(bytes.size());
  std::string out(size, '\0');
  // Cannot fail: there is room for the worst case, and the level is valid.
  compress2(reinterpret_cast<Bytef*>(out.data()), &size,
            reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), 6);
  out.resize(size);
  return absl::Base64Escape(out);
}

}  // namespace rashomon
