// Packs bytes as files hold them.

#ifndef RASHOMON_TESTS_TESTING_PACKED_H_
#define RASHOMON_TESTS_TESTING_PACKED_H_

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace rashomon::testing {

// One member of a gzip file.
inline std::string Gzip(std::string_view bytes) {
  z_stream stream = {};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

// One frame of a Zstandard file, with a checksum.
inline std::string Zstd(std::string_view bytes) {
  std::string packed(ZSTD_compressBound(bytes.size()), '\0');
  ZSTD_CCtx* const context = ZSTD_createCCtx();
  ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1);
  packed.resize(ZSTD_compress2(context, packed.data(), packed.size(), bytes.data(),
                               bytes.size()));
  ZSTD_freeCCtx(context);
  return packed;
}

}  // namespace rashomon::testing

#endif  // RASHOMON_TESTS_TESTING_PACKED_H_
