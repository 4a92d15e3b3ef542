// Charges and what answers them: how two statements of one article, or of one event,
// are told apart from two that only look alike.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_CHARGE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_CHARGE_H_

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "absl/types/span.h"
#include "core/base/hash.h"
#include "core/claims/compare/phrase.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"

namespace rashomon {

// A deed that one charge may put in several ways: to be behind an attack, to carry it
// out, to launch it.
bool IsDeed(std::string_view predicate);

// A clause that tells what somebody did.
bool IsDone(const Claim& c);

// A statement that names who did it: an accusation, or a deed told of somebody.
bool IsCharge(const Claim& c);

// A clause of a statement, not a charge.
bool IsTold(const Claim& c);

bool IsDenial(const Claim& c);

// What is compared of a statement, made when it is first a candidate.
struct Party {
  Phrase subject;
  Phrase object;
  Phrase speaker;
  bool names_event = false;  // the object is a raid, a strike …

  explicit Party(const Claim& c)
      : subject(PhraseOf(c.subject)),
        object(PhraseOf(c.scope.object)),
        speaker(PhraseOf(c.speaker)) {
    static const uint64_t kAttack = Hash64("attack");
    names_event = std::binary_search(object.words.begin(), object.words.end(), kAttack);
  }
};

// The denier is the accused: by the act's subject or by who speaks.
Match MatchDenier(const Party& accusation, const Party& denial);

// The acts have a word in common.
bool SharesMatter(const Party& a, const Party& b);

// Bytes between the beginnings of two claims of one article.
uint32_t Distance(const Claim& a, const Claim& b);
bool Overlap(const Claim& a, const Claim& b);

// True if one of `words` stands in `text` as a word of its own, in lower case.
bool HoldsWord(std::string_view text, std::initializer_list<std::string_view> words);

// Told of many times: "always denied", "accused of at least eight attacks".
bool IsGeneral(std::string_view text);

// The text of the claim, and of the claim with the verb group before it.
std::string_view TextOfClaim(absl::Span<const Document> documents, const Claim& c);
std::string_view GroupOf(absl::Span<const Document> documents, const Claim& c);

// A year of the past in one sentence and not in the other.
bool OtherYear(absl::Span<const Document> documents, const Claim& a, const Claim& b);

// "Botha's charges", "previous charges": the denial names what it answers, and that is
// not this charge.
bool AnswersAnother(const Claim& charge, const Claim& denial);

// "any involvement", "responsibility", "the raids": what answers a told deed.
bool DeniesDeed(const Claim& denial, const Party& d);

// "Y denied this", "denied the report": of the statement just before, whoever made it.
bool PointsAtReport(const Claim& denial);

// How surely the denial answers the charge or the told clause of the same article; 0
// for not.
double Answers(absl::Span<const Document> documents, const Claim& charge,
               const Party& a, const Claim& denial, const Party& d);

// For reasons: `name`, or `otherwise` where it is empty; quotation marks around.
std::string Who(const std::string& name, std::string_view otherwise);
std::string Quote(std::string_view s);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_CHARGE_H_
