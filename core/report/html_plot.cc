#include "core/report/html_plot.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "absl/time/civil_time.h"
#include "core/report/html_page.h"
#include "core/report/order.h"
#include "core/report/styled_text.h"
#include "core/report/value_words.h"

namespace rashomon {
namespace {

constexpr size_t kShownTimes = 200;
constexpr size_t kShownSources = 8;
constexpr size_t kLookedAtPassages = 2000;
constexpr int kLabelColumns = 22;

constexpr double kWidth = 640;
constexpr double kLeft = 80;
constexpr double kRight = 60;

// Days since an epoch; none where `day` is not a date.
std::optional<int64_t> DayNumber(const std::string& day) {
  absl::CivilDay parsed;
  if (day.size() != 10 || !absl::ParseCivilTime(day, &parsed)) return std::nullopt;
  return parsed - absl::CivilDay(1970, 1, 1);
}

// Maps [least, most] to [from, to]; to the middle where it is one number.
double Scaled(double x, double least, double most, double from, double to) {
  if (most <= least) return (from + to) / 2;
  return from + (x - least) / (most - least) * (to - from);
}

std::optional<double> Middle(const Value& value) {
  if (value.kind > ValueKind::kDuration) return std::nullopt;
  const bool low = std::isfinite(value.lo), high = std::isfinite(value.hi);
  if (low && high) return value.lo / 2 + value.hi / 2;
  if (low) return value.lo;
  if (high) return value.hi;
  return std::nullopt;
}

std::string SvgStart(double height, std::string_view label) {
  return absl::StrFormat(
      "<figure class=\"plot\"><svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
      "aria-label=\"%s\">",
      kWidth, height, std::string(label));
}

std::string Text(double x, double y, std::string_view anchor, std::string_view text) {
  return absl::StrFormat("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x,
                         y, std::string(anchor), Escaped(text));
}

std::string Line(double x1, double y1, double x2, double y2, std::string_view css) {
  return absl::StrFormat(
      "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"></line>",
      std::string(css), x1, y1, x2, y2);
}

std::string Dot(double x, double y, std::string_view title) {
  return absl::StrFormat(
      "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"5\"><title>%s</title></circle>", x, y,
      Escaped(title));
}

struct Point {
  int64_t day;
  double value;
  std::string day_words, value_words;
};

}  // namespace

std::string TimelineSvg(const FactFinding& fact) {
  std::vector<Point> points;
  for (const FactTime& time : fact.timeline) {
    const Value& value = fact.claims[time.claims[0]].claim.value;
    const std::optional<int64_t> day = DayNumber(time.day);
    const std::optional<double> middle = Middle(value);
    if (!day || !middle || points.size() == kShownTimes) continue;
    points.push_back({*day, *middle, time.day, ValueWords(value)});
  }
  if (points.empty() || points.front().day == points.back().day) return "";
  constexpr double kHeight = 170, kTop = 28, kBottom = 132;
  double least = points[0].value, most = least;
  for (const Point& p : points) {
    least = std::min(least, p.value);
    most = std::max(most, p.value);
  }
  const auto x = [&](const Point& p) {
    return Scaled(static_cast<double>(p.day), static_cast<double>(points.front().day),
                  static_cast<double>(points.back().day), kLeft, kWidth - kRight);
  };
  const auto y = [&](const Point& p) {
    return Scaled(p.value, least, most, kBottom, kTop);
  };
  std::string out = SvgStart(
      kHeight, absl::StrCat("What was told, from ", Escaped(points.front().day_words),
                            " to ", Escaped(points.back().day_words)));
  absl::StrAppend(
      &out, Line(kLeft - 20, kBottom + 14, kWidth - kRight + 20, kBottom + 14, "axis"));
  for (size_t i = 1; i < points.size(); ++i) {
    absl::StrAppend(&out, Line(x(points[i - 1]), y(points[i - 1]), x(points[i]),
                               y(points[i]), "trend"));
  }
  double labelled = -1e9;
  for (const Point& p : points) {
    absl::StrAppend(&out,
                    Dot(x(p), y(p), absl::StrCat(p.day_words, ": ", p.value_words)));
    if (x(p) - labelled < 84) continue;
    labelled = x(p);
    absl::StrAppend(&out,
                    Text(x(p), y(p) - 11, "middle", Clip(p.value_words, kLabelColumns)),
                    Text(x(p), kBottom + 32, "middle", p.day_words));
  }
  return out + "</svg></figure>\n";
}

std::string SpreadSvg(absl::Span<const Document> documents,
                      const ReuseFinding& finding) {
  std::map<std::string, std::set<std::pair<int64_t, std::string>>> by_source;
  std::set<int64_t> days;
  size_t dated = 0;
  const size_t looked_at = std::min(finding.passages.size(), kLookedAtPassages);
  for (size_t i = 0; i < looked_at; ++i) {
    const Document& d = documents[Index(finding.passages[i].doc)];
    const std::string words = Day(d);
    const std::optional<int64_t> day = DayNumber(words);
    if (!day) continue;
    by_source[d.source.value_or("not named")].insert({*day, words});
    days.insert(*day);
    ++dated;
  }
  if (dated < 3 || days.size() < 2) return "";
  // Who had it first stands on top.
  std::vector<std::pair<std::string, std::set<std::pair<int64_t, std::string>>>> rows(
      by_source.begin(), by_source.end());
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
    return a.second.begin()->first < b.second.begin()->first;
  });
  if (rows.size() > kShownSources) rows.resize(kShownSources);
  constexpr double kRow = 22, kLabels = 190;
  const double height = kRow * static_cast<double>(rows.size()) + 34;
  const auto x = [&](int64_t day) {
    return Scaled(static_cast<double>(day), static_cast<double>(*days.begin()),
                  static_cast<double>(*days.rbegin()), kLabels, kWidth - kRight);
  };
  std::string out = SvgStart(height, "When each source printed it");
  std::string first_words, last_words;
  for (size_t i = 0; i < rows.size(); ++i) {
    const double y = kRow * static_cast<double>(i) + 14;
    absl::StrAppend(&out, Text(kLabels - 18, y + 5, "end", Clip(rows[i].first, 24)),
                    Line(kLabels, y, kWidth - kRight, y, "axis"));
    for (const auto& [day, words] : rows[i].second) {
      absl::StrAppend(&out, Dot(x(day), y, absl::StrCat(rows[i].first, ", ", words)));
      if (day == *days.begin()) first_words = words;
      if (day == *days.rbegin()) last_words = words;
    }
  }
  absl::StrAppend(&out, Text(kLabels, height - 6, "middle", first_words),
                  Text(kWidth - kRight, height - 6, "middle", last_words));
  out += "</svg>";
  if (by_source.size() > rows.size()) {
    absl::StrAppend(&out, "<figcaption>and ", by_source.size() - rows.size(),
                    " more sources</figcaption>");
  }
  return out + "</figure>\n";
}

}  // namespace rashomon
