#include "tools/cli/help_formatter.h"

#include <sstream>

namespace rashomon::cli {
namespace {

constexpr size_t kNameColumns = 28;
constexpr size_t kTextColumns = 60;

// Breaks `text` at spaces into lines that stand beside the names.
std::string Wrapped(const std::string& text) {
  std::string out;
  size_t columns = 0;
  std::istringstream words(text);
  for (std::string word; words >> word; columns += word.size()) {
    if (columns > 0 && columns + 1 + word.size() > kTextColumns) {
      out += '\n';
      columns = 0;
    } else if (columns > 0) {
      out += ' ';
      ++columns;
    }
    out += word;
  }
  return out;
}

}  // namespace

HelpFormatter::HelpFormatter() { column_width(kNameColumns); }

std::string HelpFormatter::make_option_opts(const CLI::Option* option) const {
  const std::string text = option->get_option_text();
  return text.empty() ? "" : " " + text;
}

std::string HelpFormatter::make_option_desc(const CLI::Option* option) const {
  const std::string value = option->get_default_str();
  return Wrapped(option->get_description() + (value.empty() ? "" : " [" + value + "]"));
}

std::string HelpFormatter::make_subcommand(const CLI::App* command) const {
  std::ostringstream out;
  CLI::detail::format_help(out, command->get_display_name(true),
                           Wrapped(command->get_description()), get_column_width());
  return out.str();
}

}  // namespace rashomon::cli
