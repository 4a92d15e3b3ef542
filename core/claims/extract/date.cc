// Dates and times. Sentences without a word or number of a date are passed over;
// in the others the grammar (date_grammar.h) is tried at each word that can open
// a date, the longest reading wins, and what it says is placed in the calendar
// (date_resolve.h). Cost: linear in words, as no rule looks further than a
// dozen of them.

#include <algorithm>

#include "core/base/strings.h"
#include "core/claims/extract/calendar.h"
#include "core/claims/extract/date_event.h"
#include "core/claims/extract/date_grammar.h"
#include "core/claims/extract/date_resolve.h"
#include "core/claims/extract/extractors.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxClauseBytes = 120;

// The bound that the word before a date sets: since 2001, by May 1.
Qualifier BoundBefore(const DateWords& words, const DateMatch& match) {
  if (match.begin == 0 || match.expr.form == DateForm::kSince) return Qualifier::kExact;
  const std::string_view before = words.Lower(match.begin - 1);
  if (before == "since") return Qualifier::kAtLeast;
  if (IsAny(before, {"by", "until", "till"})) return Qualifier::kUpTo;
  if (before == "before") return Qualifier::kLessThan;
  if (before == "after") return Qualifier::kMoreThan;
  if (before == "than" && match.begin > 1) {
    const std::string_view later = words.Lower(match.begin - 2);
    const bool no = match.begin > 2 && words.Lower(match.begin - 3) == "no";
    if (later == "later") return no ? Qualifier::kUpTo : Qualifier::kMoreThan;
    if (later == "earlier") return no ? Qualifier::kAtLeast : Qualifier::kLessThan;
  }
  if (IsAny(before, {"around", "circa", "roughly"})) return Qualifier::kAbout;
  const bool year = match.expr.form == DateForm::kCalendar && match.expr.month == 0;
  const bool clock = match.expr.form == DateForm::kClock;
  const std::string_view second = match.begin > 1 ? words.Lower(match.begin - 2) : "";
  if (before == "about" && (year || clock) && !IsAny(second, {"how", "what"})) {
    return Qualifier::kAbout;
  }
  return Qualifier::kExact;
}

// A bound keeps the end it speaks of and opens the other.
CivilInterval Bounded(const CivilInterval& date, Qualifier bound) {
  if (!date.begin || !date.end) return date;
  switch (bound) {
    case Qualifier::kAtLeast:
      return {date.begin, std::nullopt};
    case Qualifier::kUpTo:
      return {std::nullopt, date.end};
    case Qualifier::kLessThan:
      return {std::nullopt, date.begin};
    case Qualifier::kMoreThan:
      return {date.end, std::nullopt};
    case Qualifier::kAbout: {
      // About as much again on either side.
      const int64_t half = (*date.end - *date.begin) / 2;
      return {*date.begin - half, *date.end + half};
    }
    default:
      return date;
  }
}

// "30 years after its withdrawal" counts to the article's day if the span is long
// or the sentence speaks in the present, and no date before it says what it counts
// to: "in 1947, two years after the war, he married" counts to the wedding.
bool CountsToArticle(const DateWords& words, const DateMatch& match) {
  if (match.expr.unit < TimeUnit::kMonth) return false;
  constexpr size_t kBefore = 16;
  for (size_t i = match.begin - std::min(match.begin, kBefore); i < match.begin; ++i) {
    if (words.NumDigits(i) == 4 && MatchAbsoluteDate(words, i)) return false;
  }
  const double years = match.expr.unit == TimeUnit::kMonth     ? match.expr.count / 12
                       : match.expr.unit == TimeUnit::kQuarter ? match.expr.count / 4
                       : match.expr.unit == TimeUnit::kYear    ? match.expr.count
                                                               : match.expr.count * 10;
  if (years >= 5 || IsAny(words.Lower(match.end), {"have", "has"})) return true;
  for (size_t back = 1; back <= std::min(match.begin, kBefore); ++back) {
    if (IsAny(words.Lower(match.begin - back),
              {"is", "are", "has", "have", "now", "remains", "remain", "still",
               "continues", "continue", "comes", "come"})) {
      return true;
    }
  }
  return false;
}

// The page's own date: "updated 10:20 AM UTC, Dec 13, 2023", "Published by … on".
bool IsOfPage(const DateWords& words, const DateMatch& match) {
  if (match.begin > 10) return false;
  // A line that is nothing but a date is the page's.
  const size_t behind = words.size() - match.end;
  if (match.begin == 0 && behind <= 1 && match.expr.year > 0 && match.expr.day > 0) {
    return true;
  }
  for (size_t i = 0; i < std::min<size_t>(match.begin, 4); ++i) {
    if (!IsAny(words.Lower(i),
               {"updated", "published", "posted", "modified", "copyright", "©",
                "retrieved", "accessed", "uploaded"})) {
      continue;
    }
    // The furniture opens its line; a verb of the report has a subject.
    return i == 0 ||
           IsAny(words.Lower(i - 1), {"last", "first", "article", "page", "("});
  }
  return false;
}

Claim MakeClaim(const AnnotatedText& text, const Sentence& sentence,
                const DateWords& words, const DateMatch& match,
                const std::optional<absl::CivilSecond>& article) {
  DateContext context{article, TenseAround(words, match)};
  if (match.expr.form == DateForm::kSince && !CountsToArticle(words, match)) {
    context.article = std::nullopt;
  }
  // "Every Monday" is none of the calendar's.
  if (match.begin > 0 && IsAny(words.Lower(match.begin - 1), {"every", "each"})) {
    context.article = std::nullopt;
  }
  if (match.anchor) {
    context.article = ResolveDate(*match.anchor, context).interval.begin;
  }
  const ResolvedDate date = match.until
                                ? ResolveRange(match.expr, *match.until, context)
                                : ResolveDate(match.expr, context);
  const Qualifier bound = BoundBefore(words, match);
  Claim claim;
  claim.value.kind = ValueKind::kDate;
  claim.value.text = date.timex;
  const bool range = match.until || match.expr.clock_until;
  claim.value.qualifier = range                                   ? Qualifier::kRange
                          : bound != Qualifier::kExact            ? bound
                          : match.expr.hedge != Qualifier::kExact ? match.expr.hedge
                          : match.expr.vague_count                ? Qualifier::kVague
                                                                  : Qualifier::kExact;
  const CivilInterval interval =
      match.until ? date.interval : Bounded(date.interval, bound);
  claim.value.date = ToDateInterval(interval, date.utc_offset_minutes);
  claim.value_span = words.Span(match.begin, match.end);
  claim.context = sentence.span;
  if (match.expr.form == DateForm::kPresent) {
    claim.span = claim.value_span;
    claim.scope.role = "now";
    return claim;
  }
  const DatedEvent event = FindDatedEvent(words, match);
  claim.scope.head = event.head;
  claim.scope.head_class = event.head_class;
  claim.span = words.Span(event.begin, event.end);
  if (claim.span.size() > kMaxClauseBytes) claim.span = claim.value_span;
  if (IsOfPage(words, match)) claim.scope.role = "page";
  (void)text;
  return claim;
}

// True where a day stands that its month does not have: Feb 30 is no date, and
// neither is what its parts would give. Sets the place behind it.
size_t EndOfImpossibleDay(const DateWords& words, size_t i) {
  const size_t month_end = MatchMonth(words, i, true);
  if (month_end == 0) return 0;
  const int day = words.Integer(month_end, 2);
  const int month = words.Value(i, DateRole::kMonth);
  size_t end = month_end + 1;
  if (words.Lower(end) == ",") ++end;
  const YearMatch year = MatchYear(words, end);
  const bool exists = IsValidDay(year.end > 0 ? year.year : 2000, month, day);
  if (day < 29 || day > 39 || exists) return 0;
  return year.end > 0 ? year.end : month_end + 1;
}

}  // namespace

void ExtractDates(const AnnotatedText& text, const Sentence& sentence,
                  const std::optional<std::string>& published,
                  std::vector<Claim>& claims) {
  const absl::Span<const Word> all = text.Words(sentence);
  if (!DateWords::HasTrigger(all)) return;
  const DateWords words(text, all);
  std::optional<absl::CivilSecond> article;
  if (published) article = ParseCivil(*published);
  for (size_t i = 0; i < words.size();) {
    if (!words.MayOpenDate(i)) {
      ++i;
      continue;
    }
    if (const size_t end = EndOfImpossibleDay(words, i); end > 0) {
      i = end;
      continue;
    }
    const std::optional<DateMatch> match = MatchDate(words, i);
    // "in two weeks" is a length of time unless the verb looks ahead.
    const bool length = match && match->expr.form == DateForm::kAhead &&
                        TenseAround(words, *match) != Tense::kFuture;
    if (!match || length) {
      ++i;
      continue;
    }
    claims.push_back(MakeClaim(text, sentence, words, *match, article));
    i = std::max(match->end, i + 1);
  }
}

}  // namespace rashomon
