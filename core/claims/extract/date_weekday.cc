#include "core/claims/extract/date_weekday.h"

#include <array>

#include "core/claims/annotate.h"
#include "core/claims/extract/calendar.h"
#include "core/claims/extract/date_grammar.h"

namespace rashomon {
namespace {

constexpr std::array<std::string_view, 8> kWeekdays = {
    "", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

}  // namespace

std::optional<WeekdayMismatch> FindWeekdayMismatch(const Claim& claim,
                                                   std::string_view text) {
  if (claim.value.kind != ValueKind::kDate) return std::nullopt;
  // The TIMEX3 value opens with the day as the text dates it, before any zone.
  const std::optional<absl::CivilSecond> day =
      ParseCivil(std::string_view(claim.value.text).substr(0, 10));
  if (!day) return std::nullopt;
  const AnnotatedText date = Annotate(claim.value_span.In(text));
  for (const Sentence& sentence : date.sentences) {
    const DateWords words(date, date.Words(sentence));
    for (size_t i = 0; i < words.size(); ++i) {
      const auto match = MatchDate(words, i);
      if (!match) continue;
      const int stated = match->expr.weekday;
      const int actual = IsoWeekday(absl::CivilDay(*day));
      if (match->expr.day == 0 || stated == 0 || stated == actual) return std::nullopt;
      return WeekdayMismatch{kWeekdays[static_cast<size_t>(stated)],
                             kWeekdays[static_cast<size_t>(actual)]};
    }
  }
  return std::nullopt;
}

}  // namespace rashomon
