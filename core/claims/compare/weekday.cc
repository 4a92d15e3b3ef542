// "Monday, May 28, 2019" was a Tuesday: the calendar alone shows the error. Only
// dates whose year the text states are judged, since a year that was guessed may be
// the wrong one; and none from before 1924, when two calendars were in use.

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "core/base/strings.h"
#include "core/claims/compare/side_facts.h"
#include "core/claims/extract/date_weekday.h"

namespace rashomon {
namespace {

constexpr double kCertain = 0.96;
constexpr int kFirstYear = 1924;

bool IsLetter(char c) { return absl::ascii_isalpha(static_cast<unsigned char>(c)); }
bool IsDigit(char c) { return absl::ascii_isdigit(static_cast<unsigned char>(c)); }

// The last of the four digits that stand alone; 0 where there is none.
int YearIn(std::string_view date) {
  int year = 0;
  for (size_t i = 0; i < date.size();) {
    size_t end = i;
    int number = 0;
    while (end < date.size() && end < i + 5 && IsDigit(date[end])) {
      number = 10 * number + (date[end++] - '0');
    }
    if (end - i == 4) year = number;
    i = std::max(end, i + 1);
  }
  return year;
}

// The bytes of the word in `date` that opens like `weekday` ("Mon.", "monday").
ByteSpan FindWeekday(std::string_view date, std::string_view weekday) {
  for (size_t i = 0; i < date.size();) {
    size_t end = i;
    while (end < date.size() && IsLetter(date[end])) ++end;
    if (end - i >= 3 && absl::EqualsIgnoreCase(ToAbsl(date.substr(i, 3)),
                                               ToAbsl(weekday.substr(0, 3)))) {
      return {static_cast<uint32_t>(i), static_cast<uint32_t>(end)};
    }
    i = std::max(end, i + 1);
  }
  return {};
}

// What stands of the date beside its weekday.
ByteSpan Beside(std::string_view date, ByteSpan weekday) {
  ByteSpan rest = {weekday.end, static_cast<uint32_t>(date.size())};
  if (weekday.begin > date.size() - weekday.end) rest = {0, weekday.begin};
  const auto letter = [&](uint32_t i) { return IsLetter(date[i]) || IsDigit(date[i]); };
  while (rest.begin < rest.end && !letter(rest.begin)) ++rest.begin;
  while (rest.end > rest.begin && !letter(rest.end - 1)) --rest.end;
  return rest;
}

ByteSpan Moved(ByteSpan span, uint32_t by) { return {span.begin + by, span.end + by}; }

}  // namespace

SideFacts WeekdayErrors(absl::Span<const Document> documents,
                        absl::Span<const Claim> claims) {
  SideFacts facts;
  for (const Claim& claim : claims) {
    if (claim.value.kind != ValueKind::kDate || claim.value.text.size() < 10 ||
        claim.value.qualifier == Qualifier::kRange) {
      continue;
    }
    const std::string_view date = claim.value_span.In(documents[Index(claim.doc)].text);
    if (YearIn(date) < kFirstYear) continue;
    const auto mismatch = FindWeekdayMismatch(claim, documents[Index(claim.doc)].text);
    if (!mismatch) continue;
    const ByteSpan weekday = FindWeekday(date, mismatch->stated);
    const ByteSpan day = Beside(date, weekday);
    if (weekday.empty() || day.empty()) continue;
    Claim named = claim;
    named.span = named.value_span = Moved(weekday, claim.value_span.begin);
    named.value.date.reset();
    named.value.text = std::string(mismatch->stated);
    Claim dated = claim;
    dated.span = dated.value_span = Moved(day, claim.value_span.begin);
    const auto at = static_cast<uint32_t>(facts.claims.size());
    ComparedPair pair;
    pair.a = at;
    pair.b = at + 1;
    pair.verdict = Verdict::kConflict;
    pair.severity = Severity::kMajor;
    pair.confidence = kCertain;
    pair.rule = "weekday";
    pair.attribute = "date";
    pair.topic = absl::StrCat("weekday of ", ToAbsl(day.In(date)));
    pair.reason =
        absl::StrCat(ToAbsl(day.In(date)), " was a ", ToAbsl(mismatch->actual), ", no ",
                     ToAbsl(mismatch->stated));
    if (dated.span.begin < named.span.begin) std::swap(named, dated);
    facts.claims.push_back(std::move(named));
    facts.claims.push_back(std::move(dated));
    facts.pairs.push_back(std::move(pair));
  }
  return facts;
}

}  // namespace rashomon
