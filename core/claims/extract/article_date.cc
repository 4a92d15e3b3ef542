#include "core/claims/extract/article_date.h"

#include <algorithm>

#include "absl/strings/ascii.h"
#include "core/base/strings.h"
#include "core/claims/extract/calendar.h"
#include "core/claims/extract/date_grammar.h"

namespace rashomon {
namespace {

constexpr size_t kMaxSentences = 6;
constexpr size_t kMaxWords = 12;

bool IsAgency(std::string_view s) {
  return IsAny(s,
               {"reuters", "ap", "afp", "upi", "dpa", "efe", "ansa", "tass", "xinhua",
                "interfax", "kyodo", "bloomberg", "itar-tass", "ria", "pti", "ips"});
}

// A place as datelines print it: all in upper case, of three letters and more.
bool IsShouted(std::string_view s) {
  return s.size() >= 3 && std::all_of(s.begin(), s.end(), [](char c) {
           return absl::ascii_isupper(static_cast<unsigned char>(c));
         });
}

std::optional<std::string> DatelineOf(const AnnotatedText& text,
                                      const Sentence& sentence) {
  const absl::Span<const Word> all = text.Words(sentence);
  const DateWords words(text, all.subspan(0, std::min(all.size(), kMaxWords + 8)));
  bool agency = false;
  bool shouted = IsShouted(words.Original(0));
  for (size_t i = 0; i < std::min(words.size(), kMaxWords); ++i) {
    agency = agency || IsAgency(words.Lower(i));
    const auto match = MatchAbsoluteDate(words, i);
    if (!match) continue;
    const DateExpr& date = match->expr;
    if (date.form != DateForm::kCalendar || date.year == 0 || date.day == 0) {
      return std::nullopt;
    }
    const std::string_view next = words.Lower(match->end);
    const bool closed = words.IsDash(match->end) || next == ")" ||
                        (next == "(" && IsAgency(words.Lower(match->end + 1)));
    if (!closed || !(agency || shouted)) return std::nullopt;
    return ToDateInterval(UnitAround(absl::CivilSecond(date.year, date.month, date.day),
                                     TimeUnit::kDay),
                          std::nullopt)
        .begin;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> ArticleDate(const Document& document,
                                       const AnnotatedText& text) {
  if (document.published) return document.published;
  for (size_t i = 0; i < std::min(text.sentences.size(), kMaxSentences); ++i) {
    if (auto date = DatelineOf(text, text.sentences[i])) return date;
  }
  return std::nullopt;
}

}  // namespace rashomon
