// Polarity: what is said to be so or not so, in the smallest clause that says it.
// Claims are made of accusations, denials, refusals, negated clauses, and of the
// affirmed clauses whose verb is an act that others could deny; clauses that are
// no facts (future, possible, conditional, asked, denied by their frame) make none.

#include <algorithm>
#include <string>

#include "core/claims/extract/clause.h"
#include "core/claims/extract/extractors.h"
#include "core/claims/extract/statement.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {

namespace data {
std::string_view complements();
}  // namespace data

namespace {

constexpr uint32_t kMaxSubjectBytes = 48;
constexpr uint32_t kMaxComplementWords = 4;

struct Complement {
  std::string_view name;
  bool opposite = false;
};

const Complement* FindComplement(std::string_view word) {
  static const auto& complements = *new auto([] {
    WordTable<Complement> table;
    for (const auto& row : LexiconRows(data::complements())) {
      if (row.size() >= 3) table.Add(row[0], {row[1], row[2] == "-"});
    }
    return table;
  }());
  return complements.Find(word);
}

// "was not responsible for the raid": the class of what it was not, and the rest.
struct Property {
  Complement complement;
  uint32_t word = 0;
  bool found = false;
};

Property ReadProperty(const SentenceWords& s, const Clause& c) {
  Property p;
  const uint32_t begin = c.verb + 1;
  const uint32_t end = std::min<uint32_t>(s.size(), begin + kMaxComplementWords);
  for (uint32_t i = begin; i < end; ++i) {
    if (s.IsPunct(i) && s.words[i].lower != "\"" && s.words[i].lower != "“") break;
    const std::string_view word = s.words[i].lower;
    if (const Complement* complement = FindComplement(word)) {
      const bool hyphen = i + 1 < s.size() && s.words[i + 1].lower == "-";
      // "over 50", "over the city": not that it has ended.
      const bool counts = word == "over" && i + 1 < s.size() && !s.IsPunct(i + 1);
      if (hyphen || counts) break;
      p = {*complement, i, true};
      break;
    }
    const WordClass w = s.Class(i);
    if (w == WordClass::kPreposition || w == WordClass::kThat) break;
  }
  return p;
}

// True if a clause before takes back what clause `at` tells: "did not say that",
// "hoped that", "found no evidence that".
bool IsUnasserted(const SentenceWords& s, const std::vector<Clause>& clauses,
                  size_t at) {
  if (at == 0) return false;
  const Clause& frame = clauses[at - 1];
  const Clause& c = clauses[at];
  const uint32_t begin = c.subject.empty() ? c.group : c.subject.begin;
  const uint32_t frame_end = std::max(frame.object.end, frame.verb + 1);
  bool that = false;
  for (uint32_t i = frame.verb + 1; i < c.group; ++i) {
    that |= s.Class(i) == WordClass::kThat;
  }
  const bool holds = that || begin <= frame.verb + 2 || begin < frame_end;
  if (!holds) return false;
  return frame.negated || !frame.fact || (frame.roles & kDenies) != 0 ||
         ((frame.roles & kHopes) != 0 && (frame.roles & kSays) == 0);
}

WordRange WithSubject(const SentenceWords& s, const Clause& c, uint32_t end) {
  const bool near = !c.subject.empty() && c.group - c.subject.begin <= 12 &&
                    s.Span(c.subject).size() <= kMaxSubjectBytes;
  return {near ? c.subject.begin : c.group, end};
}

void AddClause(const SentenceWords& s, const Clause& c, std::vector<Claim>& claims) {
  if (!c.fact || c.subject.empty()) return;
  if (c.copular) {
    const Property p = ReadProperty(s, c);
    if (!p.found) return;
    const WordRange rest = PhraseAfter(s, p.word + 1);
    Claim claim =
        PolarityClaim(s, WithSubject(s, c, std::max(p.word + 1, rest.end)), c.verb);
    claim.value.predicate = p.complement.name;
    claim.value.affirmed = c.negated == p.complement.opposite;
    claim.subject = TextOf(s, c.subject);
    claim.scope.object = ContentWords(s, rest);
    claim.scope.role = "property";
    claims.push_back(std::move(claim));
    return;
  }
  if (!c.negated && !(c.roles & kActs)) return;
  if (c.lemma == "have" && ContentWords(s, c.object).empty()) return;
  if (c.roles & (kSays | kDenies | kAccuses | kBlames | kHopes) && !(c.roles & kActs)) {
    return;
  }
  Claim claim =
      PolarityClaim(s, WithSubject(s, c, std::max(c.object.end, c.verb + 1)), c.verb);
  claim.value.predicate = c.synonyms;
  claim.value.affirmed = !c.negated;
  claim.subject = TextOf(s, c.subject);
  claim.scope.object = ContentWords(s, c.object);
  claim.scope.role = c.passive ? "undergone" : "done";
  claims.push_back(std::move(claim));
}

// A modal or a negation among the words [begin, end) of a verb group.
bool LooksUnreal(const SentenceWords& s, uint32_t begin, uint32_t end) {
  for (uint32_t i = begin; i < end; ++i) {
    const WordClass c = s.Class(i);
    if (c == WordClass::kModal || c == WordClass::kNot || IsNegatedAuxiliary(c)) {
      return true;
    }
  }
  return false;
}

// The word behind "by" of "carried out by the army", for the deed at word `verb`; 0 if
// there is none.
uint32_t AgentOf(const SentenceWords& s, uint32_t verb) {
  uint32_t k = verb + 1;
  if (k < s.size() && s.words[k].lower == "out") ++k;
  while (k < s.size() &&
         (s.Class(k) == WordClass::kAdverb || s.words[k].lower == "either")) {
    ++k;
  }
  return k + 1 < s.size() && s.words[k].lower == "by" ? k + 1 : 0;
}

// "the strikes carried out by Norland": who did it, after the deed.
void AddAgents(const SentenceWords& s, std::vector<Claim>& claims) {
  for (uint32_t i = 0; i < s.size(); ++i) {
    const WordInfo& info = *s.infos[i];
    if (!(info.roles & kPerpetrates) || !(info.forms & kParticiple)) continue;
    const uint32_t agent = AgentOf(s, i);
    if (agent == 0) continue;
    const WordRange who = PhraseAfter(s, agent);
    if (who.empty()) continue;
    uint32_t group = i;
    while (group > 0 && (IsAuxiliary(s.Class(group - 1)) ||
                         s.Class(group - 1) == WordClass::kAdverb)) {
      --group;
    }
    if (group < i && LooksUnreal(s, group, i)) continue;
    const WordRange what = SubjectBefore(s, group);
    Claim claim = PolarityClaim(s, {group, who.end}, i);
    claim.value.predicate = info.synonyms;
    claim.subject = TextOf(s, who);
    claim.scope.object = ContentWords(s, what);
    claim.scope.role = "done";
    claims.push_back(std::move(claim));
  }
}

// "refused to attend": the act did not happen.
bool AddRefusal(const SentenceWords& s, const Clause& c, std::vector<Claim>& claims) {
  if (!(c.roles & kRefuses)) return false;
  const uint32_t to = c.verb + 1;
  if (to + 1 >= s.size() || s.Class(to) != WordClass::kTo) return false;
  if (c.negated || !c.fact || c.subject.empty()) return true;
  const WordInfo& act = *s.infos[to + 1];
  if (act.word_class != WordClass::kVerb || !(act.roles & kActs)) return true;
  const WordRange object = PhraseAfter(s, to + 2);
  Claim claim =
      PolarityClaim(s, WithSubject(s, c, std::max(object.end, to + 2)), to + 1);
  claim.value.predicate = act.synonyms;
  claim.value.affirmed = false;
  claim.subject = TextOf(s, c.subject);
  claim.scope.object = ContentWords(s, object);
  claim.scope.role = "done";
  claims.push_back(std::move(claim));
  return true;
}

}  // namespace

void ExtractPolarity(const AnnotatedText& text, const Sentence& sentence,
                     std::vector<Claim>& claims) {
  const SentenceWords s = LookUp(text, sentence);
  const std::vector<Clause> clauses = FindClauses(s);
  const std::vector<size_t> denied = FindDenials(s, clauses, claims);
  FindAccusations(s, clauses, claims);
  AddAgents(s, claims);
  for (size_t i = 0; i < clauses.size(); ++i) {
    if (std::binary_search(denied.begin(), denied.end(), i)) continue;
    if (IsUnasserted(s, clauses, i)) continue;
    if (AddRefusal(s, clauses[i], claims)) continue;
    AddClause(s, clauses[i], claims);
  }
}

}  // namespace rashomon
