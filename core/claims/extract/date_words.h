// The words of a sentence as the grammar of dates sees them.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WORDS_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WORDS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/claims/annotate.h"

namespace rashomon {

// What a word can do in a date. One word may do several ("second", "may").
enum class DateRole : uint8_t {
  kMonth,      // value: 1 to 12
  kWeekday,    // value: 1 (Monday) to 7
  kWeekdays,   // the plural, which names no day by itself; value: 1 to 7
  kWeakName,   // a month or weekday that is also another word (may, sun)
  kShortName,  // an abbreviated month or weekday
  kUnit,       // value: TimeUnit
  kCardinal,   // value: the number
  kArticle,    // a, an
  kVague,      // few, several; value: how many at least
  kOrdinal,    // value: the number
  kSeason,     // value: 1 (spring) to 4 (winter)
  kDaypart,    // value: as in date_words.tsv
  kShift,      // last -1, this 0, next 1
  kPart,       // early 1, mid 2, late 3
  kDeictic,    // yesterday -1, today 0, tomorrow 1
  kPresent,    // now
  kHedge,      // value: Qualifier
  kMeridiem,   // 0 a.m., 12 p.m.
  kOClock,     // o'clock
  kDecade,     // value: 20 to 90
  kZone,       // value: minutes east of UTC
  kHoliday,    // first word of a holiday's name
  kNumRoles
};

struct DateWord {
  uint32_t roles = 0;
  std::array<int16_t, static_cast<size_t>(DateRole::kNumRoles)> values{};

  bool Is(DateRole role) const { return (roles >> static_cast<int>(role) & 1) != 0; }
  int Value(DateRole role) const { return values[static_cast<size_t>(role)]; }
};

// A holiday's rule: a month's day, an n-th weekday, or days after Easter.
struct Holiday {
  enum class Rule { kDay, kNthWeekday, kEaster };
  Rule rule = Rule::kDay;
  int month = 0;
  int day = 0;      // kDay
  int nth = 0;      // kNthWeekday
  int weekday = 0;  // kNthWeekday
  int offset = 0;   // days after
};

// A sentence's words with their roles. Positions past the end read as empty
// words, so that the grammar may look ahead without care.
class DateWords {
 public:
  // True if a sentence may hold a date at all: it has a word of a date or a
  // number written like one. Costs some nanoseconds a word.
  static bool HasTrigger(absl::Span<const Word> words);

  DateWords(const AnnotatedText& text, absl::Span<const Word> words);

  size_t size() const { return words_.size(); }
  bool Is(size_t i, DateRole role) const {
    return i < entries_.size() && entries_[i] != nullptr && entries_[i]->Is(role);
  }
  int Value(size_t i, DateRole role) const { return entries_[i]->Value(role); }

  // The word in lower case, without a possessive ending: "friday" for "Friday's".
  std::string_view Lower(size_t i) const {
    return i < stems_.size() ? stems_[i] : std::string_view();
  }
  std::string_view Original(size_t i) const {
    return i < words_.size() ? words_[i].span.In(text_) : std::string_view();
  }
  // The bytes of words [begin, end), without a possessive ending.
  ByteSpan Span(size_t begin, size_t end) const {
    const uint32_t stem = static_cast<uint32_t>(stems_[end - 1].size());
    return {words_[begin].span.begin, words_[end - 1].span.begin + stem};
  }
  // True if a date can begin at `i`, as far as this word and the next say.
  bool MayOpenDate(size_t i) const;
  bool SpaceBefore(size_t i) const {
    return i < words_.size() && words_[i].space_before;
  }
  bool IsWord(size_t i) const {
    return i < words_.size() && words_[i].kind == WordKind::kWord;
  }
  bool IsNumber(size_t i) const {
    return i < words_.size() && words_[i].kind == WordKind::kNumber;
  }
  bool IsCapital(size_t i) const;

  // The value of a number written in digits only, at most `max_digits` of them;
  // -1 for anything else.
  int Integer(size_t i, size_t max_digits = 4) const;
  size_t NumDigits(size_t i) const { return IsNumber(i) ? words_[i].lower.size() : 0; }

  // "-" or a dash of any width.
  bool IsDash(size_t i) const;

  // The end of the longest holiday's name that begins at `i`, and its rule.
  struct HolidayMatch {
    Holiday holiday;
    size_t end = 0;
  };
  std::optional<HolidayMatch> HolidayAt(size_t i) const;

 private:
  std::string_view text_;
  absl::Span<const Word> words_;
  std::vector<std::string_view> stems_;
  std::vector<const DateWord*> entries_;
  std::vector<bool> opens_;  // "the" and the apostrophe of "'90s"
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_DATE_WORDS_H_
