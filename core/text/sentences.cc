// A scan for marks that may end a sentence (. ! ? … and those of other scripts),
// and a decision at each from what stands before it and what follows. Words are
// looked up in two tables (abbreviations.h); the usual first words of sentences
// decide where an abbreviation may stand last, as in "left the U.S. The army".
// The idea of deciding by the words on both sides is Kiss and Strunk's (2006); here
// the tables are given, so that a sentence's end does not depend on the corpus.
// Linear: bytes that can begin no mark are skipped by a table.

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/text/abbreviations.h"
#include "core/text/segment.h"
#include "core/text/trim.h"
#include "unicode/uchar.h"

namespace rashomon {
namespace {

enum class Mark {
  kNone,
  kPoint,     // .
  kExclaim,   // ! ? and their like
  kEllipsis,  // … or several points
  kFullStop,  // of a script that puts no space after it: 。！？
  kDanda,     // of a script that does: । ۔ ። ။
};

Mark MarkOf(char32_t c) {
  switch (c) {
    case '.':
      return Mark::kPoint;
    case '!':
    case '?':
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F:
      return Mark::kExclaim;
    case 0x2026:
      return Mark::kEllipsis;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case 0xFF0E:
    case 0xFF61:
      return Mark::kFullStop;
    case 0x0964:
    case 0x0965:
    case 0x06D4:
    case 0x1362:
    case 0x104A:
    case 0x104B:
    case 0x17D4:
    case 0x0589:
      return Mark::kDanda;
    default:
      return Mark::kNone;
  }
}

// Whether a byte can begin a mark.
constexpr std::array<bool, 256> kMayBeginMark = [] {
  std::array<bool, 256> table{};
  for (const int byte :
       {0x2E, 0x21, 0x3F, 0xD6, 0xD8, 0xDB, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF}) {
    table[static_cast<size_t>(byte)] = true;
  }
  return table;
}();

bool IsCloser(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0x201D ||
         c == 0x2019 || c == 0x201C || c == 0xBB || c == 0x203A || c == 0x300D ||
         c == 0x300F || c == 0xFF09;
}

bool IsOpener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == '{' || c == '*' ||
         c == '-' || c == 0x201C || c == 0x2018 || c == 0x201E || c == 0xAB ||
         c == 0x2039 || c == 0x2013 || c == 0x2014 || c == 0xBF || c == 0xA1 ||
         c == 0x300C || c == 0x300E || c == 0x2022;
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsUpper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  return c != kBadByte && u_isupper(static_cast<UChar32>(c));
}
bool IsLower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return c != kBadByte && u_islower(static_cast<UChar32>(c));
}
bool IsLetter(char32_t c) {
  if (c < 0x80) return IsUpper(c) || IsLower(c);
  return c != kBadByte && u_isalpha(static_cast<UChar32>(c));
}

// Words on either side are looked at for so many bytes; none in the tables is
// longer.
constexpr size_t kWordWindow = 40;

// One paragraph and where its sentences end.
class Splitter {
 public:
  Splitter(std::string_view text, ByteSpan paragraph)
      : text_(text.substr(0, paragraph.end)), begin_(paragraph.begin) {}

  std::vector<ByteSpan> Split() {
    std::vector<ByteSpan> sentences;
    sentence_ = begin_;
    size_t i = begin_;
    while (i < text_.size()) {
      if (!kMayBeginMark[static_cast<unsigned char>(text_[i])]) {
        ++i;
        continue;
      }
      const CodePoint c = DecodeAt(text_, i);
      const Mark mark = MarkOf(c.value);
      if (mark == Mark::kNone) {
        i += c.length;
        continue;
      }
      const Run run = MarkRun(i);
      i = run.after;
      if (run.after >= text_.size() || !EndsSentence(run)) continue;
      const ByteSpan span = Trim(text_, sentence_, run.after);
      if (!span.empty()) sentences.push_back(span);
      sentence_ = PastSpace(run.after);
    }
    const ByteSpan last = Trim(text_, sentence_, text_.size());
    if (!last.empty()) sentences.push_back(last);
    return sentences;
  }

 private:
  size_t PastSpace(size_t at) const {
    while (at < text_.size()) {
      const CodePoint c = DecodeAt(text_, at);
      if (!IsSpace(c.value)) break;
      at += c.length;
    }
    return at;
  }

  // Marks and the quotation marks and brackets that close after them.
  struct Run {
    size_t begin;
    size_t after;
    Mark mark;
    bool closed;  // by a quotation mark or bracket
  };

  Run MarkRun(size_t begin) const {
    Run run{.begin = begin, .after = begin, .mark = Mark::kNone, .closed = false};
    size_t marks = 0;
    while (run.after < text_.size()) {
      const CodePoint c = DecodeAt(text_, run.after);
      const Mark mark = MarkOf(c.value);
      if (mark == Mark::kNone) break;
      if (mark == Mark::kPoint && marks > 0) {
        if (run.mark == Mark::kPoint) run.mark = Mark::kEllipsis;
      } else if (run.mark != Mark::kExclaim || mark == Mark::kFullStop) {
        run.mark = mark;
      }
      run.after = PastSpacedPoint(run.after + c.length, mark);
      ++marks;
    }
    while (run.after < text_.size()) {
      const CodePoint c = DecodeAt(text_, run.after);
      if (!IsCloser(c.value) || ClosesNothing(c, run.after)) break;
      run.after += c.length;
      run.closed = true;
    }
    run.after = PastSpacedQuote(run.after, run.closed);
    return run;
  }

  // ". . ." is an ellipsis too; " .5" is none.
  size_t PastSpacedPoint(size_t at, Mark mark) const {
    if (mark != Mark::kPoint || at + 2 >= text_.size()) return at;
    const bool spaced = text_[at] == ' ' && text_[at + 1] == '.';
    return spaced && !IsDigit(Byte(text_[at + 2])) ? at + 1 : at;
  }

  // “ closes in German and opens in English; an apostrophe before a letter opens
  // a word.
  bool ClosesNothing(CodePoint c, size_t at) const {
    if (c.value != 0x201C && c.value != '\'' && c.value != 0x2019 && c.value != '"') {
      return false;
    }
    const size_t next = at + c.length;
    return next < text_.size() && IsLetter(DecodeAt(text_, next).value);
  }

  // French puts a space before the closing quotation mark; so do some typists.
  size_t PastSpacedQuote(size_t at, bool& closed) const {
    if (at >= text_.size()) return at;
    const CodePoint space = DecodeAt(text_, at);
    const size_t quote_at = at + space.length;
    if (!IsSpace(space.value) || quote_at >= text_.size()) return at;
    const CodePoint quote = DecodeAt(text_, quote_at);
    const size_t after = quote_at + quote.length;
    const bool stands_alone =
        quote.value == '"' &&
        (after >= text_.size() || IsSpace(DecodeAt(text_, after).value));
    if (quote.value != 0xBB && quote.value != 0x201D && !stands_alone) return at;
    closed = true;
    return after;
  }

  bool EndsSentence(const Run& run) {
    const CodePoint after = DecodeAt(text_, run.after);
    if (run.mark == Mark::kFullStop) return true;
    if (run.mark == Mark::kDanda) return IsSpace(after.value) || IsLetter(after.value);
    if (!IsSpace(after.value)) return IsSpaceMissing(run, after);
    const std::optional<Next> next = NextWord(run.after);
    if (!next) return true;  // nothing but punctuation follows
    if (IsLower(next->first) && !next->brand && !IsCaseless()) return false;
    if (run.mark == Mark::kEllipsis) return !IsOmission(run);
    if (run.mark == Mark::kExclaim) return ExclamationEnds(run, *next);
    if (run.closed) return true;
    return PointEnds(run, *next);
  }

  // "the dam broke.The river": a whole word before, a usual first word after.
  bool IsSpaceMissing(const Run& run, CodePoint after) const {
    const std::string_view next =
        WordAt(run.after + (IsOpener(after.value) ? after.length : 0));
    const size_t end = static_cast<size_t>(next.data() - text_.data()) + next.size();
    if (next.size() < 2 || end >= text_.size() || text_[end] != ' ') return false;
    const std::string_view word = WordBefore(run.begin);
    return word.size() >= 3 &&
           std::all_of(word.end() - 3, word.end(),
                       [](char c) { return IsLower(Byte(c)); }) &&
           IsSentenceStarter(next, false);
  }

  // "[...]" stands for words left out, wherever they stood.
  bool IsOmission(const Run& run) const {
    return run.closed && run.begin > begin_ &&
           (text_[run.begin - 1] == '[' || text_[run.begin - 1] == '(');
  }

  struct Next {
    std::string_view word;
    std::string_view second;  // the word after it
    char32_t first;           // character of `word`
    bool brand;               // iPhone, eBay: lower case, yet a name
  };

  std::optional<Next> NextWord(size_t at) const {
    const size_t limit = std::min(text_.size(), at + kWordWindow);
    while (at < limit) {
      const CodePoint c = DecodeAt(text_, at);
      if (!IsSpace(c.value) && !IsOpener(c.value)) break;
      at += c.length;
    }
    if (at >= text_.size()) return std::nullopt;
    const std::string_view word = WordAt(at);
    const size_t second = at + word.size() + 1;
    return Next{
        .word = word,
        .second = second < text_.size() ? WordAt(second) : std::string_view(),
        .first = DecodeAt(text_, at).value,
        .brand = word.size() > 2 && IsLower(Byte(word[0])) && IsUpper(Byte(word[1]))};
  }

  static char32_t Byte(char c) { return static_cast<unsigned char>(c); }

  // Letters and digits of ASCII from `at` on.
  std::string_view WordAt(size_t at) const {
    const size_t limit = std::min(text_.size(), at + kWordWindow);
    size_t end = at;
    while (end < limit && (IsLetter(Byte(text_[end])) || IsDigit(Byte(text_[end]))) &&
           Byte(text_[end]) < 0x80) {
      ++end;
    }
    return text_.substr(at, end - at);
  }

  // The word that ends at `end`: everything back to a space or an opening mark.
  std::string_view WordBefore(size_t end) const {
    const size_t limit = end - std::min(end - sentence_, kWordWindow);
    size_t begin = end;
    while (begin > limit) {
      const char c = text_[begin - 1];
      const bool inside = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                          (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '&' ||
                          Byte(c) >= 0x80;
      if (!inside) break;
      --begin;
    }
    // Quotation marks and dashes beyond ASCII stand at the border.
    std::string_view word = text_.substr(begin, end - begin);
    for (const std::string_view mark :
         {"“", "‘", "„", "«", "—", "–", "’", "”", "\u00A0"}) {
      const size_t at = word.rfind(mark);
      if (at != std::string_view::npos) word.remove_prefix(at + mark.size());
    }
    return word;
  }

  bool ExclamationEnds(const Run& run, const Next& next) {
    if (run.closed || run.begin == sentence_) return true;
    const std::string_view word = WordBefore(run.begin);
    const std::string_view name(word.data(), word.size() + 1);  // with the mark
    if (LookUpAbbreviation(name, false) == Abbreviation::kNone) return true;
    return IsSentenceStarter(next.word, false);
  }

  bool PointEnds(const Run& run, const Next& next) {
    const std::string_view word = WordBefore(run.begin);
    if (word.empty()) return true;
    const bool starts = StartsSentence(next);
    if (IsEnumerator(word)) return false;
    switch (LookUpAbbreviation(word, IsCaseless())) {
      case Abbreviation::kTitle:
        return false;
      case Abbreviation::kMiddle:
        return false;
      case Abbreviation::kNumber:
        return !IsDigit(next.first);
      case Abbreviation::kTime:
        return !FollowsTime(next);
      case Abbreviation::kEnd:
        return starts;
      case Abbreviation::kNone:
        break;
    }
    if (IsInitial(word) || IsAcronym(word)) return starts;
    return true;
  }

  bool StartsSentence(const Next& next) {
    return IsSentenceStarter(next.word, IsCaseless());
  }

  // "1." and "12." before the text of an item.
  bool IsEnumerator(std::string_view word) const {
    return word.data() == text_.data() + sentence_ && word.size() <= 2 &&
           std::all_of(word.begin(), word.end(),
                       [](char c) { return IsDigit(Byte(c)); });
  }

  // One capital, or two with a hyphen: "J", "É", "J-P". Where there are no capitals,
  // one letter.
  bool IsInitial(std::string_view word) {
    const CodePoint c = DecodeAt(word, 0);
    if (c.length == word.size()) {
      return IsUpper(c.value) || (IsLetter(c.value) && IsCaseless());
    }
    return word.size() >= 3 && word[word.size() - 2] == '-' &&
           IsUpper(Byte(word.back()));
  }

  // Letters with points between them, at most three together: "U.S", "Ph.D", "N.Y".
  static bool IsAcronym(std::string_view word) {
    size_t together = 0, points = 0;
    for (const char c : word) {
      if (c == '.') {
        if (together == 0) return false;
        together = 0;
        ++points;
      } else if (!IsLetter(Byte(c)) || ++together > 3) {
        return false;
      }
    }
    return points > 0 && together > 0;
  }

  static bool FollowsTime(const Next& next) {
    return IsTimeFollower(next.word) || next.second == "time";
  }

  // Whether the paragraph has no capitals, so that case tells nothing.
  bool IsCaseless() {
    if (!caseless_) {
      caseless_ = true;
      for (size_t i = begin_; i < text_.size() && *caseless_;) {
        const CodePoint c = DecodeAt(text_, i);
        caseless_ = !IsUpper(c.value);
        i += c.length;
      }
    }
    return *caseless_;
  }

  std::string_view text_;  // ends with the paragraph
  size_t begin_;
  size_t sentence_ = 0;  // where the current sentence begins
  std::optional<bool> caseless_;
};

}  // namespace

std::vector<ByteSpan> Sentences(std::string_view text, ByteSpan paragraph) {
  return Splitter(text, paragraph).Split();
}

}  // namespace rashomon
