// Inside an article a denial answers the nearest statement that charges the denier:
// "that claim", "the accusation", "any involvement" point back, a denied act ("denied
// it had supplied weapons") names what it answers. A denial that answers nothing in
// its own article is held against the accusations of articles on the same event,
// found by day and by the name of the accused. Candidates are capped, so the cost is
// linear in the claims.

#include "core/claims/compare/denial.h"

#include <algorithm>
#include <initializer_list>
#include <string>
#include <string_view>
#include <tuple>

#include "absl/strings/ascii.h"
#include "core/base/hash.h"
#include "core/claims/compare/phrase.h"
#include "core/claims/extract/statement.h"
#include "core/claims/verbs.h"

namespace rashomon {
namespace {

constexpr uint32_t kNearBytes = 1500;     // from an accusation to "that claim"
constexpr uint32_t kReportBytes = 300;    // from a statement to "denied this"
constexpr size_t kNoteBytes = 60;         // from "X said" to the denial behind it
constexpr uint32_t kNextBytes = 400;      // where the name alone does not decide
constexpr uint32_t kAfterBytes = 350;     // from a denial to the charge it precedes
constexpr size_t kMaxBack = 64;           // claims looked at before a denial
constexpr size_t kMaxPerKey = 32;         // accusations looked at across articles
constexpr uint32_t kGroupBytes = 40;      // of a verb group, before its verb
constexpr size_t kMaxContextBytes = 600;  // of a sentence
constexpr int64_t kMaxDays = 3;

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

unsigned char Byte(char c) { return static_cast<unsigned char>(c); }

std::string Quote(std::string_view s) { return "“" + std::string(s) + "”"; }

std::string Who(const std::string& name, std::string_view otherwise) {
  return name.empty() ? std::string(otherwise) : name;
}

std::string_view TextOfClaim(absl::Span<const Document> documents, const Claim& c) {
  return c.span.In(documents[Index(c.doc)].text);
}

ComparedPair MakePair(absl::Span<const Document> documents,
                      absl::Span<const Claim> claims, uint32_t accusation,
                      uint32_t denial, double confidence, std::string_view rule) {
  const Claim& a = claims[accusation];
  const Claim& d = claims[denial];
  ComparedPair pair;
  pair.a = std::min(accusation, denial);
  pair.b = std::max(accusation, denial);
  pair.verdict = Verdict::kDisputed;
  pair.severity = Severity::kMajor;
  pair.confidence = confidence;
  pair.rule = std::string(rule);
  pair.reason = Quote(TextOfClaim(documents, a)) +
                (a.speaker.empty() ? "" : ", so " + a.speaker) + "; denied by " +
                Who(d.speaker, Who(d.subject, "another")) + ": " +
                Quote(TextOfClaim(documents, d));
  pair.attribute = "polarity";
  pair.topic = Who(a.subject, d.subject) + ": " + a.value.predicate +
               (a.scope.object.empty() ? "" : " " + a.scope.object);
  return pair;
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

// "accused of toxic gas attacks": a series, where the other tells of one or of none.
bool OtherNumber(std::string_view a, std::string_view b) {
  const auto series = [](std::string_view text) {
    return HoldsWord(text, {"attacks", "strikes", "airstrikes", "raids", "bombings",
                            "killings", "abuses", "crimes", "violations"});
  };
  return series(a) != series(b);
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

// The claims of one article: polarity[begin, end).
struct Article {
  size_t begin = 0;
  size_t end = 0;
};

std::vector<Article> Articles(absl::Span<const Claim> claims,
                              absl::Span<const uint32_t> polarity) {
  std::vector<Article> articles;
  for (size_t i = 0; i < polarity.size();) {
    size_t end = i;
    while (end < polarity.size() &&
           claims[polarity[end]].doc == claims[polarity[i]].doc) {
      ++end;
    }
    articles.push_back({i, end});
    i = end;
  }
  return articles;
}

// The accusation of the article that the denial at polarity[at] answers best.
struct Answer {
  uint32_t accusation = 0;
  double confidence = 0;
};

Answer BestInArticle(absl::Span<const Document> documents,
                     absl::Span<const Claim> claims,
                     absl::Span<const uint32_t> polarity, const Article& article,
                     size_t at) {
  const Claim& denial = claims[polarity[at]];
  const Party d(denial);
  Answer best;
  uint32_t best_distance = 0;
  bool best_hides_actor = false;
  const size_t from = std::max(article.begin, at > kMaxBack ? at - kMaxBack : 0);
  const size_t to = std::min(article.end, at + kMaxBack / 2);
  for (size_t k = from; k < to; ++k) {
    const Claim& c = claims[polarity[k]];
    const bool told =
        IsTold(c) && c.value.affirmed &&
        (c.value.predicate == denial.value.predicate || PointsAtReport(denial));
    if (k == at || !(IsCharge(c) || told)) continue;
    const double confidence = Answers(documents, c, Party(c), denial, d);
    if (confidence == 0) continue;
    const uint32_t distance = Distance(c, denial);
    // Of two as sure the one that shows the accused, then the nearer.
    const bool hides_actor =
        TextOfClaim(documents, c).find(c.subject) == std::string_view::npos;
    if (std::make_tuple(-confidence, hides_actor, distance) <
        std::make_tuple(-best.confidence, best_hides_actor, best_distance)) {
      best = {polarity[k], confidence};
      best_distance = distance;
      best_hides_actor = hides_actor;
    }
  }
  return best;
}

// ---- Across articles ----

// An accusation, found by whom it accuses and when.
struct Entry {
  uint64_t key = 0;
  int64_t day = 0;
  uint32_t claim = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

std::vector<uint64_t> ActorKeys(const Phrase& t) {
  std::vector<uint64_t> keys = t.nations;
  keys.insert(keys.end(), t.names.begin(), t.names.end());
  return keys;
}

constexpr int64_t kUndated = -1'000'000;

int64_t DayOf(const Document& document) {
  return PublishedDay(document).value_or(kUndated);
}

// Words that the sentences of both claims share beside the actors themselves.
bool ContextsMeet(absl::Span<const Document> documents, const Claim& a, const Claim& b,
                  const Party& pa, const Party& pb) {
  const auto words = [&](const Claim& c) {
    return PhraseOf(c.context.In(documents[Index(c.doc)].text).substr(0, 600));
  };
  const Phrase x = words(a), y = words(b);
  return SharesMatter(pa, pb) || SharedCount(x.words, y.words) >= 3 ||
         SharedCount(x.names, y.names) >= 2;
}

void CompareAcross(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                   absl::Span<const uint32_t> accusations,
                   absl::Span<const uint32_t> denials, EventGate& events,
                   std::vector<ComparedPair>& pairs) {
  std::vector<Entry> index;
  for (const uint32_t i : accusations) {
    const Phrase subject = PhraseOf(claims[i].subject);
    for (const uint64_t key : ActorKeys(subject)) {
      index.push_back({key, DayOf(documents[Index(claims[i].doc)]), i});
    }
  }
  std::sort(index.begin(), index.end());
  for (const uint32_t i : denials) {
    const Claim& denial = claims[i];
    const std::string_view told = GroupOf(documents, denial);
    // "that attack" points into its own article; "always denied" to no one event.
    if (IsGeneral(told) || HoldsWord(told, {"that", "those", "these", "such"}))
      continue;
    if (IsDone(denial) && denial.speaker.empty()) continue;
    const bool points_back = denial.value.predicate == "deny";
    const Party d(denial);
    const int64_t day = DayOf(documents[Index(denial.doc)]);
    std::vector<uint64_t> keys = ActorKeys(d.subject);
    for (const uint64_t key : ActorKeys(d.speaker)) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    bool found = false;
    for (const uint64_t key : keys) {
      auto it =
          std::lower_bound(index.begin(), index.end(), Entry{key, day - kMaxDays, 0});
      for (size_t n = 0; it != index.end() && n < kMaxPerKey && !found; ++it, ++n) {
        if (it->key != key || it->day > day + kMaxDays) break;
        const Claim& accusation = claims[it->claim];
        if (accusation.doc == denial.doc) continue;
        const Party a(accusation);
        if (MatchDenier(a, d) != Match::kYes) continue;
        if (points_back && AnswersAnother(accusation, denial)) continue;
        if (IsGeneral(GroupOf(documents, accusation)) ||
            OtherYear(documents, accusation, denial)) {
          continue;
        }
        if (!a.speaker.empty() && MatchActors(a.speaker, d.speaker) == Match::kYes) {
          continue;
        }
        const bool family = IsDeed(accusation.value.predicate) &&
                            (points_back || IsDeed(denial.value.predicate));
        if (!family && accusation.value.predicate != denial.value.predicate) continue;
        if (!points_back && !SharesMatter(a, d)) continue;
        if (!events.SameEvent(accusation.doc, denial.doc)) continue;
        if (!ContextsMeet(documents, accusation, denial, a, d)) continue;
        pairs.push_back(MakePair(documents, claims, it->claim, i, 0.8,
                                 "accusation-and-denial-elsewhere"));
        found = true;
      }
      if (found) break;
    }
  }
}

// ---- Parties that accuse each other ----

void CompareCounterCharges(absl::Span<const Document> documents,
                           absl::Span<const Claim> claims,
                           absl::Span<const uint32_t> accusations,
                           std::vector<ComparedPair>& pairs) {
  for (size_t i = 1; i < accusations.size(); ++i) {
    const Claim& b = claims[accusations[i]];
    const Party pb(b);
    if (pb.speaker.empty() || pb.speaker.pronoun) continue;
    for (size_t back = 1; back <= 4 && back <= i; ++back) {
      const Claim& a = claims[accusations[i - back]];
      if (a.doc != b.doc || Overlap(a, b)) break;
      const Party pa(a);
      if (MatchActors(pa.subject, pb.speaker) != Match::kYes) continue;
      if (MatchActors(pa.subject, pb.subject) != Match::kNo) continue;
      const bool mutual =
          MatchActors(pa.speaker, pb.subject) == Match::kYes && !pa.speaker.pronoun;
      const bool one_matter = SharesMatter(pa, pb) ||
                              (Distance(a, b) <= kNextBytes &&
                               (b.scope.object == "it" || b.scope.object == "this"));
      if (!one_matter || (!mutual && b.value.predicate != "responsible")) continue;
      ComparedPair pair;
      pair.a = accusations[i - back];
      pair.b = accusations[i];
      pair.verdict = Verdict::kDisputed;
      pair.severity = Severity::kMajor;
      pair.confidence = mutual ? 0.85 : 0.8;
      pair.rule = mutual ? "each-accuses-the-other" : "accused-blames-another";
      pair.reason = "so " + Who(a.speaker, "the author") + ": " +
                    Quote(TextOfClaim(documents, a)) + "; so " + b.speaker + ": " +
                    Quote(TextOfClaim(documents, b));
      pair.attribute = "polarity";
      const std::string& matter =
          a.scope.object.empty() ? b.scope.object : a.scope.object;
      pair.topic = matter.size() < 5 ? "responsibility of " + a.subject
                                     : "responsibility for " + matter;
      pairs.push_back(std::move(pair));
      break;
    }
  }
}

}  // namespace

void CompareDenials(absl::Span<const Document> documents,
                    absl::Span<const Claim> claims, absl::Span<const uint32_t> polarity,
                    EventGate& events, std::vector<ComparedPair>& pairs) {
  std::vector<uint32_t> accusations, unanswered;
  for (const uint32_t i : polarity) {
    if (IsCharge(claims[i]) && !IsDone(claims[i])) accusations.push_back(i);
  }
  for (const Article& article : Articles(claims, polarity)) {
    for (size_t at = article.begin; at < article.end; ++at) {
      if (!IsDenial(claims[polarity[at]])) continue;
      const Answer best = BestInArticle(documents, claims, polarity, article, at);
      if (best.confidence > 0) {
        pairs.push_back(MakePair(documents, claims, best.accusation, polarity[at],
                                 best.confidence, "accusation-and-denial"));
      } else {
        unanswered.push_back(polarity[at]);
      }
    }
  }
  CompareAcross(documents, claims, accusations, unanswered, events, pairs);
  CompareCounterCharges(documents, claims, accusations, pairs);
}

}  // namespace rashomon
