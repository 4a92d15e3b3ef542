// A claim whose bytes lie inside an identical run stands in the other copy too,
// at the offset that the run gives. A claim in the gap between two runs was
// edited: it answers to the claim of its kind in the other copy's gap.

#include "core/claims/aligned.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace rashomon {
namespace {

constexpr uint32_t kMaxGapBytes = 200;  // an edit, not another passage
constexpr uint32_t kMinRunBytes = 25;   // identical text that holds an edit in place

class Finder {
 public:
  explicit Finder(absl::Span<const Claim> claims) : claims_(claims) {}

  // Indexes of the claims of `doc` whose value lies in `span`.
  std::vector<uint32_t> In(DocId doc, ByteSpan span) const {
    auto it = std::partition_point(claims_.begin(), claims_.end(), [&](const Claim& c) {
      return std::make_tuple(Index(c.doc), c.span.begin) <
             std::make_tuple(Index(doc), span.begin - std::min(span.begin, 160u));
    });
    std::vector<uint32_t> found;
    for (; it != claims_.end() && it->doc == doc && it->span.begin <= span.end; ++it) {
      if (it->value_span.begin >= span.begin && it->value_span.end <= span.end &&
          !it->value_span.empty()) {
        found.push_back(static_cast<uint32_t>(it - claims_.begin()));
      }
    }
    return found;
  }

 private:
  absl::Span<const Claim> claims_;
};

uint32_t Root(std::vector<uint32_t>& parent, uint32_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

}  // namespace

AlignedClaims AlignClaims(absl::Span<const Claim> claims,
                          absl::Span<const AlignedCopy> copies) {
  AlignedClaims result;
  result.original.resize(claims.size());
  std::iota(result.original.begin(), result.original.end(), 0u);
  const Finder finder(claims);
  for (const AlignedCopy& copy : copies) {
    for (size_t r = 0; r < copy.runs.size(); ++r) {
      const AlignedCopy::Run& run = copy.runs[r];
      if (run.a.size() < kMinRunBytes) continue;
      const std::vector<uint32_t> in_b = finder.In(copy.b, run.b);
      for (uint32_t i : finder.In(copy.a, run.a)) {
        const uint32_t at = claims[i].value_span.begin - run.a.begin + run.b.begin;
        for (uint32_t j : in_b) {
          if (claims[j].value_span.begin == at && claims[j].value == claims[i].value &&
              i != j) {
            const uint32_t ri = Root(result.original, i);
            const uint32_t rj = Root(result.original, j);
            result.original[std::max(ri, rj)] = std::min(ri, rj);
          }
        }
      }
    }
    for (size_t r = 0; r + 1 < copy.runs.size(); ++r) {
      const AlignedCopy::Run& before = copy.runs[r];
      const AlignedCopy::Run& behind = copy.runs[r + 1];
      if (behind.a.begin < before.a.end || behind.b.begin < before.b.end) continue;
      const ByteSpan gap_a = {before.a.end, behind.a.begin};
      const ByteSpan gap_b = {before.b.end, behind.b.begin};
      if (gap_a.empty() || gap_b.empty() || gap_a.size() > kMaxGapBytes ||
          gap_b.size() > kMaxGapBytes ||
          before.a.size() + behind.a.size() < kMinRunBytes) {
        continue;
      }
      const std::vector<uint32_t> in_a = finder.In(copy.a, gap_a);
      const std::vector<uint32_t> in_b = finder.In(copy.b, gap_b);
      // The n-th claim of a kind answers to the n-th, where both gaps have as many.
      for (int kind = 0; kind <= static_cast<int>(ValueKind::kDuration); ++kind) {
        std::vector<uint32_t> ka;
        std::vector<uint32_t> kb;
        for (uint32_t i : in_a) {
          if (static_cast<int>(claims[i].value.kind) == kind) ka.push_back(i);
        }
        for (uint32_t j : in_b) {
          if (static_cast<int>(claims[j].value.kind) == kind) kb.push_back(j);
        }
        if (ka.size() != kb.size()) continue;
        for (size_t n = 0; n < ka.size(); ++n) {
          const auto [a, b] = std::minmax(ka[n], kb[n]);
          if (a != b) result.edited.push_back({a, b});
        }
      }
    }
  }
  for (uint32_t i = 0; i < result.original.size(); ++i) {
    result.original[i] = Root(result.original, i);
  }
  std::sort(result.edited.begin(), result.edited.end());
  result.edited.erase(std::unique(result.edited.begin(), result.edited.end()),
                      result.edited.end());
  return result;
}

}  // namespace rashomon
