// The order of the stages, and nothing else.

#include "rashomon/dedup.h"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "core/base/status_macros.h"
#include "core/engine/dedup_output.h"
#include "core/engine/dedup_removal.h"
#include "core/engine/dedup_scan.h"
#include "core/engine/dedup_sketch.h"

namespace rashomon {
namespace {

// True where two paths, there or not, name one file.
bool AreOneFile(const std::string& a, const std::string& b) {
  namespace fs = std::filesystem;
  if (a == b) return true;
  if (a.empty() || b.empty() || a == "-" || b == "-") return false;
  std::error_code error;
  const fs::path x = fs::weakly_canonical(fs::absolute(a, error), error);
  const fs::path y = fs::weakly_canonical(fs::absolute(b, error), error);
  return !error && x == y;
}

absl::Status Check(const DedupOutput& output, const DedupOptions& options) {
  if (output.corpus.empty()) {
    return absl::InvalidArgumentError("no file to write the corpus to");
  }
  if (AreOneFile(output.corpus, output.removed)) {
    return absl::InvalidArgumentError(absl::StrCat(
        output.corpus, " cannot be both the corpus and what was removed from it"));
  }
  if (!(options.min_jaccard > 0 && options.min_jaccard <= 1)) {
    return absl::InvalidArgumentError(
        absl::StrCat("min_jaccard=", options.min_jaccard, " is not in (0, 1]"));
  }
  if (!(options.recall > 0 && options.recall < 1)) {
    return absl::InvalidArgumentError(
        absl::StrCat("recall=", options.recall, " is not in (0, 1)"));
  }
  const uint32_t least_words = options.unit == Unit::kPassage ? 4 : 1;
  if (options.min_words < least_words) {
    return absl::InvalidArgumentError(
        absl::StrCat("min_words=", options.min_words, " is less than ", least_words));
  }
  return absl::OkStatus();
}

// In order of file as given, then line, then byte.
std::vector<Diagnostic> Sorted(std::vector<Complaint> complaints) {
  const auto place = [](const Complaint& c) {
    return std::make_tuple(c.file, c.diagnostic.line, c.diagnostic.byte);
  };
  std::stable_sort(
      complaints.begin(), complaints.end(),
      [&place](const Complaint& a, const Complaint& b) { return place(a) < place(b); });
  std::vector<Diagnostic> diagnostics;
  diagnostics.reserve(complaints.size());
  for (Complaint& complaint : complaints) {
    diagnostics.push_back(std::move(complaint.diagnostic));
  }
  return diagnostics;
}

// With less, buffers would leave nothing to work in.
RunOptions WithEnoughMemory(RunOptions run) {
  constexpr uint64_t kLeastBytes = uint64_t{1} << 18;
  if (run.memory_bytes > 0) run.memory_bytes = std::max(run.memory_bytes, kLeastBytes);
  return run;
}

absl::Status NothingRead(absl::Span<const std::string> paths,
                         absl::Span<const Diagnostic> diagnostics) {
  constexpr size_t kShown = 3;
  std::string message = absl::StrCat("no document in ", absl::StrJoin(paths, ", "));
  for (size_t i = 0; i < std::min(diagnostics.size(), kShown); ++i) {
    absl::StrAppend(&message, i == 0 ? ": " : "; ", ToString(diagnostics[i]));
  }
  return absl::NotFoundError(message);
}

void Announce(const RunOptions& run, std::string_view stage) {
  if (run.progress) run.progress({.stage = stage});
}

}  // namespace

absl::StatusOr<DedupSummary> Dedup(absl::Span<const std::string> paths,
                                   const DedupOutput& output,
                                   const DedupOptions& options,
                                   const CorpusOptions& corpus_options,
                                   const RunOptions& requested) {
  const RunOptions run = WithEnoughMemory(requested);
  RASHOMON_RETURN_IF_ERROR(Check(output, options));
  RASHOMON_ASSIGN_OR_RETURN(DedupFiles files, OpenDedupFiles(output));
  const DedupSketcher sketcher(options.min_jaccard, options.recall);
  Announce(run, "reading");
  RASHOMON_ASSIGN_OR_RETURN(
      DedupScan scan, ScanForDedup(paths, sketcher, options, corpus_options, run));
  const DedupCorpus& corpus = *scan.corpus;
  Announce(run, "comparing");
  RASHOMON_ASSIGN_OR_RETURN(const Removals removals,
                            FindRemovals(scan, sketcher, options, corpus_options, run));

  DedupSummary summary;
  summary.diagnostics = Sorted(std::move(scan.complaints));
  if (corpus_options.strict && !summary.diagnostics.empty()) {
    return absl::InvalidArgumentError(ToString(summary.diagnostics.front()));
  }
  if (corpus.records.size() == 0) return NothingRead(paths, summary.diagnostics);
  summary.documents = corpus.records.size() - removals.repeated.size();
  summary.units = corpus.units.size();
  summary.bytes = scan.text_bytes;
  summary.recall = {.min_jaccard = options.min_jaccard,
                    .target = sketcher.Recall(options.min_jaccard),
                    .bands = sketcher.plan().bands,
                    .rows = sketcher.plan().rows};
  for (const Removal& removal : removals.removals) {
    ++(removal.copy ? summary.copies : summary.near_duplicates);
    RASHOMON_ASSIGN_OR_RETURN(const UnitRow unit, corpus.Unit(removal.unit));
    summary.removed_bytes += unit.span.size();
  }
  Announce(run, "writing");
  RASHOMON_ASSIGN_OR_RETURN(
      summary.kept_documents,
      WriteDeduplicated(corpus, removals, summary.diagnostics, std::move(files),
                        options, corpus_options));
  return summary;
}

}  // namespace rashomon
