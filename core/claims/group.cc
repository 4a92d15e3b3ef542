#include "core/claims/group.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/claims/compare/interval.h"
#include "core/claims/gate.h"

namespace rashomon {
namespace {

constexpr size_t kKeysPerClaim = 10;
constexpr size_t kMixedKeys = 3;  // keys under which a part meets its whole
constexpr size_t kPartners = 24;  // each claim meets so many later ones of a group

// What is measured, as a hash: claims of different measures never meet.
uint64_t MeasureKey(const Claim& c) {
  uint64_t key =
      Mix64(Hash64(BaseUnit(c.value)) + static_cast<uint64_t>(c.value.kind) + 1);
  if (c.value.kind == ValueKind::kNumber) {
    key = Mix64(key ^ Hash64(c.scope.head_class));
    key = Mix64(key ^ Hash64(c.scope.status));
  }
  return key;
}

// Children and teachers are counted apart.
uint64_t GroupKey(uint64_t measure, const Claim& c) {
  uint64_t key = Mix64(measure + 1);
  for (const std::string& r : c.scope.restrictors) {
    if (r.starts_with("part:")) key = Mix64(key ^ Hash64(r));
  }
  return key;
}

struct Entry {
  uint64_t key;
  int32_t day;
  uint32_t claim;
};

// Sets `rare` to the rarest terms of the context that another document has too, with
// the documents that have them, the rarest first.
void ReadRarest(const ClaimContext& context, const TermIndex& index,
                std::vector<std::pair<uint32_t, TermId>>& rare) {
  rare.clear();
  for (const absl::Span<const TermId> ids : {context.terms, context.near}) {
    for (TermId id : ids) {
      const uint32_t documents = index.DocumentsWith(id);
      if (documents >= 2) rare.emplace_back(documents, id);
    }
  }
  // A term may stand in both lists, so twice the keys are sorted.
  const auto sorted = rare.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(rare.size(), 2 * kKeysPerClaim));
  std::partial_sort(rare.begin(), sorted, rare.end());
  rare.erase(std::unique(rare.begin(), sorted), rare.end());
  if (rare.size() > kKeysPerClaim) rare.resize(kKeysPerClaim);
}

// Entries of one key lie in one bucket, so buckets are sorted by themselves.
constexpr int kBucketBits = 6;
using Buckets = std::array<std::vector<Entry>, size_t{1} << kBucketBits>;

// Files the entries of all members but those whose key nobody shares, as far as a
// table of small counts can tell.
Buckets FileEntries(const std::vector<std::vector<Entry>>& parts) {
  size_t size = 0;
  for (const std::vector<Entry>& part : parts) size += part.size();
  const size_t mask = std::bit_ceil(2 * size + 1) - 1;
  std::vector<uint8_t> count(mask + 1);
  const auto slot = [&](const Entry& e) -> uint8_t& { return count[e.key & mask]; };
  for (const std::vector<Entry>& part : parts) {
    for (const Entry& e : part) slot(e) = slot(e) == 0 ? 1 : 2;
  }
  Buckets buckets;
  for (const std::vector<Entry>& part : parts) {
    for (const Entry& e : part) {
      if (slot(e) > 1) buckets[e.key >> (64 - kBucketBits)].push_back(e);
    }
  }
  return buckets;
}

// Sorts `pairs` of the claims [0, num_claims) and drops those that stand twice:
// they are filed under their first claim, and each file is sorted.
std::vector<CandidatePair> SortUnique(
    absl::Span<const std::vector<CandidatePair>> pairs, size_t num_claims,
    int threads) {
  std::vector<size_t> ends(num_claims + 1);
  for (const std::vector<CandidatePair>& part : pairs) {
    for (const CandidatePair& p : part) ++ends[p.a + 1];
  }
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<uint32_t> partners(ends.back());
  std::vector<size_t> next(ends.begin(), ends.end() - 1);
  for (const std::vector<CandidatePair>& part : pairs) {
    for (const CandidatePair& p : part) partners[next[p.a]++] = p.b;
  }
  // From here on `next` holds where the partners of a claim end.
  ParallelFor(num_claims, 4096, threads, [&](size_t begin, size_t end) {
    for (size_t a = begin; a < end; ++a) {
      const auto first = partners.begin() + static_cast<std::ptrdiff_t>(ends[a]);
      const auto last = partners.begin() + static_cast<std::ptrdiff_t>(next[a]);
      std::sort(first, last);
      next[a] = static_cast<size_t>(std::unique(first, last) - partners.begin());
    }
  });
  std::vector<CandidatePair> sorted;
  for (uint32_t a = 0; a < num_claims; ++a) {
    for (size_t i = ends[a]; i < next[a]; ++i) sorted.push_back({a, partners[i]});
  }
  return sorted;
}

}  // namespace

std::vector<CandidatePair> Candidates(absl::Span<const Claim> claims,
                                      const ClaimContexts& contexts,
                                      absl::Span<const uint32_t> members,
                                      const TermIndex& index,
                                      const CandidateOptions& options) {
  std::vector<Lot> lots(options.all ? 0 : claims.size());
  constexpr size_t kMembers = 4096;  // of a part
  std::vector<std::vector<Entry>> parts(members.size() / kMembers + 1);
  ParallelFor(members.size(), kMembers, options.threads, [&](size_t begin, size_t end) {
    std::vector<Entry>& entries = parts[begin / kMembers];
    std::vector<std::pair<uint32_t, TermId>> rare;  // terms of `context`
    const ClaimContext* context_of_rare = nullptr;
    for (uint32_t m : members.subspan(begin, end - begin)) {
      const Claim& claim = claims[m];
      if (claim.value.kind > ValueKind::kDuration) continue;
      const ClaimContext& context = contexts[m];
      if (!options.all) lots[m] = LotOf(claim, context);
      const uint64_t measure = MeasureKey(claim);
      const uint64_t group = GroupKey(measure, claim);
      if (context_of_rare != &context) {
        context_of_rare = &context;
        ReadRarest(context, index, rare);
      }
      for (size_t i = 0; i < rare.size(); ++i) {
        const uint64_t id = index.Hash(rare[i].second);
        entries.push_back({Mix64(group ^ id), context.published.begin, m});
        if (i < kMixedKeys) {
          entries.push_back({Mix64(measure ^ id), context.published.begin, m});
        }
      }
      if (options.all) {
        // Whatever one sentence counts: it may tell a part beside its whole.
        const uint64_t kind = Mix64((static_cast<uint64_t>(claim.value.kind) << 32) +
                                    claim.context.begin);
        entries.push_back({Mix64(kind ^ Mix64(Index(claim.doc) + 1)), 0, m});
      }
      // Within the article, whatever the words.
      entries.push_back({Mix64(measure ^ Mix64(Index(claim.doc) + 1)), 0, m});
    }
  });
  Buckets buckets = FileEntries(parts);
  parts.clear();
  std::array<std::vector<CandidatePair>, size_t{1} << kBucketBits> pairs;
  ParallelFor(buckets.size(), 1, options.threads, [&](size_t bucket, size_t) {
    std::vector<Entry>& entries = buckets[bucket];
    std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
      return std::tie(x.key, x.day, x.claim) < std::tie(y.key, y.day, y.claim);
    });
    for (size_t i = 0; i < entries.size(); ++i) {
      const size_t limit = std::min(entries.size(), i + 1 + kPartners);
      for (size_t j = i + 1; j < limit && entries[j].key == entries[i].key; ++j) {
        const auto [a, b] = std::minmax(entries[i].claim, entries[j].claim);
        if (!options.all && !lots[a].MayMeet(lots[b])) continue;
        pairs[bucket].push_back({a, b});
      }
    }
    entries = {};
  });
  return SortUnique(pairs, claims.size(), options.threads);
}

}  // namespace rashomon
