#include "core/report/order.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace rashomon {
namespace {

constexpr size_t kDayLength = 10;  // 2024-05-01

uint64_t RepeatedBytes(const ReuseFinding& finding) {
  uint64_t bytes = 0;
  for (const Passage& p : finding.passages) bytes += p.span.size();
  return bytes;
}

// A day that sorts: unknown ones last.
std::string SortDay(absl::Span<const Document> documents, const FactClaim& claim) {
  const std::string day = Day(documents[Index(claim.claim.doc)]);
  return day.empty() ? "~" : day;
}

}  // namespace

std::string Day(const Document& document) {
  return document.published.value_or("").substr(0, kDayLength);
}

std::vector<uint32_t> FactsByGravity(const Findings& findings) {
  std::vector<uint32_t> order(findings.facts.size());
  for (uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto rank = [&findings](uint32_t i) {
    const FactFinding& f = findings.facts[i];
    return std::tuple(f.review.has_value(), f.verdict, f.severity != Severity::kMajor,
                      -f.confidence, i);
  };
  std::sort(order.begin(), order.end(),
            [&rank](uint32_t i, uint32_t j) { return rank(i) < rank(j); });
  return order;
}

std::vector<uint32_t> ReuseByGravity(const Findings& findings) {
  std::vector<std::tuple<bool, Unit, int64_t, uint32_t>> ranked;
  for (uint32_t i = 0; i < findings.reuse.size(); ++i) {
    const ReuseFinding& f = findings.reuse[i];
    if (f.boilerplate()) continue;
    ranked.emplace_back(f.review.has_value(), f.unit,
                        -static_cast<int64_t>(RepeatedBytes(f)), i);
  }
  std::sort(ranked.begin(), ranked.end());
  std::vector<uint32_t> order;
  for (const auto& [reviewed, unit, bytes, i] : ranked) order.push_back(i);
  return order;
}

std::optional<ReusePair> ShownPair(const ReuseFinding& finding) {
  if (finding.pairs.empty()) return std::nullopt;
  const auto differs =
      std::find_if(finding.pairs.begin(), finding.pairs.end(),
                   [](const ReusePair& p) { return !p.edits.empty(); });
  ReusePair pair = differs != finding.pairs.end() ? *differs : finding.pairs[0];
  const bool turned =
      finding.first == pair.b || (finding.first != pair.a && pair.b < pair.a);
  if (turned) {
    std::swap(pair.a, pair.b);
    std::swap(pair.containment[0], pair.containment[1]);
    for (Edit& edit : pair.edits) std::swap(edit.a, edit.b);
  }
  return pair;
}

std::vector<ValueGroup> GroupByValue(absl::Span<const Document> documents,
                                     const FactFinding& fact) {
  std::map<uint32_t, ValueGroup> by_group;
  for (uint32_t i = 0; i < fact.claims.size(); ++i) {
    const FactClaim& claim = fact.claims[i];
    ValueGroup& group = by_group[claim.group];
    (claim.copies_of ? group.copies : group.witnesses).push_back(i);
  }
  std::vector<ValueGroup> groups;
  for (auto& [number, group] : by_group) {
    // What was copied may tell another value: then its copy is the witness.
    if (group.witnesses.empty()) std::swap(group.witnesses, group.copies);
    std::stable_sort(group.witnesses.begin(), group.witnesses.end(),
                     [&](uint32_t i, uint32_t j) {
                       return SortDay(documents, fact.claims[i]) <
                              SortDay(documents, fact.claims[j]);
                     });
    groups.push_back(std::move(group));
  }
  if (fact.verdict == Verdict::kRevised) {
    std::stable_sort(groups.begin(), groups.end(),
                     [&](const ValueGroup& a, const ValueGroup& b) {
                       return SortDay(documents, fact.claims[a.witnesses[0]]) <
                              SortDay(documents, fact.claims[b.witnesses[0]]);
                     });
    return groups;
  }
  std::set<uint32_t> gravest;  // values in a pair that gives the fact its verdict
  for (const FactPair& pair : fact.pairs) {
    if (pair.verdict != fact.verdict) continue;
    gravest.insert(fact.claims[pair.a].group);
    gravest.insert(fact.claims[pair.b].group);
  }
  const auto rank = [&](const ValueGroup& group) {
    const bool grave = gravest.contains(fact.claims[group.witnesses[0]].group);
    return std::pair(!grave, -static_cast<int64_t>(group.witnesses.size()));
  };
  std::stable_sort(
      groups.begin(), groups.end(),
      [&rank](const ValueGroup& a, const ValueGroup& b) { return rank(a) < rank(b); });
  return groups;
}

std::vector<const FactPair*> GravestReasons(const FactFinding& fact, size_t most) {
  std::vector<const FactPair*> by_gravity;
  by_gravity.reserve(fact.pairs.size());
  for (const FactPair& pair : fact.pairs) by_gravity.push_back(&pair);
  std::stable_sort(
      by_gravity.begin(), by_gravity.end(),
      [](const FactPair* x, const FactPair* y) { return x->verdict < y->verdict; });
  std::vector<const FactPair*> reasons;
  for (const FactPair* pair : by_gravity) {
    if (reasons.size() == most) break;
    const auto same = [pair](const FactPair* other) {
      return other->reason == pair->reason && other->rule == pair->rule;
    };
    if (std::none_of(reasons.begin(), reasons.end(), same)) reasons.push_back(pair);
  }
  return reasons;
}

Spread SpreadOf(absl::Span<const Document> documents, const ReuseFinding& finding) {
  std::set<DocId> docs;
  std::set<std::string> sources;
  Spread spread;
  for (const Passage& p : finding.passages) {
    docs.insert(p.doc);
    const Document& document = documents[Index(p.doc)];
    if (document.source) sources.insert(*document.source);
    const std::string day = Day(document);
    if (day.empty()) continue;
    if (spread.first.empty() || day < spread.first) spread.first = day;
    if (day > spread.last) spread.last = day;
  }
  spread.documents = docs.size();
  spread.sources = sources.size();
  return spread;
}

}  // namespace rashomon
