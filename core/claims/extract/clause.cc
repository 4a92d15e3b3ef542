// A verb group is either auxiliaries with what they hold together ("had not yet
// been told") or one finite form behind something that can be its subject. The
// subject is read leftwards and the object rightwards up to the nearest joint of
// clauses. One pass over the words; phrases have a greatest length, so the cost is
// linear. Where English is ambiguous ("soldiers killed in the raid") the reading
// that makes fewer claims is taken.

#include "core/claims/extract/clause.h"

#include <algorithm>

namespace rashomon {
namespace {

constexpr uint32_t kMaxPhraseWords = 14;
constexpr uint32_t kMaxAppositionWords = 25;

bool IsJoiningPunct(std::string_view s) {
  return s == "-" || s == "'" || s == "’" || s == "&" || s == "/" || s == "$" ||
         s == "%" || s == "\"" || s == "“" || s == "”" || s == "‘";
}

bool IsBoundary(WordClass c) {
  switch (c) {
    case WordClass::kThat:
    case WordClass::kCondition:
    case WordClass::kSubordinate:
    case WordClass::kBut:
    case WordClass::kRelative:
      return true;
    default:
      return IsAuxiliary(c);
  }
}

bool EndsPlural(std::string_view lower) {
  return lower.size() > 2 && lower.back() == 's' && lower[lower.size() - 2] != 's';
}

// A word of a verb's spelling that stands as an adjective or noun: "the planned
// meeting", "government-backed envoys", "peace talks".
bool IsNominalUse(const SentenceWords& s, uint32_t i) {
  const WordInfo& info = *s.infos[i];
  if (i > 0 && (s.words[i - 1].lower == "-" && !s.words[i].space_before)) return true;
  if (i + 1 < s.size() && s.words[i + 1].lower == "-" && !s.words[i + 1].space_before) {
    return true;
  }
  if (i == 0) return (info.roles & kOftenNoun) != 0 || info.forms == kGerund;
  const WordClass before = s.Class(i - 1);
  if (before == WordClass::kDeterminer || before == WordClass::kPreposition ||
      before == WordClass::kNo) {
    return true;
  }
  const std::string_view word = s.words[i - 1].lower;
  return word.size() > 2 && (word.ends_with("'s") || word.ends_with("’s"));
}

// True if the word is a finite verb without auxiliary.
bool IsSimpleFinite(const SentenceWords& s, uint32_t i) {
  const WordInfo& info = *s.infos[i];
  if (info.word_class != WordClass::kVerb || IsNominalUse(s, i) || i == 0) return false;
  uint32_t k = i;
  while (k > 0 && s.Class(k - 1) == WordClass::kAdverb) --k;
  if (k == 0) return false;
  const WordClass before = s.Class(k - 1);
  if (before == WordClass::kTo || IsAuxiliary(before) ||
      before == WordClass::kPreposition || before == WordClass::kDeterminer) {
    return false;
  }
  if (info.forms & kPastForm) {
    // "soldiers killed by": no finite verb.
    return !(info.forms & kParticiple) || i + 1 >= s.size() ||
           s.words[i + 1].lower != "by";
  }
  const std::string_view subject = s.words[k - 1].lower;
  const bool pronoun = before == WordClass::kPronoun || before == WordClass::kRelative;
  if (info.forms & kThirdForm) {
    if (!(info.roles & kOftenNoun)) return true;
    return pronoun || (s.IsCapitalised(k - 1) && s.Class(k - 1) == WordClass::kOther &&
                       (info.roles & (kSays | kDenies)) != 0);
  }
  if (info.forms & kBaseForm) {
    if (pronoun) return subject != "it" && subject != "he" && subject != "she";
    return before == WordClass::kOther && EndsPlural(subject) &&
           !(info.roles & kOftenNoun);
  }
  return false;
}

// "…, saying the army": another statement begins.
bool IsSpeechGerund(const SentenceWords& s, uint32_t i) {
  const WordInfo& info = *s.infos[i];
  return (info.forms & kGerund) != 0 &&
         (info.roles & (kSays | kDenies | kAccuses | kBlames)) != 0 &&
         !IsNominalUse(s, i);
}

struct Group {
  uint32_t end = 0;  // one past its last word
  uint32_t main = 0;
  bool found = false;
  Clause clause;
};

// "of being behind", "to have": no finite verb begins here.
bool IsNonFinite(const SentenceWords& s, uint32_t i) {
  const std::string_view w = s.words[i].lower;
  return w == "being" || w == "having" || w == "be" || w == "been" ||
         (i > 0 && s.Class(i - 1) == WordClass::kTo);
}

// Reads a group that begins with the auxiliary at `i`.
Group ReadAuxiliaries(const SentenceWords& s, uint32_t i) {
  Group g;
  Clause& c = g.clause;
  c.group = i;
  bool be = false, have = false, base = false;
  uint32_t j = i;
  uint32_t last = i;
  for (; j < s.size() && j - i < 8; ++j) {
    const WordClass w = s.Class(j);
    if (IsAuxiliary(w)) {
      const bool is_be = w == WordClass::kBe || w == WordClass::kNegatedBe;
      const bool is_have = w == WordClass::kHave || w == WordClass::kNegatedHave;
      const bool is_modal = w == WordClass::kModal || w == WordClass::kNegatedModal;
      if (is_modal) c.fact = false;
      be = is_be;
      have = is_have;
      base = !is_be && !is_have;
      c.negated |= IsNegatedAuxiliary(w);
      last = j;
    } else if (w == WordClass::kNot) {
      c.negated = true;
      last = j;
      if (j + 1 < s.size() && s.words[j + 1].lower == "only") c.fact = false;
    } else if (w != WordClass::kAdverb) {
      break;
    }
  }
  g.found = true;
  if (j >= s.size()) {
    g.end = j;
    g.main = last;
    c.verb = last;
    c.copular = be;
    c.lemma = be ? "be" : have ? "have" : "do";
    c.synonyms = c.lemma;
    return g;
  }
  const WordInfo& info = *s.infos[j];
  if (info.word_class == WordClass::kTo) c.fact = false;  // is to, has to
  const bool verb = info.word_class == WordClass::kVerb;
  const bool lower_word = s.words[j].kind == WordKind::kWord && !s.IsCapitalised(j) &&
                          info.word_class == WordClass::kOther;
  c.verb = j;
  g.end = j + 1;
  if (verb && be && (info.forms & kParticiple)) {
    c.passive = true;
  } else if (verb && be && (info.forms & kGerund)) {
  } else if (verb && have && (info.forms & kParticiple)) {
  } else if (verb && base && (info.forms & kBaseForm)) {
  } else if (lower_word && base) {
    c.lemma = c.synonyms = s.words[j].lower;
    return g;
  } else if (lower_word && have && s.words[j].lower.ends_with("ed")) {
    c.lemma = c.synonyms = s.words[j].lower;
    return g;
  } else {
    c.verb = last;
    g.end = j;
    c.copular = be;
    c.lemma = be ? "be" : have ? "have" : "do";
    c.synonyms = c.lemma;
    c.roles = have ? kActs : 0;
    return g;
  }
  c.lemma = info.lemma;
  c.synonyms = info.synonyms;
  c.roles = info.roles;
  return g;
}

}  // namespace

SentenceWords LookUp(const AnnotatedText& text, const Sentence& sentence) {
  SentenceWords s;
  s.text = text.text;
  s.words = text.Words(sentence);
  s.infos =
      absl::MakeConstSpan(text.infos).subspan(sentence.first_word, sentence.num_words);
  return s;
}

WordRange PhraseAfter(const SentenceWords& s, uint32_t first) {
  uint32_t end = first;
  while (end < s.size() && end - first < kMaxPhraseWords) {
    if (s.IsPunct(end)) {
      if (!IsJoiningPunct(s.words[end].lower)) break;
    } else if (IsBoundary(s.Class(end))) {
      break;
    } else if (s.Class(end) == WordClass::kAnd) {
      if (end + 1 >= s.size()) break;
      const WordClass next = s.Class(end + 1);
      if (IsBoundary(next) || next == WordClass::kPronoun ||
          next == WordClass::kAdverb ||
          (next == WordClass::kVerb && !IsNominalUse(s, end + 1) &&
           !(s.infos[end + 1]->roles & kOftenNoun))) {
        break;
      }
    } else if (end > first && (IsSimpleFinite(s, end) || IsSpeechGerund(s, end))) {
      break;
    }
    ++end;
  }
  while (end > first && (s.Class(end - 1) == WordClass::kAnd ||
                         s.Class(end - 1) == WordClass::kPreposition ||
                         s.Class(end - 1) == WordClass::kDeterminer)) {
    --end;
  }
  return {first, end};
}

WordRange SubjectBefore(const SentenceWords& s, uint32_t last) {
  uint32_t end = last;
  while (end > 0 && s.Class(end - 1) == WordClass::kAdverb) --end;
  bool relative = false;
  const auto is_comma = [&s](uint32_t i) {
    const std::string_view w = s.words[i].lower;
    return w == "," || w == "–" || w == "—";
  };
  if (end > 0 && is_comma(end - 1)) {
    // "Habiba Sarabi, a delegate, said": the name before the apposition.
    const uint32_t floor = end > kMaxAppositionWords ? end - kMaxAppositionWords : 0;
    uint32_t comma = end - 1;
    for (uint32_t k = end - 1; k > floor; --k) {
      if (is_comma(k - 1)) {
        comma = k - 1;
        break;
      }
      const WordClass c = s.Class(k - 1);
      const bool says = (s.infos[k - 1]->roles & kSays) != 0;
      if (says || c == WordClass::kBut || c == WordClass::kThat) break;
    }
    end = comma;
  } else if (end > 0 && s.Class(end - 1) == WordClass::kRelative) {
    relative = true;
    --end;
    if (end > 0 && is_comma(end - 1)) --end;
  }
  uint32_t begin = end;
  while (begin > 0 && end - begin < kMaxPhraseWords) {
    const uint32_t k = begin - 1;
    const WordClass c = s.Class(k);
    if (s.IsPunct(k)) {
      const std::string_view w = s.words[k].lower;
      if (!IsJoiningPunct(w) || w == "\"" || w == "“" || w == "”") break;
    } else if (c == WordClass::kTo) {
      // "ambassador to Norland" is a noun phrase, "wants to attack" is none.
      const bool noun =
          begin < end &&
          (s.Class(begin) == WordClass::kDeterminer ||
           (s.Class(begin) == WordClass::kOther && s.IsCapitalised(begin)));
      if (!noun) break;
    } else if (IsBoundary(c) || c == WordClass::kNot) {
      break;
    } else if (c == WordClass::kPronoun) {
      if (begin == end) --begin;
      break;
    } else if (c == WordClass::kAdverb) {
      break;
    } else if (c == WordClass::kAnd) {
      if (k == 0 || (s.Class(k - 1) != WordClass::kOther && !IsNominalUse(s, k - 1))) {
        break;
      }
    } else if (c == WordClass::kVerb) {
      const uint16_t roles = s.infos[k]->roles;
      const bool noun = IsNominalUse(s, k) ||
                        ((roles & kOftenNoun) != 0 && !(s.infos[k]->forms & kPastForm));
      if (!noun) break;
    }
    --begin;
  }
  if (relative) {
    // "at the regime, which": the nearest noun is meant.
    for (uint32_t k = end; k > begin; --k) {
      if (s.Class(k - 1) == WordClass::kPreposition && s.words[k - 1].lower != "of") {
        if (k < end) begin = k;
        break;
      }
    }
  }
  while (begin < end && (s.Class(begin) == WordClass::kAnd || s.IsPunct(begin)))
    ++begin;
  return {begin, end};
}

std::vector<Clause> FindClauses(const SentenceWords& s) {
  std::vector<Clause> clauses;
  bool condition = false;
  for (uint32_t i = 0; i < s.size();) {
    const WordClass w = s.Class(i);
    if (w == WordClass::kCondition) condition = true;
    Group g;
    if (IsAuxiliary(w) && !IsNonFinite(s, i)) {
      g = ReadAuxiliaries(s, i);
    } else if (w == WordClass::kVerb && IsSimpleFinite(s, i)) {
      const WordInfo& info = *s.infos[i];
      g.found = true;
      g.end = i + 1;
      g.clause.group = g.clause.verb = i;
      g.clause.lemma = info.lemma;
      g.clause.synonyms = info.synonyms;
      g.clause.roles = info.roles;
    }
    if (!g.found) {
      ++i;
      continue;
    }
    Clause& c = g.clause;
    if (condition) c.fact = false;
    c.subject = SubjectBefore(s, c.group);
    uint32_t before = c.group;
    while (before > 0 && s.Class(before - 1) == WordClass::kAdverb) --before;
    if (before > 0 && s.Class(before - 1) == WordClass::kNo) c.negated = true;  // nor
    if (before > 0 && s.Class(before - 1) == WordClass::kAnd && !clauses.empty()) {
      c.subject = clauses.back().subject;  // "denied it and left"
    }
    c.object = PhraseAfter(s, g.end);
    for (uint32_t k = c.subject.begin; k < c.subject.end; ++k) {
      const std::string_view word = s.words[k].lower;
      c.negated ^= s.Class(k) == WordClass::kNo && word != "nor" &&
                   (k == c.subject.begin || word != "neither");
    }
    if (!c.object.empty() && s.Class(c.object.begin) == WordClass::kNo) {
      c.negated = !c.negated;
    }
    // A form that may be a participle, with nothing after it but a preposition.
    if (i == c.verb && (s.infos[i]->forms & kParticiple) &&
        !(c.roles & kIntransitive) &&
        !(c.roles & (kSays | kDenies | kAccuses | kBlames)) && g.end < s.size() &&
        s.Class(g.end) == WordClass::kPreposition) {
      c.passive = true;
    }
    clauses.push_back(c);
    i = std::max(g.end, i + 1);
  }
  if (!clauses.empty() && s.size() > 0) {
    uint32_t k = s.size();
    while (k > 0 && s.IsPunct(k - 1) && s.words[k - 1].lower != "?") --k;
    if (k > 0 && s.words[k - 1].lower == "?") {
      for (Clause& c : clauses) c.fact = false;
    }
  }
  return clauses;
}

}  // namespace rashomon
