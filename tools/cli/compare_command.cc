// rashomon compare: two articles, what both say and where they differ.

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "rashomon/rashomon.h"
#include "tools/cli/article.h"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"

namespace rashomon::cli {
namespace {

struct CompareArguments {
  std::string a;
  std::string b;
  CorpusOptions corpus;
  FindingOptions finding;
  int threads = 0;
  OutputArguments output;
};

// Leaves what stands between the two articles: what one says twice, or tells
// differently from itself, is for audit.
void KeepWhatIsBetween(Findings& findings) {
  std::erase_if(findings.reuse,
                [](const ReuseFinding& f) { return f.reach == Reach::kWithin; });
  std::erase_if(findings.facts, [](const FactFinding& f) {
    return std::none_of(f.pairs.begin(), f.pairs.end(), [&f](const FactPair& pair) {
      // A pair names the earliest claims of its groups; any of them may be between.
      const FactClaim &a = f.claims[pair.a], &b = f.claims[pair.b];
      return std::any_of(f.claims.begin(), f.claims.end(), [&](const FactClaim& c) {
        return (c.group == a.group || c.group == b.group) && c.claim.doc != a.claim.doc;
      });
    });
  });
}

int RunCompare(const CompareArguments& arguments) {
  const OutputArguments& output = arguments.output;
  std::vector<Document> documents;
  std::vector<Article> articles;
  for (const std::string& name : {arguments.a, arguments.b}) {
    absl::StatusOr<Article> article = ReadArticle(name, arguments.corpus);
    if (!article.ok()) return Fail(article.status());
    if (!output.quiet) {
      SayDiagnostics(article->corpus.diagnostics(), output.verbose,
                     "findings.jsonl of rashomon audit");
    }
    documents.push_back(article->document());
    articles.push_back(*std::move(article));
  }
  // Two files of one name in two folders are still two articles.
  if (documents[0].id == documents[1].id) {
    documents[0].id = arguments.a;
    documents[1].id = arguments.b;
    if (arguments.a == arguments.b) documents[1].id += " (again)";
  }
  const Corpus corpus = Corpus::Of(documents);
  absl::StatusOr<Findings> findings =
      Audit(corpus, arguments.finding, {.threads = arguments.threads});
  if (!findings.ok()) return Fail(findings.status());
  KeepWhatIsBetween(*findings);

  absl::Status printed;
  if (output.format == Format::kJson) {
    printed = Print(FindingsJsonLines(corpus.documents(), *findings));
  } else if (!output.quiet) {
    printed = Print(TerminalReport(
        corpus.documents(), *findings,
        {.width = Width(), .color = WantsColor(output.color), .max_findings = 0}));
  }
  if (!printed.ok()) return Fail(printed);
  return findings->NumReuse() + findings->NumRaisedFacts() > 0 ? kFound : kNothingFound;
}

}  // namespace

void AddCompareCommand(CLI::App& app, Run& run) {
  auto arguments = std::make_shared<CompareArguments>();
  CLI::App* command = app.add_subcommand(
      "compare", "Two articles: the passages they share and the facts they tell apart");
  command->add_option("A", arguments->a, "A file with one article, or FILE#ID")
      ->required();
  command->add_option("B", arguments->b, "The other one")->required();
  AddOutputOptions(*command, arguments->output);
  AddThreads(*command, arguments->threads);
  AddFindingOptions(*command, arguments->finding);
  AddCorpusOptions(*command, arguments->corpus);
  command->footer(
      "Examples:\n"
      "  rashomon compare draft.txt wire.txt\n"
      "  rashomon compare wire.jsonl#ferry-1 wire.jsonl#ferry-2\n"
      "  rashomon compare draft.txt wire.jsonl#ferry-1 --verdicts all\n\n"
      "Exit status: 0 nothing shared and no fact told apart, 1 findings, 2 an error.");
  command->callback(
      [arguments, &run] { run = [arguments] { return RunCompare(*arguments); }; });
}

}  // namespace rashomon::cli
