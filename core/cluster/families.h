// Families: things joined by verified pairs.

#ifndef RASHOMON_CORE_CLUSTER_FAMILIES_H_
#define RASHOMON_CORE_CLUSTER_FAMILIES_H_

#include <cstdint>
#include <functional>
#include <vector>

#include "absl/types/span.h"

namespace rashomon {

// Two things that were found to be alike.
struct Link {
  uint32_t a = 0;
  uint32_t b = 0;
};

struct Family {
  uint32_t representative = 0;
  std::vector<uint32_t> others;  // ascending; every one verified against it
};

// Returns the families of the things 0 … ranks.size() - 1 that have two members or
// more, by representative. The representative is the thing with the most links;
// of several, the one of least rank. Who is linked to it, directly or through
// others of the family, belongs to it if alike(representative, it). Those that are
// not, because the ends of a chain of links are unlike, form families of their own,
// if need be with a member of another family as their representative. alike is called
// at most twice for each link and once for each thing, so the cost is linear.
std::vector<Family> FormFamilies(
    absl::Span<const uint32_t> ranks, absl::Span<const Link> links,
    const std::function<bool(uint32_t representative, uint32_t other)>& alike);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLUSTER_FAMILIES_H_
