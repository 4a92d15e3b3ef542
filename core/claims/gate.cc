#include "core/claims/gate.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/strings.h"
#include "core/claims/compare/interval.h"
#include "core/claims/compare/toll.h"
#include "core/claims/lexicon.h"
#include "core/claims/likeness.h"
#include "core/claims/score.h"

namespace rashomon {
namespace data {
std::string_view kin();
}  // namespace data

namespace {

GateResult Veto(std::string_view rule, Verdict verdict = Verdict::kNotComparable) {
  GateResult result;
  result.veto = rule;
  result.verdict = verdict;
  return result;
}

// ---- Head and restrictors ----

using FacetList = absl::InlinedVector<std::string_view, 2>;

struct Facets {
  FacetList sides;
  FacetList parts;
  FacetList nations;
};

Facets FacetsOf(const Scope& scope) {
  Facets f;
  for (const std::string& r : scope.restrictors) {
    const std::string_view s = r;
    if (s.starts_with("side:")) f.sides.push_back(s.substr(5));
    if (s.starts_with("part:")) f.parts.push_back(s.substr(5));
    if (s.starts_with("nation:")) f.nations.push_back(s.substr(7));
  }
  return f;
}

bool Disjoint(const FacetList& a, const FacetList& b) {
  if (a.empty() || b.empty()) return false;
  for (std::string_view x : a) {
    if (std::find(b.begin(), b.end(), x) != b.end()) return false;
  }
  return true;
}

// Words for one set of people, by kin.tsv: an aid worker may be told as a volunteer,
// a driver or a medic.
bool AreKin(std::string_view a, std::string_view b) {
  static const auto& sets = *new absl::flat_hash_map<std::string_view, size_t>([] {
    absl::flat_hash_map<std::string_view, size_t> map;
    size_t set = 0;
    for (const auto& row : LexiconRows(data::kin())) {
      ++set;
      for (std::string_view part : row) map.try_emplace(part, set);
    }
    return map;
  }());
  if (a == b) return true;
  const auto x = sets.find(a);
  const auto y = sets.find(b);
  return x != sets.end() && y != sets.end() && x->second == y->second;
}

bool PartsMeet(const FacetList& a, const FacetList& b) {
  for (std::string_view x : a) {
    for (std::string_view y : b) {
      if (AreKin(x, y)) return true;
    }
  }
  return false;
}

bool IsGreater(const Claim& part, const Claim& whole) {
  return ReadInterval(part.value).lo > ReadInterval(whole.value).hi;
}

// ---- Times ----

// "The Senate plan", "the House plan": a group named on both sides, no member shared.
bool ContrastsClash(const ClaimContext& a, const ClaimContext& b) {
  bool clash = false;
  for (size_t i = 0; i < a.contrasts.size();) {
    const int group = a.contrasts[i] >> 8;
    bool in_b = false;
    bool shared = false;
    for (; i < a.contrasts.size() && a.contrasts[i] >> 8 == group; ++i) {
      for (uint16_t code : b.contrasts) {
        in_b |= code >> 8 == group;
        shared |= code == a.contrasts[i];
      }
    }
    clash |= in_b && !shared;
  }
  return clash;
}

bool TimesClash(const TimeWords& a, const TimeWords& b) {
  if (a.weekdays != 0 && b.weekdays != 0 && (a.weekdays & b.weekdays) == 0) return true;
  if (a.months != 0 && b.months != 0 && (a.months & b.months) == 0) return true;
  if (a.quarters != 0 && b.quarters != 0 && a.quarters != b.quarters) return true;
  if (!a.years.empty() && !b.years.empty()) {
    if (a.fiscal != b.fiscal) return true;
    std::vector<uint16_t> common;
    std::set_intersection(a.years.begin(), a.years.end(), b.years.begin(),
                          b.years.end(), std::back_inserter(common));
    if (common.empty()) return true;
  }
  return false;
}

constexpr int32_t kReportedWithin = 7;  // days from an event to its article
constexpr int32_t kFreshWithin = 3;     // … where another article gives the day

bool DatesClash(const ClaimContext& a, const ClaimContext& b, bool toll) {
  if (a.event.known() && b.event.known()) {
    // The day of what stands before says little of a price or a share; papers of
    // one day or the next tell the same news.
    if (!toll && (a.day_inherited || b.day_inherited) && a.published.known() &&
        b.published.known() && a.published.Gap(b.published) <= 1) {
      return false;
    }
    const auto exact = [](const ClaimContext& c) {
      return c.event.end - c.event.begin == 1 && !c.day_inherited;
    };
    return a.event.Gap(b.event) > (exact(a) && exact(b) ? 0 : 1);
  }
  const auto reaches = [](const ClaimContext& dated, const ClaimContext& other) {
    if (!other.published.known()) return true;
    const DayRange window = {other.published.begin - kReportedWithin,
                             other.published.end};
    return dated.event.Gap(window) <= 1;
  };
  if (a.event.known()) return !reaches(a, b);
  if (b.event.known()) return !reaches(b, a);
  return false;
}

// Names that only the articles of one event have, and so many shared, are its names.
constexpr size_t kNamesOfEvent = 2;

// "A year ago the ferry Castor Bay sank; 72 people were killed": a later article
// looks back at the event that the earlier one reports, and calls it by its name.
bool IsRestated(const GateInput& a, const GateInput& b, const TermIndex& index) {
  if (!a.context.published.known() || !b.context.published.known()) return false;
  const bool a_later = a.context.published.begin > b.context.published.begin;
  const ClaimContext& later = a_later ? a.context : b.context;
  const ClaimContext& first = a_later ? b.context : a.context;
  const DayRange& told = first.event.known() ? first.event : first.published;
  if (later.published.Gap(first.published) <= kReportedWithin || !later.background ||
      !later.era.known() || later.era.Gap(told) > 0) {
    return false;
  }
  size_t names = 0;
  bool named = false;  // by more than its place
  for (TermId id : Shared(later.near, first.near)) {
    if (!index.IsRare(id)) continue;
    ++names;
    named |= !index.IsPlace(id) &&
             std::binary_search(later.names.begin(), later.names.end(), id);
  }
  return named && names >= kNamesOfEvent;
}

bool AllOf(absl::Span<const TermId> ids, absl::Span<const TermId> in) {
  return std::includes(in.begin(), in.end(), ids.begin(), ids.end());
}

// True where each sentence has a name that the other document never mentions:
// two companies, two towns.
bool NamesClash(const GateInput& a, const GateInput& b, const TermIndex& index) {
  const auto foreign = [&](const ClaimContext& x, const GateInput& y) {
    return !x.names.empty() && !AllOf(x.names, index.Names(y.claim.doc)) &&
           !Meet(x.names, y.context.names);
  };
  return foreign(a.context, b) && foreign(b.context, a);
}

// Wheat sold by one nation to a second and to a third is two sales; a war is told with
// whichever of its parties the sentence needs.
bool NationsClash(absl::Span<const TermId> a, absl::Span<const TermId> b, bool war) {
  if (a.empty() || b.empty()) return false;
  const size_t shared = Shared(a, b).size();
  if (war) return shared == 0;
  return shared < a.size() && shared < b.size();
}

// True where both sentences name places, and none is shared.
bool PlacesClash(const GateInput& a, const GateInput& b) {
  return a.context.located && b.context.located &&
         !Meet(a.context.locus, b.context.locus);
}

// A running total: dead, wounded, destroyed.
bool IsToll(const Claim& claim) {
  const std::string_view status = claim.scope.status;
  return IsRunningStatus(status) && (claim.value.kind == ValueKind::kNumber ||
                                     (claim.value.kind == ValueKind::kMeasure &&
                                      (status == "destroyed" || status == "damaged")));
}

bool IsEventNoun(std::string_view head_class) { return head_class == "war"; }

}  // namespace

bool Lot::MayMeet(const Lot& other) const {
  if (hash == 0 || hash != other.hash) return false;
  if (any_day || other.any_day) return true;
  const bool same_year = years != 0 && years == other.years;
  const int32_t gap = day == DayRange::kUnknown || other.day == DayRange::kUnknown
                          ? 0
                          : std::abs(day - other.day);
  return gap <= kReportedWithin && !IsOtherNews(gap, same_year, doc == other.doc);
}

Lot LotOf(const Claim& claim, const ClaimContext& context) {
  if (context.table || context.market) return {};
  const Scope& scope = claim.scope;
  const bool part = !FacetsOf(scope).parts.empty();
  // Parts that are kin may differ in role, and a total is no role of its own.
  const std::string role = part || scope.role == "total" ? "" : scope.role;
  const std::string lot = absl::StrCat(scope.status, "|", scope.modality, "|", role,
                                       context.each ? "|each" : "|");
  const bool any_day = IsToll(claim) || IsEventNoun(scope.head_class);
  uint64_t years = 0;
  for (uint16_t year : context.time.years) years = Mix64(years ^ year) | 1;
  return {static_cast<uint32_t>(Hash64(lot)) | 1, context.published.begin,
          static_cast<uint32_t>(years), claim.doc, any_day};
}

GateResult Gate(const GateInput& a, const GateInput& b, const TermIndex& index) {
  const Scope& x = a.claim.scope;
  const Scope& y = b.claim.scope;
  const bool same_doc = a.claim.doc == b.claim.doc;
  if (a.claim.value.kind != b.claim.value.kind ||
      (a.claim.value.unit != b.claim.value.unit &&
       BaseUnit(a.claim.value) != BaseUnit(b.claim.value))) {
    return Veto("other-dimension");
  }
  if (same_doc && a.claim.context == b.claim.context) {
    // "Nine children were among the 58 people killed": the sentence says so itself.
    const auto of_people = [](const Scope& s) {
      return s.head_class == "person" || s.head_class == "delegation";
    };
    const bool stated_part =
        ((x.role == "total") != (y.role == "total") ||
         (x.role == "part") != (y.role == "part")) &&
        x.status == y.status &&
        (x.head_class == y.head_class || (of_people(x) && of_people(y)));
    if (stated_part) return Veto("part-of-group", Verdict::kPartOf);
    return Veto("same-sentence");
  }
  if (a.context.table || b.context.table) return Veto("table");
  if (a.context.market || b.context.market) return Veto("market-quotation");

  const bool count = a.claim.value.kind == ValueKind::kNumber;
  if (count && x.head_class != y.head_class) return Veto("other-head");
  if (a.claim.value.kind == ValueKind::kRatio && !x.head.empty() && !y.head.empty() &&
      x.head_class != y.head_class) {
    return Veto("other-head");
  }
  if (x.status != y.status) return Veto("other-status");
  if (a.claim.value.kind == ValueKind::kDuration &&
      (IsEventNoun(x.head_class) || IsEventNoun(y.head_class)) &&
      x.head_class != y.head_class) {
    return Veto("other-head");
  }
  const bool toll = IsToll(a.claim);
  const Facets f = FacetsOf(x);
  const Facets g = FacetsOf(y);
  const bool kin = PartsMeet(f.parts, g.parts);
  if (Disjoint(f.nations, g.nations)) return Veto("other-nation");
  if (!f.parts.empty() && !g.parts.empty() && !kin) return Veto("other-group");
  // A part greater than its whole is compared like any two counts of one thing.
  if (f.parts.empty() != g.parts.empty() &&
      !(count && IsGreater(f.parts.empty() ? b.claim : a.claim,
                           f.parts.empty() ? a.claim : b.claim))) {
    return Veto("part-of-group", count ? Verdict::kPartOf : Verdict::kNotComparable);
  }
  if (Disjoint(f.sides, g.sides)) return Veto("other-side");

  // Asked for by few vetoes, and only where all else says so.
  const auto sentence = [&] {
    return SentenceLikeness(a.context, b.context,
                            Shared(a.context.terms, b.context.terms), index);
  };
  if (x.modality != y.modality) return Veto("other-modality");
  if (x.role != y.role &&
      !(kin && (x.role.empty() || x.role == "part" || x.role == "total") &&
        (y.role.empty() || y.role == "part" || y.role == "total"))) {
    const auto plain = [](const std::string& r) { return r.empty() || r == "total"; };
    if (!(plain(x.role) && plain(y.role))) {
      const auto is_part = [](const std::string& r) {
        return r == "part" || r.starts_with("graded:");
      };
      const bool part = is_part(x.role) || is_part(y.role);
      return Veto(part ? "subset" : "other-role",
                  part ? Verdict::kPartOf : Verdict::kNotComparable);
    }
  }
  if (x.role == "increment" || (x.role == "beside" && sentence() < kSameSentence)) {
    return Veto("increment");
  }

  // A finished war is one, whenever it is told of.
  const bool war = a.claim.value.kind == ValueKind::kDuration &&
                   IsEventNoun(x.head_class) && x.head_class == y.head_class;
  const bool restated = toll && IsRestated(a, b, index);
  const bool same_span = toll && SameSpan(a.context, b.context);
  if (!war && !restated && !same_span &&
      (TimesClash(a.context.time, b.context.time) ||
       DatesClash(a.context, b.context, toll))) {
    return Veto("other-time");
  }
  if (!toll && ContrastsClash(a.context, b.context)) return Veto("contrast");
  if (!toll && a.context.time.year_ago != b.context.time.year_ago)
    return Veto("other-time");
  if (!war && a.context.since != b.context.since && sentence() < kSameSentence)
    return Veto("other-span");
  if (a.context.each != b.context.each) return Veto("other-role");
  if (PlacesClash(a, b) && (toll || sentence() < kLikeSentence))
    return Veto("other-place");
  if (!toll && NamesClash(a, b, index) && sentence() < kLikeSentence)
    return Veto("other-subject");

  if (!toll && NationsClash(a.context.nations, b.context.nations, war))
    return Veto("other-nation");

  if (!toll && !war && a.context.published.known() && b.context.published.known() &&
      a.context.published.Gap(b.context.published) > kReportedWithin) {
    return Veto("other-time");
  }

  const Likeness l = LikenessOf(a, b, index);
  GateResult result;
  result.toll = toll;
  result.order = OrderOf(a, b);
  result.score =
      toll ? TollScore(a, b, l, same_doc, restated) : FigureScore(a, b, l, same_doc);
  if (war) {
    // A war is known by who fought it.
    const double nations =
        static_cast<double>(Shared(a.context.nations, b.context.nations).size());
    result.score = std::max(result.score, std::min(0.9, 0.3 * nations));
  }
  result.score = std::min(result.score, 1.0);
  return result;
}

}  // namespace rashomon
