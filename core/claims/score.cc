#include "core/claims/score.h"

#include <algorithm>
#include <cmath>

#include "core/claims/compare/interval.h"

namespace rashomon {
namespace {

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

bool IsTotal(const GateInput& x) {
  return x.claim.scope.predicate == "toll" || x.claim.scope.role == "total" ||
         x.context.since;
}

// Different figures of one thing are seldom far apart either.
constexpr double kFarApart = 3;
// Sentences of fewer shared words are alike by chance.
constexpr size_t kFewTerms = 4;

}  // namespace

Order OrderOf(const GateInput& a, const GateInput& b) {
  if (a.claim.doc == b.claim.doc) return Order::kSameDay;
  if (!a.context.published.known() || !b.context.published.known())
    return Order::kUnknown;
  if (a.context.published.begin == b.context.published.begin) return Order::kSameDay;
  return a.context.published.begin > b.context.published.begin ? Order::kFirstLater
                                                               : Order::kSecondLater;
}

bool SameSpan(const ClaimContext& a, const ClaimContext& b) {
  return a.since && b.since && !a.time.years.empty() && a.time.years == b.time.years;
}

bool IsOtherNews(int32_t gap, bool same_year, bool same_doc) {
  return same_doc || (gap > 1 && !same_year);
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

}  // namespace rashomon
