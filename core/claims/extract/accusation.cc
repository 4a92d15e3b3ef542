// "accused X of Y", "blamed X for Y", "blamed Y on X", "pointed the finger at X": the
// target is read behind the verb (before it in the passive), then the act.

#include <algorithm>
#include <string>
#include <utility>

#include "core/claims/extract/statement.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxTargetWords = 14;

// Returns the first word of the phrase at `begin` that is `word`; s.size() if there is
// none.
uint32_t FindWord(const SentenceWords& s, uint32_t begin, std::string_view word) {
  const WordRange phrase = PhraseAfter(s, begin);
  const uint32_t end = std::min(s.size(), phrase.end + 1);
  for (uint32_t i = begin; i < end; ++i) {
    if (s.words[i].lower == word) return i;
  }
  return s.size();
}

// The "of" between target and act: one before a gerund, else the first.
uint32_t FindOf(const SentenceWords& s, uint32_t begin) {
  const uint32_t first = FindWord(s, begin, "of");
  uint32_t of = first;
  while (of + 1 < s.size()) {
    if (s.words[of + 1].lower.ends_with("ing")) return of;
    const uint32_t next = FindWord(s, of + 1, "of");
    if (next >= s.size() || next > begin + kMaxTargetWords) break;
    of = next;
  }
  return first;
}

// Reads the rest of "accuse" at word `verb`: target, act and the span's end.
void ReadAccuse(const SentenceWords& s, uint32_t verb, const Clause* clause,
                std::vector<Claim>& claims) {
  const uint32_t of = FindOf(s, verb + 1);
  if (of >= s.size()) return;
  const bool passive = clause != nullptr && clause->passive;
  const WordRange target = passive ? clause->subject : WordRange{verb + 1, of};
  if (target.empty() || of + 1 >= s.size()) return;
  const Act act = ReadAct(s, of + 1);
  Claim claim = PolarityClaim(s, {passive ? clause->group : verb, act.end}, verb);
  claim.subject = TextOf(s, target);
  claim.value.predicate = act.predicate.empty() ? "accuse" : std::string(act.predicate);
  claim.scope.object = ContentWords(s, act.object);
  if (!passive && clause != nullptr) claim.speaker = TextOf(s, clause->subject);
  claims.push_back(std::move(claim));
}

void ReadBlame(const SentenceWords& s, uint32_t verb, const Clause* clause,
               std::vector<Claim>& claims) {
  const bool passive = clause != nullptr && clause->passive;
  const uint32_t begin = SkipAdverbs(s, verb + 1);
  const uint32_t on = FindWord(s, begin, "on");
  const uint32_t for_ = FindWord(s, begin, "for");
  WordRange target, matter;
  uint32_t end = 0;
  if (passive) {
    target = clause->subject;
    if (for_ >= s.size()) return;
    matter = PhraseAfter(s, for_ + 1);
    end = matter.end;
  } else if (for_ < on) {
    target = {begin, for_};
    matter = PhraseAfter(s, for_ + 1);
    end = matter.end;
  } else if (on < s.size() && on > begin) {
    matter = {begin, on};
    target = PhraseAfter(s, on + 1);
    end = target.end;
  } else {
    target = PhraseAfter(s, begin);
    end = target.end;
  }
  if (target.empty() || end <= verb) return;
  Claim claim = PolarityClaim(s, {passive ? clause->group : verb, end}, verb);
  claim.subject = TextOf(s, target);
  claim.value.predicate = "responsible";
  claim.scope.object = ContentWords(s, matter);
  if (!passive && clause != nullptr) claim.speaker = TextOf(s, clause->subject);
  claims.push_back(std::move(claim));
}

// "rushed to blame", "was quick to accuse": the accusation was made.
bool IsMadeInfinitive(const SentenceWords& s, uint32_t verb) {
  if (verb < 2 || s.Class(verb - 1) != WordClass::kTo) return false;
  const std::string_view before = s.words[verb - 2].lower;
  return before == "rushed" || before == "quick" || before == "hastened" ||
         before == "hurried" || before == "continued";
}

// "pointed the finger at the government", at word `verb`.
void ReadPointing(const SentenceWords& s, uint32_t verb, std::vector<Claim>& claims) {
  const uint32_t end = std::min<uint32_t>(s.size(), verb + 5);
  for (uint32_t i = verb + 1; i + 2 < end; ++i) {
    const std::string_view w = s.words[i].lower;
    if (w != "finger" && w != "fingers") continue;
    if (s.words[i + 1].lower != "at") return;
    WordRange target = PhraseAfter(s, i + 2);
    for (uint32_t k = target.begin; k < target.end; ++k) {
      if (s.Class(k) == WordClass::kPreposition && s.words[k].lower != "of")
        target.end = k;
    }
    if (target.empty()) return;
    Claim claim = PolarityClaim(s, {verb, target.end}, verb);
    claim.subject = TextOf(s, target);
    claim.value.predicate = "responsible";
    claim.speaker = TextOf(s, SubjectBefore(s, verb));
    claims.push_back(std::move(claim));
    return;
  }
}

}  // namespace

void FindAccusations(const SentenceWords& s, absl::Span<const Clause> clauses,
                     std::vector<Claim>& claims) {
  const size_t first = claims.size();
  for (uint32_t i = 0; i < s.size(); ++i) {
    const WordInfo& info = *s.infos[i];
    if (s.words[i].lower.starts_with("point")) ReadPointing(s, i, claims);
    if (!(info.roles & (kAccuses | kBlames))) continue;
    const Clause* clause = ClauseOfVerb(clauses, i);
    if (clause == nullptr && !(info.forms & kGerund) && !IsMadeInfinitive(s, i))
      continue;
    if (clause != nullptr && (clause->negated || !clause->fact)) continue;
    if (info.roles & kAccuses) {
      ReadAccuse(s, i, clause, claims);
    } else {
      ReadBlame(s, i, clause, claims);
    }
  }
  for (size_t k = first; k < claims.size(); ++k) {
    claims[k].scope.role = "accusation";
    claims[k].scope.modality = "alleged";
  }
}

}  // namespace rashomon
