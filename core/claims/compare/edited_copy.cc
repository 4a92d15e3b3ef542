// The words around an edit are identical, so both clauses speak of one thing; only
// the clauses that hold the edit itself are compared. Cost: linear in the runs, and
// in the claims at each edit.

#include "core/claims/compare/edited_copy.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "core/claims/compare/same_event.h"
#include "core/claims/lexicon.h"

namespace rashomon {

namespace data {
std::string_view antonyms();
}  // namespace data

namespace {

constexpr uint32_t kMaxEditBytes = 60;     // a word or a few, not another passage
constexpr uint32_t kMinRunBytes = 40;      // identical text before and behind, together
constexpr uint32_t kMaxClauseBytes = 160;  // no clause's span is longer
constexpr uint32_t kMaxSentenceBytes = 2000;
constexpr int64_t kMaxDays = 3;
constexpr double kConfidence = 0.93;

bool AreAntonyms(std::string_view a, std::string_view b) {
  static const auto& pairs = *new absl::flat_hash_set<std::string>([] {
    absl::flat_hash_set<std::string> set;
    for (const auto& row : LexiconRows(data::antonyms())) {
      if (row.size() < 2) continue;
      set.insert(std::string(row[0]) + "\t" + std::string(row[1]));
      set.insert(std::string(row[1]) + "\t" + std::string(row[0]));
    }
    return set;
  }());
  return pairs.contains(std::string(a) + "\t" + std::string(b));
}

// Indexes of the polarity claims of `doc` that touch `edit`.
std::vector<uint32_t> ClaimsAt(absl::Span<const Claim> claims, DocId doc,
                               ByteSpan edit) {
  const uint32_t from = edit.begin - std::min(edit.begin, kMaxClauseBytes);
  auto it = std::partition_point(claims.begin(), claims.end(), [&](const Claim& c) {
    return std::tuple(Index(c.doc), c.span.begin) < std::tuple(Index(doc), from);
  });
  std::vector<uint32_t> found;
  for (; it != claims.end() && it->doc == doc && it->span.begin <= edit.end; ++it) {
    if (it->value.kind == ValueKind::kPolarity && it->span.end >= edit.begin) {
      found.push_back(static_cast<uint32_t>(it - claims.begin()));
    }
  }
  return found;
}

// The verb or its group was edited, not a word of the object.
bool HoldsEdit(const Claim& c, ByteSpan edit) {
  return edit.begin <= c.value_span.end &&
         edit.end + kMaxEditBytes >= c.value_span.begin;
}

// The sentence without the edit and without white space: series of reports fill one
// form with other figures, a copy has one edit and keeps the rest.
std::string Rest(std::string_view text, const Claim& c, ByteSpan edit) {
  std::string rest;
  const uint32_t end = std::min(c.context.end, c.context.begin + kMaxSentenceBytes);
  for (uint32_t i = c.context.begin; i < end; ++i) {
    if (i >= edit.begin && i < edit.end) continue;
    if (!absl::ascii_isspace(static_cast<unsigned char>(text[i]))) rest += text[i];
  }
  return rest;
}

bool HoldsDigit(std::string_view s) {
  return s.find_first_of("0123456789") != std::string_view::npos;
}

// Reports of two days may each be right.
bool AreOfOneDay(const Document& a, const Document& b, std::string_view sentence) {
  const auto x = PublishedDay(a), y = PublishedDay(b);
  const bool dated = x.has_value() && y.has_value();
  if (sentence.find("today") != std::string_view::npos) return dated && *x == *y;
  return !dated || (*x - *y <= kMaxDays && *y - *x <= kMaxDays);
}

std::string_view Contradiction(const Claim& a, const Claim& b) {
  if (a.scope.role != b.scope.role) return "";
  if (a.value.predicate == b.value.predicate && a.value.affirmed != b.value.affirmed) {
    return "aligned-negation";
  }
  if (a.value.affirmed && b.value.affirmed &&
      AreAntonyms(a.value.predicate, b.value.predicate)) {
    return "aligned-antonym";
  }
  return "";
}

}  // namespace

void CompareEditedCopies(absl::Span<const Document> documents,
                         absl::Span<const Claim> claims,
                         absl::Span<const AlignedCopy> copies,
                         std::vector<ComparedPair>& pairs) {
  for (const AlignedCopy& copy : copies) {
    for (size_t r = 0; r + 1 < copy.runs.size(); ++r) {
      const AlignedCopy::Run& before = copy.runs[r];
      const AlignedCopy::Run& behind = copy.runs[r + 1];
      if (behind.a.begin < before.a.end || behind.b.begin < before.b.end) continue;
      const ByteSpan edit_a = {before.a.end, behind.a.begin};
      const ByteSpan edit_b = {before.b.end, behind.b.begin};
      if (edit_a.size() > kMaxEditBytes || edit_b.size() > kMaxEditBytes ||
          before.a.size() + behind.a.size() < kMinRunBytes) {
        continue;
      }
      const std::string_view text_a = documents[Index(copy.a)].text;
      const std::string_view text_b = documents[Index(copy.b)].text;
      if (HoldsDigit(edit_a.In(text_a)) || HoldsDigit(edit_b.In(text_b))) continue;
      for (const uint32_t i : ClaimsAt(claims, copy.a, edit_a)) {
        if (!HoldsEdit(claims[i], edit_a)) continue;
        for (const uint32_t j : ClaimsAt(claims, copy.b, edit_b)) {
          if (i == j || !HoldsEdit(claims[j], edit_b)) continue;
          const std::string_view rule = Contradiction(claims[i], claims[j]);
          if (rule.empty()) continue;
          const Document& doc_a = documents[Index(copy.a)];
          const Document& doc_b = documents[Index(copy.b)];
          if (Rest(doc_a.text, claims[i], edit_a) !=
                  Rest(doc_b.text, claims[j], edit_b) ||
              !AreOfOneDay(doc_a, doc_b, claims[i].context.In(doc_a.text))) {
            continue;
          }
          ComparedPair pair;
          pair.a = std::min(i, j);
          pair.b = std::max(i, j);
          pair.verdict = Verdict::kConflict;
          pair.severity = Severity::kMajor;
          pair.confidence = kConfidence;
          pair.rule = std::string(rule);
          const auto quote = [&](const Claim& c) {
            return "“" + std::string(c.span.In(documents[Index(c.doc)].text)) + "”";
          };
          pair.reason = "one copy of the passage says " + quote(claims[pair.a]) +
                        ", another " + quote(claims[pair.b]);
          pair.attribute = "polarity";
          pair.topic = claims[i].subject + ": " + claims[i].value.predicate +
                       (claims[i].scope.object.empty() ? "" : " ") +
                       claims[i].scope.object;
          pairs.push_back(std::move(pair));
        }
      }
    }
  }
}

}  // namespace rashomon
