#include "core/claims/group.h"

#include <algorithm>
#include <string>
#include <tuple>

#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/strings.h"
#include "core/claims/compare/interval.h"
#include "core/claims/gate.h"

namespace rashomon {
namespace {

constexpr size_t kKeysPerClaim = 10;
constexpr size_t kMixedKeys = 3;  // keys under which a part meets its whole
constexpr size_t kPartners = 24;  // each claim meets so many later ones of a group

// What is measured, as a hash: claims of different measures never meet.
uint64_t MeasureKey(const Claim& c) {
  std::string key =
      absl::StrCat(static_cast<int>(c.value.kind), "|", ToAbsl(BaseUnit(c.value)));
  if (c.value.kind == ValueKind::kNumber)
    absl::StrAppend(&key, "|", c.scope.head_class, "|", c.scope.status);
  return Hash64(key);
}

// Children and teachers are counted apart.
std::string GroupOf(const Claim& c) {
  std::string group = "group";
  for (const std::string& r : c.scope.restrictors) {
    if (r.starts_with("part:")) group += "|" + r;
  }
  return group;
}

struct Entry {
  uint64_t key;
  int32_t day;
  uint32_t claim;
};

}  // namespace

std::vector<CandidatePair> Candidates(absl::Span<const Claim> claims,
                                      const ClaimContexts& contexts,
                                      absl::Span<const uint32_t> members,
                                      const TermIndex& index,
                                      const CandidateOptions& options) {
  std::vector<Entry> entries;
  std::vector<Lot> lots(options.all ? 0 : claims.size());
  std::vector<std::pair<uint32_t, TermId>> rare;
  for (uint32_t m : members) {
    const Claim& claim = claims[m];
    if (claim.value.kind > ValueKind::kDuration) continue;
    const ClaimContext& context = contexts[m];
    if (!options.all) lots[m] = LotOf(claim, context);
    const uint64_t measure = MeasureKey(claim);
    const uint64_t group = Mix64(measure ^ Hash64(GroupOf(claim)));
    rare.clear();
    const auto add = [&](absl::Span<const TermId> ids) {
      for (TermId id : ids) rare.emplace_back(index.DocumentsWith(id), id);
    };
    add(context.terms);
    add(context.near);
    std::sort(rare.begin(), rare.end());
    rare.erase(std::unique(rare.begin(), rare.end()), rare.end());
    size_t taken = 0;
    for (const auto& [documents, id] : rare) {
      if (documents < 2) continue;
      if (++taken > kKeysPerClaim) break;
      entries.push_back({Mix64(group ^ index.Hash(id)), context.published.begin, m});
      if (taken <= kMixedKeys) {
        entries.push_back(
            {Mix64(measure ^ index.Hash(id)), context.published.begin, m});
      }
    }
    // Within the article, whatever the words.
    entries.push_back({Mix64(measure ^ Mix64(Index(claim.doc) + 1)), 0, m});
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
    return std::tie(x.key, x.day, x.claim) < std::tie(y.key, y.day, y.claim);
  });
  std::vector<CandidatePair> pairs;
  for (size_t i = 0; i < entries.size(); ++i) {
    const size_t limit = std::min(entries.size(), i + 1 + kPartners);
    for (size_t j = i + 1; j < limit && entries[j].key == entries[i].key; ++j) {
      const auto [a, b] = std::minmax(entries[i].claim, entries[j].claim);
      if (!options.all && !lots[a].MayMeet(lots[b])) continue;
      pairs.push_back({a, b});
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace rashomon
