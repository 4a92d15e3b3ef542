// In ordinary news nearly every negated clause that meets an affirmed one with its
// verb is about something else, so each of these must hold: the same act (or the same
// property), one actor, the same or a missing matter, one event, and two voices: two
// speakers that are not one. Within an article the author alone never contradicts
// himself by this rule. Groups are by act and actor; candidates of a negated clause
// are capped, so the cost is linear in the claims.

#include "core/claims/compare/contrary.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/base/hash.h"
#include "core/claims/compare/phrase.h"

namespace rashomon {
namespace {

constexpr size_t kMaxPerKey = 32;
constexpr uint32_t kNearBytes = 1500;  // where a matter is missing
constexpr int64_t kMaxDays = 3;
constexpr double kOneArticle = 0.84;  // an article sets two accounts side by side
constexpr int64_t kUndated = -1'000'000;

bool IsClause(const Claim& c) {
  return c.scope.role == "done" || c.scope.role == "undergone" ||
         (c.scope.role == "property" && c.value.predicate != "responsible");
}

// A clause under one of the names of its actor.
struct Entry {
  uint64_t key = 0;
  int64_t day = 0;
  uint32_t claim = 0;

  friend auto operator<=>(const Entry&, const Entry&) = default;
};

std::vector<uint64_t> ActorKeys(const Phrase& t) {
  std::vector<uint64_t> keys = t.nations;
  keys.insert(keys.end(), t.names.begin(), t.names.end());
  if (t.head != 0) keys.push_back(t.head);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

uint64_t Key(const Claim& c, uint64_t actor) {
  return Mix64(Hash64(c.value.predicate) ^ Mix64(actor));
}

// One actor in the strict sense: one head, and no names or nations that part them.
bool SameActor(const Phrase& a, const Phrase& b) {
  if (a.pronoun || b.pronoun || a.empty() || b.empty()) return false;
  if (!a.nations.empty() && !b.nations.empty() &&
      SharedCount(a.nations, b.nations) == 0) {
    return false;
  }
  if (!a.names.empty() && !b.names.empty()) return SharedCount(a.names, b.names) > 0;
  return a.head != 0 && a.head == b.head;
}

// "the bank", said by a Swiss spokesman, is no Bank of Japan: where a subject names
// nobody its speaker tells whose it is.
bool SpeakersPartActors(const Claim& a, const Claim& b) {
  const auto nations = [](const Claim& c) {
    Phrase p = PhraseOf(c.subject);
    if (p.nations.empty() && p.names.empty()) p = PhraseOf(c.speaker);
    return p.nations;
  };
  const std::vector<uint64_t> x = nations(a), y = nations(b);
  return !x.empty() && !y.empty() && SharedCount(x, y) == 0;
}

bool TwoVoices(const Claim& a, const Claim& b) {
  if (a.speaker.empty() || b.speaker.empty()) return false;
  const Phrase x = PhraseOf(a.speaker), y = PhraseOf(b.speaker);
  return !x.pronoun && !y.pronoun && MatchActors(x, y) == Match::kNo;
}

// How surely `no` denies `yes`; 0 for not.
double Contradicts(const Claim& no, const Claim& yes) {
  if (no.scope.role != yes.scope.role) return 0;
  if (!Intersect(no.span, yes.span).empty() && no.doc == yes.doc) return 0;
  if (!SameActor(PhraseOf(no.subject), PhraseOf(yes.subject))) return 0;
  const Phrase x = PhraseOf(no.scope.object), y = PhraseOf(yes.scope.object);
  if (no.doc != yes.doc && SpeakersPartActors(no, yes)) return 0;
  const bool voices = TwoVoices(no, yes);
  if (no.doc == yes.doc && !voices) return 0;
  const size_t shared = SharedWords(x, y);
  if (no.scope.role == "property") return voices ? 0.8 : 0;
  if (x.empty() || y.empty()) {
    const bool near =
        no.doc == yes.doc &&
        (no.span.begin < yes.span.begin ? yes.span.begin - no.span.begin
                                        : no.span.begin - yes.span.begin) <= kNearBytes;
    return voices && near ? 0.8 : 0;
  }
  const size_t least = std::min(x.nations.size() + x.names.size() + x.words.size(),
                                y.nations.size() + y.names.size() + y.words.size());
  if (shared == 0 || shared * 2 < least) return 0;
  return voices ? 0.8 : 0;
}

}  // namespace

void CompareContrary(absl::Span<const Document> documents,
                     absl::Span<const Claim> claims,
                     absl::Span<const uint32_t> polarity, EventGate& events,
                     std::vector<ComparedPair>& pairs) {
  std::vector<uint64_t> predicates;  // that somebody negates
  for (const uint32_t i : polarity) {
    if (IsClause(claims[i]) && !claims[i].value.affirmed) {
      predicates.push_back(Hash64(claims[i].value.predicate));
    }
  }
  std::sort(predicates.begin(), predicates.end());
  std::vector<Entry> affirmed;
  for (const uint32_t i : polarity) {
    const Claim& c = claims[i];
    if (!IsClause(c) || !c.value.affirmed || c.speaker.empty()) continue;
    if (!std::binary_search(predicates.begin(), predicates.end(),
                            Hash64(c.value.predicate))) {
      continue;
    }
    const int64_t day = PublishedDay(documents[Index(c.doc)]).value_or(kUndated);
    for (const uint64_t actor : ActorKeys(PhraseOf(c.subject))) {
      affirmed.push_back({Key(c, actor), day, i});
    }
  }
  std::sort(affirmed.begin(), affirmed.end());
  for (const uint32_t i : polarity) {
    const Claim& no = claims[i];
    if (!IsClause(no) || no.value.affirmed || no.speaker.empty()) continue;
    const int64_t day = PublishedDay(documents[Index(no.doc)]).value_or(kUndated);
    double best = 0;
    uint32_t best_claim = 0;
    for (const uint64_t actor : ActorKeys(PhraseOf(no.subject))) {
      const uint64_t key = Key(no, actor);
      auto it = std::lower_bound(affirmed.begin(), affirmed.end(),
                                 Entry{key, day - kMaxDays, 0});
      for (size_t n = 0; it != affirmed.end() && n < kMaxPerKey; ++it, ++n) {
        if (it->key != key || it->day > day + kMaxDays) break;
        const Claim& yes = claims[it->claim];
        double confidence = Contradicts(no, yes);
        if (confidence > 0 && yes.doc == no.doc) confidence = kOneArticle;
        if (confidence <= best || !events.SameEvent(no.doc, yes.doc)) continue;
        best = confidence;
        best_claim = it->claim;
      }
    }
    if (best == 0) continue;
    const Claim& yes = claims[best_claim];
    ComparedPair pair;
    pair.a = std::min(i, best_claim);
    pair.b = std::max(i, best_claim);
    pair.verdict = Verdict::kDisputed;
    pair.severity = Severity::kMajor;
    pair.confidence = best;
    pair.rule = "told-and-denied";
    const auto quote = [&](const Claim& c) {
      return "“" + std::string(c.span.In(documents[Index(c.doc)].text)) + "”";
    };
    pair.reason = quote(yes) + ", so " + yes.speaker + "; not so for " + no.speaker +
                  ": " + quote(no);
    pair.attribute = "polarity";
    pair.topic = "whether " + yes.subject + " " + yes.value.predicate +
                 (yes.scope.object.empty() ? "" : " " + yes.scope.object);
    pairs.push_back(std::move(pair));
  }
}

}  // namespace rashomon
