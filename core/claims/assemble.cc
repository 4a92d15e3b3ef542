#include "core/claims/assemble.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/base/hash.h"

namespace rashomon {
namespace {

constexpr size_t kMaxClaims = 200;  // of one fact that a reader is shown
constexpr size_t kMaxCopies = 20;   // copies listed behind one claim

uint32_t Root(std::vector<uint32_t>& parent, uint32_t i) {
  while (parent[i] != i) {
    parent[i] = parent[parent[i]];
    i = parent[i];
  }
  return i;
}

// Claims of one value share a group; the text of the value decides.
std::string ValueText(const Value& v) {
  std::string s = absl::StrCat(static_cast<int>(v.kind), "|",
                               absl::StrFormat("%.17g|%.17g|", v.lo, v.hi), v.unit, "|",
                               static_cast<int>(v.qualifier), "|", v.affirmed, "|",
                               v.predicate, "|", v.text);
  if (v.date.has_value()) absl::StrAppend(&s, "|", v.date->begin, "|", v.date->end);
  return s;
}

FactFinding MakeFact(absl::Span<const Claim> claims,
                     const std::vector<uint32_t>& members,
                     const std::vector<uint32_t>& copy_of,
                     const std::vector<const ComparedPair*>& pairs) {
  FactFinding fact;
  // Members ascend, and claims ascend by (doc, begin): so do the fact's claims.
  std::map<uint32_t, uint32_t> place;
  std::map<std::string, uint32_t> groups;
  const bool polarity = claims[members[0]].value.kind == ValueKind::kPolarity;
  for (size_t m = 0; m < members.size(); ++m) {
    const uint32_t i = members[m];
    place[i] = static_cast<uint32_t>(m);
    const Value& v = claims[i].value;
    const std::string key = polarity ? (v.affirmed ? "yes" : "no") : ValueText(v);
    const auto [it, added] =
        groups.try_emplace(key, static_cast<uint32_t>(groups.size()));
    FactClaim c;
    c.claim = claims[i];
    c.group = it->second;
    fact.claims.push_back(std::move(c));
  }
  for (size_t m = 0; m < members.size(); ++m) {
    const auto it = place.find(copy_of[m]);
    if (copy_of[m] != members[m] && it != place.end())
      fact.claims[m].copies_of = it->second;
  }
  // The first pair, in order, between two groups stands for all of them; raised
  // ones come first.
  std::map<std::pair<uint32_t, uint32_t>, const ComparedPair*> chosen;
  for (const ComparedPair* p : pairs) {
    const uint32_t ga = fact.claims[place[p->a]].group;
    const uint32_t gb = fact.claims[place[p->b]].group;
    const auto key = std::minmax(ga, gb);
    const auto [it, added] = chosen.try_emplace({key.first, key.second}, p);
    if (!added && IsRaised(p->verdict) && !IsRaised(it->second->verdict))
      it->second = p;
  }
  std::vector<const ComparedPair*> listed;
  for (const auto& [groups_of, p] : chosen) {
    if (groups_of.first != groups_of.second || IsRaised(p->verdict) ||
        pairs.size() == 1) {
      listed.push_back(p);
    }
  }
  if (listed.empty()) listed.push_back(pairs.front());
  std::sort(listed.begin(), listed.end(),
            [](const ComparedPair* x, const ComparedPair* y) {
              return std::tie(x->a, x->b) < std::tie(y->a, y->b);
            });
  const ComparedPair* gravest = listed.front();
  fact.verdict = gravest->verdict;
  for (const ComparedPair* p : listed) {
    fact.pairs.push_back({place[p->a], place[p->b], p->verdict, p->rule, p->reason});
    if (p->verdict < fact.verdict) {
      fact.verdict = p->verdict;
      gravest = p;
    }
    if (IsRaised(p->verdict) || !IsRaised(fact.verdict)) {
      fact.confidence = std::max(fact.confidence, p->confidence);
      if (p->severity == Severity::kMajor) fact.severity = Severity::kMajor;
    }
  }
  fact.attribute = gravest->attribute;
  fact.topic = gravest->topic;
  std::string identity = absl::StrCat(fact.attribute, "|", fact.topic);
  for (const auto& [value, group] : groups) absl::StrAppend(&identity, "|", value);
  fact.key = Hex64(Hash64(identity));
  return fact;
}

// Claims of one key that raised pairs join, by union-find over their ranks in the
// ascending list of the claims that occur.
class Joined {
 public:
  explicit Joined(absl::Span<const ComparedPair* const> pairs) {
    for (const ComparedPair* p : pairs) {
      claims_.push_back(p->a);
      claims_.push_back(p->b);
    }
    std::sort(claims_.begin(), claims_.end());
    claims_.erase(std::unique(claims_.begin(), claims_.end()), claims_.end());
    parent_.resize(claims_.size());
    std::iota(parent_.begin(), parent_.end(), 0u);
    raised_.resize(claims_.size());
    for (const ComparedPair* p : pairs) {
      if (!rashomon::IsRaised(p->verdict)) continue;
      const uint32_t a = Root(parent_, Rank(p->a));
      const uint32_t b = Root(parent_, Rank(p->b));
      parent_[std::max(a, b)] = std::min(a, b);
      raised_[Rank(p->a)] = raised_[Rank(p->b)] = true;
    }
  }

  bool IsOneFact(uint32_t a, uint32_t b) {
    return raised_[Rank(a)] && raised_[Rank(b)] && Fact(a) == Fact(b);
  }
  bool IsRaised(uint32_t claim) const { return raised_[Rank(claim)]; }
  uint32_t Fact(uint32_t claim) { return Root(parent_, Rank(claim)); }

 private:
  uint32_t Rank(uint32_t claim) const {
    return static_cast<uint32_t>(
        std::lower_bound(claims_.begin(), claims_.end(), claim) - claims_.begin());
  }

  std::vector<uint32_t> claims_;
  std::vector<uint32_t> parent_;
  std::vector<bool> raised_;
};

// Takes back the raised pairs of facts that too little bears out.
void DropLonely(std::vector<KeyedPair>& pairs, const AssembleOptions& options) {
  std::map<uint64_t, std::vector<const ComparedPair*>> by_key;
  for (const KeyedPair& p : pairs) by_key[p.fact_key].push_back(&p.pair);
  struct Evidence {
    std::vector<uint32_t> claims;
    double confidence = 0;
    bool stands_alone = false;
  };
  std::map<std::pair<uint64_t, uint32_t>, Evidence> facts;
  std::map<uint64_t, Joined> joined;
  for (const auto& [key, of_key] : by_key) joined.emplace(key, Joined(of_key));
  const auto fact_of = [&](const KeyedPair& p) {
    return std::pair(p.fact_key, joined.at(p.fact_key).Fact(p.pair.a));
  };
  for (const KeyedPair& p : pairs) {
    if (!IsRaised(p.pair.verdict)) continue;
    Evidence& e = facts[fact_of(p)];
    e.claims.push_back(p.pair.a);
    e.claims.push_back(p.pair.b);
    e.confidence = std::max(e.confidence, p.pair.confidence);
    e.stands_alone |= !p.needs_company;
  }
  for (auto& [fact, e] : facts) {
    std::sort(e.claims.begin(), e.claims.end());
    e.claims.erase(std::unique(e.claims.begin(), e.claims.end()), e.claims.end());
  }
  for (KeyedPair& p : pairs) {
    if (!IsRaised(p.pair.verdict)) continue;
    const Evidence& e = facts.at(fact_of(p));
    if (e.stands_alone || e.claims.size() > options.few_claims ||
        e.confidence >= options.least_confidence_of_few) {
      continue;
    }
    p.pair.verdict = Verdict::kNotComparable;
    p.pair.rule = "unlike";
  }
}

// Raises doubtful pairs that the facts of the raised ones bear out.
void RestoreInCompany(std::vector<KeyedPair>& pairs) {
  std::map<uint64_t, std::vector<const ComparedPair*>> by_key;
  for (const KeyedPair& p : pairs) by_key[p.fact_key].push_back(&p.pair);
  std::map<uint64_t, Joined> joined;
  for (const auto& [key, of_key] : by_key) joined.emplace(key, Joined(of_key));
  // By how many doubtful pairs a claim of no fact answers to a fact.
  std::map<std::tuple<uint64_t, uint32_t, uint32_t>, int> links;
  const auto link = [&](const KeyedPair& p)
      -> std::optional<std::tuple<uint64_t, uint32_t, uint32_t>> {
    Joined& facts = joined.at(p.fact_key);
    const bool a = facts.IsRaised(p.pair.a);
    if (a == facts.IsRaised(p.pair.b)) return std::nullopt;
    return std::tuple(p.fact_key, facts.Fact(a ? p.pair.a : p.pair.b),
                      a ? p.pair.b : p.pair.a);
  };
  for (const KeyedPair& p : pairs) {
    if (!p.shelved) continue;
    if (const auto l = link(p)) ++links[*l];
  }
  for (KeyedPair& p : pairs) {
    if (!p.shelved) continue;
    const auto l = link(p);
    if (!joined.at(p.fact_key).IsOneFact(p.pair.a, p.pair.b) && !(l && links[*l] > 1))
      continue;
    p.pair.verdict = p.shelved->verdict;
    p.pair.severity = p.shelved->severity;
    p.pair.rule = p.shelved->rule;
    p.pair.reason = p.shelved->reason;
  }
}

}  // namespace

std::vector<FactFinding> AssembleFacts(absl::Span<const Claim> claims,
                                       absl::Span<const uint32_t> original,
                                       std::vector<KeyedPair> pairs,
                                       const AssembleOptions& options) {
  const bool all = options.all;
  std::sort(pairs.begin(), pairs.end(), [](const KeyedPair& x, const KeyedPair& y) {
    return std::tie(x.pair.a, x.pair.b, x.pair.verdict, x.pair.rule) <
           std::tie(y.pair.a, y.pair.b, y.pair.verdict, y.pair.rule);
  });
  pairs.erase(std::unique(pairs.begin(), pairs.end(),
                          [](const KeyedPair& x, const KeyedPair& y) {
                            return x.pair.a == y.pair.a && x.pair.b == y.pair.b;
                          }),
              pairs.end());
  // Who copies whom, for the claims that stand in a fact.
  std::vector<std::pair<uint32_t, uint32_t>> copies;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    if (original[i] != i) copies.emplace_back(original[i], i);
  }
  std::sort(copies.begin(), copies.end());

  const auto make = [&](const std::vector<const ComparedPair*>& of_fact) {
    std::vector<uint32_t> members;
    for (const ComparedPair* p : of_fact) {
      members.push_back(p->a);
      members.push_back(p->b);
    }
    std::sort(members.begin(), members.end());
    members.erase(std::unique(members.begin(), members.end()), members.end());
    const size_t all_members = members.size();
    if (members.size() > kMaxClaims) members.resize(kMaxClaims);
    std::vector<const ComparedPair*> kept;
    for (const ComparedPair* p : of_fact) {
      if (std::binary_search(members.begin(), members.end(), p->a) &&
          std::binary_search(members.begin(), members.end(), p->b)) {
        kept.push_back(p);
      }
    }
    std::vector<uint32_t> with_copies = members;
    size_t left_out = 0;
    for (uint32_t m : members) {
      const auto first =
          std::lower_bound(copies.begin(), copies.end(), std::pair(m, 0u));
      const auto last = std::lower_bound(first, copies.end(), std::pair(m + 1, 0u));
      const auto shown =
          first + std::min<std::ptrdiff_t>(last - first, std::ptrdiff_t{kMaxCopies});
      for (auto it = first; it != shown; ++it) with_copies.push_back(it->second);
      left_out += static_cast<size_t>(last - shown);
    }
    std::sort(with_copies.begin(), with_copies.end());
    with_copies.erase(std::unique(with_copies.begin(), with_copies.end()),
                      with_copies.end());
    std::vector<uint32_t> copy_of;
    for (uint32_t i : with_copies) copy_of.push_back(original[i]);
    FactFinding fact = MakeFact(claims, with_copies, copy_of, kept);
    fact.claims_omitted = static_cast<uint32_t>(all_members - members.size());
    fact.copies_omitted = static_cast<uint32_t>(left_out);
    return fact;
  };

  DropLonely(pairs, options);
  RestoreInCompany(pairs);
  std::map<uint64_t, std::vector<const ComparedPair*>> by_key;
  for (const KeyedPair& p : pairs) by_key[p.fact_key].push_back(&p.pair);
  std::vector<std::pair<std::pair<uint32_t, std::string>, FactFinding>> made;
  const auto add = [&](const std::vector<const ComparedPair*>& of_fact) {
    FactFinding fact = make(of_fact);
    made.push_back({{of_fact.front()->a, fact.key}, std::move(fact)});
  };
  for (const auto& [key, of_key] : by_key) {
    Joined joined(of_key);
    std::map<uint32_t, std::vector<const ComparedPair*>> facts;
    for (const ComparedPair* p : of_key) {
      if (IsRaised(p->verdict) || (all && joined.IsOneFact(p->a, p->b))) {
        facts[joined.Fact(p->a)].push_back(p);
      } else if (all) {
        add({p});
      }
    }
    for (const auto& [root, of_fact] : facts) add(of_fact);
  }
  std::sort(made.begin(), made.end(),
            [](const auto& x, const auto& y) { return x.first < y.first; });
  std::vector<FactFinding> result;
  result.reserve(made.size());
  for (auto& [order, fact] : made) result.push_back(std::move(fact));
  return result;
}

}  // namespace rashomon
