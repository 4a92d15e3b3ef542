// rashomon report: other views of an audit, from its findings file.

#include <memory>
#include <string>
#include <vector>

#include "rashomon/rashomon.h"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"

namespace rashomon::cli {
namespace {

enum class View { kHtml, kCsv, kSqlite, kMarkdown };

struct ReportArguments {
  std::string findings;
  std::vector<std::string> corpus_paths;
  CorpusOptions corpus;
  View view = View::kHtml;
  std::string out;
};

absl::StatusOr<std::string> MakeView(View view, const FindingsFile& file) {
  switch (view) {
    case View::kHtml:
      return HtmlReport(file.texts, file.findings);
    case View::kCsv:
      return FindingsCsv(file.texts, file.findings);
    case View::kSqlite:
      return FindingsSqlite(file.texts, file.findings);
    case View::kMarkdown:
      return FindingsMarkdown(file.texts, file.findings);
  }
  return std::string();
}

int RunReport(const ReportArguments& arguments) {
  if (arguments.view == View::kSqlite && arguments.out.empty() && StdoutIsTerminal()) {
    return Fail("a database is not for a terminal; name a file with --out");
  }
  absl::StatusOr<std::string> lines = ReadWhole(arguments.findings);
  if (!lines.ok()) return Fail(lines.status());
  absl::StatusOr<FindingsFile> file = ReadFindings(*lines, arguments.findings);
  if (!file.ok()) return Fail(file.status());
  lines->clear();
  Corpus corpus;
  if (!arguments.corpus_paths.empty()) {
    absl::StatusOr<Corpus> read = ReadCorpus(arguments.corpus_paths, arguments.corpus);
    if (!read.ok()) return Fail(read.status());
    corpus = *std::move(read);
    absl::Status attached = AttachTexts(corpus.documents(), *file);
    if (!attached.ok()) return Fail(attached);
  }
  const absl::StatusOr<std::string> made = MakeView(arguments.view, *file);
  if (!made.ok()) return Fail(made.status());
  absl::Status written =
      arguments.out.empty() ? Print(*made) : WriteFileAtomically(arguments.out, *made);
  if (!written.ok()) return Fail(written);
  return kNothingFound;
}

}  // namespace

void AddReportCommand(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<ReportArguments>();
  CLI::App* command = app.add_subcommand(
      "report", "Another view of an audit: a page, a table, a database");
  command
      ->add_option("FINDINGS", arguments->findings,
                   "findings.jsonl of an audit, or - for standard input")
      ->required();
  command
      ->add_option("--corpus", arguments->corpus_paths,
                   "The corpus that was audited, for whole articles in the page; its "
                   "texts are checked")
      ->option_text("PATH…");
  AddChoice<View>(*command, "--format", arguments->view,
                  {{"html", View::kHtml},
                   {"csv", View::kCsv},
                   {"sqlite", View::kSqlite},
                   {"markdown", View::kMarkdown}},
                  "What to make [html]")
      ->option_text("html|csv|sqlite|markdown");
  command
      ->add_option("-o,--out", arguments->out, "Where to; standard output if not said")
      ->option_text("FILE");
  AddCorpusOptions(*command, arguments->corpus);
  command->footer(
      "Examples:\n"
      "  rashomon report out/findings.jsonl --corpus wire.jsonl --out report.html\n"
      "  rashomon report out/findings.jsonl --format csv > findings.csv\n"
      "  rashomon report out/findings.jsonl --format sqlite --out findings.db\n\n"
      "Exit status: 0, or 2 for an error.");
  command->callback(
      [arguments, &run] { run = [arguments] { return RunReport(*arguments); }; });
}

}  // namespace rashomon::cli
