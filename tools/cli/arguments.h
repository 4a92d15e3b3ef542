// What commands have in common on the command line: their options, as typed.

#ifndef RASHOMON_TOOLS_CLI_ARGUMENTS_H_
#define RASHOMON_TOOLS_CLI_ARGUMENTS_H_

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

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

// Adds an option that takes one of the words of `choices`.
template <typename T>
CLI::Option* AddChoice(CLI::App& command, const char* name, T& value,
                       const std::map<std::string, T>& choices, const char* text) {
  // The option keeps only what was typed; the choice is made when parsing ends,
  // so that help and errors speak of the words and not of numbers.
  std::vector<std::string> words;
  for (const auto& [word, unused] : choices) words.push_back(word);
  return command
      .add_option_function<std::string>(
          name,
          [&value, choices](const std::string& word) { value = choices.at(word); },
          text)
      ->check(CLI::IsMember(words));
}

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
