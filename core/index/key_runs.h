// Units that have a key in common, by sorting, in bounded memory.

#ifndef RASHOMON_CORE_INDEX_KEY_RUNS_H_
#define RASHOMON_CORE_INDEX_KEY_RUNS_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/status/status.h"
#include "absl/types/span.h"

namespace rashomon {

// Appends key << 32 | unit for units of [begin, end), ascending; units that are to be
// in no run are left out. Keys are well mixed hashes.
using KeySource = std::function<absl::Status(uint64_t begin, uint64_t end,
                                             std::vector<uint64_t>& entries)>;

// A workspace to be used again. Not thread-safe.
class KeyRuns {
 public:
  // Calls `use` with every two or more units that have one key, each run ascending;
  // the runs come by ascending key. Where the entries would take more than
  // `memory_bytes` (0: no limit), the keys are gone through once for each part of
  // their range that fits, so that nothing needs to be written. Fails where `keys`
  // does. REQUIRES: num_units < 2^32.
  absl::Status ForEach(uint64_t num_units, const KeySource& keys, uint64_t memory_bytes,
                       const std::function<void(absl::Span<const uint32_t> run)>& use);

 private:
  std::vector<uint64_t> entries_, scratch_;
  std::vector<uint32_t> run_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_KEY_RUNS_H_
