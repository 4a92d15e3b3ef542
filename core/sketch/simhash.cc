// Charikar 2002; Manku, Jain, Das Sarma 2007. The loop is in simhash_kernel.cc.

#include "rashomon/simhash.h"

#include <vector>

#include "absl/status/status.h"
#include "core/sketch/simhash_kernel.h"
#include "core/text/shingle.h"
#include "core/text/tokenize.h"

namespace rashomon {

absl::StatusOr<uint64_t> SimHash(std::string_view text, const SimHashOptions& options) {
  if (options.shingle_words == 0) {
    return absl::InvalidArgumentError("shingle_words=0 is not positive");
  }
  std::vector<uint64_t> shingles;
  AppendShingles(Tokenize(text), options.shingle_words, shingles);
  return MajorityBits(shingles);
}

}  // namespace rashomon
