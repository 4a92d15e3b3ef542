// Clauses: a verb with its negation, its subject and its object, found without a
// parser by the words that hold English clauses together.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_CLAUSE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_CLAUSE_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/annotate.h"
#include "core/claims/verbs.h"

namespace rashomon {

// A run [begin, end) of the words of one sentence.
struct WordRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
};

// The words of a sentence with what the tables know of them.
struct SentenceWords {
  std::string_view text;  // of the document
  absl::Span<const Word> words;
  absl::Span<const WordInfo* const> infos;

  WordClass Class(uint32_t i) const { return infos[i]->word_class; }
  uint32_t size() const { return static_cast<uint32_t>(words.size()); }
  bool IsPunct(uint32_t i) const { return words[i].kind == WordKind::kPunct; }
  bool IsCapitalised(uint32_t i) const {
    const char c = text[words[i].span.begin];
    return c >= 'A' && c <= 'Z';
  }
  ByteSpan Span(WordRange r) const {
    return {words[r.begin].span.begin, words[r.end - 1].span.end};
  }
};

SentenceWords LookUp(const AnnotatedText& text, const Sentence& sentence);

struct Clause {
  uint32_t group = 0;  // first word of the verb group: "had not spoken"
  uint32_t verb = 0;   // the word that carries the meaning: "spoken"
  std::string_view lemma;
  std::string_view synonyms;
  uint16_t roles = 0;  // of VerbRole
  WordRange subject;   // surface subject; empty where none was found
  WordRange object;    // what follows the verb, up to the next joint
  bool negated = false;
  bool passive = false;
  bool copular = false;  // is, was: the object is what the subject is said to be
  bool fact = true;      // neither future nor possible, conditional or asked
};

// Returns the finite clauses of the sentence in order of their verb groups.
std::vector<Clause> FindClauses(const SentenceWords& s);

// Returns the words after word `first` that belong to its phrase: up to a comma, a
// conjunction or the next verb, at most 14.
WordRange PhraseAfter(const SentenceWords& s, uint32_t first);

// Returns the words before word `last` that are the subject of a verb there.
WordRange SubjectBefore(const SentenceWords& s, uint32_t last);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_CLAUSE_H_
