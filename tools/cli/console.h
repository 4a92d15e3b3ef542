// The two streams of a command: data on stdout, talk on stderr.

#ifndef RASHOMON_TOOLS_CLI_CONSOLE_H_
#define RASHOMON_TOOLS_CLI_CONSOLE_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/document.h"
#include "tools/cli/arguments.h"

namespace rashomon::cli {

inline constexpr int kNothingFound = 0;
inline constexpr int kFound = 1;
inline constexpr int kError = 2;

// Writes "rashomon: MESSAGE" to stderr, safe to show; returns kError.
int Fail(std::string_view message);
int Fail(const absl::Status& status);

// Writes a line to stderr, safe to show.
void Say(std::string_view line);

// Says the first 20 of `diagnostics`, or all, and how many more there are;
// `where` says in which file all of them stand.
void SayDiagnostics(absl::Span<const Diagnostic> diagnostics, bool all,
                    std::string_view where);

// Writes all of `data` to stdout. A reader that went away (`| head`) is no error.
absl::Status Print(std::string_view data);

// Returns the bytes of the file `path`, of standard input where it is "-".
absl::StatusOr<std::string> ReadWhole(const std::string& path);

bool StderrIsTerminal();
bool StdoutIsTerminal();

// Columns of the terminal on stdout; 80 where it is none.
int Width();

// Whether stdout gets colours.
bool WantsColor(Color color);

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_CONSOLE_H_
