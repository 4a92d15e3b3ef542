#include "core/claims/timeline.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rashomon {
namespace {

constexpr size_t kDayLength = 10;  // 2024-05-01

}  // namespace

std::vector<FactTime> TimelineOf(absl::Span<const Document> documents,
                                 const FactFinding& fact) {
  if (std::none_of(fact.pairs.begin(), fact.pairs.end(),
                   [](const FactPair& p) { return p.verdict == Verdict::kRevised; })) {
    return {};
  }
  // Days of four digits, two and two sort as text.
  std::map<std::pair<std::string, uint32_t>, std::vector<uint32_t>> told;
  for (uint32_t i = 0; i < fact.claims.size(); ++i) {
    const Document& document = documents[Index(fact.claims[i].claim.doc)];
    if (!document.published) continue;
    told[{std::string(document.published->substr(0, kDayLength)), fact.claims[i].group}]
        .push_back(i);
  }
  if (told.empty() || told.begin()->first.first == told.rbegin()->first.first)
    return {};
  std::vector<FactTime> timeline;
  for (auto& [key, claims] : told) {
    timeline.push_back({key.first, key.second, std::move(claims)});
  }
  std::stable_sort(
      timeline.begin(), timeline.end(), [](const FactTime& x, const FactTime& y) {
        return std::pair(x.day, x.claims[0]) < std::pair(y.day, y.claims[0]);
      });
  return timeline;
}

}  // namespace rashomon
