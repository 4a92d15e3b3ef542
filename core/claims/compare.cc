// The order of comparison: copies first, since a copy is no second witness; then
// candidates, gate, rule; then facts.

#include "core/claims/compare.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/parallel_for.h"
#include "core/base/strings.h"
#include "core/claims/aligned.h"
#include "core/claims/assemble.h"
#include "core/claims/compare/figure.h"
#include "core/claims/compare/polarity.h"
#include "core/claims/compare/toll.h"
#include "core/claims/context.h"
#include "core/claims/gate.h"
#include "core/claims/group.h"
#include "core/claims/topic.h"

namespace rashomon {
namespace {

// How sure an aligned edit is: the same passage, word for word around it.
constexpr double kAlignedScore = 0.95;

// A pair's confidence from the gate's score, by what bench/quality measured.
double Confidence(double score) { return std::clamp(0.35 + 0.6 * score, 0.0, 0.98); }

ComparedPair Judge(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                   absl::Span<const ClaimContext> contexts, const TermIndex& index,
                   CandidatePair candidate, bool aligned) {
  const Claim& a = claims[candidate.a];
  const Claim& b = claims[candidate.b];
  ComparedPair pair;
  pair.a = candidate.a;
  pair.b = candidate.b;
  GateResult gate = Gate({a, contexts[candidate.a]}, {b, contexts[candidate.b]}, index);
  if (aligned && (gate.veto == "other-place" || gate.veto == "other-subject" ||
                  gate.veto == "same-sentence" || gate.veto == "other-status")) {
    gate.veto.clear();
  }
  if (aligned && gate.veto.empty()) gate.score = std::max(gate.score, kAlignedScore);
  pair.attribute = AttributeOf(a);
  pair.topic = TopicOf(documents, a);
  if (!gate.veto.empty()) {
    pair.verdict = gate.verdict;
    pair.rule = gate.veto;
    pair.reason = VetoReason(gate.veto, a, b);
    pair.confidence = gate.veto == "same-sentence" ? 0 : 0.5;
    return pair;
  }
  Ruling ruling = gate.toll ? CompareToll(a, b, gate.order) : CompareFigures(a, b);
  pair.verdict = ruling.verdict;
  pair.severity = ruling.severity;
  pair.rule = aligned ? absl::StrCat("aligned-", ruling.rule) : ruling.rule;
  pair.reason = std::move(ruling.reason);
  pair.confidence = Confidence(gate.score);
  if (IsRaised(pair.verdict) && gate.score < kRaise) {
    pair.verdict = Verdict::kNotComparable;
    pair.rule = "unlike";
    pair.reason =
        absl::StrCat(pair.reason, "; too little says that both speak of one fact");
    if (gate.score < kList) pair.confidence = 0;
  }
  return pair;
}

}  // namespace

std::vector<FactFinding> CompareClaims(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       absl::Span<const AlignedCopy> copies,
                                       const CompareOptions& options) {
  if (claims.empty()) return {};
  const bool all = options.verdicts == VerdictFilter::kAll;
  const TermIndex index(documents);
  const std::vector<ClaimContext> contexts =
      Contexts(documents, claims, index, options.threads);
  const AlignedClaims aligned = AlignClaims(claims, copies);

  std::vector<uint32_t> members;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    if (aligned.original[i] == i) members.push_back(i);
  }
  std::vector<CandidatePair> candidates = Candidates(claims, contexts, members, index);
  const size_t num_free = candidates.size();
  candidates.insert(candidates.end(), aligned.edited.begin(), aligned.edited.end());

  std::vector<ComparedPair> judged(candidates.size());
  ParallelFor(candidates.size(), 256, options.threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      judged[i] =
          Judge(documents, claims, contexts, index, candidates[i], i >= num_free);
    }
  });
  std::vector<ComparedPair> pairs;
  for (ComparedPair& p : judged) {
    if (IsRaised(p.verdict) || (all && p.confidence > 0)) pairs.push_back(std::move(p));
  }
  for (ComparedPair& p : ComparePolarity(documents, claims, copies)) {
    if (IsRaised(p.verdict) || all) pairs.push_back(std::move(p));
  }
  return AssembleFacts(documents, claims, aligned.original, std::move(pairs), all);
}

}  // namespace rashomon
