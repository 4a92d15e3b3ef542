// Lexicon of dates. Most words of a text are none of its words, so a table of
// bits by length, first and last letter turns them away before any hashing.

#include "core/claims/extract/date_words.h"

#include <algorithm>
#include <bitset>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/ascii.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_split.h"
#include "core/base/strings.h"
#include "core/claims/extract/calendar.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"
#include "rashomon/claims.h"

namespace rashomon {
namespace data {
std::string_view date_words();
std::string_view date_zones();
std::string_view holidays();
std::string_view months();
std::string_view weekdays();
}  // namespace data

namespace {

constexpr uint32_t Bit(DateRole role) { return 1U << static_cast<int>(role); }

// Roles that make a sentence worth a look; the others only help.
constexpr uint32_t kTriggers =
    Bit(DateRole::kMonth) | Bit(DateRole::kWeekday) | Bit(DateRole::kUnit) |
    Bit(DateRole::kSeason) | Bit(DateRole::kDaypart) | Bit(DateRole::kDeictic) |
    Bit(DateRole::kPresent) | Bit(DateRole::kMeridiem) | Bit(DateRole::kOClock) |
    Bit(DateRole::kDecade) | Bit(DateRole::kWeekdays) | Bit(DateRole::kZone) |
    Bit(DateRole::kHoliday);

int ToInt(std::string_view s) {
  int value = 0;
  return absl::SimpleAtoi(ToAbsl(s), &value) ? value : 0;
}

bool IsLetter(char c) { return c >= 'a' && c <= 'z'; }

std::string_view WithoutPossessive(std::string_view lower) {
  const size_t n = lower.size();
  if (n > 2 && lower[n - 1] == 's') {
    if (lower[n - 2] == '\'') return lower.substr(0, n - 2);
    if (n > 4 && lower.substr(n - 4, 3) == "’") return lower.substr(0, n - 4);
  }
  return lower;
}

class Lexicon {
 public:
  static const Lexicon& Get() {
    static const Lexicon* const kLexicon = new Lexicon;
    return *kLexicon;
  }

  const DateWord* Find(std::string_view lower) const {
    if (!MayHold(lower)) return nullptr;
    const auto it = words_.find(ToAbsl(lower));
    return it == words_.end() ? nullptr : &it->second;
  }

  struct NamedHoliday {
    std::vector<std::string_view> words;
    Holiday holiday;
  };
  const std::vector<NamedHoliday>& holidays() const { return holidays_; }

 private:
  Lexicon() {
    for (const auto& row : LexiconRows(data::months())) {
      AddName(row[0], DateRole::kMonth, ToInt(row[1]), row[2]);
    }
    for (const auto& row : LexiconRows(data::weekdays())) {
      AddName(row[0], DateRole::kWeekday, ToInt(row[1]), row[2]);
    }
    for (const auto& row : LexiconRows(data::date_zones())) {
      Add(row[0], DateRole::kZone, ToInt(row[1]));
    }
    for (const auto& row : LexiconRows(data::date_words())) {
      AddByName(row[0], row[1], row[2]);
    }
    for (const auto& row : LexiconRows(data::holidays())) AddHoliday(row[0], row[1]);
    // The longest name first: "Christmas Eve" before "Christmas".
    std::stable_sort(holidays_.begin(), holidays_.end(),
                     [](const NamedHoliday& a, const NamedHoliday& b) {
                       return a.words.size() > b.words.size();
                     });
  }

  static size_t Slot(std::string_view s) {
    const auto letter = [](char c) {
      return IsLetter(c) ? static_cast<size_t>(c - 'a') : size_t{26};
    };
    return (s.size() * 27 + letter(s.front())) * 27 + letter(s.back());
  }

  bool MayHold(std::string_view s) const {
    return !s.empty() && s.size() < kMaxLength && slots_[Slot(s)];
  }

  void Add(std::string_view form, DateRole role, int value) {
    if (form.empty() || form.size() >= kMaxLength) return;
    DateWord& word = words_[std::string(form)];
    word.roles |= Bit(role);
    word.values[static_cast<size_t>(role)] = static_cast<int16_t>(value);
    slots_.set(Slot(form));
  }

  void AddName(std::string_view form, DateRole role, int number,
               std::string_view kind) {
    Add(form, kind == "plural" ? DateRole::kWeekdays : role, number);
    if (kind == "word") Add(form, DateRole::kWeakName, 1);
    if (kind == "short") Add(form, DateRole::kShortName, 1);
  }

  void AddByName(std::string_view form, std::string_view role, std::string_view value) {
    const auto number = [&](DateRole r) { Add(form, r, ToInt(value)); };
    if (role == "unit") {
      if (const auto unit = TimeUnitNamed(value)) {
        Add(form, DateRole::kUnit, static_cast<int>(*unit));
      }
    } else if (role == "hedge") {
      const Qualifier q = value == "about"    ? Qualifier::kAbout
                          : value == "nearly" ? Qualifier::kNearly
                          : value == "more"   ? Qualifier::kMoreThan
                                              : Qualifier::kExact;
      Add(form, DateRole::kHedge, static_cast<int>(q));
    } else if (role == "meridiem") {
      Add(form, DateRole::kMeridiem, value == "pm" ? 12 : 0);
    } else if (role == "oclock") {
      number(DateRole::kOClock);
    } else if (role == "cardinal") {
      number(DateRole::kCardinal);
    } else if (role == "article") {
      number(DateRole::kArticle);
    } else if (role == "vague") {
      number(DateRole::kVague);
    } else if (role == "ordinal") {
      number(DateRole::kOrdinal);
    } else if (role == "season") {
      number(DateRole::kSeason);
    } else if (role == "daypart") {
      number(DateRole::kDaypart);
    } else if (role == "shift") {
      number(DateRole::kShift);
    } else if (role == "part") {
      number(DateRole::kPart);
    } else if (role == "deictic") {
      number(DateRole::kDeictic);
    } else if (role == "present") {
      number(DateRole::kPresent);
    } else if (role == "decade") {
      number(DateRole::kDecade);
    }
  }

  void AddHoliday(std::string_view name, std::string_view rule) {
    NamedHoliday named;
    for (const absl::string_view word : absl::StrSplit(ToAbsl(name), ' ')) {
      named.words.push_back(FromAbsl(word));
    }
    const std::vector<absl::string_view> parts = absl::StrSplit(ToAbsl(rule), ' ');
    const auto number = [&parts](size_t i) {
      return i < parts.size() ? ToInt(FromAbsl(parts[i])) : 0;
    };
    Holiday& holiday = named.holiday;
    if (parts[0] == "easter") {
      holiday.rule = Holiday::Rule::kEaster;
      holiday.offset = number(1);
    } else if (parts.size() == 1) {
      holiday.month = ToInt(rule.substr(0, 2));
      holiday.day = ToInt(rule.substr(3));
    } else {
      holiday.rule = Holiday::Rule::kNthWeekday;
      holiday.month = number(0);
      holiday.nth = number(1);
      holiday.weekday = number(2);
      holiday.offset = number(3);
    }
    Add(named.words.front(), DateRole::kHoliday, 1);
    holidays_.push_back(std::move(named));
  }

  static constexpr size_t kMaxLength = 16;
  absl::flat_hash_map<std::string, DateWord> words_;
  std::bitset<kMaxLength * 27 * 27> slots_;
  std::vector<NamedHoliday> holidays_;
};

}  // namespace

bool DateWords::HasTrigger(absl::Span<const Word> words) {
  const Lexicon& lexicon = Lexicon::Get();
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string_view lower = words[i].lower;
    if (words[i].kind == WordKind::kWord) {
      const DateWord* word = lexicon.Find(WithoutPossessive(lower));
      if (word != nullptr && (word->roles & kTriggers) != 0) return true;
    } else if (words[i].kind == WordKind::kNumber) {
      if (lower.size() >= 4 && lower.find(',') == std::string_view::npos) return true;
      if (i + 1 < words.size() && words[i + 1].lower == "past") return true;
      if (i > 0 && words[i - 1].lower == "q" && !words[i].space_before) return true;
      if (i + 1 == words.size() || words[i + 1].space_before) continue;
      const std::string_view next = words[i + 1].lower;
      if (next == "/" || next == ":" || next == "s" || next == "st" || next == "nd" ||
          next == "rd" || next == "th")
        return true;
    }
  }
  return false;
}

DateWords::DateWords(const AnnotatedText& text, absl::Span<const Word> words)
    : text_(text.text), words_(words) {
  static constexpr std::array<std::string_view, 15> kOpeners = {
      "the",    "'",  "’", "‘", "more",  "less", "at",       "half",
      "fiscal", "fy", "q", "h", "final", "rest", "remainder"};
  static const WordSet& openers = *new WordSet(MakeWordSet(kOpeners));
  const Lexicon& lexicon = Lexicon::Get();
  stems_.reserve(words.size());
  entries_.reserve(words.size());
  opens_.reserve(words.size());
  for (const Word& word : words) {
    const std::string_view stem = WithoutPossessive(word.lower);
    stems_.push_back(stem);
    entries_.push_back(word.kind == WordKind::kWord ? lexicon.Find(stem) : nullptr);
    opens_.push_back(openers.Has(stem));
  }
}

bool DateWords::MayOpenDate(size_t i) const {
  // Words that open a date by themselves; the others need a count behind them.
  constexpr uint32_t kOpeners =
      Bit(DateRole::kMonth) | Bit(DateRole::kWeekday) | Bit(DateRole::kCardinal) |
      Bit(DateRole::kOrdinal) | Bit(DateRole::kSeason) | Bit(DateRole::kDaypart) |
      Bit(DateRole::kShift) | Bit(DateRole::kPart) | Bit(DateRole::kDeictic) |
      Bit(DateRole::kPresent) | Bit(DateRole::kDecade) | Bit(DateRole::kHoliday);
  constexpr uint32_t kCounts = Bit(DateRole::kCardinal) | Bit(DateRole::kOrdinal) |
                               Bit(DateRole::kArticle) | Bit(DateRole::kVague) |
                               Bit(DateRole::kUnit) | Bit(DateRole::kShift);
  if (IsNumber(i)) return true;
  if (entries_[i] != nullptr && (entries_[i]->roles & kOpeners) != 0) return true;
  const std::string_view word = stems_[i];
  if (opens_[i] && word != "the") return true;
  if (word == "week" || word == "weekend" || word == "day" || word == "year") {
    return true;
  }
  if (entries_[i] == nullptr && word != "the") return false;
  if (i + 1 >= words_.size()) return false;
  return IsNumber(i + 1) || stems_[i + 1] == "final" || stems_[i + 1] == "rest" ||
         stems_[i + 1] == "remainder" || stems_[i + 1] == "under" ||
         (entries_[i + 1] != nullptr && (entries_[i + 1]->roles & kCounts) != 0);
}

bool DateWords::IsCapital(size_t i) const {
  const std::string_view word = Original(i);
  return !word.empty() && absl::ascii_isupper(static_cast<unsigned char>(word[0]));
}

int DateWords::Integer(size_t i, size_t max_digits) const {
  if (!IsNumber(i)) return -1;
  const std::string_view s = words_[i].lower;
  if (s.size() > max_digits || s.size() > 9) return -1;
  int value = 0;
  for (const char c : s) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool DateWords::IsDash(size_t i) const {
  const std::string_view s = Lower(i);
  return s == "-" || s == "–" || s == "—";
}

std::optional<DateWords::HolidayMatch> DateWords::HolidayAt(size_t i) const {
  if (!Is(i, DateRole::kHoliday) || !IsCapital(i)) return std::nullopt;
  for (const auto& named : Lexicon::Get().holidays()) {
    bool same = true;
    for (size_t k = 0; same && k < named.words.size(); ++k) {
      same = i + k < words_.size() && words_[i + k].lower == named.words[k];
    }
    if (same) return HolidayMatch{named.holiday, i + named.words.size()};
  }
  return std::nullopt;
}

}  // namespace rashomon
