#include "core/claims/siblings.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "core/claims/compare/interval.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxSiblings = 32;
constexpr uint32_t kMaxInArticle = 200;

bool SameValue(const Value& a, const Value& b) {
  return a.lo == b.lo && a.hi == b.hi && a.unit == b.unit;
}

// "At least 15" tells the figure 15.
bool SameFigure(const Value& a, const Value& b) {
  return a.unit == b.unit && ReadInterval(a).stated == ReadInterval(b).stated;
}

// The groups that a count is of: children, teachers.
std::vector<std::string_view> Parts(const Claim& c) {
  std::vector<std::string_view> parts;
  for (const std::string& r : c.scope.restrictors) {
    if (r.starts_with("part:")) parts.push_back(r);
  }
  return parts;
}

// "two fires burned inside and one outside": the second leaves the verb out.
bool SameStatus(const Claim& a, const Claim& b) {
  return a.scope.status == b.scope.status || a.scope.status.empty() ||
         b.scope.status.empty();
}

// The claims of the sentence of `i` that measure the same, `i` among them.
std::vector<uint32_t> Row(absl::Span<const Claim> claims, uint32_t i) {
  const Claim& claim = claims[i];
  uint32_t first = i;
  while (first > 0 && i - first < kMaxSiblings && claims[first - 1].doc == claim.doc &&
         claims[first - 1].context == claim.context) {
    --first;
  }
  std::vector<uint32_t> row;
  for (uint32_t k = first;
       k < claims.size() && k - first < 2 * kMaxSiblings &&
       claims[k].doc == claim.doc && claims[k].context == claim.context;
       ++k) {
    const bool same_head =
        claim.value.kind != ValueKind::kNumber ||
        (claims[k].scope.head_class == claim.scope.head_class &&
         SameStatus(claims[k], claim) && Parts(claims[k]) == Parts(claim));
    if (claims[k].value.kind == claim.value.kind && same_head &&
        BaseUnit(claims[k].value) == BaseUnit(claim.value)) {
      row.push_back(k);
    }
  }
  return row;
}

bool Holds(absl::Span<const Claim> claims, const std::vector<uint32_t>& row,
           uint32_t except, const Value& value) {
  return std::any_of(row.begin(), row.end(), [&](uint32_t k) {
    return k != except && SameFigure(claims[k].value, value);
  });
}

bool AddsUpTo(absl::Span<const Claim> claims, const std::vector<uint32_t>& row,
              const Claim& total) {
  if (row.size() < 2) return false;
  // A headline and its lead tell one figure twice.
  const auto told_before = [&](size_t k) {
    return std::any_of(
        row.begin(), row.begin() + static_cast<std::ptrdiff_t>(k),
        [&](uint32_t i) { return SameFigure(claims[i].value, claims[row[k]].value); });
  };
  double sum = 0;
  for (size_t k = 0; k < row.size(); ++k) {
    if (!told_before(k)) sum += ReadInterval(claims[row[k]].value).stated;
  }
  const Interval t = ReadInterval(total.value);
  const double slack = 0.02 * std::abs(t.stated);
  return sum >= t.lo - slack && sum <= std::min(t.hi, 1.1 * t.stated) + slack;
}

// "raised to 2.5 billion schillings from two billion": the sentence tells the other's
// figure without its unit.
bool TellsBare(absl::Span<const Claim> claims, uint32_t i, const Value& value) {
  if (value.kind == ValueKind::kNumber) return false;
  const auto beside = [&](uint32_t k) {
    return claims[k].doc == claims[i].doc && claims[k].context == claims[i].context;
  };
  const auto tells = [&](uint32_t k) {
    return claims[k].value.kind == ValueKind::kNumber &&
           claims[k].value.lo == value.lo && claims[k].value.hi == value.hi;
  };
  for (uint32_t k = i; k > 0 && i - k < kMaxSiblings && beside(k - 1); --k) {
    if (tells(k - 1)) return true;
  }
  for (uint32_t k = i + 1; k < claims.size() && k - i < kMaxSiblings && beside(k);
       ++k) {
    if (tells(k)) return true;
  }
  return false;
}

size_t Rank(const std::vector<uint32_t>& row, uint32_t i) {
  return static_cast<size_t>(std::find(row.begin(), row.end(), i) - row.begin());
}

bool SameGroup(const Claim& a, const Claim& b) {
  return a.value.kind == b.value.kind && a.scope.head_class == b.scope.head_class &&
         a.scope.status == b.scope.status && a.scope.restrictors == b.scope.restrictors;
}

bool Tells(absl::Span<const Claim> claims, DocId doc, const Claim& what) {
  const auto first =
      std::partition_point(claims.begin(), claims.end(),
                           [&](const Claim& c) { return Index(c.doc) < Index(doc); });
  uint32_t looked = 0;
  for (auto it = first; it != claims.end() && it->doc == doc && looked < kMaxInArticle;
       ++it, ++looked) {
    if (SameFigure(it->value, what.value) && SameGroup(*it, what)) return true;
  }
  return false;
}

// The dead of one side, and by far more dead of whatever side.
bool IsOneSideOf(const Claim& part, const Claim& whole) {
  constexpr double kByFar = 3;
  return !part.scope.restrictors.empty() && whole.scope.restrictors.empty() &&
         kByFar * ReadInterval(part.value).stated < ReadInterval(whole.value).stated;
}

// True where the sentence of claim `i` counts several groups that one thing befell.
// Parts of a count do not make it several.
bool CountsSeveral(absl::Span<const Claim> claims, uint32_t i) {
  const Claim& claim = claims[i];
  const auto beside = [&](const Claim& c) {
    return c.doc == claim.doc && c.context == claim.context;
  };
  const auto another = [&](const Claim& c) {
    return c.value.kind == ValueKind::kNumber && c.scope.status == claim.scope.status &&
           c.scope.role != "part" && Parts(c).empty() &&
           !SameValue(c.value, claim.value);
  };
  for (uint32_t k = i; k > 0 && i - k < kMaxSiblings && beside(claims[k - 1]); --k) {
    if (another(claims[k - 1])) return true;
  }
  for (uint32_t k = i + 1; k < claims.size() && k - i < kMaxSiblings; ++k) {
    if (!beside(claims[k])) return false;
    if (another(claims[k])) return true;
  }
  return false;
}

// The places that stand between count `i` and the next one of its sentence; empty for
// the last one.
TermList OwnPlaces(absl::Span<const Claim> claims, uint32_t i,
                   const ClaimContext& context, const TermIndex& index) {
  TermList places;
  const Claim& claim = claims[i];
  for (uint32_t k = i + 1; k < claims.size() && k - i < kMaxSiblings; ++k) {
    const Claim& next = claims[k];
    if (next.doc != claim.doc || next.context != claim.context) break;
    if (next.value.kind != ValueKind::kNumber || next.scope.status.empty() ||
        next.span.begin < claim.span.end) {
      continue;
    }
    for (const Term& t : context.words) {
      if (t.begin >= claim.span.end && t.begin < next.span.begin && t.name && t.place &&
          !t.nation && index.IsPlace(t.id)) {
        places.push_back(t.id);
      }
    }
    break;
  }
  std::sort(places.begin(), places.end());
  return places;
}

}  // namespace

SiblingRuling JudgeSiblings(absl::Span<const Claim> claims, uint32_t a, uint32_t b) {
  const std::vector<uint32_t> row_a = Row(claims, a);
  const std::vector<uint32_t> row_b = Row(claims, b);
  if (Holds(claims, row_a, a, claims[b].value) ||
      Holds(claims, row_b, b, claims[a].value) ||
      TellsBare(claims, a, claims[b].value) || TellsBare(claims, b, claims[a].value)) {
    return {"told-beside", Verdict::kNotComparable};
  }
  if (AddsUpTo(claims, row_a, claims[b]) || AddsUpTo(claims, row_b, claims[a])) {
    return {"sum", Verdict::kPartOf};
  }
  if (row_a.size() > 1 && row_b.size() > 1 && Rank(row_a, a) != Rank(row_b, b)) {
    return {"other-figure", Verdict::kNotComparable};
  }
  return {};
}

SiblingRuling JudgeCounts(absl::Span<const Claim> claims, uint32_t a, uint32_t b,
                          const ClaimContext& context_a, const ClaimContext& context_b,
                          const TermIndex& index) {
  if (claims[a].doc == claims[b].doc &&
      (CountsSeveral(claims, a) || CountsSeveral(claims, b))) {
    return IsOneSideOf(claims[a], claims[b]) || IsOneSideOf(claims[b], claims[a])
               ? SiblingRuling{"part-of-group", Verdict::kPartOf}
               : SiblingRuling{"other-figure", Verdict::kNotComparable};
  }
  const TermList own_a = OwnPlaces(claims, a, context_a, index);
  const TermList own_b = OwnPlaces(claims, b, context_b, index);
  const auto elsewhere = [](const TermList& own, const TermList& others,
                            absl::Span<const TermId> locus) {
    if (own.empty()) return false;
    return others.empty() ? !Meet(own, locus) : !Meet(own, others);
  };
  if (elsewhere(own_a, own_b, context_b.locus) ||
      elsewhere(own_b, own_a, context_a.locus)) {
    return {"other-place", Verdict::kNotComparable};
  }
  if (ArticlesThatTellBoth(claims, a, b) == 2) {
    return {"told-in-both", Verdict::kNotComparable};
  }
  return {};
}

int ArticlesThatTellBoth(absl::Span<const Claim> claims, uint32_t a, uint32_t b) {
  if (claims[a].doc == claims[b].doc) return 0;
  return (Tells(claims, claims[b].doc, claims[a]) ? 1 : 0) +
         (Tells(claims, claims[a].doc, claims[b]) ? 1 : 0);
}

}  // namespace rashomon
