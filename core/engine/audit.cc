// The order of the stages, and nothing else: reuse first, since the comparison
// of claims learns from it which passages are copies.

#include "rashomon/audit.h"

#include <algorithm>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/claims/compare.h"
#include "core/engine/filter.h"
#include "core/engine/reuse.h"
#include "core/engine/stage_progress.h"
#include "core/io/rfc3339.h"

namespace rashomon {
namespace {

absl::Status Check(const FindingOptions& options) {
  if (!(options.min_jaccard > 0 && options.min_jaccard <= 1)) {
    return absl::InvalidArgumentError(
        absl::StrCat("min_jaccard=", options.min_jaccard, " is not in (0, 1]"));
  }
  if (!(options.recall > 0 && options.recall < 1)) {
    return absl::InvalidArgumentError(
        absl::StrCat("recall=", options.recall, " is not in (0, 1)"));
  }
  if (options.min_words < 4) {
    return absl::InvalidArgumentError(
        absl::StrCat("min_words=", options.min_words, " is less than 4"));
  }
  constexpr size_t kDateLength = 10;
  if (options.since &&
      !(options.since->size() == kDateLength && IsRfc3339(*options.since))) {
    return absl::InvalidArgumentError(
        absl::StrCat("since=", *options.since, " is not a date such as 2024-05-01"));
  }
  return absl::OkStatus();
}

std::string OptionsDigest(const FindingOptions& options) {
  std::string text = absl::StrCat(
      absl::StrFormat("1 %.17g %.17g ", options.min_jaccard, options.recall),
      options.min_words, " ", static_cast<int>(options.engine), " ",
      options.verdicts == VerdictFilter::kAll ? "all" : "raised", " ",
      options.since.value_or("-"));
  std::vector<std::string> mute = options.mute;
  std::sort(mute.begin(), mute.end());
  for (const std::string& m : mute) absl::StrAppend(&text, "\n", m);
  return Hex64(Hash64(text));
}

std::vector<Claim> ExtractAll(absl::Span<const Document> documents,
                              const RunOptions& run) {
  std::vector<std::vector<Claim>> by_document(documents.size());
  StageProgress progress(run, "claims", documents.size());
  ParallelFor(
      documents.size(), 16, NumThreads(run.threads), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i) {
          by_document[i] = ExtractClaims(documents[i], DocId{static_cast<uint32_t>(i)});
        }
        progress.Add(end - begin);
      });
  size_t size = 0;
  for (const std::vector<Claim>& of_document : by_document) size += of_document.size();
  std::vector<Claim> claims;
  claims.reserve(size);
  for (std::vector<Claim>& of_document : by_document) {
    std::move(of_document.begin(), of_document.end(), std::back_inserter(claims));
    of_document = {};
  }
  return claims;
}

}  // namespace

absl::StatusOr<Findings> Audit(const Corpus& corpus, const FindingOptions& options,
                               const RunOptions& run) {
  if (absl::Status status = Check(options); !status.ok()) return status;
  const absl::Span<const Document> documents = corpus.documents();
  ReuseResult reuse = FindReuse(documents, options, run);
  const std::vector<Claim> claims = ExtractAll(documents, run);

  Findings findings;
  findings.options = options;
  findings.options_digest = OptionsDigest(options);
  findings.paragraphs = reuse.paragraphs;
  for (const Document& d : documents) findings.bytes += d.text.size();
  findings.recall = reuse.recall;
  findings.reuse = std::move(reuse.findings);
  const StageProgress comparing(run, "what is told differently", 0);
  findings.facts =
      CompareClaims(documents, claims, reuse.copies,
                    {.verdicts = options.verdicts, .threads = NumThreads(run.threads)});
  findings.diagnostics.assign(corpus.diagnostics().begin(), corpus.diagnostics().end());
  Filter(documents, options, findings);
  return findings;
}

}  // namespace rashomon
