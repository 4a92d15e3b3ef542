#include "core/claims/compare/toll.h"

#include <algorithm>
#include <cmath>

#include "core/claims/compare/interval.h"

namespace rashomon {
namespace {

constexpr double kPrintableGap = 0.10;  // no editor prints more side by side …
constexpr double kPrintableCount = 2;   // … unless the counts are that close

// "Police" and "a monitor" may be one source; two names are two.
bool IsNamed(std::string_view speaker) {
  return std::any_of(speaker.begin(), speaker.end(),
                     [](char c) { return c >= 'A' && c <= 'Z'; });
}

Severity SeverityOf(const Interval& a, const Interval& b) {
  const double gap = std::abs(a.stated - b.stated);
  const bool small = std::max(a.stated, b.stated) < 20;
  return small ? (gap >= 2 ? Severity::kMajor : Severity::kMinor)
               : (RelativeGap(a, b) >= 0.1 ? Severity::kMajor : Severity::kMinor);
}

}  // namespace

bool IsRunningStatus(std::string_view s) {
  return s == "killed" || s == "wounded" || s == "missing" || s == "arrested" ||
         s == "displaced" || s == "evacuated" || s == "infected" || s == "sick" ||
         s == "destroyed" || s == "damaged" || s == "rescued" || s == "kidnapped" ||
         s == "powerless";
}

Ruling CompareToll(const Claim& first, const Claim& second, Order order) {
  const Interval x = ReadInterval(first.value);
  const Interval y = ReadInterval(second.value);
  Ruling ruling;
  ruling.severity = SeverityOf(x, y);
  const std::string both = Describe(first) + " against " + Describe(second);
  if (x.lo == y.lo && x.hi == y.hi) {
    ruling = {Verdict::kCompatible, Severity::kMinor, "equal",
              both + ": the same count"};
    return ruling;
  }
  const bool first_less = x.stated < y.stated;
  const Interval& less = first_less ? x : y;
  const Interval& more = first_less ? y : x;
  const bool small_gap = RelativeGap(x, y) < kPrintableGap ||
                         std::abs(x.stated - y.stated) < kPrintableCount;
  if (x.vague || y.vague) {
    const bool meets = x.Meets(y);
    ruling.verdict = meets ? Verdict::kCompatible : Verdict::kConflict;
    ruling.rule = meets ? "vague" : "toll";
    // "Dozens" are loose: only a figure far outside contradicts them.
    if (!meets && more.lo < 2 * std::max(1.0, less.hi) && less.hi * 2 > more.lo) {
      ruling.verdict = Verdict::kCompatible;
      ruling.rule = "vague";
    }
    ruling.reason = both + (ruling.verdict == Verdict::kCompatible
                                ? ": the loose word leaves room for the figure"
                                : ": the loose word leaves no room for the figure");
    return ruling;
  }
  // Two bounds are two counts at two times, however close, unless of one day.
  const bool counted_on = x.from_below && y.from_below && order != Order::kSameDay;
  if (x.Meets(y) && !counted_on &&
      (small_gap || !(less.from_below || less.from_above))) {
    const bool round = !x.sharp || !y.sharp;
    const bool bound = x.from_below || y.from_below || x.from_above || y.from_above;
    if (x.from_above || y.from_above) {
      ruling.verdict = Verdict::kCompatible;
    } else {
      const bool more_than = first.value.qualifier == Qualifier::kMoreThan ||
                             second.value.qualifier == Qualifier::kMoreThan ||
                             x.hedged || y.hedged;
      ruling.verdict =
          round && (more_than || !bound) ? Verdict::kRounded : Verdict::kCompatible;
    }
    ruling.rule = ruling.verdict == Verdict::kRounded ? "rounding" : "bound";
    ruling.reason =
        both + (ruling.verdict == Verdict::kRounded ? ": one rounds the other"
                                                    : ": the bound holds");
    return ruling;
  }
  const bool less_later = (order == Order::kFirstLater) == first_less &&
                          (order == Order::kFirstLater || order == Order::kSecondLater);
  const bool more_later =
      order != Order::kUnknown && order != Order::kSameDay && !less_later;
  const bool rivals = !more_later && IsNamed(first.speaker) &&
                      IsNamed(second.speaker) && first.speaker != second.speaker;
  // "At least 22" is what was known when it was written; a greater count of the same
  // day may have come later in it.
  const bool early_count =
      less.from_below && !less_later && !rivals && first.doc != second.doc;
  ruling.rule = "toll";
  if (!early_count && (order == Order::kSameDay || less_later || rivals)) {
    ruling.verdict = Verdict::kConflict;
    ruling.reason =
        both + (order == Order::kSameDay ? ": two counts of one event on one day"
                : less_later             ? ": the count told later is the lower one"
                                         : ": two sources count one event");
    return ruling;
  }
  ruling.verdict = Verdict::kRevised;
  ruling.reason =
      both + (order == Order::kUnknown ? ": two stages of a count that grows"
                                       : ": the count told later is the greater one");
  return ruling;
}

}  // namespace rashomon
