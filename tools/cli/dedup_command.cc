// rashomon dedup: a corpus without its near-duplicates.

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "rashomon/rashomon.h"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"
#include "tools/cli/progress_line.h"

namespace rashomon::cli {
namespace {

struct DedupArguments {
  std::vector<std::string> paths;
  DedupOutput out;
  DedupOptions dedup;
  CorpusOptions corpus;
  int threads = 0;
  uint64_t memory_bytes = 0;
  bool quiet = false;
  bool verbose = false;
};

// clean.jsonl → clean.removed.jsonl
std::string RemovedBeside(const std::string& corpus) {
  constexpr std::string_view kEnding = ".jsonl";
  if (corpus == "-") return "";
  std::string stem = corpus;
  if (stem.ends_with(kEnding)) stem.resize(stem.size() - kEnding.size());
  return stem + ".removed.jsonl";
}

std::string Count(uint64_t n, const char* what) {
  return absl::StrCat(n, " ", what, n == 1 ? "" : "s");
}

void SaySummary(const DedupSummary& summary, const DedupArguments& arguments,
                double seconds) {
  const bool paragraphs = arguments.dedup.unit == Unit::kParagraph;
  const char* const unit = arguments.dedup.unit == Unit::kDocument ? "document"
                           : paragraphs                            ? "paragraph"
                                                                   : "passage";
  Say(absl::StrCat(
      "read ", Count(summary.documents, "document"),
      paragraphs ? absl::StrCat(", ", Count(summary.units, "paragraph")) : "",
      absl::StrFormat(", %.1f MB of text, in %.2f s",
                      static_cast<double>(summary.bytes) / 1e6, seconds)));
  Say(absl::StrCat(
      "removed ", Count(summary.copies + summary.near_duplicates, unit), ", ",
      absl::StrFormat("%.1f MB: ", static_cast<double>(summary.removed_bytes) / 1e6),
      summary.copies, " word for word, ", summary.near_duplicates, " near",
      arguments.out.removed.empty() ? ""
                                    : "; which and why: " + arguments.out.removed));
  Say(absl::StrCat("kept ", Count(summary.kept_documents, "document"),
                   arguments.out.corpus == "-" ? "" : ": " + arguments.out.corpus,
                   absl::StrFormat(" (a pair at J = %g is found with probability %.3f)",
                                   summary.recall.min_jaccard, summary.recall.target)));
}

int RunDedup(DedupArguments arguments) {
  const auto start = std::chrono::steady_clock::now();
  if (arguments.out.removed.empty()) {
    arguments.out.removed = RemovedBeside(arguments.out.corpus);
  }
  ProgressLine progress(StderrIsTerminal() && !arguments.quiet);
  const RunOptions run = {
      .threads = arguments.threads,
      .memory_bytes = arguments.memory_bytes,
      .progress = [&progress](const Progress& p) { progress.Show(p); }};
  const absl::StatusOr<DedupSummary> summary =
      Dedup(arguments.paths, arguments.out, arguments.dedup, arguments.corpus, run);
  progress.Clear();
  if (!summary.ok()) return Fail(summary.status());
  if (!arguments.quiet) {
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;
    SayDiagnostics(summary->diagnostics, arguments.verbose,
                   arguments.out.removed.empty() ? "the file of --removed"
                                                 : arguments.out.removed);
    SaySummary(*summary, arguments, time.count());
  }
  return kNothingFound;
}

}  // namespace

void AddDedupCommand(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<DedupArguments>();
  CLI::App* command = app.add_subcommand(
      "dedup", "The corpus without its near-duplicates, and what went and why");
  command
      ->add_option("PATH", arguments->paths, "Folders, files, or - for standard input")
      ->required();
  command
      ->add_option("-o,--out", arguments->out.corpus,
                   "Write the records that stay to this file, as JSON Lines; - is "
                   "standard output. It may be one of the files read")
      ->option_text("FILE")
      ->required();
  command
      ->add_option("--removed", arguments->out.removed,
                   "Write what was removed, and because of which survivor, to this "
                   "file [OUT.removed.jsonl]")
      ->option_text("FILE");
  AddChoice<Unit>(*command, "--unit", arguments->dedup.unit,
                  {{"document", Unit::kDocument},
                   {"paragraph", Unit::kParagraph},
                   {"passage", Unit::kPassage}},
                  "What is compared and removed [document]")
      ->option_text("document|paragraph|passage");
  AddChoice<Keep>(*command, "--keep", arguments->dedup.keep,
                  {{"earliest", Keep::kEarliest},
                   {"longest", Keep::kLongest},
                   {"first", Keep::kFirst}},
                  "Which of several stays: published first, most bytes, or first of "
                  "the input; ties go by id [earliest]")
      ->option_text("earliest|longest|first");
  command
      ->add_option("--min-jaccard", arguments->dedup.min_jaccard,
                   "Remove what is at least so alike, of (0, 1] …")
      ->option_text("SHARE")
      ->capture_default_str();
  command
      ->add_option("--recall", arguments->dedup.recall,
                   "… with at least this probability, of (0, 1)")
      ->option_text("SHARE")
      ->capture_default_str();
  command
      ->add_option("--min-words", arguments->dedup.min_words,
                   "Paragraphs and passages of fewer words always stay")
      ->option_text("N")
      ->capture_default_str();
  AddThreads(*command, arguments->threads);
  AddMemory(*command, arguments->memory_bytes);
  AddQuiet(*command, arguments->quiet);
  command->add_flag("-v,--verbose", arguments->verbose, "Show every diagnostic");
  AddCorpusOptions(*command, arguments->corpus);
  command->footer(
      "Examples:\n"
      "  rashomon dedup crawl.jsonl.zst -o clean.jsonl\n"
      "  rashomon dedup a.jsonl b.jsonl -o clean.jsonl --keep longest --memory 2G\n"
      "  rashomon dedup stories/ -o clean.jsonl --unit paragraph\n"
      "  zcat crawl.jsonl.gz | rashomon dedup - -o - | gzip > clean.jsonl.gz\n\n"
      "Exit status: 0, or 2 for an error (also where nothing was read).");
  command->callback(
      [arguments, &run] { run = [arguments] { return RunDedup(*arguments); }; });
}

}  // namespace rashomon::cli
