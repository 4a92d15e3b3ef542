#include "core/claims/context.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "absl/time/civil_time.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/base/strings.h"
#include "core/claims/lexicon.h"

namespace rashomon {
namespace data {
std::string_view contrasts();
}  // namespace data

namespace {

// The word's place in contrasts.tsv, or 0.
uint16_t ContrastOf(std::string_view word) {
  static const auto* const map = [] {
    auto* m = new absl::flat_hash_map<std::string_view, uint16_t>;
    std::vector<std::string_view> groups;
    uint16_t member = 0;
    for (const auto& row : LexiconRows(data::contrasts())) {
      if (row.size() != 3) continue;
      if (groups.empty() || groups.back() != row[0]) groups.push_back(row[0]);
      ++member;
      const auto code = static_cast<uint16_t>((groups.size() << 8) | (member & 0xFF));
      for (absl::string_view w : absl::StrSplit(ToAbsl(row[2]), ' ')) {
        m->try_emplace(FromAbsl(w), code);
      }
    }
    return m;
  }();
  const auto it = map->find(word);
  return it == map->end() ? uint16_t{0} : it->second;
}

constexpr uint32_t kNearBefore = 500;  // bytes
constexpr uint32_t kNearBehind = 250;
constexpr size_t kCloseTerms = 5;
constexpr uint32_t kLocusBefore = 700;
constexpr uint32_t kLead = 500;
constexpr size_t kMaxLocus = 4;
constexpr int32_t kMaxEventDays = 40;

void SortUnique(std::vector<uint64_t>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

template <size_t N>
int Find(const std::array<std::string_view, N>& list, std::string_view word) {
  const auto it = std::find(list.begin(), list.end(), word);
  return it == list.end() ? -1 : static_cast<int>(it - list.begin());
}

constexpr std::array<std::string_view, 7> kWeekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 12> kMonths = {
    "january", "february", "march",     "april",   "may",      "june",
    "july",    "august",   "september", "october", "november", "december"};
constexpr std::array<std::string_view, 12> kShortMonths = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third",
                                                       "fourth"};
constexpr std::array<std::string_view, 8> kDayparts = {
    "midday", "close", "morning", "afternoon", "night", "opening", "overnight", "noon"};
// Words of market reports: one of them and a move make a quotation.
constexpr std::array<std::string_view, 36> kMarket = {
    "receipts", "cattle", "hogs",      "oils",    "dealers", "bid",
    "bids",     "fob",    "cwt",       "shares",  "stock",   "stocks",
    "index",    "nasdaq", "dow",       "trading", "traded",  "futures",
    "points",   "yield",  "barrel",    "ounce",   "bond",    "settled",
    "nyse",     "euro",   "composite", "yen",     "indexes", "indices",
    "rallied",  "bushel", "currency",  "streak",  "ax",      "treasury"};
constexpr std::array<std::string_view, 16> kMarketMove = {
    "rose", "fell",  "gained",  "lost",   "up",     "down",  "slipped", "climbed",
    "shed", "added", "dropped", "jumped", "higher", "lower", "eased",   "off"};
// What markets quote by.
constexpr std::array<std::string_view, 6> kMarketUnits = {"barrel", "ounce", "bushel",
                                                          "cwt",    "lb",    "gallon"};
// Weather that is told anew every few hours.
constexpr std::array<std::string_view, 4> kBulletin = {"winds", "gusts", "mph",
                                                       "knots"};

// Verbs of telling: the day beside them is that of the telling, not of the event.
bool IsTelling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kTelling = {
      "said",  "says",     "say",    "told",   "tell",       "announced",
      "added", "announce", "stated", "saying", "announcing", "telling"};
  return Find(kTelling, word) >= 0;
}

bool IsTellingLemma(std::string_view lemma) {
  return lemma == "say" || lemma == "tell" || lemma == "announce" || lemma == "add" ||
         lemma == "state";
}

// What may stand between the verb of telling and its day.
bool IsBesideTelling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kBeside = {
      "on", "late",      "early", "here", "also",       "reporters",
      "a",  "statement", "in",    "news", "conference", "earlier"};
  return Find(kBeside, word) >= 0;
}

// True where the words that end at `at` are a verb of telling and what may follow it.
bool EndsInTelling(std::string_view text, size_t at) {
  for (int steps = 0; steps < 6; ++steps) {
    while (at > 0 && text[at - 1] == ' ') --at;
    size_t begin = at;
    while (begin > 0 &&
           absl::ascii_isalpha(static_cast<unsigned char>(text[begin - 1])))
      --begin;
    if (begin == at) return false;
    const std::string word =
        absl::AsciiStrToLower(ToAbsl(text.substr(begin, at - begin)));
    if (IsTelling(word)) return true;
    if (!IsBesideTelling(word)) return false;
    at = begin;
  }
  return false;
}

// True for the members of the lists above: most words are in none.
bool IsListed(std::string_view word) {
  static const auto* const words = [] {
    auto* all = new absl::flat_hash_set<std::string_view>;
    all->insert(kWeekdays.begin(), kWeekdays.end());
    all->insert(kMonths.begin(), kMonths.end());
    all->insert(kShortMonths.begin(), kShortMonths.end());
    all->insert(kDayparts.begin(), kDayparts.end());
    all->insert(kMarket.begin(), kMarket.end());
    all->insert(kMarketMove.begin(), kMarketMove.end());
    all->insert(kMarketUnits.begin(), kMarketUnits.end());
    all->insert(kBulletin.begin(), kBulletin.end());
    all->insert("sept");
    return all;
  }();
  return words->contains(word);
}

bool IsWordByte(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// How often a gap of a table's column stands between two words.
int Columns(std::string_view sentence) {
  int columns = 0;
  for (size_t i = 0; i < sentence.size();) {
    size_t end = i;
    while (end < sentence.size() && (sentence[end] == ' ' || sentence[end] == '\t')) {
      ++end;
    }
    const bool indent = i == 0 || sentence[i - 1] == '\n';
    columns += (end - i >= 3 && !indent) || (end > i && sentence[i] == '\t');
    i = end + 1;
  }
  return columns;
}

// Reads time words, market words and the share of figures off a sentence.
void ReadWords(std::string_view sentence, ClaimContext& context) {
  int market = 0;
  int moves = 0;
  int bulletin = 0;
  int bids = 0;
  int words = 0;
  int figures = 0;
  std::string previous;
  for (size_t i = 0; i < sentence.size();) {
    const auto c = static_cast<unsigned char>(sentence[i]);
    if (absl::ascii_isdigit(c)) {
      size_t end = i;
      while (end < sentence.size() &&
             (absl::ascii_isdigit(static_cast<unsigned char>(sentence[end])) ||
              sentence[end] == ',' || sentence[end] == '.')) {
        ++end;
      }
      const std::string_view digits = sentence.substr(i, end - i);
      const std::string_view core = digits.size() > 4 &&
                                            (digits[4] == ',' || digits[4] == '.') &&
                                            digits.size() == 5
                                        ? digits.substr(0, 4)
                                        : digits;
      int year = 0;
      if (core.size() == 4 && absl::SimpleAtoi(ToAbsl(core), &year) && year >= 1500 &&
          year <= 2099) {
        context.time.years.push_back(static_cast<uint16_t>(year));
      }
      ++figures;
      i = end;
      continue;
    }
    if (!absl::ascii_isalpha(c)) {
      ++i;
      continue;
    }
    size_t end = i;
    while (end < sentence.size() &&
           absl::ascii_isalpha(static_cast<unsigned char>(sentence[end]))) {
      ++end;
    }
    const std::string word = absl::AsciiStrToLower(ToAbsl(sentence.substr(i, end - i)));
    const bool capital = absl::ascii_isupper(c);
    ++words;
    if (const uint16_t code = ContrastOf(word); code != 0)
      context.contrasts.push_back(code);
    if ((word == "earlier" || word == "ago") && previous == "year")
      context.time.year_ago = true;
    if (word == "year" && previous == "last" &&
        sentence.find("quarter") != std::string_view::npos) {
      context.time.year_ago = true;
    }
    if (IsListed(word)) {
      if (const int d = Find(kWeekdays, word); d >= 0 && !EndsInTelling(sentence, i)) {
        context.time.weekdays |= static_cast<uint8_t>(1 << d);
      }
      int month = Find(kMonths, word);
      if (month < 0 && capital) month = Find(kShortMonths, word);
      if (month < 0 && capital && word == "sept") month = 8;
      if (month >= 0 && capital)
        context.time.months |= static_cast<uint16_t>(1 << month);
      if (const int p = Find(kDayparts, word); p >= 0) {
        context.time.dayparts |= static_cast<uint8_t>(1 << p);
      }
      if ((previous == "a" || previous == "per") && Find(kMarketUnits, word) >= 0) {
        market += 2;
      }
      market += Find(kMarket, word) >= 0;
      moves += Find(kMarketMove, word) >= 0;
      bulletin += Find(kBulletin, word) >= 0;
    }
    if (word == "quarter" || word == "half") {
      const int q = Find(kOrdinals, previous);
      if (q >= 0) context.time.quarters |= static_cast<uint8_t>(1 << q);
      if (word == "half" && q >= 0) context.time.quarters |= 16;
    }
    if (word == "since" || (previous == "this" && word == "year") ||
        ((previous == "past" || previous == "last") &&
         (word == "days" || word == "weeks" || word == "months" || word == "years"))) {
      context.since = true;
    }
    context.background |= word == "earlier" || word == "previous" ||
                          word == "previously" || word == "last" || word == "past" ||
                          word == "recent" || word == "recently" || word == "ago" ||
                          word == "yesterday" || word == "month" || word == "week" ||
                          word == "war";
    if (word == "vs") context.table = true;
    if (word == "each" || word == "apiece") context.each = true;
    if (previous == "full" && word == "year") context.time.quarters |= 32;
    // "24 bid, 25 offered"; "40 dollars a barrel".
    if (word == "offered" && bids > 0) ++market;
    bids += word == "bid" || word == "bids";
    previous = word;
    i = end;
  }
  std::sort(context.time.years.begin(), context.time.years.end());
  std::sort(context.contrasts.begin(), context.contrasts.end());
  context.market = (market >= 1 && moves >= 1) || market >= 2 || bulletin >= 2;
  context.table |= (figures >= 4 && figures * 3 >= words) || Columns(sentence) >= 3;
}

// The terms of a document that begin in `span`.
absl::Span<const Term> Slice(const std::vector<Term>& terms, ByteSpan span) {
  const auto at = [&](uint32_t offset) {
    return std::partition_point(terms.begin(), terms.end(),
                                [&](const Term& t) { return t.begin < offset; });
  };
  const auto first = at(span.begin);
  const auto last = at(std::max(span.begin, span.end));
  return absl::MakeConstSpan(terms).subspan(static_cast<size_t>(first - terms.begin()),
                                            static_cast<size_t>(last - first));
}

std::vector<uint64_t> LocusOf(const TermIndex& index, const std::vector<Term>& article,
                              ByteSpan sentence, absl::Span<const Term> terms) {
  std::vector<uint64_t> locus;
  const auto is_place = [&](const Term& t) {
    return t.name && !t.nation && index.IsPlace(t.id);
  };
  for (const Term& t : terms) {
    if (is_place(t)) locus.push_back(t.id);
  }
  if (locus.empty()) {
    // The place last named before the sentence.
    const uint32_t begin = sentence.begin - std::min(sentence.begin, kLocusBefore);
    const absl::Span<const Term> before = Slice(article, {begin, sentence.begin});
    for (auto it = before.rbegin(); it != before.rend() && locus.size() < 2; ++it) {
      if (is_place(*it)) locus.push_back(it->id);
    }
  }
  if (locus.empty()) {
    for (const Term& t : Slice(article, {0, std::max(sentence.end, kLead)})) {
      if (is_place(t) && locus.size() < kMaxLocus) locus.push_back(t.id);
    }
  }
  SortUnique(locus);
  return locus;
}

// The last day before or on `published` that is the one weekday of `mask`; unknown
// where the mask holds none or several.
DayRange DayOfWeekday(uint8_t mask, int32_t published) {
  if (mask == 0 || (mask & (mask - 1)) != 0) return {};
  int weekday = 0;
  while ((mask >> weekday & 1) == 0) ++weekday;
  const int32_t published_weekday =
      ((published + 3) % 7 + 7) % 7;  // 1970-01-01: Thursday
  const int32_t day = published - ((published_weekday - weekday) % 7 + 7) % 7;
  return {day, day + 1};
}

// The days of the one month of `mask` that was last when the article was
// published; unknown where the mask holds none or several.
DayRange DaysOfMonth(uint16_t mask, int32_t published) {
  if (mask == 0 || (mask & (mask - 1)) != 0) return {};
  int month = 1;
  while ((mask >> (month - 1) & 1) == 0) ++month;
  const absl::CivilDay epoch(1970, 1, 1);
  const absl::CivilDay day = epoch + published;
  const absl::CivilMonth named(month > day.month() ? day.year() - 1 : day.year(),
                               month);
  return {static_cast<int32_t>(absl::CivilDay(named) - epoch),
          static_cast<int32_t>(absl::CivilDay(named + 1) - epoch)};
}

// The weekday last named within some lines before `sentence`, or else first named
// in the lead; 0 where there is none.
uint8_t WeekdayBefore(std::string_view text, ByteSpan sentence) {
  static constexpr std::array<std::string_view, 7> kNames = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  const uint32_t begin = sentence.begin - std::min(sentence.begin, kLocusBefore);
  const std::string_view before = text.substr(begin, sentence.begin - begin);
  const std::string_view lead = text.substr(0, kLead);
  size_t last = 0;
  size_t first = std::string_view::npos;
  uint8_t mask_before = 0;
  uint8_t mask_lead = 0;
  for (size_t d = 0; d < kNames.size(); ++d) {
    const size_t at = before.rfind(kNames[d]);
    if (at != std::string_view::npos && at + 1 > last && !EndsInTelling(before, at)) {
      last = at + 1;
      mask_before = static_cast<uint8_t>(1 << d);
    }
    const size_t in_lead = lead.find(kNames[d]);
    if (in_lead < first && !EndsInTelling(lead, in_lead)) {
      first = in_lead;
      mask_lead = static_cast<uint8_t>(1 << d);
    }
  }
  return mask_before != 0 ? mask_before : mask_lead;
}

// A spokesman speaks of many events: his name says nothing of this one.
void DropSpeaker(std::string_view text, std::string_view speaker,
                 absl::Span<const Term> terms, ClaimContext& context) {
  if (speaker.empty()) return;
  for (const Term& t : terms) {
    size_t end = t.begin;
    while (end < text.size() && (IsWordByte(text[end]) || text[end] == '-')) {
      ++end;
    }
    const std::string_view word = text.substr(t.begin, end - t.begin);
    if (word.empty() || speaker.find(word) == std::string_view::npos) continue;
    for (std::vector<uint64_t>* list :
         {&context.terms, &context.names, &context.near}) {
      const auto it = std::lower_bound(list->begin(), list->end(), t.id);
      if (it != list->end() && *it == t.id) list->erase(it);
    }
  }
}

DayRange ToDays(const DateInterval& interval) {
  const int32_t begin = ParseDay(interval.begin);
  int32_t end = ParseDay(interval.end);
  if (begin == DayRange::kUnknown || end == DayRange::kUnknown) return {};
  if (end <= begin) end = begin + 1;
  return {begin, end};
}

}  // namespace

int32_t DayRange::Gap(const DayRange& other) const {
  return std::max({0, other.begin - (end - 1), begin - (other.end - 1)});
}

int32_t ParseDay(std::string_view s) {
  int year = 0;
  int month = 0;
  int day = 0;
  if (s.size() < 10 || s[4] != '-' || s[7] != '-' ||
      !absl::SimpleAtoi(ToAbsl(s.substr(0, 4)), &year) ||
      !absl::SimpleAtoi(ToAbsl(s.substr(5, 2)), &month) ||
      !absl::SimpleAtoi(ToAbsl(s.substr(8, 2)), &day)) {
    return DayRange::kUnknown;
  }
  return static_cast<int32_t>(absl::CivilDay(year, month, day) -
                              absl::CivilDay(1970, 1, 1));
}

double WeighWords(absl::Span<const uint64_t> ids, const TermIndex& index) {
  constexpr double kCommonWord = 0.2;  // even the commonest says something
  double sum = 0;
  for (uint64_t id : ids) sum += std::max(kCommonWord, index.Weight(id));
  return sum;
}

std::vector<uint64_t> Shared(absl::Span<const uint64_t> a,
                             absl::Span<const uint64_t> b) {
  std::vector<uint64_t> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return common;
}

std::vector<ClaimContext> Contexts(absl::Span<const Document> documents,
                                   absl::Span<const Claim> claims,
                                   const TermIndex& index, int threads) {
  std::vector<ClaimContext> contexts(claims.size());
  // The first claim of each sentence; its context serves the others.
  std::vector<size_t> starts;
  for (size_t i = 0; i < claims.size(); ++i) {
    if (i == 0 || claims[i].doc != claims[i - 1].doc ||
        claims[i].context != claims[i - 1].context) {
      starts.push_back(i);
    }
  }
  starts.push_back(claims.size());
  ParallelFor(starts.size() - 1, 64, threads, [&](size_t first, size_t last) {
    std::vector<Term> article;  // terms of the document of the sentence at hand
    std::optional<DocId> article_of;
    for (size_t s = first; s < last; ++s) {
      const auto of_sentence = claims.subspan(starts[s], starts[s + 1] - starts[s]);
      if (std::none_of(of_sentence.begin(), of_sentence.end(), HasContext)) continue;
      const Claim& head = claims[starts[s]];
      const Document& document = documents[Index(head.doc)];
      const auto size = static_cast<uint32_t>(document.text.size());
      const ByteSpan sentence = {
          std::min(head.context.begin, size),
          std::min(std::max(head.context.begin, head.context.end), size)};
      ClaimContext base;
      if (article_of != head.doc) {
        article_of = head.doc;
        article = index.TermsIn(head.doc, {0, size});
      }
      const absl::Span<const Term> terms = Slice(article, sentence);
      for (const Term& t : terms) {
        base.terms.push_back(t.id);
        if (t.nation) base.nations.push_back(t.id);
        if (t.name && !t.nation) base.names.push_back(t.id);
        if (t.place && !t.nation) base.places.push_back(t.id);
      }
      const ByteSpan around = {
          sentence.begin - std::min(sentence.begin, kNearBefore),
          std::min(size, std::min(sentence.end, size - std::min(size, kNearBehind)) +
                             kNearBehind)};
      for (const Term& t : Slice(article, around)) {
        if (t.name && !t.nation) base.near.push_back(t.id);
      }
      base.located = std::any_of(terms.begin(), terms.end(), [&](const Term& t) {
        return t.name && !t.nation && index.IsPlace(t.id);
      });
      base.locus = LocusOf(index, article, sentence, terms);
      SortUnique(base.terms);
      SortUnique(base.names);
      SortUnique(base.near);
      SortUnique(base.places);
      SortUnique(base.nations);
      base.sentence = 0;
      for (uint64_t t : base.terms) base.sentence = Mix64(base.sentence ^ t);
      ReadWords(sentence.In(document.text), base);
      if (document.published.has_value()) {
        const int32_t day = ParseDay(*document.published);
        if (day != DayRange::kUnknown) base.published = {day, day + 1};
      }
      for (size_t i = starts[s]; i < starts[s + 1]; ++i) {
        if (claims[i].value.kind != ValueKind::kDate || !claims[i].value.date) continue;
        // "now" and the page's own date place no event.
        const std::string& role = claims[i].scope.role;
        if (role == "now" || role == "page") continue;
        if (IsTellingLemma(claims[i].scope.head)) continue;
        const DayRange days = ToDays(*claims[i].value.date);
        if (days.known() && days.end - days.begin > kMaxEventDays && !base.era.known())
          base.era = days;
        if (days.known() && days.end - days.begin <= kMaxEventDays) {
          // Several dates in a sentence: the whole stretch is possible.
          if (!base.event.known()) base.event = days;
          base.event.begin = std::min(base.event.begin, days.begin);
          base.event.end = std::max(base.event.end, days.end);
        }
      }
      if (!base.event.known() && base.published.known()) {
        base.event = DayOfWeekday(base.time.weekdays, base.published.begin);
        if (!base.event.known() && base.time.weekdays == 0 && base.time.months == 0 &&
            base.time.years.empty() && !base.background && !base.since) {
          base.event = DayOfWeekday(WeekdayBefore(document.text, sentence),
                                    base.published.begin);
          base.day_inherited = base.event.known();
        }
        if (!base.event.known()) {
          base.event = DaysOfMonth(base.time.months, base.published.begin);
        }
      }
      for (size_t i = starts[s]; i < starts[s + 1]; ++i) {
        if (!HasContext(claims[i])) continue;
        contexts[i] = base;
        DropSpeaker(document.text, claims[i].speaker, terms, contexts[i]);
        const auto before = std::partition_point(
            terms.begin(), terms.end(),
            [&](const Term& t) { return t.begin < claims[i].value_span.begin; });
        const auto from =
            before - std::min<std::ptrdiff_t>(before - terms.begin(), kCloseTerms);
        const auto to =
            before + std::min<std::ptrdiff_t>(terms.end() - before, kCloseTerms);
        for (auto it = from; it != to; ++it) contexts[i].close.push_back(it->id);
        SortUnique(contexts[i].close);
        contexts[i].terms_weight = WeighWords(contexts[i].terms, index);
        contexts[i].close_weight = WeighWords(contexts[i].close, index);
      }
    }
  });
  return contexts;
}

}  // namespace rashomon
