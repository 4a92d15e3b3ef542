// Decisions are found again by the finding's key. Where the texts were edited and
// the key is another one, a decision holds
//   - for a repetition whose representative shares half of its three-word shingles
//     with the one decided on (Jaccard of 0.5 of the first 400 bytes),
//   - for a fact of the same attribute and the same values, one of whose sentences
//     shares half the words of the shorter with a sentence decided on.
// Candidates come from an index of the shingles, or of attribute and values; of
// very common ones only some decisions are looked at, so that all of it is linear.

#include "rashomon/decisions.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "core/report/decision_trace.h"
#include "core/report/json.h"
#include "core/report/json_cursor.h"
#include "core/report/names.h"
#include "core/text/shingle.h"
#include "core/text/tokenize.h"

namespace rashomon {
namespace {

constexpr double kAlike = 0.5;
constexpr size_t kMostPerShingle = 16;
constexpr size_t kMostPerFact = 64;

std::vector<uint64_t> Shingles(std::string_view text) {
  return ShingleSet(Tokenize(text), kPassageShingleWords);
}

std::vector<uint64_t> Words(std::string_view text) {
  return ShingleSet(Tokenize(text), 1);
}

size_t Common(const std::vector<uint64_t>& a, const std::vector<uint64_t>& b) {
  size_t common = 0;
  for (size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    if (a[i] == b[k]) ++common;
    const bool step_a = a[i] <= b[k], step_b = b[k] <= a[i];
    i += step_a;
    k += step_b;
  }
  return common;
}

std::string FactKey(const DecisionTrace& trace) {
  std::string key = trace.attribute;
  for (const std::string& value : trace.values) absl::StrAppend(&key, "\n", value);
  return key;
}

// The decisions that no finding has the key of, by what they are about.
class Followed {
 public:
  explicit Followed(std::vector<const Decision*> decisions)
      : decisions_(std::move(decisions)) {
    for (uint32_t i = 0; i < decisions_.size(); ++i) {
      const DecisionTrace& trace = decisions_[i]->trace;
      if (trace.attribute.empty()) {
        shingles_.push_back(trace.texts.empty() ? std::vector<uint64_t>()
                                                : Shingles(trace.texts[0]));
        for (const uint64_t s : shingles_.back()) {
          std::vector<uint32_t>& at = by_shingle_[s];
          if (at.size() < kMostPerShingle) at.push_back(i);
        }
      } else {
        shingles_.emplace_back();
        std::vector<uint32_t>& at = by_fact_[FactKey(trace)];
        if (at.size() < kMostPerFact) at.push_back(i);
      }
    }
  }

  bool empty() const { return decisions_.empty(); }

  // The decision on the repetition most like this one.
  const Decision* OnReuse(const DecisionTrace& trace) const {
    if (trace.texts.empty()) return nullptr;
    const std::vector<uint64_t> shingles = Shingles(trace.texts[0]);
    absl::flat_hash_map<uint32_t, size_t> shared;
    for (const uint64_t s : shingles) {
      if (const auto at = by_shingle_.find(s); at != by_shingle_.end()) {
        for (const uint32_t i : at->second) ++shared[i];
      }
    }
    std::vector<uint32_t> candidates;
    for (const auto& [i, count] : shared) candidates.push_back(i);
    std::sort(candidates.begin(), candidates.end());
    const Decision* best = nullptr;
    double most = kAlike;
    for (const uint32_t i : candidates) {
      const size_t common = Common(shingles, shingles_[i]);
      const size_t all = shingles.size() + shingles_[i].size() - common;
      const double jaccard = static_cast<double>(common) / static_cast<double>(all);
      if (jaccard < most || (best != nullptr && jaccard == most)) continue;
      most = jaccard;
      best = decisions_[i];
    }
    return best;
  }

  // The first decision on a fact that these sentences tell.
  const Decision* OnFact(const DecisionTrace& trace) const {
    const auto at = by_fact_.find(FactKey(trace));
    if (at == by_fact_.end()) return nullptr;
    for (const uint32_t i : at->second) {
      for (const std::string& before : decisions_[i]->trace.texts) {
        const std::vector<uint64_t> a = Words(before);
        for (const std::string& now : trace.texts) {
          const std::vector<uint64_t> b = Words(now);
          const size_t half = (std::min(a.size(), b.size()) + 1) / 2;
          if (half > 0 && Common(a, b) >= half) return decisions_[i];
        }
      }
    }
    return nullptr;
  }

 private:
  std::vector<const Decision*> decisions_;
  std::vector<std::vector<uint64_t>> shingles_;  // of each
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> by_shingle_;
  absl::flat_hash_map<std::string, std::vector<uint32_t>> by_fact_;
};

Review ReviewOf(const Decision& decision, bool followed) {
  return {decision.judgement, decision.note, followed};
}

std::vector<std::string> Texts(const JsonCursor& at) {
  std::vector<std::string> texts;
  if (!at.present()) return texts;
  for (size_t i = 0; i < at.size(); ++i) texts.push_back(at.At(i).Text());
  return texts;
}

Decision ReadDecision(const JsonCursor& row) {
  Decision out;
  out.key = row["key"].Text();
  const std::optional<Judgement> judgement =
      Named(row["judgement"].Text(), Judgement::kResolved);
  if (!judgement) row["judgement"].Fail("right, wrong or resolved");
  out.judgement = judgement.value_or(Judgement::kRight);
  out.note = row["note"].TextOrEmpty();
  out.trace.attribute = row["attribute"].TextOrEmpty();
  out.trace.values = Texts(row["values"]);
  out.trace.texts = Texts(row["texts"]);
  return out;
}

}  // namespace

absl::StatusOr<std::vector<Decision>> ReadDecisions(std::string_view json,
                                                    std::string_view name) {
  const std::string file(name);
  Json parsed;
  try {
    parsed = Json::parse(json);
  } catch (const Json::parse_error& error) {
    const size_t byte = error.byte > 0 ? error.byte - 1 : 0;
    return absl::InvalidArgumentError(
        absl::StrCat(file, ": byte ", byte, ": not JSON"));
  }
  JsonErrors errors;
  const JsonCursor top(parsed, errors);
  if (top["type"].Text() != "decisions") top["type"].Fail("\"decisions\"");
  if (top["schema"].Whole() != 1) top["schema"].Fail("1");
  const JsonCursor rows = top["decisions"];
  std::vector<Decision> decisions;
  for (size_t i = 0; i < rows.size(); ++i)
    decisions.push_back(ReadDecision(rows.At(i)));
  if (errors.first.empty()) return decisions;
  return absl::InvalidArgumentError(absl::StrCat(file, ": ", errors.first));
}

AppliedDecisions ApplyDecisions(const AuditedTexts& texts,
                                absl::Span<const Decision> decisions,
                                Findings& findings) {
  absl::flat_hash_map<std::string_view, const Decision*> by_key;
  for (const Decision& d : decisions) by_key[d.key] = &d;
  AppliedDecisions applied;
  absl::flat_hash_map<std::string_view, bool> used;
  const auto by_its_key = [&](auto& finding) {
    const auto at = by_key.find(finding.key);
    if (at == by_key.end()) return;
    finding.review = ReviewOf(*at->second, false);
    used[at->first] = true;
    ++applied.by_key;
  };
  for (ReuseFinding& f : findings.reuse) by_its_key(f);
  for (FactFinding& f : findings.facts) by_its_key(f);

  std::vector<const Decision*> left;
  for (const Decision& d : decisions) {
    if (by_key[d.key] == &d && !used.contains(d.key)) left.push_back(&d);
  }
  const Followed followed(std::move(left));
  if (followed.empty()) return applied;
  const auto follow = [&](auto& finding, const Decision* decision) {
    if (decision == nullptr) return;
    finding.review = ReviewOf(*decision, true);
    ++applied.followed;
  };
  for (ReuseFinding& f : findings.reuse) {
    if (!f.review) follow(f, followed.OnReuse(TraceOf(texts, f)));
  }
  for (FactFinding& f : findings.facts) {
    if (!f.review) follow(f, followed.OnFact(TraceOf(texts, f)));
  }
  return applied;
}

}  // namespace rashomon
