// Sorting of many 32-bit keys that each carry a unit.

#ifndef RASHOMON_CORE_INDEX_SORT_BY_KEY_H_
#define RASHOMON_CORE_INDEX_SORT_BY_KEY_H_

#include <cstdint>
#include <vector>

namespace rashomon {

// Sorts `entries`, each a key in the upper 32 bits over a unit in the lower, by
// the key, and entries of one key as they stood. With units ascending before,
// that is by (key, unit). Linear; `scratch` is a workspace.
void SortByKey(std::vector<uint64_t>& entries, std::vector<uint64_t>& scratch);

}  // namespace rashomon

#endif  // RASHOMON_CORE_INDEX_SORT_BY_KEY_H_
