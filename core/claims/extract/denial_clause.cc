// "denied that claim", "denied it had supplied any", "found no evidence that", "a claim
// denied by X": a denial points at a statement, or tells in a clause of its own, a
// gerund or a noun what is denied. Nobody asserts what such a clause tells.

#include <algorithm>
#include <string>
#include <utility>

#include "core/claims/extract/statement.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxContentWords = 14;  // from "no evidence" to what it is of
constexpr uint32_t kMaxSubjectBytes = 48;

bool IsPronounWord(std::string_view lower) {
  return lower == "it" || lower == "he" || lower == "she" || lower == "they" ||
         lower == "its" || lower == "his" || lower == "her" || lower == "their";
}

// "the use of": a deed as a noun, at word `i`.
bool IsUseOf(const SentenceWords& s, uint32_t i) {
  return s.Class(i) == WordClass::kVerb && (s.infos[i]->roles & kOftenNoun) != 0 &&
         (s.infos[i]->roles & kActs) != 0 && i + 1 < s.size() &&
         s.words[i + 1].lower == "of";
}

// The clause that tells what the denial at clause `at` denies, if it is a clause:
// behind "that", or with its subject right behind the verb.
size_t ContentClause(const SentenceWords& s, absl::Span<const Clause> clauses,
                     size_t at, uint32_t object_begin, uint32_t object_end) {
  const size_t next = at + 1;
  if (next >= clauses.size()) return clauses.size();
  const Clause& c = clauses[next];
  const bool behind_that = object_end < s.size() &&
                           s.Class(object_end) == WordClass::kThat &&
                           c.group > object_end;
  // "denied any involvement and the ministry said": no clause is denied.
  bool noun = false;
  for (uint32_t k = object_begin; k < s.size() && k < object_begin + 3; ++k) {
    noun |= IsAnswerabilityNoun(s.words[k].lower) ||
            IsStatementNoun(s.words[k].lower) || IsUseOf(s, k);
  }
  const bool adjacent = !noun && !c.subject.empty() &&
                        c.subject.begin <= object_begin && c.group > object_begin;
  return behind_that || adjacent ? next : clauses.size();
}

// "found no evidence", "there is no proof".
bool LacksEvidence(const SentenceWords& s, const Clause& c) {
  if (!c.negated || c.object.empty()) return false;
  if (c.lemma != "find" && c.lemma != "be" && c.lemma != "have") return false;
  const uint32_t end = std::min(c.object.end, c.object.begin + 4);
  for (uint32_t i = c.object.begin; i < end; ++i) {
    if (IsEvidenceNoun(s.words[i].lower)) return true;
  }
  return false;
}

// Who denies in clause `at`: its subject, or in place of a pronoun the speaker of the
// clause around it ("officials said they had found no basis").
std::string DenierOf(const SentenceWords& s, absl::Span<const Clause> clauses,
                     size_t at) {
  const WordRange own = clauses[at].subject;
  const bool pronoun =
      own.end - own.begin == 1 && s.Class(own.begin) == WordClass::kPronoun;
  if (pronoun && at > 0 && (clauses[at - 1].roles & kSays) != 0 &&
      !clauses[at - 1].subject.empty()) {
    return TextOf(s, clauses[at - 1].subject);
  }
  return TextOf(s, own);
}

void AddLackOfEvidence(const SentenceWords& s, const Clause& c, const Clause& content,
                       std::string denier, std::vector<Claim>& claims) {
  if (!c.fact || content.negated || content.copular) return;
  const uint32_t end = std::max(content.object.end, content.verb + 1);
  Claim claim = PolarityClaim(s, {c.group, end}, content.verb);
  claim.value.affirmed = false;
  claim.value.predicate = content.synonyms;
  claim.subject = TextOf(s, content.subject);
  claim.speaker = std::move(denier);
  claim.scope.object = ContentWords(s, content.object);
  claim.scope.role = "denial";
  claim.scope.modality = "denied";
  if (content.passive) claim.scope.status = "undergone";
  claims.push_back(std::move(claim));
}

// "This was denied by the ministry", "a claim denied by the ministry": a denial at the
// participle `verb` of what was said before.
void AddDenialBy(const SentenceWords& s, absl::Span<const Clause> clauses,
                 uint32_t verb, std::vector<Claim>& claims) {
  if (verb + 2 >= s.size() || s.words[verb + 1].lower != "by") return;
  const Clause* clause = ClauseOfVerb(clauses, verb);
  if (clause != nullptr && (clause->negated || !clause->fact)) return;
  const WordRange what = clause != nullptr ? clause->subject : SubjectBefore(s, verb);
  if (what.empty()) return;
  const std::string_view first = s.words[what.begin].lower;
  bool statement =
      s.infos[verb]->synonyms == "deny" &&
      (first == "this" || first == "that" || first == "it" || first == "which");
  for (uint32_t k = what.begin; k < what.end; ++k) {
    statement |= IsStatementNoun(s.words[k].lower);
  }
  const WordRange who = PhraseAfter(s, verb + 2);
  if (!statement || who.empty()) return;
  Claim claim = PolarityClaim(s, {what.begin, who.end}, verb);
  claim.value.affirmed = false;
  claim.value.predicate = "deny";
  claim.subject = TextOf(s, who);
  claim.speaker = claim.subject;
  claim.scope.object = ContentWords(s, what);
  claim.scope.role = "denial";
  claim.scope.modality = "denied";
  claims.push_back(std::move(claim));
}

// "which Hamas denied", "but Hamas denied this": the denial of what was just said.
bool PointsAtStatement(const SentenceWords& s, const Clause& c, uint32_t begin) {
  const bool ends = begin >= s.size() || s.IsPunct(begin);
  if (ends) {
    const uint32_t before = c.subject.begin;
    return before > 0 && (s.Class(before - 1) == WordClass::kRelative ||
                          s.Class(before - 1) == WordClass::kBut);
  }
  const std::string_view w = s.words[begin].lower;
  return (w == "it" || w == "this" || w == "that") &&
         (begin + 1 >= s.size() || s.IsPunct(begin + 1));
}

}  // namespace

std::vector<size_t> FindDenials(const SentenceWords& s,
                                absl::Span<const Clause> clauses,
                                std::vector<Claim>& claims) {
  std::vector<size_t> denied;
  for (uint32_t i = 0; i < s.size(); ++i) {
    if ((s.infos[i]->roles & kDenies) && (s.infos[i]->forms & kParticiple)) {
      AddDenialBy(s, clauses, i, claims);
    }
  }
  for (size_t at = 0; at < clauses.size(); ++at) {
    const Clause& c = clauses[at];
    if (LacksEvidence(s, c) && at + 1 < clauses.size() &&
        clauses[at + 1].group <= c.object.end + kMaxContentWords) {
      denied.push_back(at + 1);
      AddLackOfEvidence(s, c, clauses[at + 1], DenierOf(s, clauses, at), claims);
      continue;
    }
    if (!(c.roles & kDenies) || c.passive) continue;
    const uint32_t begin = SkipAdverbs(s, c.verb + 1);
    if (c.synonyms == "deny" && PointsAtStatement(s, c, begin)) {
      if (c.negated || !c.fact || c.subject.empty()) continue;
      const uint32_t end =
          begin < s.size() && !s.IsPunct(begin) ? begin + 1 : c.verb + 1;
      Claim claim = PolarityClaim(s, {c.subject.begin, end}, c.verb);
      claim.value.affirmed = false;
      claim.value.predicate = "deny";
      claim.subject = TextOf(s, c.subject);
      claim.speaker = DenierOf(s, clauses, at);
      claim.scope.object = "it";
      claim.scope.role = "denial";
      claim.scope.modality = "denied";
      claims.push_back(std::move(claim));
      continue;
    }
    if (begin >= s.size()) continue;
    WordRange object = PhraseAfter(s, begin);
    uint32_t object_end = std::max(object.end, begin);
    const bool at_that = s.Class(begin) == WordClass::kThat;
    if (at_that && begin + 1 < s.size() && IsStatementNoun(s.words[begin + 1].lower)) {
      object = {begin, PhraseAfter(s, begin + 1).end};  // "denies that claim"
      object_end = object.end;
    } else if (at_that) {
      object_end = begin;
    }
    const size_t content = ContentClause(s, clauses, at, begin, object_end);
    if (content < clauses.size()) denied.push_back(content);
    if (c.negated || !c.fact || c.subject.empty()) continue;

    bool statement = false, answerable = false;
    for (uint32_t k = object.begin; k < object.end; ++k) {
      answerable |= IsEventNoun(s.words[k].lower);
      statement |= IsStatementNoun(s.words[k].lower);
      answerable |= IsAnswerabilityNoun(s.words[k].lower);
    }
    if (c.synonyms == "reject" && !statement) continue;

    Claim claim;
    const bool short_subject = s.Span(c.subject).size() <= kMaxSubjectBytes;
    const uint32_t from = short_subject ? c.subject.begin : c.group;
    std::string subject = TextOf(s, c.subject);
    claim.speaker = DenierOf(s, clauses, at);
    std::string predicate = "deny", object_words;
    uint32_t end = object_end;
    if (content < clauses.size()) {
      const Clause& d = clauses[content];
      if (d.negated) continue;  // denied that it had not: no plain denial
      end = std::max(d.object.end, d.verb + 1);
      predicate = d.synonyms;
      WordRange rest = d.object;
      if (d.copular) predicate = "responsible";
      object_words = ContentWords(s, rest);
      if (d.passive) claim.scope.status = "undergone";
      const std::string own = TextOf(s, d.subject);
      if (!d.subject.empty() && !(d.subject.end - d.subject.begin == 1 &&
                                  IsPronounWord(s.words[d.subject.begin].lower) &&
                                  (c.subject.end - c.subject.begin > 1 ||
                                   s.Class(c.subject.begin) != WordClass::kPronoun))) {
        subject = own;
      }
    } else if (begin < s.size() &&
               ((s.infos[begin]->forms & kGerund) || s.words[begin].lower == "being" ||
                s.words[begin].lower == "having" ||
                (s.words[begin].lower.ends_with("ing") && !statement && !answerable))) {
      const Act act = ReadAct(s, begin);
      predicate = act.predicate;
      object_words = ContentWords(s, act.object);
      end = act.end;
    } else if (const uint32_t use =
                   begin + (s.Class(begin) == WordClass::kDeterminer ? 1 : 0);
               !statement && use < s.size() && IsUseOf(s, use)) {
      predicate = s.infos[use]->synonyms;
      object_words = ContentWords(s, PhraseAfter(s, use + 2));
    } else if (statement || answerable || s.words[begin].lower == "it" ||
               s.words[begin].lower == "this") {
      object_words = ContentWords(s, object);
      if (s.Class(begin) == WordClass::kThat) end = object.end;
    } else {
      continue;
    }
    if (predicate.empty()) continue;
    const Claim shape = PolarityClaim(s, {from, end}, c.verb);
    claim.span = shape.span;
    claim.value_span = shape.value_span;
    claim.value = shape.value;
    claim.value.affirmed = false;
    claim.value.predicate = predicate;
    claim.subject = subject;
    claim.scope.object = object_words;
    claim.scope.role = "denial";
    claim.scope.modality = "denied";
    claims.push_back(std::move(claim));
  }
  return denied;
}

}  // namespace rashomon
