// Inside an article a denial answers the nearest statement that charges the denier:
// "that claim", "the accusation", "any involvement" point back, a denied act ("denied
// it had supplied weapons") names what it answers. A denial that answers nothing in
// its own article is held against the accusations of articles on the same event,
// found by day and by the name of the accused. Candidates are capped, so the cost is
// linear in the claims.

#include "core/claims/compare/denial.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>

#include "core/claims/compare/charge.h"
#include "core/claims/compare/counter_charge.h"
#include "core/claims/compare/phrase.h"

namespace rashomon {
namespace {

constexpr size_t kMaxBack = 64;  // claims looked at before a denial
// Bytes to the deed that a denial without a matter answers.
constexpr uint32_t kBareReach = 500;
constexpr size_t kMaxPerKey = 32;  // accusations looked at across articles
constexpr int64_t kMaxDays = 3;

// " by Castor Bay"; nothing where the text has only a pronoun for the denier.
std::string By(const Claim& denial) {
  for (const std::string& name : {denial.speaker, denial.subject}) {
    if (!name.empty() && !PhraseOf(name).pronoun) return " by " + name;
  }
  return "";
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
                (a.speaker.empty() ? "" : ", so " + a.speaker) + "; denied" + By(d) +
                ": " + Quote(TextOfClaim(documents, d));
  pair.attribute = "polarity";
  pair.topic = Who(a.subject, d.subject) + ": " + a.value.predicate +
               (a.scope.object.empty() ? "" : " " + a.scope.object);
  return pair;
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
    // "… denies involvement": in what was told just before, and not in any deed.
    if ((IsDone(c) || !IsCharge(c)) && PointsAtReport(denial) && distance > kBareReach)
      continue;
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
