// What commands have in common on the command line: their options, as typed.

#ifndef RASHOMON_TOOLS_CLI_ARGUMENTS_H_
#define RASHOMON_TOOLS_CLI_ARGUMENTS_H_

#include <cstdint>
#include <functional>

#include "CLI/CLI.hpp"
#include "rashomon/corpus.h"
#include "rashomon/options.h"

namespace rashomon::cli {

enum class Color { kAuto, kAlways, kNever };
enum class Format { kText, kJson };

// How a command talks and prints.
struct OutputArguments {
  Color color = Color::kAuto;
  Format format = Format::kText;
  bool quiet = false;
  bool verbose = false;
};

// A command, once it was typed: does it and returns the exit status.
using Run = std::function<int()>;

// Each adds options to `command`; parsing it sets the fields of the second
// argument, which must outlive the parsing.
void AddCorpusOptions(CLI::App& command, CorpusOptions& options);
void AddFindingOptions(CLI::App& command, FindingOptions& options);
void AddThreads(CLI::App& command, int& threads);
void AddMemory(CLI::App& command, uint64_t& memory_bytes);
void AddOutputOptions(CLI::App& command, OutputArguments& output);
void AddQuiet(CLI::App& command, bool& quiet);

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_ARGUMENTS_H_
