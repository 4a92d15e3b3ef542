// What was edited between two copies of a sentence: a figure, a date, a name or a
// negation. One function a rule; each takes an edit whose sentence is equal but for it.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_EDIT_RULES_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_EDIT_RULES_H_

#include <optional>
#include <string>

#include "absl/types/span.h"
#include "core/claims/compare/rule.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// One edit: the words of both sides and the sentences that are equal but for them.
struct WordEdit {
  DocId doc_a{};
  DocId doc_b{};
  ByteSpan a;
  ByteSpan b;
  ByteSpan sentence_a;
  ByteSpan sentence_b;
};

// What a rule says of an edit: one claim a side and the ruling between them.
struct ToldEdit {
  Claim a;
  Claim b;
  Ruling ruling;
  std::string attribute;
  std::string topic;
};

// Asks the rules in turn. `claims` ascend by (doc, span.begin).
std::optional<ToldEdit> JudgeEdit(absl::Span<const Document> documents,
                                  absl::Span<const Claim> claims, const WordEdit& edit);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_EDIT_RULES_H_
