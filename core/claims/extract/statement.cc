// What accusations and denials share: their nouns, their acts, their claims.

#include "core/claims/extract/statement.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {

namespace data {
std::string_view accusation_nouns();
std::string_view answerability_nouns();
std::string_view event_nouns();
std::string_view evidence_nouns();
}  // namespace data

namespace {

WordSet ReadNouns(std::string_view tsv) {
  WordSet nouns;
  for (const auto& row : LexiconRows(tsv)) nouns.Add(row[0]);
  return nouns;
}

bool HoldsNoun(const WordSet& nouns, std::string_view word) {
  if (nouns.Has(word)) return true;
  return word.ends_with("s") && nouns.Has(word.substr(0, word.size() - 1));
}

}  // namespace

bool IsStatementNoun(std::string_view word) {
  static const WordSet& nouns = *new WordSet(ReadNouns(data::accusation_nouns()));
  return HoldsNoun(nouns, word);
}

std::string ContentWords(const SentenceWords& s, WordRange range) {
  std::string words;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const WordClass c = s.Class(i);
    if (s.IsPunct(i) || c == WordClass::kDeterminer || c == WordClass::kAdverb ||
        c == WordClass::kNo || c == WordClass::kNot) {
      continue;
    }
    if (!words.empty()) words += ' ';
    words += s.words[i].lower;
  }
  return words;
}

std::string TextOf(const SentenceWords& s, WordRange range) {
  if (range.empty()) return "";
  return std::string(s.Span(range).In(s.text));
}

Claim PolarityClaim(const SentenceWords& s, WordRange range, uint32_t verb) {
  Claim claim;
  range.end = std::max(range.end, verb + 1);
  while (range.end > verb + 1 && s.Span(range).size() > kMaxClauseBytes) --range.end;
  claim.span = s.Span(range);
  claim.value_span = s.words[verb].span;
  claim.value.kind = ValueKind::kPolarity;
  claim.scope.modality = "fact";
  return claim;
}

bool IsAnswerabilityNoun(std::string_view word) {
  static const WordSet& nouns = *new WordSet(ReadNouns(data::answerability_nouns()));
  return HoldsNoun(nouns, word);
}

bool IsEvidenceNoun(std::string_view word) {
  static const WordSet& nouns = *new WordSet(ReadNouns(data::evidence_nouns()));
  return nouns.Has(word);
}

bool IsEventNoun(std::string_view word) {
  static const WordSet& nouns = *new WordSet(ReadNouns(data::event_nouns()));
  return HoldsNoun(nouns, word);
}

const Clause* ClauseOfVerb(absl::Span<const Clause> clauses, uint32_t verb) {
  const auto it =
      std::partition_point(clauses.begin(), clauses.end(),
                           [verb](const Clause& c) { return c.verb < verb; });
  return it != clauses.end() && it->verb == verb ? &*it : nullptr;
}

uint32_t SkipAdverbs(const SentenceWords& s, uint32_t i) {
  while (i < s.size() && s.Class(i) == WordClass::kAdverb) ++i;
  return i;
}

Act ReadAct(const SentenceWords& s, uint32_t i) {
  Act act;
  i = SkipAdverbs(s, i);
  if (i < s.size() && (s.words[i].lower == "being" || s.words[i].lower == "having") &&
      i + 1 < s.size()) {
    const uint32_t k = SkipAdverbs(s, i + 1);
    const WordInfo* info = k < s.size() ? s.infos[k] : nullptr;
    if (info && info->word_class == WordClass::kVerb && (info->forms & kParticiple)) {
      act.predicate = info->synonyms;
      act.object = PhraseAfter(s, k + 1);
    } else {
      act.predicate = "responsible";
      act.object = PhraseAfter(s, i + 1);
    }
  } else if (i < s.size() && (s.infos[i]->forms & kGerund)) {
    act.predicate = s.infos[i]->synonyms;
    act.object = PhraseAfter(s, i + 1);
  } else if (i < s.size()) {
    act.object = PhraseAfter(s, i);
    const std::string_view word = s.words[i].lower;
    const bool gerund = word.size() > 5 && word.ends_with("ing") && !s.IsCapitalised(i);
    if (gerund) {
      act.predicate = word;
      act.object = PhraseAfter(s, i + 1);
    }
  }
  act.end = std::max(act.object.end, std::min(i + 1, s.size()));
  return act;
}

}  // namespace rashomon
