// Statements that others answer: accusations ("accused Russia of supplying weapons",
// "blamed the army for the raid") and denials ("denied that claim", "denied it had
// supplied any").

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_STATEMENT_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_STATEMENT_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/extract/clause.h"
#include "rashomon/claims.h"

namespace rashomon {

// Longest claim of a clause, in bytes.
inline constexpr uint32_t kMaxClauseBytes = 120;

// Returns the words of `range` in lower case without determiners and adverbs, with
// one space between: what scope.object holds.
std::string ContentWords(const SentenceWords& s, WordRange range);

// Returns the text of `range` without leading conjunctions; "" if it is empty.
std::string TextOf(const SentenceWords& s, WordRange range);

// Returns a polarity claim over `range`, cut at kMaxClauseBytes, with value_span at
// the word `verb`; the rest is the caller's.
Claim PolarityClaim(const SentenceWords& s, WordRange range, uint32_t verb);

// Appends the accusations of the sentence.
void FindAccusations(const SentenceWords& s, absl::Span<const Clause> clauses,
                     std::vector<Claim>& claims);

// Appends the denials of the sentence and returns, ascending, the indexes of the
// clauses that tell what is denied: nobody asserts those.
std::vector<size_t> FindDenials(const SentenceWords& s,
                                absl::Span<const Clause> clauses,
                                std::vector<Claim>& claims);

// Returns true if `word` (lower case, singular or plural) is a noun that stands for
// a statement made before: claim, accusation, report.
bool IsStatementNoun(std::string_view word);

// The same of nouns for what an accused denies to have (involvement), for what is
// missing (evidence) and for events (raid).
bool IsAnswerabilityNoun(std::string_view word);
bool IsEvidenceNoun(std::string_view word);
bool IsEventNoun(std::string_view word);

// Returns the clause whose verb is the word `verb`, or nullptr.
const Clause* ClauseOfVerb(absl::Span<const Clause> clauses, uint32_t verb);

// Returns the first word from `i` on that is no adverb.
uint32_t SkipAdverbs(const SentenceWords& s, uint32_t i);

// What somebody is said to have done: "supplying the Taliban with weapons".
struct Act {
  std::string_view predicate;  // "" for a noun phrase
  WordRange object;
  uint32_t end = 0;  // one past its last word
};

// Reads the act that begins at word `i`: a gerund and its object, or a noun phrase.
Act ReadAct(const SentenceWords& s, uint32_t i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_STATEMENT_H_
