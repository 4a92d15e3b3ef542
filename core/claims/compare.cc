// The order of comparison: copies first, since a copy is no second witness; then
// candidates, gate, rule; then facts.

#include "core/claims/compare.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>
#include <string>
#include <utility>

#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/base/strings.h"
#include "core/claims/aligned.h"
#include "core/claims/assemble.h"
#include "core/claims/compare/account.h"
#include "core/claims/compare/date.h"
#include "core/claims/compare/edited_word.h"
#include "core/claims/compare/figure.h"
#include "core/claims/compare/interval.h"
#include "core/claims/compare/polarity.h"
#include "core/claims/compare/side_facts.h"
#include "core/claims/compare/toll.h"
#include "core/claims/context.h"
#include "core/claims/gate.h"
#include "core/claims/group.h"
#include "core/claims/lead_company.h"
#include "core/claims/siblings.h"
#include "core/claims/timeline.h"
#include "core/claims/topic.h"
#include "core/claims/wording.h"

namespace rashomon {
namespace {

// How sure an aligned edit is: the same passage, word for word around it.
constexpr double kAlignedScore = 0.95;

// Above every score.
constexpr double kNeverRaised = 2;

// What is left of the score of two counts where one article tells both.
constexpr double kToldInBoth = 0.8;

// Of so many words at most one is another in the rows of one form.
constexpr int kFormShare = 5;

// So many claims that cannot be compared with it are listed with a claim at most:
// in a large corpus every figure has thousands of them.
constexpr size_t kListedUnlike = 6;

// A pair's confidence from the gate's score, by what bench/quality measured.
double Confidence(double score) { return std::clamp(0.4 + 0.52 * score, 0.0, 0.96); }

// The whole name about the word at `begin`: "Castor Bay" for "Castor".
std::string_view WholeName(std::string_view text, size_t begin) {
  constexpr size_t kLongest = 40;  // bytes
  const auto letter = [&](size_t i) {
    return i < text.size() &&
           (absl::ascii_isalnum(static_cast<unsigned char>(text[i])) ||
            static_cast<unsigned char>(text[i]) >= 0x80 || text[i] == '-');
  };
  const auto upper = [&](size_t i) {
    return i < text.size() && absl::ascii_isupper(static_cast<unsigned char>(text[i]));
  };
  size_t end = begin;
  while (letter(end)) ++end;
  while (end + 1 < text.size() && text[end] == ' ' && upper(end + 1) &&
         end - begin < kLongest) {
    for (++end; letter(end);) ++end;
  }
  return text.substr(begin, end - begin);
}

// The name that both claims stand by, as the text about `a` first writes it: of the
// nations that fought a war, of their places, or else of the names around them. Empty
// where they share none. How rare a name is says nothing here: a fact keeps its name,
// and with it its key, whatever else the corpus tells. A nation is one word:
// "Russian", not "Russian Foreign Minister".
std::string_view SharedName(absl::Span<const Document> documents, const Claim& a,
                            const ClaimContext& context_a,
                            const ClaimContext& context_b, const TermIndex& index) {
  constexpr uint32_t kBefore = 700;  // bytes
  constexpr uint32_t kBehind = 300;
  std::array<TermList, 3> shared = {Shared(context_a.locus, context_b.locus),
                                    Shared(context_a.near, context_b.near),
                                    Shared(context_a.nations, context_b.nations)};
  if (a.scope.head_class == "war") std::swap(shared.front(), shared.back());
  const uint32_t begin = a.context.begin - std::min(a.context.begin, kBefore);
  for (const TermList& names : shared) {
    if (names.empty()) continue;
    for (const ByteSpan span : {a.context, {begin, a.context.end + kBehind}}) {
      for (const Term& t : index.TermsIn(a.doc, span)) {
        if (!std::binary_search(names.begin(), names.end(), t.id)) continue;
        const std::string_view name = WholeName(documents[Index(a.doc)].text, t.begin);
        return t.nation ? name.substr(0, name.find(' ')) : name;
      }
    }
  }
  return {};
}

// People of one kind: teachers and children of one event are two facts.
std::string PartOf(const Claim& claim) {
  for (const std::string& r : claim.scope.restrictors) {
    if (r.starts_with("part:")) return r;
  }
  return "";
}

// Where two claims of one form are two facts, the rule that says so; else "".
std::string FormRule(absl::Span<const Document> documents, const Claim& a,
                     const Claim& b, bool aligned, bool toll, bool one_day) {
  if (toll && !aligned) return "";  // the dead are told in any words
  const WordingGap gap =
      CompareWording(documents[Index(a.doc)].text, a, documents[Index(b.doc)].text, b);
  if (aligned) {
    WordingGap edit = gap;
    if (toll) edit.other_figure = false;  // the wounded are counted anew too
    // Series come day by day: only on one day may a word besides be another.
    const bool one_edit = edit.IsOneEdit() && (toll || one_day || edit.IsVerbatim());
    return one_edit ? "" : "other-wording";
  }
  if (gap.other_figure && kFormShare * (gap.replaced + gap.added) <= gap.words)
    return "other-row";
  // 42.5 percent and the other 57.5 are one whole.
  if (a.value.kind == ValueKind::kRatio && a.value.unit == "%" &&
      std::abs(a.value.lo + b.value.lo - 100) < 1e-9) {
    return "rest";
  }
  return "";
}

// True where a third claim, of the sentence of `b`, stands behind the very words that
// `a` stands behind: "freezes at 260 K" answers to "freezes at 250 K and boils at 948
// K" by its first figure.
bool HasNearerTwin(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                   uint32_t a, uint32_t b) {
  constexpr size_t kSameWords = 12;  // bytes
  constexpr size_t kReach = 64;      // bytes
  constexpr uint32_t kNear = 16;     // claims
  const auto shared_before = [&](uint32_t k) {
    const std::string_view x =
        documents[Index(claims[a].doc)].text.substr(0, claims[a].value_span.begin);
    const std::string_view y =
        documents[Index(claims[k].doc)].text.substr(0, claims[k].value_span.begin);
    size_t n = 0;
    while (n < kReach && n < x.size() && n < y.size() &&
           x[x.size() - 1 - n] == y[y.size() - 1 - n]) {
      ++n;
    }
    return n;
  };
  const size_t own = shared_before(b);
  const uint32_t size = static_cast<uint32_t>(claims.size());
  for (uint32_t k = b - std::min(b, kNear); k < std::min(b + kNear, size); ++k) {
    if (k != b && claims[k].doc == claims[b].doc &&
        claims[k].context == claims[b].context &&
        claims[k].value.kind == claims[b].value.kind &&
        claims[k].value.unit == claims[b].value.unit &&
        shared_before(k) >= own + kSameWords) {
      return true;
    }
  }
  return false;
}

KeyedPair Judge(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                const ClaimContexts& contexts, const TermIndex& index,
                CandidatePair candidate, bool aligned, bool all) {
  const Claim& a = claims[candidate.a];
  const Claim& b = claims[candidate.b];
  KeyedPair keyed;
  ComparedPair& pair = keyed.pair;
  pair.a = candidate.a;
  pair.b = candidate.b;
  GateResult gate = Gate({a, contexts[candidate.a]}, {b, contexts[candidate.b]}, index);
  if (aligned && (gate.veto == "other-place" || gate.veto == "same-sentence" ||
                  gate.veto == "other-status")) {
    gate.veto = {};
  }
  // Templates align too: the same report on another day, a row of one table.
  const bool another_report =
      !gate.toll &&
      (a.doc == b.doc ||
       (contexts[candidate.a].published.known() &&
        contexts[candidate.b].published.known() &&
        contexts[candidate.a].published.Gap(contexts[candidate.b].published) > 1));
  if (aligned && gate.veto.empty() && !another_report) {
    gate.score = std::max(gate.score, kAlignedScore);
  }
  // A part greater than its whole: of one day's dead, or it has grown since.
  const bool part_over_whole = PartOf(a).empty() != PartOf(b).empty();
  const bool one_day = gate.order == Order::kSameDay || gate.order == Order::kUnknown;
  const double raise = part_over_whole && !(gate.toll && one_day) ? kNeverRaised
                       : gate.toll                                ? kRaiseToll
                                                                  : kRaise;
  const double shelve = gate.toll && !part_over_whole ? kShelveToll : raise;
  if (!gate.veto.empty()) {
    pair.verdict = gate.verdict;
    pair.rule = std::string(gate.veto);
    // What one sentence tells side by side is listed where it might be one fact.
    const bool listed =
        gate.veto != "same-sentence" ||
        (a.scope.head_class == b.scope.head_class && a.scope.status == b.scope.status);
    pair.confidence = listed ? 0.5 : 0;
  } else if (!all && gate.score < shelve) {
    pair.rule = "unlike";  // most pairs: no rule below raises one
  } else {
    Ruling ruling = gate.toll ? CompareToll(a, b, gate.order) : CompareFigures(a, b);
    // What burned grows while it is told; the length of a broken pipe does not.
    if (ruling.verdict == Verdict::kRevised && BaseUnit(a.value) == "m") {
      ruling = CompareFigures(a, b);
    }
    if (gate.toll && !aligned) {
      WeighAccounts(documents, claims, contexts, pair.a, pair.b, gate.order, ruling);
    }
    pair.verdict = ruling.verdict;
    pair.severity = ruling.severity;
    pair.rule = aligned ? absl::StrCat("aligned-", ruling.rule) : ruling.rule;
    pair.reason = std::move(ruling.reason);
    pair.confidence = Confidence(gate.score);
    keyed.needs_company = gate.toll && !aligned;
    if (IsRaised(pair.verdict)) {
      std::string form =
          FormRule(documents, a, b, aligned, gate.toll,
                   gate.order == Order::kSameDay || gate.order == Order::kUnknown);
      if (!form.empty()) {
        pair.verdict = Verdict::kNotComparable;
        pair.rule = std::move(form);
        pair.reason.clear();
      }
    }
    if (IsRaised(pair.verdict) && !gate.toll &&
        LeadCompaniesClash(documents[Index(a.doc)], a.doc, documents[Index(b.doc)],
                           b.doc, index)) {
      pair.verdict = Verdict::kNotComparable;
      pair.rule = "other-subject";
      pair.reason.clear();
    }
    if (IsRaised(pair.verdict) && !gate.toll && !aligned && a.doc != b.doc &&
        (HasNearerTwin(documents, claims, pair.a, pair.b) ||
         HasNearerTwin(documents, claims, pair.b, pair.a))) {
      pair.verdict = Verdict::kNotComparable;
      pair.rule = "other-row";
      pair.reason.clear();
    }
    if (IsRaised(pair.verdict) && !aligned) {
      SiblingRuling siblings = JudgeSiblings(claims, pair.a, pair.b);
      if (siblings.rule.empty() && gate.toll) {
        siblings = JudgeCounts(claims, pair.a, pair.b, contexts[pair.a],
                               contexts[pair.b], index);
      }
      if (!siblings.rule.empty()) {
        pair.verdict = siblings.verdict;
        pair.rule = siblings.rule;
        pair.reason.clear();
      } else if (gate.toll && ArticlesThatTellBoth(claims, pair.a, pair.b) > 0) {
        gate.score *= kToldInBoth;
        pair.confidence = Confidence(gate.score);
      }
    }
    if (IsRaised(pair.verdict) && gate.score < raise) {
      if (gate.score >= shelve) {
        keyed.shelved = Ruling{pair.verdict, pair.severity, pair.rule, pair.reason};
      }
      pair.verdict = Verdict::kNotComparable;
      pair.rule = "unlike";
      pair.reason.clear();
      pair.severity = Severity::kMinor;
      if (gate.score < kList) pair.confidence = 0;
    }
  }
  return keyed;
}

// Sets what only pairs that are kept need: words and the key of their fact.
void Describe(absl::Span<const Document> documents, absl::Span<const Claim> claims,
              const ClaimContexts& contexts, const TermIndex& index, KeyedPair& keyed) {
  ComparedPair& pair = keyed.pair;
  const Claim& a = claims[pair.a];
  const Claim& b = claims[pair.b];
  pair.attribute = AttributeOf(a);
  pair.topic =
      TopicOf(documents, a,
              SharedName(documents, a, contexts[pair.a], contexts[pair.b], index));
  if (pair.reason.empty()) pair.reason = VetoReason(pair.rule, a, b);
  keyed.fact_key =
      Hash64(absl::StrCat(pair.attribute, "|", a.scope.head_class, "|", PartOf(a)));
}

// How alike the sentences of two claims are, and a little more where one thing is
// counted, for the choice of what is listed; 0 where nobody takes them for one fact.
double AlikeToReader(absl::Span<const Claim> claims, const ClaimContexts& contexts,
                     const TermIndex& index, CandidatePair candidate) {
  constexpr double kLikeSentences = 0.25;
  constexpr double kSameHead = 0.2;
  const Claim& a = claims[candidate.a];
  const Claim& b = claims[candidate.b];
  const ClaimContext& x = contexts[candidate.a];
  const ClaimContext& y = contexts[candidate.b];
  const TermList shared = Shared(x.terms, y.terms);
  const double weight = std::sqrt(x.terms_weight * y.terms_weight);
  const double alike = weight > 0 ? WeighWords(shared, index) / weight : 0;
  const bool rare = std::any_of(shared.begin(), shared.end(),
                                [&](TermId id) { return index.IsRare(id); });
  if (a.doc != b.doc && alike < kLikeSentences && !rare) return 0;
  return alike + (a.scope.head_class == b.scope.head_class ? kSameHead : 0) + kList;
}

// Adds the facts of claims that are not among those of the corpus.
void AddFacts(SideFacts side, bool all, std::vector<FactFinding>& facts) {
  std::vector<uint32_t> original(side.claims.size());
  std::iota(original.begin(), original.end(), 0u);
  std::vector<KeyedPair> pairs;
  for (ComparedPair& p : side.pairs) {
    const uint64_t key = Hash64(absl::StrCat(p.attribute, "|", p.topic));
    pairs.push_back({std::move(p), key});
  }
  std::vector<FactFinding> more =
      AssembleFacts(side.claims, original, std::move(pairs), {.all = all});
  if (more.empty()) return;
  const auto place = [](const FactFinding& f) {
    const Claim& first = f.claims.front().claim;
    return std::pair(Index(first.doc), first.span.begin);
  };
  std::vector<FactFinding> merged;
  merged.reserve(facts.size() + more.size());
  std::merge(
      std::make_move_iterator(facts.begin()), std::make_move_iterator(facts.end()),
      std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()),
      std::back_inserter(merged),
      [&](const FactFinding& x, const FactFinding& y) { return place(x) < place(y); });
  facts = std::move(merged);
}

}  // namespace

std::vector<FactFinding> CompareClaims(absl::Span<const Document> documents,
                                       absl::Span<const Claim> claims,
                                       absl::Span<const AlignedCopy> copies,
                                       const CompareOptions& options) {
  if (documents.empty()) return {};
  const bool all = options.verdicts == VerdictFilter::kAll;
  const TermIndex index(documents, options.threads);
  const ClaimContexts contexts(documents, claims, index, options.threads);
  const AlignedClaims aligned = AlignClaims(claims, copies);

  std::vector<uint32_t> members;
  for (uint32_t i = 0; i < claims.size(); ++i) {
    if (aligned.original[i] == i) members.push_back(i);
  }
  std::vector<CandidatePair> candidates = Candidates(
      claims, contexts, members, index, {.all = all, .threads = options.threads});
  const size_t num_free = candidates.size();
  candidates.insert(candidates.end(), aligned.edited.begin(), aligned.edited.end());

  // Few of many candidates are kept: of a range of them, only those.
  constexpr size_t kRange = 1024;
  std::vector<std::vector<KeyedPair>> kept(candidates.size() / kRange + 1);
  const auto judge_range = [&](size_t range) {
    // Pairs with the claim candidates[i].a that cannot be compared, by how much of
    // them is alike.
    std::vector<std::pair<double, KeyedPair>> unlike;
    const auto keep = [&](KeyedPair p) {
      Describe(documents, claims, contexts, index, p);
      kept[range].push_back(std::move(p));
    };
    const auto list_unlike = [&] {
      std::stable_sort(unlike.begin(), unlike.end(),
                       [](const auto& x, const auto& y) { return x.first > y.first; });
      if (unlike.size() > kListedUnlike) unlike.resize(kListedUnlike);
      for (auto& [alike, p] : unlike) keep(std::move(p));
      unlike.clear();
    };
    const size_t begin = range * kRange;
    for (size_t i = begin; i < std::min(candidates.size(), begin + kRange); ++i) {
      if (i > begin && candidates[i].a != candidates[i - 1].a) list_unlike();
      KeyedPair p =
          Judge(documents, claims, contexts, index, candidates[i], i >= num_free, all);
      if (!IsRaised(p.pair.verdict) && !p.shelved && !(all && p.pair.confidence > 0)) {
        continue;
      }
      const bool incomparable =
          !p.shelved && (p.pair.verdict == Verdict::kNotComparable ||
                         p.pair.verdict == Verdict::kPartOf);
      if (incomparable) {
        const double alike = AlikeToReader(claims, contexts, index, candidates[i]);
        if (alike > 0) unlike.emplace_back(alike, std::move(p));
      } else {
        keep(std::move(p));
      }
    }
    list_unlike();
  };
  // What one thread does by itself comes first, and the others judge meanwhile.
  std::vector<ComparedPair> polarity;
  SideFacts weekdays;
  ParallelFor(kept.size() + 1, 1, options.threads, [&](size_t task, size_t) {
    if (task > 0) return judge_range(task - 1);
    polarity = ComparePolarity(documents, claims, copies);
    weekdays = WeekdayErrors(documents, claims);
  });
  std::vector<KeyedPair> pairs;
  for (std::vector<KeyedPair>& of_range : kept) {
    std::move(of_range.begin(), of_range.end(), std::back_inserter(pairs));
  }
  absl::flat_hash_set<std::pair<uint32_t, uint32_t>> first_told;
  for (const ComparedPair& p : polarity) first_told.insert({p.a, p.b});
  for (ComparedPair& p : polarity) {
    if (!IsRaised(p.verdict) && !all) continue;
    // A statement and its answer, printed again: claims of the first print list theirs.
    const std::pair first = {aligned.original[p.a], aligned.original[p.b]};
    if (first != std::pair(p.a, p.b) && first_told.contains(first)) continue;
    const uint64_t key = Hash64(absl::StrCat(p.attribute, "|", p.topic));
    pairs.push_back({std::move(p), key});
  }
  for (ComparedPair& p :
       CompareDates(documents, claims, contexts, aligned.original, index,
                    {.all = all, .threads = options.threads})) {
    const uint64_t key = Hash64(absl::StrCat(p.attribute, "|", p.topic));
    pairs.push_back({std::move(p), key});
  }
  std::vector<FactFinding> facts =
      AssembleFacts(claims, aligned.original, std::move(pairs),
                    {.all = all,
                     .few_claims = kFewClaims,
                     .least_confidence_of_few = Confidence(kLonelyToll)});
  AddFacts(EditedWords(documents, claims, copies, facts), all, facts);
  AddFacts(std::move(weekdays), all, facts);
  if (all) AddFacts(NameVariants(documents, index), all, facts);
  for (FactFinding& f : facts) f.timeline = TimelineOf(documents, f);
  return facts;
}

}  // namespace rashomon
