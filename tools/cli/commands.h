// The commands of rashomon. Each adds itself to `app`; where it is the one that
// was typed, `run` does it.

#ifndef RASHOMON_TOOLS_CLI_COMMANDS_H_
#define RASHOMON_TOOLS_CLI_COMMANDS_H_

#include "tools/cli/arguments.h"

namespace rashomon::cli {

void AddAuditCommand(CLI::App& app, Run& run);
void AddDedupCommand(CLI::App& app, Run& run);
void AddCompareCommand(CLI::App& app, Run& run);
void AddClaimsCommand(CLI::App& app, Run& run);
void AddReportCommand(CLI::App& app, Run& run);

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_COMMANDS_H_
