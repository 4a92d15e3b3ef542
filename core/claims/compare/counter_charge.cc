// Accusations of one article are held against the few before them: the accuser is the
// one accused there, and both speak of one matter. Linear.

#include "core/claims/compare/counter_charge.h"

#include <algorithm>
#include <string>
#include <utility>

#include "core/claims/compare/charge.h"

namespace rashomon {
namespace {

constexpr uint32_t kNextBytes = 400;  // where the name alone does not decide

}  // namespace

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

}  // namespace rashomon
