#include "core/claims/compare/figure.h"

#include <algorithm>
#include <cmath>

#include "core/claims/compare/interval.h"

namespace rashomon {

Ruling CompareFigures(const Claim& first, const Claim& second) {
  const Interval x = ReadInterval(first.value);
  const Interval y = ReadInterval(second.value);
  const std::string both = Describe(first) + " against " + Describe(second);
  if (x.lo == y.lo && x.hi == y.hi) {
    return {Verdict::kCompatible, Severity::kMinor, "equal", both + ": the same value"};
  }
  // "218 tons" and "218 tonnes": who means short tons beside metric ones says so.
  const auto tons = [](const Claim& c) { return c.value.unit == "ton"; };
  const auto tonnes = [](const Claim& c) { return c.value.unit == "t"; };
  if (first.value.lo == second.value.lo && first.value.hi == second.value.hi &&
      ((tons(first) && tonnes(second)) || (tonnes(first) && tons(second)))) {
    return {Verdict::kCompatible, Severity::kMinor, "unit-word",
            both + ": one figure, and two words for a unit"};
  }
  const bool bound = x.from_below || y.from_below || x.from_above || y.from_above;
  // Of two round figures one must lie inside the other's rounding; that the edges
  // touch (about 1.2 and 1.3 billion) is not enough.
  const auto holds = [](const Interval& i, double v) { return i.lo <= v && v <= i.hi; };
  const bool meets =
      bound ? x.Meets(y)
            : holds(x, y.stated) || holds(y, x.stated) ||
                  (first.value.qualifier == Qualifier::kRange && x.Meets(y)) ||
                  (second.value.qualifier == Qualifier::kRange && x.Meets(y));
  // Miles told as kilometres, "some 55" beside "about 57": nobody claims more than
  // that.
  const bool converted = first.value.unit != second.value.unit;
  if (meets && !bound && (converted || (x.hedged && y.hedged))) {
    return {Verdict::kCompatible, Severity::kMinor, converted ? "conversion" : "hedged",
            both + (converted ? ": the same in another unit"
                              : ": both are given as rough")};
  }
  if (meets || x.vague || y.vague) {
    // "More than a million" beside ten millions holds, and yet tells another story.
    const bool close = RelativeGap(x, y) < 0.25;
    if (bound && !x.vague && !y.vague) {
      return {Verdict::kCompatible, Severity::kMinor, "bound",
              both + (close ? ": the bound holds" : ": the bound holds, if loosely")};
    }
    return {x.vague || y.vague ? Verdict::kCompatible : Verdict::kRounded,
            Severity::kMinor, x.vague || y.vague ? "vague" : "rounding",
            both + ": one rounds the other"};
  }
  // "$54.9" beside "$54.9 million": a word was dropped, no figure was changed.
  const double less = std::min(x.stated, y.stated);
  const double ratio = less > 0 ? std::max(x.stated, y.stated) / less : 0;
  for (double scale : {1e3, 1e6, 1e9}) {
    if (std::abs(ratio / scale - 1) < 1e-9) {
      return {Verdict::kCompatible, Severity::kMinor, "scale",
              both + ": the same digits, one without its scale"};
    }
  }
  const double gap = std::abs(x.stated - y.stated);
  const bool few =
      first.value.kind == ValueKind::kNumber && std::max(x.stated, y.stated) < 20;
  const bool major = few ? gap >= 2 : RelativeGap(x, y) >= 0.1;
  return {Verdict::kConflict, major ? Severity::kMajor : Severity::kMinor, "figure",
          both + ": both cannot be true of one thing"};
}

}  // namespace rashomon
