// A sweep by begin. A stretch is compared with the first of each group that is
// still open; since stretches of very different ends do not join, and of groups
// that began long ago only the latest kOpen are kept, the sweep is linear.

#include "core/cluster/merge_spans.h"

#include <algorithm>
#include <deque>

namespace rashomon {
namespace {

constexpr size_t kOpen = 64;

bool Before(const Stretch& x, const Stretch& y) {
  return x.begin != y.begin ? x.begin < y.begin : x.end < y.end;
}

bool NearlySame(const Stretch& x, const Stretch& y, double min_overlap) {
  const uint32_t begin = std::max(x.begin, y.begin), end = std::min(x.end, y.end);
  if (end <= begin) return false;
  const uint32_t longer = std::max(x.end - x.begin, y.end - y.begin);
  return end - begin >= min_overlap * longer;
}

struct Group {
  Stretch first;
  std::vector<uint32_t> members;
};

Stretch Shown(absl::Span<const Stretch> stretches, const Group& group) {
  Stretch best = group.first;
  size_t best_times = 0;
  for (size_t i = 0; i < group.members.size();) {  // equal stretches are neighbours
    const Stretch& s = stretches[group.members[i]];
    size_t times = 0;
    while (i < group.members.size() && stretches[group.members[i]] == s) ++i, ++times;
    const bool longer = s.end - s.begin > best.end - best.begin;
    if (times > best_times || (times == best_times && longer)) {
      best = s;
      best_times = times;
    }
  }
  return best;
}

}  // namespace

MergedSpans MergeSpans(absl::Span<const Stretch> stretches, double min_overlap) {
  std::vector<uint32_t> order(stretches.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](uint32_t x, uint32_t y) {
    if (!(stretches[x] == stretches[y])) return Before(stretches[x], stretches[y]);
    return x < y;
  });
  std::vector<Group> groups;
  std::deque<size_t> open;
  for (const uint32_t i : order) {
    const Stretch& s = stretches[i];
    std::erase_if(open, [&](size_t g) { return groups[g].first.end <= s.begin; });
    const auto home = std::find_if(open.begin(), open.end(), [&](size_t g) {
      return NearlySame(groups[g].first, s, min_overlap);
    });
    if (home != open.end()) {
      groups[*home].members.push_back(i);
      continue;
    }
    open.push_back(groups.size());
    if (open.size() > kOpen) open.pop_front();
    groups.push_back({s, {i}});
  }
  std::vector<Stretch> shown(groups.size());
  std::vector<uint32_t> by_place(groups.size());
  for (uint32_t g = 0; g < groups.size(); ++g) {
    shown[g] = Shown(stretches, groups[g]);
    by_place[g] = g;
  }
  std::stable_sort(by_place.begin(), by_place.end(),
                   [&](uint32_t x, uint32_t y) { return Before(shown[x], shown[y]); });
  MergedSpans result;
  result.merged_to.resize(stretches.size());
  for (const uint32_t g : by_place) {
    if (result.spans.empty() || !(result.spans.back() == shown[g])) {
      result.spans.push_back(shown[g]);
    }
    for (const uint32_t i : groups[g].members) {
      result.merged_to[i] = static_cast<uint32_t>(result.spans.size() - 1);
    }
  }
  return result;
}

}  // namespace rashomon
