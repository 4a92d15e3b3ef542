// Where two texts are equal word for word far around an edit, both speak of one
// thing: no gate is asked, only what was edited. The danger is the form that is
// filled in again, a market report or an earnings table. A form differs in many
// places, so a copy with more than an edit in some eighty words gives nothing; and
// the sentence of the edit has to be equal to its ends.

#include "core/claims/compare/edited_word.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
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

constexpr uint32_t kMinEqualBytes = 300;  // of a copy
constexpr uint32_t kBytesPerEdit = 400;
constexpr uint32_t kMaxEditBytes = 60;
constexpr uint32_t kMinSentenceBytes = 40;
constexpr uint32_t kMaxSentenceBytes = 600;
constexpr uint32_t kMaxClaimBytes = 160;  // no claim's span is longer
constexpr double kWideGap = 0.1;          // of two bounds
constexpr double kConfidence = 0.92;

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
}

bool IsAny(std::string_view s, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), s) != words.end();
}

std::string Lower(std::string_view s) { return absl::AsciiStrToLower(ToAbsl(s)); }

// The words between two runs, without what stands around them.
ByteSpan Trimmed(std::string_view text, ByteSpan gap) {
  while (gap.begin < gap.end && !IsWordByte(text[gap.begin])) ++gap.begin;
  while (gap.end > gap.begin && !IsWordByte(text[gap.end - 1])) --gap.end;
  return gap;
}

bool EndsSentence(std::string_view text, uint32_t i) {
  const char c = text[i];
  if (c == '\n') return i + 1 < text.size() && text[i + 1] == '\n';
  if (c != '.' && c != '!' && c != '?') return false;
  uint32_t next = i + 1;
  while (next < text.size() && (text[next] == '"' || text[next] == ')')) ++next;
  if (next >= text.size()) return true;
  const auto white = [&](uint32_t k) {
    return k < text.size() && absl::ascii_isspace(static_cast<unsigned char>(text[k]));
  };
  if (!white(next)) return false;
  // "the U.S. Army", "J. Smith": the point of a single letter.
  const bool letter = c == '.' && i > 0 &&
                      absl::ascii_isupper(static_cast<unsigned char>(text[i - 1])) &&
                      (i == 1 || !IsWordByte(text[i - 2]));
  if (letter) return false;
  while (white(next)) ++next;
  // "the U.S. said", "Inc. was".
  return next >= text.size() ||
         !absl::ascii_islower(static_cast<unsigned char>(text[next]));
}

// The sentence around `edit`, as far as points tell; nothing where it is longer
// than any.
std::optional<ByteSpan> SentenceAround(std::string_view text, ByteSpan edit) {
  ByteSpan sentence = edit;
  while (sentence.begin > 0 && !EndsSentence(text, sentence.begin - 1)) {
    if (edit.begin - --sentence.begin > kMaxSentenceBytes) return std::nullopt;
  }
  while (sentence.end < text.size() && !EndsSentence(text, sentence.end)) {
    if (++sentence.end - edit.end > kMaxSentenceBytes) return std::nullopt;
  }
  return sentence;
}

// The whole words just before and behind a place.
std::string_view WordBefore(std::string_view text, uint32_t end) {
  while (end > 0 && !IsWordByte(text[end - 1])) {
    if (!absl::ascii_isspace(static_cast<unsigned char>(text[end - 1]))) return {};
    --end;
  }
  uint32_t begin = end;
  while (begin > 0 && IsWordByte(text[begin - 1]) && end - begin < 40) --begin;
  return text.substr(begin, end - begin);
}
std::string_view WordBehind(std::string_view text, uint32_t begin) {
  while (begin < text.size() &&
         absl::ascii_isspace(static_cast<unsigned char>(text[begin]))) {
    ++begin;
  }
  uint32_t end = begin;
  while (end < text.size() && IsWordByte(text[end]) && end - begin < 40) ++end;
  return text.substr(begin, end - begin);
}

// One edit: the words of both sides and the sentences that are equal but for them.
struct WordEdit {
  DocId doc_a{};
  DocId doc_b{};
  ByteSpan a;
  ByteSpan b;
  ByteSpan sentence_a;
  ByteSpan sentence_b;
};

// What a rule says of an edit.
struct Told {
  Claim a;
  Claim b;
  Ruling ruling;
  std::string attribute;
  std::string topic;
};

class Rules {
 public:
  Rules(absl::Span<const Document> documents, absl::Span<const Claim> claims)
      : documents_(documents), claims_(claims) {}

  std::optional<Told> Judge(const WordEdit& edit) const {
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

  std::optional<Told> Figure(const WordEdit& edit) const {
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
    return Told{*a, *b, std::move(ruling), AttributeOf(*a),
                TopicOf(documents_, *a, "")};
  }

  std::optional<Told> Date(const WordEdit& edit) const {
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
    return Told{*a, *b, Conflict(*a, *b), "date", a->scope.head};
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

  std::optional<Told> Name(const WordEdit& edit) const {
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
    Told told{claim(edit.doc_a, edit.a, edit.sentence_a),
              claim(edit.doc_b, edit.b, edit.sentence_b),
              {},
              "name",
              std::string(a)};
    told.ruling = Conflict(told.a, told.b);
    return told;
  }

  std::optional<Told> Negation(const WordEdit& edit) const {
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
    const auto claim = [&](DocId doc, ByteSpan gap, ByteSpan sentence, bool affirmed) {
      const std::string_view t = Text(doc);
      Claim c;
      c.doc = doc;
      const std::string_view before = WordBefore(t, gap.begin);
      const std::string_view behind = WordBehind(t, gap.end);
      c.span = {static_cast<uint32_t>(before.data() - t.data()),
                static_cast<uint32_t>(behind.data() - t.data() + behind.size())};
      c.value_span = c.span;
      c.context = sentence;
      c.value.kind = ValueKind::kPolarity;
      c.value.predicate = next;
      c.value.affirmed = affirmed;
      return c;
    };
    Told told{claim(edit.doc_a, edit.a, edit.sentence_a, !in_a),
              claim(edit.doc_b, edit.b, edit.sentence_b, in_a),
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

// Copies of one day, or of no known day, tell one state of things.
bool AreOfOneDay(const Document& a, const Document& b) {
  const auto x = PublishedDay(a), y = PublishedDay(b);
  return !x || !y || std::abs(*x - *y) <= 1;
}

// The runs with what is equal, word by word, before the first at the head of both
// texts: an edit among the first words leaves no run there.
std::vector<AlignedCopy::Run> WithHead(std::string_view a, std::string_view b,
                                       const AlignedCopy& copy) {
  constexpr uint32_t kHeadBytes = 120;
  std::vector<AlignedCopy::Run> runs = copy.runs;
  if (runs.empty() || runs[0].a.begin == 0 || runs[0].b.begin == 0 ||
      runs[0].a.begin > kHeadBytes || runs[0].b.begin > kHeadBytes) {
    return runs;
  }
  const uint32_t limit = std::min(runs[0].a.begin, runs[0].b.begin);
  uint32_t same = 0;
  while (same < limit && a[same] == b[same]) ++same;
  while (same > 0 && IsWordByte(a[same - 1])) --same;
  runs.insert(runs.begin(), {{0, same}, {0, same}});
  return runs;
}

// The copy's edits; none where it is short, or edited all over.
std::vector<WordEdit> EditsOf(absl::Span<const Document> documents,
                              const AlignedCopy& copy) {
  const std::string_view text_a = documents[Index(copy.a)].text;
  const std::string_view text_b = documents[Index(copy.b)].text;
  uint32_t equal = 0;
  const std::vector<AlignedCopy::Run> runs = WithHead(text_a, text_b, copy);
  for (const AlignedCopy::Run& run : runs) equal += run.a.size();
  std::vector<WordEdit> edits;
  if (equal < kMinEqualBytes) return edits;
  uint32_t edited = 0;
  for (size_t r = 0; r + 1 < runs.size(); ++r) {
    const AlignedCopy::Run& before = runs[r];
    const AlignedCopy::Run& behind = runs[r + 1];
    if (behind.a.begin < before.a.end || behind.b.begin < before.b.end) continue;
    WordEdit edit{copy.a,
                  copy.b,
                  Trimmed(text_a, {before.a.end, behind.a.begin}),
                  Trimmed(text_b, {before.b.end, behind.b.begin}),
                  {},
                  {}};
    if (edit.a.empty() && edit.b.empty()) continue;
    ++edited;
    if (edit.a.size() > kMaxEditBytes || edit.b.size() > kMaxEditBytes) continue;
    const auto sentence_a = SentenceAround(text_a, edit.a);
    const auto sentence_b = SentenceAround(text_b, edit.b);
    const auto held = [](ByteSpan sentence, ByteSpan first, ByteSpan last) {
      // The first and last words of a run carry no punctuation.
      constexpr uint32_t kMarks = 4;
      return first.begin <= sentence.begin + kMarks &&
             sentence.end <= last.end + kMarks && sentence.size() >= kMinSentenceBytes;
    };
    if (!sentence_a || !sentence_b || !held(*sentence_a, before.a, behind.a) ||
        !held(*sentence_b, before.b, behind.b)) {
      continue;
    }
    edit.sentence_a = *sentence_a;
    edit.sentence_b = *sentence_b;
    edits.push_back(edit);
  }
  if (edited > 1 + equal / kBytesPerEdit) edits.clear();
  return edits;
}

// Places that a finding raises against each other already, copies included.
class ToldPairs {
 public:
  explicit ToldPairs(absl::Span<const FactFinding> facts) {
    for (uint32_t f = 0; f < facts.size(); ++f) {
      if (!IsRaised(facts[f].verdict)) continue;
      for (const FactClaim& told : facts[f].claims) {
        told_[Index(told.claim.doc)].push_back({told.claim.span, f, told.group});
      }
    }
    for (auto& [doc, places] : told_) {
      std::sort(places.begin(), places.end(), [](const Place& x, const Place& y) {
        return x.span.begin < y.span.begin;
      });
    }
  }

  bool Holds(const Claim& a, const Claim& b) const {
    const std::vector<Place> in_a = At(a), in_b = At(b);
    return std::any_of(in_a.begin(), in_a.end(), [&](const Place& x) {
      return std::any_of(in_b.begin(), in_b.end(), [&](const Place& y) {
        return x.fact == y.fact && x.group != y.group;
      });
    });
  }

 private:
  struct Place {
    ByteSpan span;
    uint32_t fact = 0;
    uint32_t group = 0;
  };

  std::vector<Place> At(const Claim& c) const {
    std::vector<Place> found;
    const auto it = told_.find(Index(c.doc));
    if (it == told_.end()) return found;
    const uint32_t from = c.span.begin - std::min(c.span.begin, kMaxClaimBytes);
    auto place =
        std::partition_point(it->second.begin(), it->second.end(),
                             [&](const Place& p) { return p.span.begin < from; });
    for (; place != it->second.end() && place->span.begin < c.span.end; ++place) {
      if (!Intersect(place->span, c.span).empty()) found.push_back(*place);
    }
    return found;
  }

  absl::flat_hash_map<uint32_t, std::vector<Place>> told_;
};

}  // namespace

SideFacts EditedWords(absl::Span<const Document> documents,
                      absl::Span<const Claim> claims,
                      absl::Span<const AlignedCopy> copies,
                      absl::Span<const FactFinding> told) {
  const Rules rules(documents, claims);
  const ToldPairs raised(told);
  std::vector<Told> found;
  for (const AlignedCopy& copy : copies) {
    if (copy.a == copy.b ||
        !AreOfOneDay(documents[Index(copy.a)], documents[Index(copy.b)])) {
      continue;
    }
    for (const WordEdit& edit : EditsOf(documents, copy)) {
      std::optional<Told> t = rules.Judge(edit);
      if (t && !raised.Holds(t->a, t->b)) found.push_back(*std::move(t));
    }
  }
  SideFacts facts;
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, ValueKind>, uint32_t> places;
  const auto place = [](const Claim& c) {
    return std::tuple(Index(c.doc), c.span.begin, c.span.end, c.value.kind);
  };
  for (const Told& t : found) {
    places.emplace(place(t.a), 0);
    places.emplace(place(t.b), 0);
  }
  uint32_t rank = 0;
  for (auto& [at, number] : places) number = rank++;
  facts.claims.resize(places.size());
  std::map<std::pair<uint32_t, uint32_t>, bool> seen;
  for (Told& t : found) {
    const uint32_t a = places[place(t.a)];
    const uint32_t b = places[place(t.b)];
    if (!seen.emplace(std::minmax(a, b), true).second) continue;
    ComparedPair pair;
    pair.a = std::min(a, b);
    pair.b = std::max(a, b);
    pair.verdict = t.ruling.verdict;
    pair.severity = t.ruling.severity;
    pair.confidence = kConfidence;
    pair.rule = absl::StrCat("edited-", t.attribute == "date" || t.attribute == "name"
                                            ? t.attribute
                                        : t.attribute == "polarity" ? "negation"
                                                                    : "figure");
    pair.reason = std::move(t.ruling.reason);
    pair.attribute = std::move(t.attribute);
    pair.topic = std::move(t.topic);
    facts.pairs.push_back(std::move(pair));
    facts.claims[a] = std::move(t.a);
    facts.claims[b] = std::move(t.b);
  }
  return facts;
}

}  // namespace rashomon
