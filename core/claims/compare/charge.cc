#include "core/claims/compare/charge.h"

#include <algorithm>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "core/claims/extract/statement.h"
#include "core/claims/verbs.h"

namespace rashomon {
namespace {

constexpr uint32_t kNearBytes = 1500;     // from an accusation to "that claim"
constexpr uint32_t kReportBytes = 300;    // from a statement to "denied this"
constexpr size_t kNoteBytes = 60;         // from "X said" to the denial behind it
constexpr uint32_t kNextBytes = 400;      // where the name alone does not decide
constexpr uint32_t kAfterBytes = 350;     // from a denial to the charge it precedes
constexpr uint32_t kGroupBytes = 40;      // of a verb group, before its verb
constexpr size_t kMaxContextBytes = 600;  // of a sentence

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

// "accused of toxic gas attacks": a series, where the other tells of one or of none.
bool OtherNumber(std::string_view a, std::string_view b) {
  const auto series = [](std::string_view text) {
    return HoldsWord(text, {"attacks", "strikes", "airstrikes", "raids", "bombings",
                            "killings", "abuses", "crimes", "violations"});
  };
  return series(a) != series(b);
}

// True if nobody else says something between the two.
bool IsLastStatement(absl::Span<const Document> documents, const Claim& told,
                     const Claim& denial) {
  const std::string_view text = documents[Index(told.doc)].text;
  if (told.span.end >= denial.span.begin) return true;
  std::string between(text.substr(told.span.end, denial.span.begin - told.span.end));
  absl::AsciiStrToLower(&between);
  for (size_t i = 0; i < between.size();) {
    size_t end = i;
    while (end < between.size() && absl::ascii_isalpha(Byte(between[end]))) ++end;
    const WordInfo& info = LookUpWord(std::string_view(between).substr(i, end - i));
    const bool finite = (info.forms & kPastForm) != 0 ||
                        ((info.forms & kThirdForm) != 0 && !(info.roles & kOftenNoun));
    // "…, X said" behind the statement is its own attribution.
    if ((info.roles & kSays) != 0 && finite && end + kNoteBytes < between.size()) {
      return false;
    }
    i = end + 1;
  }
  return true;
}

}  // namespace

// Deeds that one charge may put in several ways: to be behind an attack, to carry it
// out, to launch it.
bool IsDeed(std::string_view predicate) {
  return predicate == "responsible" || predicate == "accuse" || predicate == "use" ||
         predicate == "involve" || (LookUpWord(predicate).roles & kPerpetrates) != 0;
}

bool IsDone(const Claim& c) { return c.scope.role == "done"; }

// A clause of a statement, not a charge.
bool IsTold(const Claim& c) {
  return c.scope.role == "done" || c.scope.role == "undergone" ||
         (c.scope.role == "property" && c.value.predicate != "responsible");
}

// A statement that names who did it: an accusation, or a deed told of somebody.
bool IsCharge(const Claim& c) {
  if (!c.value.affirmed) return false;
  return c.scope.role == "accusation" ||
         (c.scope.role == "property" && c.value.predicate == "responsible") ||
         (IsDone(c) && (LookUpWord(c.value.predicate).roles & kPerpetrates) != 0);
}

bool IsDenial(const Claim& c) {
  if (c.value.affirmed) return false;
  return c.scope.role == "denial" ||
         (c.scope.role == "property" && c.value.predicate == "responsible") ||
         (IsDone(c) && (LookUpWord(c.value.predicate).roles & kPerpetrates) != 0);
}

uint32_t Distance(const Claim& a, const Claim& b) {
  return a.span.begin < b.span.begin ? b.span.begin - a.span.begin
                                     : a.span.begin - b.span.begin;
}

bool Overlap(const Claim& a, const Claim& b) {
  return !Intersect(a.span, b.span).empty();
}

// The denier is the accused: by the act's subject or by who speaks.
Match MatchDenier(const Party& accusation, const Party& denial) {
  const Match by_subject = MatchActors(accusation.subject, denial.subject);
  const Match by_speaker = MatchActors(accusation.subject, denial.speaker);
  return std::max(by_subject, by_speaker);
}

bool SharesMatter(const Party& a, const Party& b) {
  return SharedCount(a.object.words, b.object.words) > 0 ||
         SharedCount(a.object.names, b.object.names) > 0 ||
         SharedCount(a.object.names, b.object.words) > 0 ||
         SharedCount(a.object.words, b.object.names) > 0;
}

std::string Quote(std::string_view s) { return "“" + std::string(s) + "”"; }

std::string Who(const std::string& name, std::string_view otherwise) {
  return name.empty() ? std::string(otherwise) : name;
}

std::string_view TextOfClaim(absl::Span<const Document> documents, const Claim& c) {
  return c.span.In(documents[Index(c.doc)].text);
}

// True if one of `words` stands in `text` as a word of its own, in lower case.
bool HoldsWord(std::string_view text, std::initializer_list<std::string_view> words) {
  for (const std::string_view word : words) {
    for (size_t at = text.find(word); at != std::string_view::npos;
         at = text.find(word, at + 1)) {
      const size_t end = at + word.size();
      const bool left = at == 0 || !absl::ascii_isalpha(Byte(text[at - 1]));
      const bool right = end == text.size() || !absl::ascii_isalpha(Byte(text[end]));
      if (left && right) return true;
    }
  }
  return false;
}

// Told of many times: "always denied", "accused of at least eight attacks".
bool IsGeneral(std::string_view text) {
  return HoldsWord(
      text,
      {"always",    "repeatedly", "consistently", "long",     "often", "previously",
       "regularly", "several",    "numerous",     "multiple", "times", "two",
       "three",     "four",       "five",         "six",      "seven", "eight",
       "nine",      "ten",        "past"});
}

// The words around the claim that tell how often: the verb group before it.
std::string_view GroupOf(absl::Span<const Document> documents, const Claim& c) {
  const std::string_view text = documents[Index(c.doc)].text;
  const uint32_t before =
      c.value_span.begin - std::min(c.value_span.begin, kGroupBytes);
  const uint32_t begin = std::max(before, std::min(c.context.begin, c.span.begin));
  return text.substr(begin, c.span.end - begin);
}

// A year of the past in one sentence and not in the other.
bool OtherYear(absl::Span<const Document> documents, const Claim& a, const Claim& b) {
  const auto years = [&](const Claim& c) {
    std::vector<std::string_view> found;
    const std::string_view text =
        c.context.In(documents[Index(c.doc)].text).substr(0, kMaxContextBytes);
    for (size_t i = 0; i + 4 <= text.size(); ++i) {
      const std::string_view y = text.substr(i, 4);
      const bool century = y.starts_with("19") || y.starts_with("20");
      if (!century || !absl::ascii_isdigit(Byte(y[2])) ||
          !absl::ascii_isdigit(Byte(y[3]))) {
        continue;
      }
      if ((i > 0 && absl::ascii_isdigit(Byte(text[i - 1]))) ||
          (i + 4 < text.size() && absl::ascii_isdigit(Byte(text[i + 4])))) {
        continue;
      }
      const auto& published = documents[Index(c.doc)].published;
      if (!published || !std::string_view(*published).starts_with(y))
        found.push_back(y);
    }
    return found;
  };
  return years(a) != years(b);
}

// "Botha's charges", "previous charges": the denial names what it answers, and that is
// not this charge.
bool AnswersAnother(const Claim& charge, const Claim& denial) {
  const std::string_view object = denial.scope.object;
  if (HoldsWord(object,
                {"previous", "earlier", "past", "separate", "similar", "other"})) {
    return true;
  }
  size_t genitive = object.find("'s");
  if (genitive == std::string_view::npos) genitive = object.find("’s");
  if (genitive == std::string_view::npos) return false;
  const size_t space = object.rfind(' ', genitive);
  const size_t begin = space == std::string_view::npos ? 0 : space + 1;
  const std::string speaker =
      absl::AsciiStrToLower(charge.speaker.empty() ? charge.subject : charge.speaker);
  return speaker.find(object.substr(begin, genitive - begin)) == std::string::npos;
}

// "any involvement", "responsibility", "the raids": what answers a told deed.
bool DeniesDeed(const Claim& denial, const Party& d) {
  return HoldsWord(denial.scope.object,
                   {"involvement", "responsibility", "role", "part"}) ||
         d.names_event;
}

// "Y denied this", "denied the report": of the statement just before, whoever made it.
bool PointsAtReport(const Claim& denial) {
  const std::string_view o = denial.scope.object;
  if (denial.value.predicate != "deny") return false;
  if (o == "it" || o == "this" || o == "that" || o == "which" || o.empty()) return true;
  const std::string_view last = o.substr(o.rfind(' ') == o.npos ? 0 : o.rfind(' ') + 1);
  return last == o && IsStatementNoun(last);
}

// How surely the denial answers the charge of the same article; 0 for not.
double Answers(absl::Span<const Document> documents, const Claim& charge,
               const Party& a, const Claim& denial, const Party& d) {
  if (Overlap(charge, denial)) return 0;
  // Who accuses is not who denies.
  if (!a.speaker.empty() && MatchActors(a.speaker, d.speaker) == Match::kYes) return 0;
  const uint32_t distance = Distance(charge, denial);
  const bool before = charge.span.begin < denial.span.begin;
  if (denial.scope.status == "undergone" ||
      (charge.scope.role == "undergone" && !PointsAtReport(denial))) {
    // What befell somebody: the patient decides, not who is accused.
    const bool both =
        denial.scope.status == "undergone" && charge.scope.role == "undergone";
    const bool one = both && charge.value.predicate == denial.value.predicate &&
                     SharedWords(a.subject, d.subject) > 0;
    return one && !a.speaker.empty() && distance <= kNearBytes ? 0.8 : 0;
  }
  const Match who = MatchDenier(a, d);
  if (before && distance <= kReportBytes && PointsAtReport(denial) &&
      charge.scope.role != "denial" && !a.speaker.empty() && !a.speaker.pronoun &&
      IsLastStatement(documents, charge, denial)) {
    return who == Match::kYes && !IsTold(charge) ? 0.92 : 0.78;
  }
  if (who == Match::kNo) return 0;
  const bool told = IsTold(charge);
  // What the author denies, he denies to nobody.
  if (IsDone(denial) && denial.speaker.empty()) return 0;
  if (denial.value.predicate == "deny") {
    if (AnswersAnother(charge, denial)) return 0;
    if (before ? distance > kNearBytes : distance > kAfterBytes) return 0;
    if (told) {
      const bool deed = IsCharge(charge) && DeniesDeed(denial, d);
      return deed && who == Match::kYes && before &&
                     !OtherYear(documents, charge, denial)
                 ? 0.75
                 : 0;
    }
    if (who == Match::kYes) return before ? 0.92 : 0.75;
    return before && distance <= kNextBytes ? 0.75 : 0;
  }
  if (!SharesMatter(a, d) || OtherYear(documents, charge, denial)) return 0;
  const std::string_view charged = TextOfClaim(documents, charge);
  if (IsGeneral(charged) || OtherNumber(charged, TextOfClaim(documents, denial)))
    return 0;
  if (charge.value.predicate == denial.value.predicate) {
    return who == Match::kYes ? 0.9 : 0.8;
  }
  if (told && !IsCharge(charge)) return 0;
  const bool deeds = IsDeed(charge.value.predicate) && IsDeed(denial.value.predicate);
  return deeds && who == Match::kYes ? 0.8 : 0;
}

}  // namespace rashomon
