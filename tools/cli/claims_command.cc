// rashomon claims: what was extracted, for whoever wants to see why a claim was
// or was not compared.

#include <memory>
#include <string>
#include <vector>

#include "rashomon/rashomon.h"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"

namespace rashomon::cli {
namespace {

struct ClaimsArguments {
  std::vector<std::string> paths;
  CorpusOptions corpus;
  bool quiet = false;
};

int RunClaims(const ClaimsArguments& arguments) {
  const absl::StatusOr<Corpus> corpus = ReadCorpus(arguments.paths, arguments.corpus);
  if (!corpus.ok()) return Fail(corpus.status());
  if (!arguments.quiet) {
    SayDiagnostics(corpus->diagnostics(), false, "findings.jsonl of rashomon audit");
  }
  const absl::Span<const Document> documents = corpus->documents();
  if (documents.empty()) return Fail("nothing was read: no document");
  for (uint32_t i = 0; i < documents.size(); ++i) {
    absl::Status printed =
        Print(ClaimsJsonLines(documents, ExtractClaims(documents[i], DocId{i})));
    if (!printed.ok()) return Fail(printed);
  }
  return kNothingFound;
}

}  // namespace

void AddClaimsCommand(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<ClaimsArguments>();
  CLI::App* command =
      app.add_subcommand("claims", "The claims of each document, as JSON Lines");
  command
      ->add_option("PATH", arguments->paths, "Folders, files, or - for standard input")
      ->required();
  AddQuiet(*command, arguments->quiet);
  AddCorpusOptions(*command, arguments->corpus);
  command->footer(
      "Examples:\n"
      "  rashomon claims story.txt\n"
      "  rashomon claims wire.jsonl | jq -r '[.doc, .text, .value.lo] | @tsv'\n\n"
      "Exit status: 0, or 2 for an error.");
  command->callback(
      [arguments, &run] { run = [arguments] { return RunClaims(*arguments); }; });
}

}  // namespace rashomon::cli
