// Every word is looked up once, in a table of all that any list below holds; most
// are told by their length and first letter to be in none.

#include "core/claims/cues.h"

#include <algorithm>
#include <array>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "core/base/hash.h"
#include "core/base/strings.h"
#include "core/claims/lexicon.h"
#include "core/claims/telling.h"

namespace rashomon {
namespace data {
std::string_view contrasts();
}  // namespace data

namespace {

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
// Words that speak of another time.
constexpr std::array<std::string_view, 12> kBackground = {
    "earlier",  "previous", "previously", "last",  "past", "recent",
    "recently", "ago",      "yesterday",  "month", "week", "war"};
// Weather that is told anew every few hours.
constexpr std::array<std::string_view, 4> kBulletin = {"winds", "gusts", "mph",
                                                       "knots"};

enum Flag : uint32_t {
  kIsMarket = 1,
  kIsMarketMove = 2,
  kIsMarketUnit = 4,
  kIsBulletin = 8,
  kIsBackground = 16,
  kIsYear = 32,
  kIsEarlier = 64,  // or ago
  kIsLast = 128,
  kIsThis = 256,
  kIsPast = 512,
  kIsSpan = 1024,  // days, weeks …
  kIsSince = 2048,
  kIsQuarter = 4096,
  kIsHalf = 8192,
  kIsVersus = 16384,
  kIsEach = 32768,
  kIsFull = 65536,
  kIsOffered = 131072,
  kIsBid = 262144,
  kIsBy = 524288,  // a, per
  kIsFiscal = 1048576,
};

struct CueWord {
  uint32_t flags = 0;     // of Flag
  uint16_t contrast = 0;  // the word's place in contrasts.tsv, or 0
  int8_t weekday = -1;    // places in the lists above
  int8_t month = -1;
  int8_t ordinal = -1;
  int8_t daypart = -1;
};

class CueTable {
 public:
  CueTable() {
    const auto flag = [&](const auto& list, uint32_t f) {
      for (std::string_view w : list) At(w).flags |= f;
    };
    const auto number = [&](const auto& list, int8_t CueWord::*member) {
      int8_t n = 0;
      for (std::string_view w : list) At(w).*member = n++;
    };
    number(kWeekdays, &CueWord::weekday);
    number(kMonths, &CueWord::month);
    number(kShortMonths, &CueWord::month);
    number(kOrdinals, &CueWord::ordinal);
    number(kDayparts, &CueWord::daypart);
    At("sept").month = 8;
    flag(kMarket, kIsMarket);
    flag(kMarketMove, kIsMarketMove);
    flag(kMarketUnits, kIsMarketUnit);
    flag(kBulletin, kIsBulletin);
    flag(kBackground, kIsBackground);
    using List = std::initializer_list<std::string_view>;
    flag(List{"year"}, kIsYear);
    flag(List{"earlier", "ago"}, kIsEarlier);
    flag(List{"last"}, kIsLast);
    flag(List{"fiscal"}, kIsFiscal);
    flag(List{"this"}, kIsThis);
    flag(List{"past"}, kIsPast);
    flag(List{"days", "weeks", "months", "years"}, kIsSpan);
    flag(List{"since"}, kIsSince);
    flag(List{"quarter"}, kIsQuarter);
    flag(List{"half"}, kIsHalf);
    flag(List{"vs"}, kIsVersus);
    flag(List{"each", "apiece"}, kIsEach);
    flag(List{"full"}, kIsFull);
    flag(List{"offered"}, kIsOffered);
    flag(List{"bid", "bids"}, kIsBid);
    flag(List{"a", "per"}, kIsBy);
    std::vector<std::string_view> groups;
    uint16_t member = 0;
    for (const auto& row : LexiconRows(data::contrasts())) {
      if (row.size() != 3) continue;
      if (groups.empty() || groups.back() != row[0]) groups.push_back(row[0]);
      ++member;
      const auto code = static_cast<uint16_t>((groups.size() << 8) | (member & 0xFF));
      for (absl::string_view w : absl::StrSplit(ToAbsl(row[2]), ' ')) {
        CueWord& word = At(FromAbsl(w));
        if (word.contrast == 0) word.contrast = code;
      }
    }
  }

  // What is known of the word of letters, in any case.
  const CueWord& Find(std::string_view word) const {
    static constexpr CueWord kNone;
    if (word.size() > kLongest) return kNone;
    if ((lengths_[word[0] & 31] >> word.size() & 1) == 0) return kNone;
    char lower[kLongest];
    for (size_t i = 0; i < word.size(); ++i) {
      lower[i] = static_cast<char>(word[i] | 0x20);  // a letter
    }
    const auto it = words_.find(std::string_view(lower, word.size()));
    return it == words_.end() ? kNone : it->second;
  }

 private:
  static constexpr size_t kLongest = 31;  // bytes

  CueWord& At(std::string_view word) {
    if (!word.empty() && word.size() <= kLongest) {
      lengths_[word[0] & 31] |= uint32_t{1} << word.size();
    }
    return words_[word];
  }

  struct Hash {
    size_t operator()(std::string_view s) const { return Hash64(s); }
  };

  absl::flat_hash_map<std::string_view, CueWord, Hash> words_;
  std::array<uint32_t, 32> lengths_{};  // by first letter: a bit for each length
};

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

}  // namespace

SentenceCues ReadCues(std::string_view sentence) {
  static const CueTable& table = *new CueTable;
  static constexpr CueWord kNone;
  SentenceCues cues;
  int market = 0;
  int moves = 0;
  int bulletin = 0;
  int bids = 0;
  int words = 0;
  int figures = 0;
  const CueWord* previous = &kNone;
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
        cues.time.years.push_back(static_cast<uint16_t>(year));
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
    const CueWord& word = table.Find(sentence.substr(i, end - i));
    const bool capital = absl::ascii_isupper(c);
    const auto is = [&](uint32_t flag) { return (word.flags & flag) != 0; };
    const auto after = [&](uint32_t flag) { return (previous->flags & flag) != 0; };
    ++words;
    if (word.contrast != 0) cues.contrasts.push_back(word.contrast);
    if (word.weekday >= 0 && !EndsInTelling(sentence, i)) {
      cues.time.weekdays |= static_cast<uint8_t>(1 << word.weekday);
    }
    if (word.month >= 0 && capital) {
      cues.time.months |= static_cast<uint16_t>(1 << word.month);
    }
    if (word.daypart >= 0) {
      cues.time.dayparts |= static_cast<uint8_t>(1 << word.daypart);
    }
    cues.time.fiscal |= is(kIsFiscal);
    if (is(kIsEarlier) && after(kIsYear)) cues.time.year_ago = true;
    if (is(kIsYear)) {
      if (after(kIsLast) && sentence.find("quarter") != std::string_view::npos) {
        cues.time.year_ago = true;
      }
      if (after(kIsThis)) cues.since = true;
      if (after(kIsFull)) cues.time.quarters |= 32;
    }
    if (is(kIsQuarter | kIsHalf) && previous->ordinal >= 0) {
      cues.time.quarters |= static_cast<uint8_t>(1 << previous->ordinal);
      if (is(kIsHalf)) cues.time.quarters |= 16;
    }
    cues.since |= is(kIsSince) || (after(kIsPast | kIsLast) && is(kIsSpan));
    cues.background |= is(kIsBackground);
    cues.table |= is(kIsVersus);
    cues.each |= is(kIsEach);
    // "40 dollars a barrel"; "24 bid, 25 offered".
    if (is(kIsMarketUnit) && after(kIsBy)) market += 2;
    if (is(kIsOffered) && bids > 0) ++market;
    market += is(kIsMarket);
    moves += is(kIsMarketMove);
    bulletin += is(kIsBulletin);
    bids += is(kIsBid);
    previous = &word;
    i = end;
  }
  std::sort(cues.time.years.begin(), cues.time.years.end());
  std::sort(cues.contrasts.begin(), cues.contrasts.end());
  cues.market = (market >= 1 && moves >= 1) || market >= 2 || bulletin >= 2;
  cues.table |= (figures >= 4 && figures * 3 >= words) || Columns(sentence) >= 3;
  return cues;
}

}  // namespace rashomon
