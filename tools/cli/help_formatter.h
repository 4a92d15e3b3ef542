// Help that fits a terminal: what an option takes, what it does, its default.

#ifndef RASHOMON_TOOLS_CLI_HELP_FORMATTER_H_
#define RASHOMON_TOOLS_CLI_HELP_FORMATTER_H_

#include <string>

#include "CLI/CLI.hpp"

namespace rashomon::cli {

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter();

  std::string make_option_opts(const CLI::Option* option) const override;
  std::string make_option_desc(const CLI::Option* option) const override;
  std::string make_subcommand(const CLI::App* command) const override;
};

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_HELP_FORMATTER_H_
