// Two days of one event are told by hardly any two articles, and two events of one
// kind by many: what counts here is to be sure of the event. Claims meet under the
// class of their event and a name of their clause (Candidates of claims/group.h
// does the same for figures), and are compared where both clauses tell the same
// words of the same names as a fact of the past.
//
// Cost: linear in the dated claims times the names of a clause; each claim meets at
// most kPartners others under one key.

#include "core/claims/compare/date.h"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <string>
#include <tuple>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/base/strings.h"
#include "core/claims/compare/dated_clause.h"

namespace rashomon {
namespace {

constexpr size_t kPartners = 6;
constexpr size_t kKeysPerClaim = 8;     // the rarest names
constexpr size_t kBehindPageDate = 24;  // claims looked at
constexpr double kStatedConfidence = 0.9;
constexpr double kListedConfidence = 0.5;

struct Entry {
  uint64_t key;
  uint32_t clause;  // index into the clauses
};

struct Dated {
  uint32_t claim = 0;
  DatedClause clause;
  absl::Span<const TermId> around;  // names of the sentence, where the clause has none
};

bool Includes(const DayRange& outer, const DayRange& inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

bool Meet(const DayRange& a, const DayRange& b) {
  return a.begin < b.end && b.begin < a.end;
}

// Names of `a` that the other article never writes.
bool HasForeignName(const DatedClause& a, absl::Span<const TermId> other_article) {
  return std::any_of(a.names.begin(), a.names.end(), [&](TermId id) {
    return !std::binary_search(other_article.begin(), other_article.end(), id);
  });
}

std::string_view WordAt(std::string_view text, uint32_t begin) {
  uint32_t end = begin;
  while (end < text.size() && end < begin + 40) {
    const auto c = static_cast<unsigned char>(text[end]);
    const bool letter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (!letter && c < 0x80 && c != '-') break;
    ++end;
  }
  return text.substr(begin, end - begin);
}

class Comparison {
 public:
  Comparison(absl::Span<const Document> documents, absl::Span<const Claim> claims,
             const ClaimContexts& contexts, const TermIndex& index)
      : documents_(documents), claims_(claims), contexts_(contexts), index_(index) {}

  // A pair with confidence 0 says nothing.
  ComparedPair Judge(const Dated& x, const Dated& y) const {
    ComparedPair pair;
    pair.a = x.claim;
    pair.b = y.claim;
    pair.attribute = "date";
    const TermId name = RarestShared(x, y);
    if (name == 0) return pair;
    const Claim& a = claims_[pair.a];
    const Claim& b = claims_[pair.b];
    pair.topic = absl::StrCat(a.scope.head, ", ", ToAbsl(Written(x, name)));
    const auto say = [&](std::string_view rule, Verdict verdict, double confidence,
                         std::string_view words) {
      pair.rule = std::string(rule);
      pair.verdict = verdict;
      pair.confidence = confidence;
      pair.reason = absl::StrCat(ToAbsl(Shown(a)), " against ", ToAbsl(Shown(b)), ": ",
                                 ToAbsl(words));
    };
    if (Meet(x.clause.days, y.clause.days)) {
      const bool same = x.clause.days.begin == y.clause.days.begin &&
                        x.clause.days.end == y.clause.days.end;
      const bool inside = Includes(x.clause.days, y.clause.days) ||
                          Includes(y.clause.days, x.clause.days);
      say("date-agrees", Verdict::kCompatible, kListedConfidence,
          same     ? "the same date"
          : inside ? "one date lies in the other"
                   : "the stretches of time meet");
      return pair;
    }
    const std::string_view veto = VetoOf(x, y, name);
    if (!veto.empty()) {
      const bool names_event =
          index_.IsRare(name) && x.around.empty() && y.around.empty();
      say(veto, Verdict::kNotComparable, names_event ? kListedConfidence : 0,
          "too little says that both date one event");
      return pair;
    }
    say("date", Verdict::kConflict, kStatedConfidence, "two dates of one event");
    pair.severity = Severity::kMajor;
    return pair;
  }

 private:
  std::string Shown(const Claim& c) const {
    return std::string(c.value_span.In(documents_[Index(c.doc)].text));
  }

  TermId RarestShared(const Dated& x, const Dated& y) const {
    TermId best = 0;
    const auto names = [](const Dated& d) {
      return d.around.empty() ? absl::MakeConstSpan(d.clause.names) : d.around;
    };
    for (TermId id : Shared(names(x), names(y))) {
      if (best == 0 || index_.DocumentsWith(id) < index_.DocumentsWith(best)) best = id;
    }
    return best;
  }

  std::string_view Written(const Dated& d, TermId id) const {
    const Claim& claim = claims_[d.claim];
    const ByteSpan where = d.around.empty() ? d.clause.span : claim.context;
    for (const Term& t : index_.TermsIn(claim.doc, where)) {
      if (t.id == id) return WordAt(documents_[Index(claim.doc)].text, t.begin);
    }
    return {};
  }

  // Why two dates that part are no conflict; empty where they are one.
  std::string_view VetoOf(const Dated& x, const Dated& y, TermId name) const {
    const DatedClause& a = x.clause;
    const DatedClause& b = y.clause;
    const Claim& ca = claims_[x.claim];
    const Claim& cb = claims_[y.claim];
    if (!a.fact || !b.fact || !IsPast(x) || !IsPast(y)) return "other-modality";
    if (ca.scope.role != cb.scope.role) return "other-role";
    if (a.grain != b.grain || a.grain == DateGrain::kOther ||
        a.grain == DateGrain::kMonth || !a.stated || !b.stated ||
        ca.value.qualifier != Qualifier::kExact ||
        cb.value.qualifier != Qualifier::kExact) {
      return "other-granularity";
    }
    if (a.numbers != b.numbers) return "other-time";
    const TermList names = Shared(a.names, b.names);
    const bool rare = std::any_of(names.begin(), names.end(), [&](TermId id) {
      return index_.IsRare(id) &&
             !std::binary_search(a.nations.begin(), a.nations.end(), id);
    });
    if (name == 0 || !rare) return "unlike";
    if (HasForeignName(a, index_.Names(cb.doc)) ||
        HasForeignName(b, index_.Names(ca.doc)) ||
        (names.size() < a.names.size() && names.size() < b.names.size())) {
      return "other-subject";
    }
    const Recurrence recurrence = RecurrenceOf(a.event);
    const size_t shared = Shared(a.terms, b.terms).size();
    const size_t shorter = std::min(a.terms.size(), b.terms.size());
    const size_t longer = std::max(a.terms.size(), b.terms.size());
    const bool alike = shared >= 2 && 10 * shared >= 6 * shorter;
    const bool near_same = shared >= 3 && 10 * shared >= 7 * longer;
    if (!alike || (recurrence != Recurrence::kOnce && !near_same)) return "unlike";
    if (recurrence == Recurrence::kOften) return "recurrent";
    const int32_t apart = std::abs(a.days.begin - b.days.begin);
    if (a.grain == DateGrain::kDay && apart > 31 && recurrence != Recurrence::kOnce) {
      return "other-time";
    }
    return {};
  }

  // Before the article: what lies behind its day is a plan, whatever the tense.
  bool IsPast(const Dated& d) const {
    const DayRange& published = contexts_[d.claim].published;
    return !published.known() || d.clause.days.begin <= published.begin;
  }

  absl::Span<const Document> documents_;
  absl::Span<const Claim> claims_;
  const ClaimContexts& contexts_;
  const TermIndex& index_;
};

// The day of the page beside what the article counts back from its own day: a page
// that was updated years later dates none of it.
void AddPageDates(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                  std::vector<ComparedPair>& pairs) {
  for (uint32_t i = 0; i < claims.size(); ++i) {
    const Claim& page = claims[i];
    if (page.value.kind != ValueKind::kDate || page.scope.role != "page") continue;
    const size_t end = std::min<size_t>(claims.size(), i + 1 + kBehindPageDate);
    for (uint32_t j = i + 1; j < end && claims[j].doc == page.doc; ++j) {
      const Claim& counted = claims[j];
      if (counted.value.kind != ValueKind::kDate || counted.scope.role == "page" ||
          !counted.value.text.starts_with('P') || counted.scope.head.empty() ||
          !counted.value.date || counted.value.date->begin.empty()) {
        continue;
      }
      const std::string_view text = documents[Index(page.doc)].text;
      ComparedPair pair;
      pair.a = i;
      pair.b = j;
      pair.confidence = kListedConfidence;
      pair.rule = "page-date";
      pair.attribute = "date";
      pair.topic = "page date";
      pair.reason = absl::StrCat(ToAbsl(counted.value_span.In(text)),
                                 " is counted from the article, not from the page of ",
                                 ToAbsl(page.value_span.In(text)));
      pairs.push_back(std::move(pair));
    }
  }
}

// The clauses of the dates among the claims that are no copies, in their order.
std::vector<Dated> ReadDates(absl::Span<const Document> documents,
                             absl::Span<const Claim> claims,
                             const ClaimContexts& contexts,
                             absl::Span<const uint32_t> original,
                             const TermIndex& index, const DateOptions& options) {
  constexpr size_t kClaims = 4096;  // of a part
  std::vector<std::vector<Dated>> parts(claims.size() / kClaims + 1);
  const DateFilter filter = options.all ? DateFilter::kAll : DateFilter::kStated;
  ParallelFor(claims.size(), kClaims, options.threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      const Claim& claim = claims[i];
      if (original[i] != i || claim.value.kind != ValueKind::kDate) continue;
      if (RecurrenceOf(EventClassOf(claim)) == Recurrence::kNoEvent) continue;
      std::optional<DatedClause> clause =
          ReadDatedClause(documents[Index(claim.doc)], claim, index, filter);
      if (!clause || (!options.all && !clause->fact)) continue;
      Dated d{static_cast<uint32_t>(i), *std::move(clause), {}};
      if (d.clause.names.empty()) {
        if (!options.all) continue;
        d.around = contexts[i].names;
      }
      parts[begin / kClaims].push_back(std::move(d));
    }
  });
  std::vector<Dated> dated;
  for (std::vector<Dated>& part : parts) {
    std::move(part.begin(), part.end(), std::back_inserter(dated));
  }
  return dated;
}

}  // namespace

std::vector<ComparedPair> CompareDates(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       const ClaimContexts& contexts,
                                       absl::Span<const uint32_t> original,
                                       const TermIndex& index,
                                       const DateOptions& options) {
  const bool all = options.all;
  const std::vector<Dated> dated =
      ReadDates(documents, claims, contexts, original, index, options);
  std::vector<Entry> entries;
  std::vector<std::pair<uint32_t, TermId>> rare;
  for (uint32_t i = 0; i < dated.size(); ++i) {
    const Dated& d = dated[i];
    rare.clear();
    for (TermId id :
         d.around.empty() ? absl::MakeConstSpan(d.clause.names) : d.around) {
      rare.emplace_back(index.DocumentsWith(id), id);
    }
    std::sort(rare.begin(), rare.end());
    if (rare.size() > kKeysPerClaim) rare.resize(kKeysPerClaim);
    const uint64_t event = Hash64(d.clause.event);
    for (const auto& [documents_with, id] : rare) {
      if (!all && !index.IsRare(id)) continue;
      entries.push_back({Mix64(event ^ index.Hash(id)), i});
    }
  }
  std::sort(entries.begin(), entries.end(), [](const Entry& x, const Entry& y) {
    return std::tie(x.key, x.clause) < std::tie(y.key, y.clause);
  });
  std::vector<std::pair<uint32_t, uint32_t>> met;
  for (size_t i = 0; i < entries.size(); ++i) {
    const size_t limit = std::min(entries.size(), i + 1 + kPartners);
    for (size_t j = i + 1; j < limit && entries[j].key == entries[i].key; ++j) {
      if (entries[i].clause == entries[j].clause) continue;
      met.emplace_back(entries[i].clause, entries[j].clause);
    }
  }
  std::sort(met.begin(), met.end());
  met.erase(std::unique(met.begin(), met.end()), met.end());

  const Comparison comparison(documents, claims, contexts, index);
  std::vector<ComparedPair> pairs;
  for (const auto& [x, y] : met) {
    ComparedPair pair = comparison.Judge(dated[x], dated[y]);
    if (IsRaised(pair.verdict) || (all && pair.confidence > 0)) {
      pairs.push_back(std::move(pair));
    }
  }
  if (all) AddPageDates(documents, claims, pairs);
  return pairs;
}

}  // namespace rashomon
