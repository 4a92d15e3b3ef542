// Broder 1997, with one permutation a slot; the loop is in minhash_kernel.cc.

#include "rashomon/minhash.h"

#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "core/sketch/minhash_kernel.h"
#include "core/text/shingle.h"
#include "core/text/tokenize.h"

namespace rashomon {
namespace {

constexpr uint32_t kMostSlots = 65536;

}  // namespace

absl::StatusOr<MinHashSketch> MinHashSketch::Of(std::string_view text,
                                                const MinHashOptions& options) {
  if (options.num_slots == 0 || options.num_slots > kMostSlots) {
    return absl::InvalidArgumentError(absl::StrCat("num_slots=", options.num_slots,
                                                   " is not in [1, ", kMostSlots, "]"));
  }
  if (options.shingle_words == 0) {
    return absl::InvalidArgumentError("shingle_words=0 is not positive");
  }
  std::vector<uint64_t> shingles;
  AppendShingles(Tokenize(text), options.shingle_words, shingles);
  std::vector<uint32_t> slots(options.num_slots, kEmptySlot);
  UpdateSlots(shingles, SlotHashes(options.num_slots, options.seed),
              absl::MakeSpan(slots));
  return MinHashSketch(options, std::move(slots), shingles.empty());
}

absl::StatusOr<double> MinHashSketch::Jaccard(const MinHashSketch& other) const {
  if (options_ != other.options_) {
    return absl::FailedPreconditionError(
        "the sketches were made with different options");
  }
  if (empty_ || other.empty_) return 0.0;
  size_t equal = 0;
  for (size_t i = 0; i < slots_.size(); ++i) {
    equal += slots_[i] == other.slots_[i] ? 1 : 0;
  }
  return static_cast<double>(equal) / static_cast<double>(slots_.size());
}

}  // namespace rashomon
