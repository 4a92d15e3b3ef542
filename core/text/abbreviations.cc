#include "core/text/abbreviations.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace rashomon {

namespace data {
std::string_view abbreviations();
std::string_view sentence_starters();
std::string_view time_followers();
}  // namespace data

namespace {

constexpr size_t kLongestWord = 32;

using Entry = std::pair<std::string_view, Abbreviation>;

Abbreviation KindOf(std::string_view name) {
  if (name == "title") return Abbreviation::kTitle;
  if (name == "number") return Abbreviation::kNumber;
  if (name == "middle") return Abbreviation::kMiddle;
  if (name == "time") return Abbreviation::kTime;
  return Abbreviation::kEnd;
}

template <typename Use>
void ForEachRow(std::string_view table, Use use) {
  while (!table.empty()) {
    const size_t end = std::min(table.find('\n'), table.size());
    const std::string_view row = table.substr(0, end);
    if (!row.empty() && row.front() != '#') use(row);
    table.remove_prefix(std::min(end + 1, table.size()));
  }
}

const std::vector<Entry>& Abbreviations() {
  static const auto* const kEntries = [] {
    auto* entries = new std::vector<Entry>;
    ForEachRow(data::abbreviations(), [&](std::string_view row) {
      const size_t tab = row.find('\t');
      entries->emplace_back(row.substr(0, tab), KindOf(row.substr(tab + 1)));
    });
    std::sort(entries->begin(), entries->end());
    return entries;
  }();
  return *kEntries;
}

// The rows of a table of single words, sorted.
std::vector<std::string_view> Words(std::string_view table) {
  std::vector<std::string_view> words;
  ForEachRow(table, [&](std::string_view row) { words.push_back(row); });
  std::sort(words.begin(), words.end());
  return words;
}

Abbreviation Find(std::string_view word) {
  const std::vector<Entry>& entries = Abbreviations();
  const auto at = std::lower_bound(
      entries.begin(), entries.end(), word,
      [](const Entry& entry, std::string_view w) { return entry.first < w; });
  return at != entries.end() && at->first == word ? at->second : Abbreviation::kNone;
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
char ToLower(char c) { return IsUpper(c) ? static_cast<char>(c + 32) : c; }
char ToUpper(char c) { return IsLower(c) ? static_cast<char>(c - 32) : c; }

std::string Mapped(std::string_view word, char (*map)(char)) {
  std::string mapped(word);
  std::transform(word.begin(), word.end(), mapped.begin(), map);
  return mapped;
}

// "Approx" → "approx".
std::string Uncapitalised(std::string_view word) {
  std::string mapped(word);
  mapped[0] = ToLower(mapped[0]);
  return mapped;
}

// "dr", "DR" → "Dr".
std::string Capitalised(std::string_view word) {
  std::string mapped = Mapped(word, ToLower);
  if (!mapped.empty()) mapped[0] = ToUpper(mapped[0]);
  return mapped;
}

}  // namespace

Abbreviation LookUpAbbreviation(std::string_view word, bool fold_case) {
  if (word.empty() || word.size() > kLongestWord) return Abbreviation::kNone;
  const Abbreviation as_written = Find(word);
  if (as_written != Abbreviation::kNone) return as_written;
  const bool shouted =
      word.size() > 1 && std::none_of(word.begin(), word.end(), IsLower);
  if (shouted || fold_case) {
    const Abbreviation kind = Find(Capitalised(word));
    // Two shouted letters are more often an acronym (PA, MD), unless a title.
    const bool acronym = shouted && word.size() == 2 && kind != Abbreviation::kTitle;
    if (kind != Abbreviation::kNone && !acronym) return kind;
  }
  if (fold_case) return Find(Mapped(word, ToUpper));
  return word.size() > 1 ? Find(Uncapitalised(word)) : Abbreviation::kNone;
}

bool IsSentenceStarter(std::string_view word, bool fold_case) {
  if (word.empty() || word.size() > kLongestWord) return false;
  static const auto& starters =
      *new std::vector<std::string_view>(Words(data::sentence_starters()));
  if (std::binary_search(starters.begin(), starters.end(), word)) return true;
  return fold_case && std::binary_search(starters.begin(), starters.end(),
                                         std::string_view(Capitalised(word)));
}

bool IsTimeFollower(std::string_view word) {
  static const auto& followers =
      *new std::vector<std::string_view>(Words(data::time_followers()));
  return std::binary_search(followers.begin(), followers.end(), word);
}

}  // namespace rashomon
