// rashomon audit: the main job.

#include <signal.h>

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "rashomon/rashomon.h"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"
#include "tools/cli/progress_line.h"

namespace rashomon::cli {
namespace {

struct AuditArguments {
  std::vector<std::string> paths;
  std::string out;
  std::string baseline;
  CorpusOptions corpus;
  FindingOptions finding;
  int threads = 0;
  OutputArguments output;
};

// Holds back the signals that end a program, so that files which belong
// together are all written or none is.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int s : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&ending, s);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_;
};

absl::Status MakeFolder(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error && std::filesystem::is_directory(path, error)) return absl::OkStatus();
  return absl::UnavailableError(absl::StrCat(
      path, ": cannot make this folder: ", error ? error.message() : "not a folder"));
}

absl::Status WriteFolder(const std::string& folder,
                         absl::Span<const Document> documents,
                         const Findings& findings) {
  const std::string lines = FindingsJsonLines(documents, findings);
  const std::string page = HtmlReport(documents, findings);
  const std::string summary = SummaryJson(documents, findings);
  const SignalsHeld held;
  for (const auto& [name, content] : {std::pair("findings.jsonl", &lines),
                                      {"report.html", &page},
                                      {"summary.json", &summary}}) {
    absl::Status status =
        WriteFileAtomically(absl::StrCat(folder, "/", name), *content);
    if (!status.ok()) return status;
  }
  return absl::OkStatus();
}

int RunAudit(const AuditArguments& arguments) {
  const OutputArguments& output = arguments.output;
  const auto start = std::chrono::steady_clock::now();
  if (!arguments.out.empty()) {
    if (absl::Status s = MakeFolder(arguments.out); !s.ok()) return Fail(s);
  }
  std::vector<Decision> decisions;
  if (!arguments.baseline.empty()) {
    absl::StatusOr<std::string> bytes = ReadWhole(arguments.baseline);
    if (!bytes.ok()) return Fail(bytes.status());
    absl::StatusOr<std::vector<Decision>> read =
        ReadDecisions(*bytes, arguments.baseline);
    if (!read.ok()) return Fail(read.status());
    decisions = *std::move(read);
  }
  ProgressLine progress(StderrIsTerminal() && !output.quiet);
  progress.Show({.stage = "reading"});
  absl::StatusOr<Corpus> corpus = ReadCorpus(arguments.paths, arguments.corpus);
  progress.Clear();
  if (!corpus.ok()) return Fail(corpus.status());
  const std::string all_stand_in = arguments.out.empty()
                                       ? "findings.jsonl of --out DIR"
                                       : arguments.out + "/findings.jsonl";
  if (!output.quiet) {
    SayDiagnostics(corpus->diagnostics(), output.verbose, all_stand_in);
  }
  if (corpus->documents().empty()) return Fail("nothing was read: no document");

  const RunOptions run = {
      .threads = arguments.threads,
      .progress = [&progress](const Progress& p) { progress.Show(p); }};
  absl::StatusOr<Findings> findings = Audit(*corpus, arguments.finding, run);
  progress.Clear();
  if (!findings.ok()) return Fail(findings.status());
  const absl::Span<const Document> documents = corpus->documents();
  const AppliedDecisions decided = ApplyDecisions(documents, decisions, *findings);
  if (!arguments.out.empty()) {
    absl::Status written = WriteFolder(arguments.out, documents, *findings);
    if (!written.ok()) return Fail(written);
  }
  const std::chrono::duration<double> time = std::chrono::steady_clock::now() - start;

  absl::Status printed;
  if (output.format == Format::kJson) {
    printed = Print(FindingsJsonLines(documents, *findings));
  } else if (!output.quiet) {
    printed = Print(TerminalReport(documents, *findings,
                                   {.width = Width(),
                                    .color = WantsColor(output.color),
                                    .max_findings = output.verbose ? 0 : 20,
                                    .seconds = time.count(),
                                    .recall_curve = output.verbose}));
  }
  if (!printed.ok()) return Fail(printed);
  const bool found = findings->NumReuse() + findings->NumRaisedFacts() > 0;
  if (!output.quiet) {
    if (!arguments.baseline.empty()) {
      Say(absl::StrCat(arguments.baseline,
                       ": decided before, and not raised: ", decided.by_key,
                       " by key, ", decided.followed, " through edits of the texts"));
    }
    const std::string status =
        found ? "exit status 1: there are findings" : "exit status 0: nothing found";
    Say(arguments.out.empty()
            ? status + "; --out DIR writes findings.jsonl, report.html, summary.json"
            : "wrote findings.jsonl, report.html, summary.json to " + arguments.out +
                  "; " + status);
  }
  return found ? kFound : kNothingFound;
}

}  // namespace

void AddAuditCommand(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<AuditArguments>();
  CLI::App* command = app.add_subcommand(
      "audit", "What a corpus says twice and what it tells differently");
  command
      ->add_option("PATH", arguments->paths, "Folders, files, or - for standard input")
      ->required();
  command
      ->add_option("-o,--out", arguments->out,
                   "Write findings.jsonl, report.html and summary.json to this folder; "
                   "it is made where it is missing")
      ->option_text("DIR");
  command
      ->add_option("--baseline", arguments->baseline,
                   "Decisions of earlier audits, as the report saves them: raise only "
                   "what is new")
      ->option_text("decisions.json")
      ->group("Options that change findings");
  AddOutputOptions(*command, arguments->output);
  AddThreads(*command, arguments->threads);
  AddFindingOptions(*command, arguments->finding);
  AddCorpusOptions(*command, arguments->corpus);
  command->footer(
      "Examples:\n"
      "  rashomon audit stories/                     a folder of *.txt files\n"
      "  rashomon audit wire.jsonl.zst --out out     open out/report.html\n"
      "  zcat a.jsonl.gz | rashomon audit - --format json | jq "
      "'select(.type==\"fact\")'\n"
      "  rashomon audit wire.jsonl --baseline decisions.json   only what is new\n"
      "  rashomon audit wire.jsonl --since 2024-05-01 --mute \"Press Office\"\n\n"
      "Exit status: 0 nothing found, 1 findings, 2 an error (also where nothing was "
      "read).");
  command->callback(
      [arguments, &run] { run = [arguments] { return RunAudit(*arguments); }; });
}

}  // namespace rashomon::cli
