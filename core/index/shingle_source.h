// Where the shingles of a unit come from.

#ifndef RASHOMON_CORE_INDEX_SHINGLE_SOURCE_H_
#define RASHOMON_CORE_INDEX_SHINGLE_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace rashomon {

// Appends the hashes of the shingles of a unit to an empty `shingles`: always
// the same ones in the same order, repeated or not. Called from several threads
// at a time, and more than once for a unit that is like another.
using ShingleSource = std::function<void(size_t unit, std::vector<uint64_t>& shingles)>;

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_SHINGLE_SOURCE_H_
