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
#include "core/claims/compare/edit_rules.h"
#include "core/claims/compare/same_event.h"

namespace rashomon {
namespace {

constexpr uint32_t kMinEqualBytes = 300;  // of a copy
constexpr uint32_t kBytesPerEdit = 400;
constexpr uint32_t kMaxEditBytes = 60;
constexpr uint32_t kMinSentenceBytes = 40;
constexpr uint32_t kMaxSentenceBytes = 600;
constexpr uint32_t kMaxClaimBytes = 160;  // no claim's span is longer
constexpr double kConfidence = 0.92;

bool IsWordByte(char c) {
  return absl::ascii_isalnum(static_cast<unsigned char>(c)) || (c & 0x80) != 0;
}

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
  const ToldPairs raised(told);
  std::vector<ToldEdit> found;
  for (const AlignedCopy& copy : copies) {
    if (copy.a == copy.b ||
        !AreOfOneDay(documents[Index(copy.a)], documents[Index(copy.b)])) {
      continue;
    }
    for (const WordEdit& edit : EditsOf(documents, copy)) {
      std::optional<ToldEdit> t = JudgeEdit(documents, claims, edit);
      if (t && !raised.Holds(t->a, t->b)) found.push_back(*std::move(t));
    }
  }
  SideFacts facts;
  std::map<std::tuple<uint32_t, uint32_t, uint32_t, ValueKind>, uint32_t> places;
  const auto place = [](const Claim& c) {
    return std::tuple(Index(c.doc), c.span.begin, c.span.end, c.value.kind);
  };
  for (const ToldEdit& t : found) {
    places.emplace(place(t.a), 0);
    places.emplace(place(t.b), 0);
  }
  uint32_t rank = 0;
  for (auto& [at, number] : places) number = rank++;
  facts.claims.resize(places.size());
  std::map<std::pair<uint32_t, uint32_t>, bool> seen;
  for (ToldEdit& t : found) {
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
