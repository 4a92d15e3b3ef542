#include "core/claims/lexicon.h"

#include <algorithm>

namespace rashomon {
namespace {

std::vector<std::string_view> Cut(std::string_view s, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const size_t end = std::min(s.find(separator), s.size());
    parts.push_back(s.substr(0, end));
    if (end == s.size()) return parts;
    s.remove_prefix(end + 1);
  }
}

}  // namespace

std::vector<std::vector<std::string_view>> LexiconRows(std::string_view tsv) {
  std::vector<std::vector<std::string_view>> rows;
  for (std::string_view line : Cut(tsv, '\n')) {
    if (!line.empty() && line.front() != '#') rows.push_back(Cut(line, '\t'));
  }
  return rows;
}

}  // namespace rashomon
