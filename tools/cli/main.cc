// The rashomon program: reads what was typed, then does it (commands.h).

#include <cstdlib>
#include <exception>
#include <memory>
#include <new>
#include <string>
#include <vector>

#include "CLI/CLI.hpp"
#include "tools/cli/commands.h"
#include "tools/cli/console.h"
#include "tools/cli/help_formatter.h"

namespace rashomon::cli {
namespace {

int Main(int argc, char** argv) {
  CLI::App app(
      "Says what a news corpus says twice, and what it tells differently.\n"
      "Exit status: 0 nothing found, 1 findings, 2 an error.");
  app.name("rashomon");
  app.set_version_flag("--version", "rashomon " RASHOMON_VERSION, "Print the version");
  app.require_subcommand(1);
  app.formatter(std::make_shared<HelpFormatter>());
  app.footer(
      "A PATH is a folder (every *.txt below it), a JSON Lines file (plain, .gz or\n"
      ".zst), one .txt file, or - for JSON Lines on standard input.\n\n"
      "rashomon COMMAND --help has the options and examples of each command.");
  Run run;
  AddAuditCommand(app, run);
  AddDedupCommand(app, run);
  AddCompareCommand(app, run);
  AddClaimsCommand(app, run);
  AddReportCommand(app, run);
  try {
    app.parse(argc, argv);
  } catch (const CLI::RequiredError& error) {
    const std::vector<std::string> unknown = app.remaining();
    if (!unknown.empty()) {
      return Fail("there is no command \"" + unknown[0] +
                  "\"; rashomon --help lists them");
    }
    return app.exit(error), kError;
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kNothingFound : kError;
  }
  return run();
}

// Says what ended the program, on whatever thread it was, and exits with kError.
[[noreturn]] void Terminate() {
  try {
    if (const std::exception_ptr error = std::current_exception()) {
      std::rethrow_exception(error);
    }
    Fail("an internal error");
  } catch (const std::bad_alloc&) {
    Fail("out of memory");
  } catch (const std::exception& error) {
    Fail(error.what());
  } catch (...) {
    Fail("an internal error");
  }
  std::_Exit(kError);
}

}  // namespace
}  // namespace rashomon::cli

int main(int argc, char** argv) {
  std::set_terminate(rashomon::cli::Terminate);
  return rashomon::cli::Main(argc, argv);
}
