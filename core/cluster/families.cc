// Union-find alone would chain strangers together (A like B, B like C, A unlike
// C). Each family grows instead from its representative along links, through
// members that were verified against it; a member that fails stays for later.

#include "core/cluster/families.h"

#include <algorithm>
#include <deque>

namespace rashomon {

std::vector<Family> FormFamilies(
    absl::Span<const uint32_t> ranks, absl::Span<const Link> links,
    const std::function<bool(uint32_t representative, uint32_t other)>& alike) {
  const size_t size = ranks.size();
  std::vector<uint32_t> first(size + 1,
                              0);  // neighbours of i: [first[i], first[i + 1])
  for (const Link& link : links) {
    ++first[link.a + 1];
    ++first[link.b + 1];
  }
  for (size_t i = 0; i < size; ++i) first[i + 1] += first[i];
  std::vector<uint32_t> neighbours(first.back());
  std::vector<uint32_t> next(first.begin(), first.end() - 1);
  for (const Link& link : links) {
    neighbours[next[link.a]++] = link.b;
    neighbours[next[link.b]++] = link.a;
  }
  const auto degree = [&](uint32_t i) { return first[i + 1] - first[i]; };
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < size; ++i) {
    if (degree(i) > 0) order.push_back(i);
  }
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    if (degree(x) != degree(y)) return degree(x) > degree(y);
    return ranks[x] != ranks[y] ? ranks[x] < ranks[y] : x < y;
  });

  std::vector<Family> families;
  std::vector<bool> settled(size, false);
  std::vector<uint32_t> asked_by(size, UINT32_MAX);  // the last representative
  std::vector<bool> speaks(size, false);
  std::deque<uint32_t> frontier;
  for (const uint32_t representative : order) {
    if (settled[representative]) continue;
    Family family{representative, {}};
    settled[representative] = true;
    frontier.assign(1, representative);
    while (!frontier.empty()) {
      const uint32_t at = frontier.front();
      frontier.pop_front();
      for (uint32_t n = first[at]; n < first[at + 1]; ++n) {
        const uint32_t other = neighbours[n];
        if (settled[other] || asked_by[other] == representative) continue;
        asked_by[other] = representative;
        if (!alike(representative, other)) continue;
        settled[other] = true;
        family.others.push_back(other);
        frontier.push_back(other);
      }
    }
    if (family.others.empty()) {
      settled[representative] = false;
      continue;
    }
    speaks[representative] = true;
    std::sort(family.others.begin(), family.others.end());
    families.push_back(std::move(family));
  }
  // What is left was linked to members of families alone, and is unlike their
  // representatives: such a member speaks for them in a family of its own.
  for (const uint32_t member : order) {
    if (!settled[member] || speaks[member]) continue;
    Family family{member, {}};
    for (uint32_t n = first[member]; n < first[member + 1]; ++n) {
      const uint32_t other = neighbours[n];
      if (settled[other] || asked_by[other] == member + size) continue;
      asked_by[other] = static_cast<uint32_t>(member + size);
      if (!alike(member, other)) continue;
      settled[other] = true;
      family.others.push_back(other);
    }
    if (family.others.empty()) continue;
    std::sort(family.others.begin(), family.others.end());
    families.push_back(std::move(family));
  }
  std::sort(families.begin(), families.end(), [](const Family& x, const Family& y) {
    return x.representative < y.representative;
  });
  return families;
}

}  // namespace rashomon
