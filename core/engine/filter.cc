#include "core/engine/filter.h"

#include <algorithm>
#include <string>
#include <vector>

namespace rashomon {
namespace {

constexpr size_t kDateLength = 10;  // 2024-05-01, and then perhaps a time

class Rules {
 public:
  Rules(absl::Span<const Document> documents, const FindingOptions& options)
      : options_(options) {
    for (const Document& d : documents) {
      muted_.push_back(d.source && IsMuted(*d.source));
      // Dates of four digits, two and two sort as text.
      recent_.push_back(!options.since ||
                        (d.published && d.published->substr(0, kDateLength) >=
                                            options.since->substr(0, kDateLength)));
    }
  }

  bool Keeps(const ReuseFinding& finding) const {
    const auto unmuted =
        std::count_if(finding.passages.begin(), finding.passages.end(),
                      [this](const Passage& p) { return !muted_[Index(p.doc)]; });
    const bool recent =
        std::any_of(finding.passages.begin(), finding.passages.end(),
                    [this](const Passage& p) { return recent_[Index(p.doc)]; });
    return unmuted >= 2 && recent;
  }

  bool Keeps(const FactFinding& finding) const {
    if (IsMuted(finding.attribute)) return false;
    std::vector<uint32_t> told;  // values that a source which is not muted tells
    bool recent = false;
    for (const FactClaim& c : finding.claims) {
      if (!muted_[Index(c.claim.doc)]) told.push_back(c.group);
      recent = recent || recent_[Index(c.claim.doc)];
    }
    std::sort(told.begin(), told.end());
    const auto is_told = [&](uint32_t claim) {
      return std::binary_search(told.begin(), told.end(), finding.claims[claim].group);
    };
    return recent && std::any_of(finding.pairs.begin(), finding.pairs.end(),
                                 [&is_told](const FactPair& pair) {
                                   return is_told(pair.a) && is_told(pair.b);
                                 });
  }

 private:
  bool IsMuted(const std::string& name) const {
    return std::find(options_.mute.begin(), options_.mute.end(), name) !=
           options_.mute.end();
  }

  const FindingOptions& options_;
  std::vector<bool> muted_;   // by DocId
  std::vector<bool> recent_;  // by DocId
};

}  // namespace

void Filter(absl::Span<const Document> documents, const FindingOptions& options,
            Findings& findings) {
  if (options.mute.empty() && !options.since) return;
  const Rules rules(documents, options);
  std::erase_if(findings.reuse, [&](const auto& f) { return !rules.Keeps(f); });
  std::erase_if(findings.facts, [&](const auto& f) { return !rules.Keeps(f); });
}

}  // namespace rashomon
