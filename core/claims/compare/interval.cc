#include "core/claims/compare/interval.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_format.h"
#include "core/base/strings.h"
#include "core/claims/lexicon.h"

namespace rashomon {
namespace data {
std::string_view units();
}  // namespace data

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

struct UnitEntry {
  std::string base;
  double factor = 1;
  double offset = 0;
};

const absl::flat_hash_map<std::string, UnitEntry>& Units() {
  static const auto* const map = [] {
    auto* m = new absl::flat_hash_map<std::string, UnitEntry>;
    for (const auto& row : LexiconRows(data::units())) {
      UnitEntry entry;
      if (row.size() < 5 || !absl::SimpleAtod(ToAbsl(row[3]), &entry.factor) ||
          !absl::SimpleAtod(ToAbsl(row[4]), &entry.offset)) {
        continue;
      }
      entry.base = std::string(row[2]);
      m->try_emplace(std::string(row[0]), std::move(entry));
    }
    return m;
  }();
  return *map;
}

// The place value of the last digit that is not zero: 1,400 has 100, 23 has 1,
// 5.8 has 0.1.
double Grid(double value) {
  if (value == 0 || !std::isfinite(value)) return 0;
  double grid = 1;
  const double v = std::abs(value);
  if (v == std::floor(v) && v < 1e15) {
    for (auto n = static_cast<uint64_t>(v); n % 10 == 0; n /= 10) grid *= 10;
    return grid;
  }
  for (int digits = 1; digits <= 6; ++digits) {
    grid /= 10;
    const double scaled = v / grid;
    if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::max(1.0, scaled))
      return grid;
  }
  return grid;
}

// How far from the figure an unhedged value may lie.
double Tolerance(const Value& value, double v) {
  const double grid = Grid(v);
  if (value.kind == ValueKind::kNumber) {
    if (v < 100 || grid < 10) return grid < 1 ? grid / 2 : 0;
    return std::min(grid / 2, v / 10);
  }
  if (value.kind == ValueKind::kDuration) return 0;
  if (v >= 100 && grid >= 10) return std::min(grid / 2, v / 10);
  if (value.kind == ValueKind::kMoney && grid >= 1 && v < 100) return 0;
  return std::min(grid / 2, v / 10);
}

}  // namespace

Interval ReadInterval(const Value& value) {
  Interval r;
  double lo = value.lo;
  double hi = value.hi;
  r.stated = std::isfinite(lo) && value.qualifier != Qualifier::kLessThan &&
                     value.qualifier != Qualifier::kUpTo
                 ? lo
                 : hi;
  if (!std::isfinite(r.stated)) r.stated = std::isfinite(lo) ? lo : 0;
  const double v = r.stated;
  switch (value.qualifier) {
    case Qualifier::kExact: {
      // A hair less than half, so that neighbours (0.12 and 0.13) do not touch.
      const double t = lo == hi ? 0.999 * Tolerance(value, v) : 0;
      r.sharp = lo == hi && t == 0;
      lo -= t;
      hi += t;
      break;
    }
    case Qualifier::kAbout: {
      const double t =
          std::max(std::abs(v) * 0.05, std::min(Grid(v) / 2, std::abs(v) / 10));
      lo = std::min(lo, v) - t;
      hi = std::max(hi, v) + t;
      r.hedged = true;
      break;
    }
    case Qualifier::kNearly:
      hi = v;
      lo = 0.9 * v;
      r.hedged = true;
      break;
    case Qualifier::kMoreThan:
    case Qualifier::kAtLeast:
      lo = v;
      hi = kInfinity;
      r.from_below = true;
      break;
    case Qualifier::kLessThan:
    case Qualifier::kUpTo:
      lo = std::min(0.0, v);
      hi = v;
      r.from_above = true;
      break;
    case Qualifier::kRange:
      break;
    case Qualifier::kVague:
      r.vague = true;
      break;
  }
  r.base_unit = value.unit;
  const auto unit = Units().find(value.unit);
  if (unit != Units().end()) {
    const UnitEntry& u = unit->second;
    r.base_unit = u.base;
    lo = lo * u.factor + u.offset;
    hi = hi * u.factor + u.offset;
    r.stated = r.stated * u.factor + u.offset;
  }
  r.lo = std::min(lo, hi);
  r.hi = std::max(lo, hi);
  return r;
}

std::string_view BaseUnit(const Value& value) {
  const auto unit = Units().find(value.unit);
  return unit == Units().end() ? std::string_view(value.unit) : unit->second.base;
}

double RelativeGap(const Interval& a, const Interval& b) {
  const double top = std::max(std::abs(a.stated), std::abs(b.stated));
  return top == 0 ? 0 : std::abs(a.stated - b.stated) / top;
}

namespace {

// "23000" as "23,000"; four digits stay as they are.
std::string WithThousands(std::string digits) {
  const size_t whole = std::min(digits.find_first_not_of("0123456789"), digits.size());
  if (whole < 5) return digits;
  for (size_t at = whole - 3; at > 0 && at < whole; at -= std::min<size_t>(at, 3)) {
    digits.insert(at, ",");
  }
  return digits;
}

std::string Ordinal(double value) {
  const auto n = static_cast<int64_t>(value);
  const bool teen = n % 100 >= 11 && n % 100 <= 13;
  const char* ending = teen          ? "th"
                       : n % 10 == 1 ? "st"
                       : n % 10 == 2 ? "nd"
                       : n % 10 == 3 ? "rd"
                                     : "th";
  return absl::StrFormat("%d%s", n, ending);
}

}  // namespace

std::string Describe(const Claim& claim) {
  const Value& v = claim.value;
  if (v.unit == "ordinal") return Ordinal(v.lo);
  const auto number = [](double x) {
    if (x >= 1e9) return absl::StrFormat("%.10g billion", x / 1e9);
    if (x >= 1e6) return absl::StrFormat("%.10g million", x / 1e6);
    return WithThousands(absl::StrFormat("%.10g", x));
  };
  std::string text;
  switch (v.qualifier) {
    case Qualifier::kExact:
      text = number(v.lo);
      break;
    case Qualifier::kAbout:
      text = "about " + number(v.lo);
      break;
    case Qualifier::kNearly:
      text = "nearly " + number(std::isfinite(v.hi) ? v.hi : v.lo);
      break;
    case Qualifier::kMoreThan:
      text = "more than " + number(v.lo);
      break;
    case Qualifier::kAtLeast:
      text = "at least " + number(v.lo);
      break;
    case Qualifier::kLessThan:
      text = "less than " + number(v.hi);
      break;
    case Qualifier::kUpTo:
      text = "up to " + number(v.hi);
      break;
    case Qualifier::kRange:
    case Qualifier::kVague:
      text = number(v.lo) + " to " + number(v.hi);
      break;
  }
  if (v.kind == ValueKind::kRatio && v.unit == "%") return text + " percent";
  if (v.unit.empty()) return text;
  if (v.kind == ValueKind::kDuration && !(v.lo == 1 && v.hi == 1)) {
    return text + " " + v.unit + "s";
  }
  return text + " " + v.unit;
}

}  // namespace rashomon
