// A figure is compared as any two figures are; a stated date, a name that is no
// variant, and a "not" behind an auxiliary contradict by being another.

#include "core/claims/compare/edit_rules.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "core/base/strings.h"
#include "core/claims/compare/figure.h"
#include "core/claims/compare/interval.h"
#include "core/claims/compare/same_event.h"
#include "core/claims/compare/toll.h"
#include "core/claims/lemma.h"
#include "core/claims/topic.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxClaimBytes = 160;  // no claim's span is longer
constexpr double kWideGap = 0.1;          // of two bounds

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
}

std::string Lower(std::string_view s) { return absl::AsciiStrToLower(ToAbsl(s)); }

constexpr uint32_t kMaxWordBytes = 40;

// The whole words just before and behind a place; empty where a mark parts them from
// it, or where they are longer than any.
std::string_view WordBefore(std::string_view text, uint32_t end) {
  while (end > 0 && !IsWordByte(text[end - 1])) {
    if (!absl::ascii_isspace(static_cast<unsigned char>(text[end - 1]))) return {};
    --end;
  }
  uint32_t begin = end;
  while (begin > 0 && IsWordByte(text[begin - 1])) {
    if (end - --begin > kMaxWordBytes) return {};
  }
  return text.substr(begin, end - begin);
}
std::string_view WordBehind(std::string_view text, uint32_t begin) {
  while (begin < text.size() &&
         absl::ascii_isspace(static_cast<unsigned char>(text[begin]))) {
    ++begin;
  }
  uint32_t end = begin;
  while (end < text.size() && IsWordByte(text[end])) {
    if (++end - begin > kMaxWordBytes) return {};
  }
  return text.substr(begin, end - begin);
}

class Rules {
 public:
  Rules(absl::Span<const Document> documents, absl::Span<const Claim> claims)
      : documents_(documents), claims_(claims) {}

  std::optional<ToldEdit> Judge(const WordEdit& edit) const {
    if (IsAnotherState(edit)) return std::nullopt;
    if (auto told = Figure(edit)) return told;
    if (auto told = Date(edit)) return told;
    if (auto told = Name(edit)) return told;
    return Negation(edit);
  }

 private:
  std::string_view Text(DocId doc) const { return documents_[Index(doc)].text; }

  static bool IsFigure(const Claim& c) {
    return c.value.kind <= ValueKind::kDuration && c.value.unit != "ordinal" &&
           c.value.kind != ValueKind::kDate;
  }

  // The one claim of its sort whose value holds the edit or lies in it.
  const Claim* ClaimAt(DocId doc, ByteSpan edit, bool date) const {
    const uint32_t from = edit.begin - std::min(edit.begin, kMaxClaimBytes);
    auto it = std::partition_point(claims_.begin(), claims_.end(), [&](const Claim& c) {
      return std::tuple(Index(c.doc), c.span.begin) < std::tuple(Index(doc), from);
    });
    const Claim* found = nullptr;
    for (; it != claims_.end() && it->doc == doc && it->span.begin <= edit.end; ++it) {
      const bool sort = date ? it->value.kind == ValueKind::kDate : IsFigure(*it);
      if (!sort || Intersect(it->value_span, edit).empty()) continue;
      if (found != nullptr) return nullptr;
      found = &*it;
    }
    return found;
  }

  // "4,100 (May 2004)", "5,300 (June 2006)": the figure and its day were edited
  // together, and each is true of its time.
  bool IsAnotherState(const WordEdit& edit) const {
    for (const bool date : {false, true}) {
      if (ClaimAt(edit.doc_a, edit.a, date) == nullptr ||
          ClaimAt(edit.doc_b, edit.b, date) == nullptr) {
        return false;
      }
    }
    return true;
  }

  std::optional<ToldEdit> Figure(const WordEdit& edit) const {
    const Claim* a = ClaimAt(edit.doc_a, edit.a, false);
    const Claim* b = ClaimAt(edit.doc_b, edit.b, false);
    if (a == nullptr || b == nullptr || a->value.kind != b->value.kind ||
        a->value.qualifier != b->value.qualifier ||
        BaseUnit(a->value) != BaseUnit(b->value)) {
      return std::nullopt;
    }
    const auto x = PublishedDay(documents_[Index(a->doc)]);
    const auto y = PublishedDay(documents_[Index(b->doc)]);
    const Order order = !x || !y   ? Order::kUnknown
                        : *x == *y ? Order::kSameDay
                        : *x > *y  ? Order::kFirstLater
                                   : Order::kSecondLater;
    Ruling ruling = IsRunningStatus(a->scope.status) ? CompareToll(*a, *b, order)
                                                     : CompareFigures(*a, *b);
    const bool bounds = a->value.qualifier == Qualifier::kMoreThan ||
                        a->value.qualifier == Qualifier::kAtLeast ||
                        a->value.qualifier == Qualifier::kLessThan ||
                        a->value.qualifier == Qualifier::kUpTo;
    // "More than 90" and "more than 120" may both be true, but not of one sentence.
    if (!IsRaised(ruling.verdict) && bounds &&
        RelativeGap(ReadInterval(a->value), ReadInterval(b->value)) >= kWideGap) {
      ruling = Conflict(*a, *b);
    }
    if (!IsRaised(ruling.verdict)) return std::nullopt;
    return ToldEdit{*a, *b, std::move(ruling), AttributeOf(*a),
                    TopicOf(documents_, *a, "")};
  }

  std::optional<ToldEdit> Date(const WordEdit& edit) const {
    const Claim* a = ClaimAt(edit.doc_a, edit.a, true);
    const Claim* b = ClaimAt(edit.doc_b, edit.b, true);
    if (a == nullptr || b == nullptr || a->scope.role == "page" ||
        b->scope.role == "page" || a->value.text.size() != b->value.text.size() ||
        a->value.text == b->value.text || a->value.qualifier != b->value.qualifier) {
      return std::nullopt;
    }
    // "today" and "yesterday" are one day for writers a day apart.
    const auto stated = [&](const Claim& c) {
      const std::string_view words = c.value_span.In(Text(c.doc));
      return std::any_of(words.begin(), words.end(), [](char letter) {
        const auto u = static_cast<unsigned char>(letter);
        return absl::ascii_isdigit(u) || absl::ascii_isupper(u);
      });
    };
    if (!stated(*a) || !stated(*b)) return std::nullopt;
    return ToldEdit{*a, *b, Conflict(*a, *b), "date", a->scope.head};
  }

  // One or more capitalised words that are no heading, no title and no nation.
  static bool IsName(std::string_view words) {
    size_t begin = 0;
    while (begin < words.size()) {
      size_t end = begin;
      while (end < words.size() && words[end] != ' ' && words[end] != '\n') ++end;
      const std::string_view word = words.substr(begin, end - begin);
      const auto letter = [](char c) {
        return absl::ascii_isalpha(static_cast<unsigned char>(c)) || (c & 0x80) != 0 ||
               c == '-' || c == '\'';
      };
      if (word.size() < 4 ||
          !absl::ascii_isupper(static_cast<unsigned char>(word[0])) ||
          absl::ascii_isupper(static_cast<unsigned char>(word[1])) ||
          !std::all_of(word.begin(), word.end(), letter)) {
        return false;
      }
      const std::string lower = Lower(word);
      if (IsStopword(lower) || IsTitleWord(lower)) return false;
      begin = end + 1;
    }
    return true;
  }

  // Spellings of one name, and misprints, share most letters at the two ends.
  static bool AreVariants(std::string_view a, std::string_view b) {
    const std::string x = Lower(a), y = Lower(b);
    const std::string_view nation = NationOf(x);
    if (!nation.empty() && nation == NationOf(y)) return true;
    if (NameKey(x) == NameKey(y)) return true;
    const size_t shorter = std::min(x.size(), y.size());
    size_t head = 0;
    while (head < shorter && x[head] == y[head]) ++head;
    size_t tail = 0;
    while (head + tail < shorter && x[x.size() - 1 - tail] == y[y.size() - 1 - tail]) {
      ++tail;
    }
    return 2 * (head + tail) > shorter;
  }

  std::optional<ToldEdit> Name(const WordEdit& edit) const {
    const std::string_view a = edit.a.In(Text(edit.doc_a));
    const std::string_view b = edit.b.In(Text(edit.doc_b));
    if (edit.a.empty() || edit.b.empty() || !IsName(a) || !IsName(b) ||
        std::count(a.begin(), a.end(), ' ') != std::count(b.begin(), b.end(), ' ') ||
        AreVariants(a, b)) {
      return std::nullopt;
    }
    // The first word of a sentence is capitalised whatever it is.
    if (edit.a.begin <= edit.sentence_a.begin + 2) return std::nullopt;
    const auto claim = [&](DocId doc, ByteSpan words, ByteSpan sentence) {
      Claim c;
      c.doc = doc;
      c.span = c.value_span = words;
      c.context = sentence;
      c.value.kind = ValueKind::kName;
      c.value.text = std::string(words.In(Text(doc)));
      c.subject = c.value.text;
      return c;
    };
    ToldEdit told{claim(edit.doc_a, edit.a, edit.sentence_a),
                  claim(edit.doc_b, edit.b, edit.sentence_b),
                  {},
                  "name",
                  std::string(a)};
    told.ruling = Conflict(told.a, told.b);
    return told;
  }

  std::optional<ToldEdit> Negation(const WordEdit& edit) const {
    const bool in_a = !edit.a.empty();
    if (in_a == !edit.b.empty()) return std::nullopt;
    const DocId with = in_a ? edit.doc_a : edit.doc_b;
    const ByteSpan no = in_a ? edit.a : edit.b;
    const std::string_view text = Text(with);
    if (!IsAny(Lower(no.In(text)), {"not", "never"})) return std::nullopt;
    const std::string auxiliary = Lower(WordBefore(text, no.begin));
    const std::string next = Lower(WordBehind(text, no.end));
    if (!IsAny(auxiliary,
               {"is",    "are",   "was",  "were", "be",    "been",   "will",
                "would", "has",   "have", "had",  "could", "should", "can",
                "may",   "might", "must", "did",  "does",  "do",     "shall"}) ||
        next.empty() ||
        IsAny(next, {"only", "just", "merely", "necessarily", "yet", "least", "all"})) {
      return std::nullopt;
    }
    const auto words_beside = [&](DocId doc, ByteSpan gap) -> ByteSpan {
      const std::string_view t = Text(doc);
      const std::string_view before = WordBefore(t, gap.begin);
      const std::string_view behind = WordBehind(t, gap.end);
      if (before.empty() || behind.empty()) return {};
      return {static_cast<uint32_t>(before.data() - t.data()),
              static_cast<uint32_t>(behind.data() - t.data() + behind.size())};
    };
    const ByteSpan in_first = words_beside(edit.doc_a, edit.a);
    const ByteSpan in_second = words_beside(edit.doc_b, edit.b);
    if (in_first.empty() || in_second.empty()) return std::nullopt;
    const auto claim = [&](DocId doc, ByteSpan words, ByteSpan sentence,
                           bool affirmed) {
      Claim c;
      c.doc = doc;
      c.span = words;
      c.value_span = c.span;
      c.context = sentence;
      c.value.kind = ValueKind::kPolarity;
      c.value.predicate = next;
      c.value.affirmed = affirmed;
      return c;
    };
    ToldEdit told{claim(edit.doc_a, in_first, edit.sentence_a, !in_a),
                  claim(edit.doc_b, in_second, edit.sentence_b, in_a),
                  {},
                  "polarity",
                  next};
    told.ruling = Conflict(told.a, told.b);
    return told;
  }

  static bool IsTitleWord(std::string_view lower);

  Ruling Conflict(const Claim& a, const Claim& b) const {
    const auto quote = [&](const Claim& c) {
      return absl::StrCat("“", ToAbsl(c.value_span.In(Text(c.doc))), "”");
    };
    return {
        Verdict::kConflict, Severity::kMajor, "",
        absl::StrCat("one copy of the text says ", quote(a), ", the other ", quote(b))};
  }

  absl::Span<const Document> documents_;
  absl::Span<const Claim> claims_;
};

bool Rules::IsTitleWord(std::string_view lower) {
  return IsAny(lower, {"president", "minister", "prime", "foreign", "secretary",
                       "general", "chairman", "senator", "governor", "king", "queen",
                       "prince", "colonel", "captain", "doctor"});
}

}  // namespace

std::optional<ToldEdit> JudgeEdit(absl::Span<const Document> documents,
                                  absl::Span<const Claim> claims,
                                  const WordEdit& edit) {
  return Rules(documents, claims).Judge(edit);
}

}  // namespace rashomon
