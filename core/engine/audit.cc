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
#include "core/base/status_macros.h"
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

// Extracts the claims of all documents, batch by batch: only those of a batch are
// held twice.
std::vector<Claim> ExtractAll(absl::Span<const Document> documents,
                              const RunOptions& run) {
  constexpr size_t kBatch = 1024, kGrain = 16;  // documents
  constexpr double kMargin = 1.1;
  const int threads = NumThreads(run.threads);
  StageProgress progress(run, "claims", documents.size());
  std::vector<Claim> claims;
  std::vector<std::vector<Claim>> by_document(std::min(kBatch, documents.size()));
  for (size_t first = 0; first < documents.size(); first += kBatch) {
    const size_t size = std::min(kBatch, documents.size() - first);
    ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
      for (size_t i = begin; i < end; ++i) {
        by_document[i] = ExtractClaims(documents[first + i],
                                       DocId{static_cast<uint32_t>(first + i)});
      }
      progress.Add(end - begin);
    });
    size_t needed = claims.size();
    for (size_t i = 0; i < size; ++i) needed += by_document[i].size();
    if (needed > claims.capacity()) {
      // Room for all, by what was found so far: memory that stays untouched costs
      // nothing, and moving many claims does.
      const double share =
          static_cast<double>(first + size) / static_cast<double>(documents.size());
      claims.reserve(std::max(
          needed, static_cast<size_t>(kMargin * static_cast<double>(needed) / share)));
    }
    for (size_t i = 0; i < size; ++i) {
      std::move(by_document[i].begin(), by_document[i].end(),
                std::back_inserter(claims));
      by_document[i] = {};
    }
  }
  return claims;
}

}  // namespace

absl::StatusOr<Findings> Audit(const Corpus& corpus, const FindingOptions& options,
                               const RunOptions& run) {
  if (absl::Status status = Check(options); !status.ok()) return status;
  const absl::Span<const Document> documents = corpus.documents();
  RASHOMON_ASSIGN_OR_RETURN(ReuseResult reuse, FindReuse(documents, options, run));
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
