// Times of day. Hours beyond 24 and minutes beyond 59 are no times.

#include "core/base/strings.h"
#include "core/claims/extract/date_grammar.h"

namespace rashomon {
namespace {

// Daypart numbers of date_words.tsv.
constexpr int kMorning = 1;
constexpr int kAfternoon = 2;
constexpr int kEvening = 3;
constexpr int kNight = 4;
constexpr int kNoon = 5;
constexpr int kMidnight = 6;

struct HourMinute {
  int hour = -1;
  int minute = -1;
  bool bare = false;  // nothing but an hour
  size_t end = 0;
};

// 10:20, 10:20:35, 8.10, 1800, 6.
HourMinute MatchDigits(const DateWords& words, size_t i) {
  HourMinute time;
  const std::string_view s = words.Lower(i);
  if (const size_t point = s.find('.'); point != std::string_view::npos) {
    if (point < 1 || point > 2 || s.size() != point + 3) return {};
    const auto digits = [](std::string_view d) {
      int value = 0;
      for (const char c : d) value = c < '0' || c > '9' ? 1000 : value * 10 + (c - '0');
      return value;
    };
    return {digits(s.substr(0, point)), digits(s.substr(point + 1)), false, i + 1};
  }
  if (words.NumDigits(i) == 4) {
    const int value = words.Integer(i);
    return {value / 100, value % 100, false, i + 1};
  }
  time.hour = words.Integer(i, 2);
  time.end = i + 1;
  time.bare = true;
  if (words.Lower(i + 1) == ":" && !words.SpaceBefore(i + 1) &&
      words.NumDigits(i + 2) == 2 && !words.SpaceBefore(i + 2)) {
    time.minute = words.Integer(i + 2);
    time.end = i + 3;
    time.bare = false;
    if (words.Lower(i + 3) == ":" && words.NumDigits(i + 4) == 2 &&
        !words.SpaceBefore(i + 4)) {
      time.end = i + 5;
    }
  }
  return time;
}

// "UTC", "GMT+3", "(GMT)", "local time", "Eastern time"; the end is `i` where no
// zone stands there.
struct ZoneMatch {
  std::optional<int> offset;
  size_t end = 0;
};
ZoneMatch MatchZone(const DateWords& words, size_t i) {
  if (words.Is(i, DateRole::kZone) && words.IsCapital(i)) {
    int offset = words.Value(i, DateRole::kZone);
    const int sign = words.Lower(i + 1) == "+" ? 1 : words.IsDash(i + 1) ? -1 : 0;
    const int hours = words.Integer(i + 2, 2);
    if (sign != 0 && hours >= 0 && hours <= 14 && !words.SpaceBefore(i + 1) &&
        !words.SpaceBefore(i + 2)) {
      return {offset + sign * hours * 60, i + 3};
    }
    return {offset, i + 1};
  }
  if (words.Lower(i) == "local" && words.Lower(i + 1) == "time") return {{}, i + 2};
  if (words.Lower(i + 1) == "time" &&
      IsAny(words.Lower(i), {"moscow", "eastern", "central", "pacific", "mountain",
                             "london", "beijing", "kyiv", "brussels", "damascus"})) {
    return {{}, i + 2};
  }
  return {{}, i};
}

// "20 past eight", "ten minutes past 9".
std::optional<ClockMatch> MatchPast(const DateWords& words, size_t i) {
  const auto minutes = MatchCount(words, i);
  if (!minutes || minutes->count > 59) return std::nullopt;
  size_t at = minutes->end;
  if (words.Is(at, DateRole::kUnit) &&
      words.Value(at, DateRole::kUnit) == static_cast<int>(TimeUnit::kMinute)) {
    ++at;
  }
  if (words.Lower(at) != "past") return std::nullopt;
  const auto hour = MatchCount(words, at + 1);
  if (!hour || hour->count > 12 || hour->count < 1 ||
      words.Is(at + 1, DateRole::kArticle)) {
    return std::nullopt;
  }
  ClockMatch match;
  match.clock.hour = static_cast<int>(hour->count);
  match.clock.minute = static_cast<int>(minutes->count);
  match.end = hour->end;
  if (words.Is(match.end, DateRole::kOClock)) ++match.end;
  return match;
}

// "seven o'clock"; the hour of digits is read elsewhere.
std::optional<ClockMatch> MatchWordHour(const DateWords& words, size_t i) {
  if (!words.Is(i, DateRole::kCardinal) || !words.Is(i + 1, DateRole::kOClock)) {
    return std::nullopt;
  }
  const int hour = words.Value(i, DateRole::kCardinal);
  if (hour > 12) return std::nullopt;
  ClockMatch match;
  match.clock.hour = hour;
  match.end = i + 2;
  return match;
}

// "in the evening", "at night" behind a time.
void ReadDaypart(const DateWords& words, ClockMatch& match) {
  size_t at = match.end;
  if (words.Lower(at) == "at" && words.Lower(at + 1) == "night") {
    if (match.clock.hour >= 6 && match.clock.hour < 12) match.clock.hour += 12;
    match.end = at + 2;
    return;
  }
  if (words.Lower(at) != "in" || words.Lower(at + 1) != "the") return;
  at += 2;
  if (!words.Is(at, DateRole::kDaypart)) return;
  const int daypart = words.Value(at, DateRole::kDaypart);
  if (daypart > kNight) return;
  if (daypart != kMorning && match.clock.hour < 12) match.clock.hour += 12;
  match.end = at + 1;
}

}  // namespace

std::optional<ClockMatch> MatchClock(const DateWords& words, size_t i, bool placed) {
  if (words.Is(i, DateRole::kDaypart)) {
    const int daypart = words.Value(i, DateRole::kDaypart);
    if (!placed || daypart < kNoon || daypart > kMidnight) return std::nullopt;
    ClockMatch match;
    match.clock.hour = daypart == kNoon ? 12 : 0;
    match.clock.minute = 0;
    const ZoneMatch zone = MatchZone(words, i + 1);
    match.clock.utc_offset_minutes = zone.offset;
    match.end = zone.end;
    return match;
  }
  if (!words.IsNumber(i)) {
    auto time = MatchWordHour(words, i);
    if (!time) time = MatchPast(words, i);
    if (time) ReadDaypart(words, *time);
    return time;
  }
  if (i > 0 && !words.SpaceBefore(i) && !IsAny(words.Lower(i - 1), {"(", "@", "["})) {
    return std::nullopt;
  }
  const HourMinute time = MatchDigits(words, i);
  if (time.end == 0 || time.hour < 0 || time.hour > 24 || time.minute > 59) {
    return std::nullopt;
  }
  ClockMatch match;
  match.clock.hour = time.hour % 24;
  match.clock.minute = time.minute;
  match.end = time.end;
  if (words.Is(match.end, DateRole::kMeridiem)) {
    if (time.hour > 12 || time.hour == 0) {
      // "15:00 pm" says it twice.
      if (time.hour > 12 && time.bare) return std::nullopt;
    } else {
      match.clock.hour = time.hour % 12 + words.Value(match.end, DateRole::kMeridiem);
    }
    ++match.end;
    const size_t open = words.Lower(match.end) == "(" ? match.end + 1 : match.end;
    const ZoneMatch zone = MatchZone(words, open);
    if (zone.end > open && open == match.end) {
      match.clock.utc_offset_minutes = zone.offset;
      match.end = zone.end;
    }
    return match;
  }
  if (words.Is(match.end, DateRole::kOClock)) {
    ++match.end;
    ReadDaypart(words, match);
    return match;
  }
  if (time.bare && words.Lower(match.end) == "noon" && time.hour == 12) {
    ++match.end;
    match.clock.minute = 0;
    return match;
  }
  const ZoneMatch zone = MatchZone(words, match.end);
  if (zone.end > match.end && !(time.bare && !zone.offset)) {
    match.clock.utc_offset_minutes = zone.offset;
    match.end = zone.end;
    return match;
  }
  if (time.bare && placed && time.hour >= 1 && time.hour <= 12) {
    // "at 5 in the morning".
    ReadDaypart(words, match);
    if (match.end > time.end) return match;
  }
  const bool colon = words.Lower(i + 1) == ":" && time.end == i + 3;
  if (placed && colon) {
    ReadDaypart(words, match);
    return match;
  }
  if (auto past = MatchPast(words, i)) {
    ReadDaypart(words, *past);
    return past;
  }
  return std::nullopt;
}

std::optional<ClockMatch> MatchClockRange(const DateWords& words, size_t i,
                                          bool placed) {
  const bool between = i > 0 && words.Lower(i - 1) == "between";
  const auto joins = [&](size_t at) {
    return words.IsDash(at) ||
           IsAny(words.Lower(at), {"to", "until", "till", "through"}) ||
           (between && words.Lower(at) == "and");
  };
  std::optional<ClockMatch> first = MatchClock(words, i, placed);
  if (first) {
    if (!joins(first->end)) return first;
    if (const auto second = MatchClock(words, first->end + 1, true)) {
      first->until = second->clock;
      first->end = second->end;
    }
    return first;
  }
  // "9 to 11:30 a.m.": the first takes the half of the day from the second.
  if (!words.IsNumber(i)) return std::nullopt;
  const HourMinute time = MatchDigits(words, i);
  if (time.end == 0 || time.hour < 1 || time.hour > 12 || time.minute > 59 ||
      !joins(time.end)) {
    return std::nullopt;
  }
  auto second = MatchClock(words, time.end + 1, false);
  const bool halved =
      second && words.Is(MatchDigits(words, time.end + 1).end, DateRole::kMeridiem);
  if (!halved) return std::nullopt;
  ClockMatch match = *second;
  match.until = second->clock;
  match.clock.minute = time.minute;
  match.clock.hour = time.hour % 12 + (second->clock.hour >= 12 ? 12 : 0);
  if (match.clock.hour > second->clock.hour) match.clock.hour -= 12;  // 11 to 2 p.m.
  if (match.clock.hour < 0) return std::nullopt;
  return match;
}

}  // namespace rashomon
