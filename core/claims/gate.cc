#include "core/claims/gate.h"

#include <algorithm>
#include <cmath>
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

Order OrderOf(const GateInput& a, const GateInput& b) {
  if (a.claim.doc == b.claim.doc) return Order::kSameDay;
  if (!a.context.published.known() || !b.context.published.known())
    return Order::kUnknown;
  if (a.context.published.begin == b.context.published.begin) return Order::kSameDay;
  return a.context.published.begin > b.context.published.begin ? Order::kFirstLater
                                                               : Order::kSecondLater;
}

// ---- Likeness ----

double Weigh(absl::Span<const TermId> ids, const TermIndex& index) {
  double sum = 0;
  for (TermId id : ids) sum += index.Weight(id);
  return sum;
}

// The cosine of the sentences' terms, of which `shared` are common to both.
double SentenceLikeness(const ClaimContext& a, const ClaimContext& b,
                        absl::Span<const TermId> shared, const TermIndex& index) {
  if (a.terms_weight <= 0 || b.terms_weight <= 0) return 0;
  return WeighWords(shared, index) / std::sqrt(a.terms_weight * b.terms_weight);
}

struct Likeness {
  double sentence = 0;  // cosine of the sentences' terms
  size_t shared_terms = 0;
  size_t rare = 0;    // rare words of the sentence and names about it that both have
  double close = 0;   // of the words about the value: share of the poorer side
  double names = 0;   // weight of the names that the surroundings share
  double locus = 0;   // cosine of the places; 0 where either side names none
  double rarity = 0;  // of the rarest shared place, in [0, 1]
  bool both_located = false;
};

Likeness LikenessOf(const GateInput& x, const GateInput& y, const TermIndex& index) {
  const ClaimContext& a = x.context;
  const ClaimContext& b = y.context;
  Likeness l;
  const TermList shared = Shared(a.terms, b.terms);
  l.shared_terms = shared.size();
  const TermList shared_near = Shared(a.near, b.near);
  TermList all_shared = shared_near;
  all_shared.insert(all_shared.end(), shared.begin(), shared.end());
  std::sort(all_shared.begin(), all_shared.end());
  all_shared.erase(std::unique(all_shared.begin(), all_shared.end()), all_shared.end());
  for (TermId id : all_shared) l.rare += index.IsRare(id);
  l.sentence = SentenceLikeness(a, b, shared, index);
  const TermList close_a = CloseTerms(x.claim, a);
  const TermList close_b = CloseTerms(y.claim, b);
  if (!close_a.empty() && !close_b.empty()) {
    l.close = WeighWords(Shared(close_a, close_b), index) /
              std::min(WeighWords(close_a, index), WeighWords(close_b, index));
  }
  l.names = Weigh(shared_near, index);
  l.both_located = !a.locus.empty() && !b.locus.empty();
  if (l.both_located) {
    for (TermId id : Shared(a.locus, b.locus)) {
      l.rarity = std::max(l.rarity, std::min(1.0, 1.6 * index.Weight(id)));
    }
    l.locus = Weigh(Shared(a.locus, b.locus), index) /
              std::sqrt(Weigh(a.locus, index) * Weigh(b.locus, index));
  }
  return l;
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

// On the next day only the same sentence tells the same.
constexpr double kStrictSentence = 0.75;
// Two sentences so alike tell the same thing, word by word.
constexpr double kSameSentence = 0.5;
// Alike enough that another place is another word for it.
constexpr double kLikeSentence = 0.4;

// A running total: dead, wounded, destroyed.
bool IsToll(const Claim& claim) {
  const std::string_view status = claim.scope.status;
  return IsRunningStatus(status) && (claim.value.kind == ValueKind::kNumber ||
                                     (claim.value.kind == ValueKind::kMeasure &&
                                      (status == "destroyed" || status == "damaged")));
}

bool IsEventNoun(std::string_view head_class) { return head_class == "war"; }

// ---- Score ----

// The odds that two counts are of one event, as a sum of evidence. The weights are
// those of a logistic fit over counts of labelled articles, rounded; a weight may be
// moved by a quarter without changing much.
struct TollEvidence {
  double base = -1.0;
  double close = 0.6;     // the words about the counts, shared
  double sentence = 0.6;  // the words of the sentences, shared
  double names = 1.7;     // the names about them, shared
  double place = 1.0;     // the place, if it is a rare one
  double located = 0.6;   // … and both sentences name it themselves
  double day = 1.5;       // one day of the event
  double week = -1.2;     // by each week between the articles
  double ratio = -2.2;    // by the logarithm of the counts' ratio
  double near = 0.7;      // rival counts lie close together
  double many_names = 1;  // few events share as many rare names and words
  double total = 1.5;     // both are totals of one place, and the later is greater
  double span = 2.5;      // both count since one year
};
constexpr TollEvidence kEvidence;

// So many rare names and words name an event.
constexpr size_t kNamesOfOneEvent = 4;
// At least so many rare words or names are shared by what tells one fact.
constexpr size_t kRareWords = 2;
// So many rare words and names hold two tolls of unknown days together.
constexpr size_t kNamesOfUndated = 3;
constexpr double kNearRatio = 1.35;
constexpr double kFew = 2;
// What is left of the likeness of two sentences that are nearly the same.
constexpr double kSameWords = 0.8;
// What the ratio still says where a later count is above an earlier "at least".
constexpr double kGrowth = 0.6;
constexpr double kGrowthOfTotal = 0.3;

// Rival counts that one article tells are seldom further apart.
constexpr double kRivalRatio = 3;

// What the places of two counts of one article share: some where one is called a
// toll, and else most.
constexpr double kAnyPlace = 0.1;
constexpr double kSamePlaces = 0.6;

// Two counts of one article: "rescuers put the toll at 43", "the monitor said 23". The
// later one answers the earlier only where another tells it, or where it is called a
// toll; whatever has a place or a day of its own is another event or a part of it.
double ToldTwiceScore(const GateInput& a, const GateInput& b, const Likeness& l,
                      double ratio) {
  const bool in_order = a.claim.span.begin < b.claim.span.begin;
  const GateInput& first = in_order ? a : b;
  const GateInput& second = in_order ? b : a;
  const bool is_toll = second.claim.scope.predicate == "toll";
  const bool answers = is_toll || (!second.claim.speaker.empty() &&
                                   second.claim.speaker != first.claim.speaker);
  const DayRange& x = first.context.event;
  const DayRange& y = second.context.event;
  // The day of what stands before says little within an article.
  const bool other_day = x.known() && y.known() && !first.context.day_inherited &&
                         !second.context.day_inherited && x.Gap(y) > 0;
  // "790 Tolmish soldiers", "2,300 Velmish soldiers": of two sides.
  const TermList whose = NamesWithin(first.claim, first.context);
  const TermList others = NamesWithin(second.claim, second.context);
  const bool of_others = !whose.empty() && !others.empty() && !Meet(whose, others);
  // "15 were killed in a northern district": a part of the greater count.
  const bool narrower = second.context.located &&
                        second.context.locus != first.context.locus &&
                        second.claim.value.lo < first.claim.value.lo;
  const bool elsewhere =
      l.locus < (is_toll ? kAnyPlace : kSamePlaces) && l.sentence < kSameSentence;
  if (!answers || elsewhere || other_day || ratio > kRivalRatio || of_others ||
      second.context.background) {
    return 0.75 * l.sentence;
  }
  const bool both_tell = !first.claim.speaker.empty();
  return (narrower ? 0.45 : 0.56) + (is_toll ? 0.12 : 0) + (both_tell ? 0.06 : 0);
}

// Totals since one year, as of a war: told anew for years, always of one fact.
bool SameSpan(const ClaimContext& a, const ClaimContext& b) {
  return a.since && b.since && !a.time.years.empty() && a.time.years == b.time.years;
}

bool IsTotal(const GateInput& x) {
  return x.claim.scope.predicate == "toll" || x.claim.scope.role == "total" ||
         x.context.since;
}

double TollScore(const GateInput& a, const GateInput& b, const Likeness& l,
                 bool same_doc, bool restated) {
  const Interval x = ReadInterval(a.claim.value);
  const Interval y = ReadInterval(b.claim.value);
  // One and two are no further apart than ten and twelve.
  const double less = std::max(0.0, std::min(x.stated, y.stated));
  const double ratio =
      (std::max(less, std::max(x.stated, y.stated)) + kFew) / (less + kFew);
  if (same_doc) return ToldTwiceScore(a, b, l, ratio);
  double days = 0;
  if (!restated && !SameSpan(a.context, b.context) && a.context.published.known() &&
      b.context.published.known()) {
    days = a.context.published.Gap(b.context.published);
  }
  const bool one_day = a.context.event.known() && b.context.event.known() &&
                       a.context.event.Gap(b.context.event) == 0;
  // Both sentences name the day: however late it is told again, it is one.
  if (one_day && !a.context.day_inherited && !b.context.day_inherited) days = 0;
  const Order order = OrderOf(a, b);
  const bool first_less = x.stated < y.stated;
  const bool more_later =
      order == (first_less ? Order::kSecondLater : Order::kFirstLater);
  const bool grows = more_later && (first_less ? x : y).from_below;
  // "The death toll in Tarsin reached 80", "… rose to 867": one total, growing.
  const bool totals = more_later && IsTotal(a) && IsTotal(b) &&
                      l.locus >= kSamePlaces && l.both_located;
  if (totals) days = 0;
  const TollEvidence& e = kEvidence;
  const double odds = e.base + e.close * l.close + e.sentence * l.sentence +
                      e.names * (1 - std::exp(-l.names / 2)) +
                      e.place * l.rarity * l.locus +
                      (a.context.located && b.context.located ? e.located : 0) +
                      (one_day ? e.day : 0) + e.week * std::min(days / 7, 2.0) +
                      (totals  ? kGrowthOfTotal
                       : grows ? kGrowth
                               : 1) *
                          e.ratio * std::log(ratio) +
                      (ratio <= kNearRatio ? e.near : 0) +
                      (l.rare >= kNamesOfOneEvent ? e.many_names : 0) +
                      (SameSpan(a.context, b.context) ? e.span
                       : totals                       ? e.total
                                                      : 0);
  double score = 1 / (1 + std::exp(-odds));
  // Word by word the same sentence, whatever its figures.
  if (l.sentence >= kStrictSentence && l.rare >= kRareWords) {
    score = std::max(score, l.sentence * kSameWords);
  }
  // A count that falls from day to day is the count of another event.
  const bool falls = days > (one_day ? 1 : 0) && l.sentence < kStrictSentence &&
                     ((order == Order::kFirstLater && x.stated < y.stated) ||
                      (order == Order::kSecondLater && y.stated < x.stated));
  // Without dates one disaster is like another; only its names tell it apart.
  const bool nameless =
      order == Order::kUnknown &&
      (l.rare == 0 || (l.sentence < kSameSentence && l.rare < kNamesOfUndated));
  return falls || nameless ? std::min(score, kShelveToll - 0.01) : score;
}

// Different figures of one thing are seldom far apart either.
constexpr double kFarApart = 3;
// Sentences of fewer shared words are alike by chance.
constexpr size_t kFewTerms = 4;

// Figures that are no toll: those of one article, and of articles days apart that
// name no year, are no two tellings of one fact.
bool IsOtherNews(int32_t gap, bool same_year, bool same_doc) {
  return same_doc || (gap > 1 && !same_year);
}

double FigureScore(const GateInput& a, const GateInput& b, const Likeness& l,
                   bool same_doc) {
  const bool same_predicate = !a.claim.scope.predicate.empty() &&
                              a.claim.scope.predicate == b.claim.scope.predicate;
  const double score = 0.6 * l.sentence + 0.3 * l.close + (same_predicate ? 0.1 : 0.0);
  const int32_t gap = a.context.published.known() && b.context.published.known()
                          ? a.context.published.Gap(b.context.published)
                          : 0;
  const bool same_year =
      !a.context.time.years.empty() && a.context.time.years == b.context.time.years;
  // What a named quarter or year brought is one thing on the day after, too.
  const bool same_period =
      same_year || (a.context.time.quarters != 0 &&
                    a.context.time.quarters == b.context.time.quarters);
  const Interval x = ReadInterval(a.claim.value);
  const Interval y = ReadInterval(b.claim.value);
  const double less = std::min(std::abs(x.stated), std::abs(y.stated));
  const double more = std::max(std::abs(x.stated), std::abs(y.stated));
  const bool bare = a.claim.value.kind == ValueKind::kNumber &&
                    (a.claim.scope.head.empty() || b.claim.scope.head.empty());
  const bool same_words = l.sentence >= kStrictSentence && l.shared_terms > kFewTerms;
  // Templates ("Net profit 12 against 10", week by week) are alike word by word;
  // what tells one fact is told in rare words too.
  const bool doubtful =
      l.rare < kRareWords || IsOtherNews(gap, same_year, same_doc) ||
      (gap > 0 && !same_words && !same_period) ||
      (!same_words && (bare || more > kFarApart * less || l.shared_terms < kFewTerms));
  return doubtful ? std::min(score, kRaise - 0.01) : score;
}

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
  const std::string lot =
      absl::StrCat(scope.status, "|", scope.modality, "|", role, part ? "|part" : "|",
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
