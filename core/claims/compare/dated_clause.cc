// Without a parser a clause is what stands around the event's word and its date,
// up to the next comma, bracket, quotation mark or reporting word. Cost: constant,
// as no clause is longer than some 300 bytes.

#include "core/claims/compare/dated_clause.h"

#include <algorithm>
#include <initializer_list>

#include "absl/strings/ascii.h"
#include "core/base/hash.h"
#include "core/base/strings.h"
#include "core/claims/lemma.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace {

constexpr uint32_t kLeft = 110;  // bytes looked at before the event or date
constexpr uint32_t kRight = 70;  // and behind it
constexpr int32_t kFarPast = -1000000;
constexpr int32_t kFarFuture = 4000000;

bool EndsClause(char c) {
  return c == ';' || c == ':' || c == '(' || c == ')' || c == '"' || c == ',' ||
         c == '\n' || c == '?' || c == '!';
}

// General punctuation in UTF-8: dashes and quotation marks, but for the apostrophe.
bool OpensPunctuation(std::string_view text, size_t i) {
  return static_cast<unsigned char>(text[i]) == 0xE2 && i + 2 < text.size() &&
         static_cast<unsigned char>(text[i + 1]) == 0x80 &&
         static_cast<unsigned char>(text[i + 2]) != 0x99;
}

ByteSpan ClauseAround(std::string_view text, const Claim& claim) {
  ByteSpan span = claim.span;
  const uint32_t first =
      std::max(claim.context.begin, span.begin - std::min(span.begin, kLeft));
  while (span.begin > first) {
    const uint32_t i = span.begin - 1;
    if (EndsClause(text[i]) || OpensPunctuation(text, i)) break;
    --span.begin;
  }
  const uint32_t last = std::min(claim.context.end, span.end + kRight);
  while (span.end < last) {
    if (EndsClause(text[span.end]) || OpensPunctuation(text, span.end)) break;
    ++span.end;
  }
  return span;
}

// Calls visit(word in lower case, its begin) for every word and figure of `span`.
template <typename Visit>
void ForEachToken(std::string_view text, ByteSpan span, Visit visit) {
  std::string word;
  for (uint32_t i = span.begin; i < span.end;) {
    const uint32_t begin = i;
    word.clear();
    while (i < span.end && (absl::ascii_isalnum(static_cast<unsigned char>(text[i])) ||
                            (i > begin && text[i] == '\''))) {
      word += absl::ascii_tolower(static_cast<unsigned char>(text[i]));
      ++i;
    }
    if (word.empty()) {
      ++i;
    } else {
      visit(std::string_view(word), begin);
    }
  }
}

// Words under which a date is none of a fact of the past.
bool LooksAhead(std::string_view w) {
  static const WordSet& words =
      *new WordSet(MakeWordSet(std::initializer_list<std::string_view>{
          "will",       "would",     "may",       "might",     "could",    "should",
          "must",       "shall",     "plan",      "plans",     "planned",  "due",
          "expected",   "scheduled", "set",       "if",        "not",      "never",
          "no",         "proposed",  "intended",  "supposed",  "hopes",    "hoped",
          "wants",      "wanted",    "deadline",  "target",    "forecast", "projected",
          "expects",    "likely",    "probably",  "nor",       "didn't",   "wasn't",
          "originally", "postponed", "delayed",   "cancelled", "canceled", "almost",
          "claimed",    "alleged",   "reportedly"}));
  return words.Has(w);
}

bool IsOrdinal(std::string_view w) {
  static const WordSet& words =
      *new WordSet(MakeWordSet(std::initializer_list<std::string_view>{
          "first",   "second", "third",    "fourth",   "fifth",       "sixth",
          "seventh", "eighth", "ninth",    "tenth",    "last",        "next",
          "another", "other",  "again",    "new",      "anniversary", "annual",
          "final",   "latest", "previous", "earlier",  "half",        "one",
          "two",     "three",  "four",     "northern", "southern",    "eastern",
          "western", "upper",  "lower"}));
  return words.Has(w);
}

DateGrain GrainOf(const Value& value) {
  const std::string_view t = value.text;
  const auto digit = [&](size_t i) {
    return absl::ascii_isdigit(static_cast<unsigned char>(t[i]));
  };
  for (size_t i = 0; i < t.size() && i < 10; ++i) {
    if ((i == 4 || i == 7) ? t[i] != '-' : !digit(i)) return DateGrain::kOther;
  }
  if (t.size() == 10) return DateGrain::kDay;
  if (t.size() == 7) return DateGrain::kMonth;
  return t.size() == 4 ? DateGrain::kYear : DateGrain::kOther;
}

DayRange DaysOf(const Claim& claim) {
  DayRange days;
  if (!claim.value.date) return days;
  const DateInterval& date = *claim.value.date;
  if (date.begin.empty() && date.end.empty()) return days;
  days.begin = date.begin.empty() ? kFarPast : ParseDay(date.begin);
  days.end = date.end.empty() ? kFarFuture : ParseDay(date.end);
  if (days.begin == DayRange::kUnknown || days.end == DayRange::kUnknown) return {};
  // A time of day lies inside its day.
  if (days.end <= days.begin) days.end = days.begin + 1;
  return days;
}

bool IsStated(std::string_view date, DateGrain grain) {
  size_t run = 0;
  size_t longest = 0;
  for (char c : date) {
    run = absl::ascii_isdigit(static_cast<unsigned char>(c)) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return grain == DateGrain::kDay ? longest > 0 : longest >= 4;
}

template <typename T>
void Unique(std::vector<T>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

}  // namespace

Recurrence RecurrenceOf(std::string_view event_class) {
  if (IsAny(event_class,
            {"say",   "report", "announce", "speak", "think",    "know", "see",
             "show",  "hear",   "expect",   "plan",  "schedule", "play", "rise",
             "drop",  "grow",   "use",      "work",  "live",     "get",  "go",
             "come",  "give",   "call",     "keep",  "run",      "have", "make",
             "pay",   "write",  "teach",    "serve", "stand",    "sell", "celebrate",
             "visit", "deny",   "accuse"})) {
    return Recurrence::kNoEvent;
  }
  if (IsAny(
          event_class,
          {
              "elect",  "meet",  "attack",  "kill",       "protest", "fight", "arrest",
              "strike", "storm", "flood",   "earthquake", "burn",    "try",   "test",
              "charge", "win",   "lose",    "raise",      "cut",     "send",  "move",
              "pass",   "issue", "wound",   "crash",      "land",    "fly",   "file",
              "hold",   "urg",   "publish", "release",    "extend",
          })) {
    return Recurrence::kOften;
  }
  if (IsAny(event_class, {"born", "die", "found", "marry", "invade", "withdraw", "sink",
                          "complete", "build", "premiere", "annex", "liberate",
                          "assassinate", "begin", "ratify"})) {
    return Recurrence::kOnce;
  }
  return Recurrence::kSeldom;
}

std::string_view EventClassOf(const Claim& claim) {
  return claim.scope.head_class.empty() ? claim.scope.head : claim.scope.head_class;
}

std::optional<DatedClause> ReadDatedClause(const Document& document, const Claim& claim,
                                           const TermIndex& index, DateFilter filter) {
  if (claim.value.kind != ValueKind::kDate || claim.scope.head.empty() ||
      claim.scope.role == "now" || claim.scope.role == "page") {
    return std::nullopt;
  }
  DatedClause clause;
  clause.days = DaysOf(claim);
  if (!clause.days.known()) return std::nullopt;
  const std::string_view text = document.text;
  clause.event = std::string(EventClassOf(claim));
  clause.grain = GrainOf(claim.value);
  clause.stated = IsStated(claim.value_span.In(text), clause.grain);
  if (!clause.stated && filter == DateFilter::kStated) return std::nullopt;
  clause.span = ClauseAround(text, claim);
  clause.fact = claim.speaker.empty() && claim.scope.modality == "fact";
  const auto in_date = [&](uint32_t at) {
    return at >= claim.value_span.begin && at < claim.value_span.end;
  };
  ForEachToken(text, clause.span, [&](std::string_view word, uint32_t at) {
    if (in_date(at)) return;
    if (LooksAhead(word)) clause.fact = false;
    if (IsOrdinal(word) || absl::ascii_isdigit(static_cast<unsigned char>(word[0]))) {
      clause.numbers.push_back(Hash64(word));
    }
  });
  const TermId head = index.OfStem(TermOf(claim.scope.head));
  for (const Term& t : index.TermsIn(claim.doc, clause.span)) {
    if (in_date(t.begin) || t.id == head) continue;
    clause.terms.push_back(t.id);
    if (t.nation) clause.nations.push_back(t.id);
    if (t.name) clause.names.push_back(t.id);
  }
  Unique(clause.terms);
  Unique(clause.names);
  Unique(clause.nations);
  Unique(clause.numbers);
  return clause;
}

}  // namespace rashomon
