// News writes counts from 1,000 with a comma, so four bare digits of our own
// times are a year unless a neighbour says otherwise; older and later ones need
// a neighbour that says so. The neighbours are data: year_neighbours.tsv.

#include "core/claims/extract/date_year.h"

#include <string>

#include "absl/container/flat_hash_map.h"
#include "core/base/strings.h"
#include "core/claims/lexicon.h"

namespace rashomon {
namespace data {
std::string_view year_neighbours();
}  // namespace data

namespace {

enum class Neighbour {
  kNone,
  kAsks,     // before: in, since, until
  kForbids,  // before: $, about, Agenda
  kMonth,    // before: a month or season
  kCounted,  // behind: people, metres
};

Neighbour Find(std::string_view lower, bool before) {
  static const auto* const kTable = [] {
    auto* table = new absl::flat_hash_map<std::string, Neighbour>;
    for (const auto& row : LexiconRows(data::year_neighbours())) {
      (*table)[std::string(row[0]) + (row[1] == "counted" ? ">" : "<")] =
          row[1] == "asks"      ? Neighbour::kAsks
          : row[1] == "forbids" ? Neighbour::kForbids
                                : Neighbour::kCounted;
    }
    return table;
  }();
  const auto it = kTable->find(std::string(lower) + (before ? '<' : '>'));
  return it == kTable->end() ? Neighbour::kNone : it->second;
}

Neighbour Before(const DateWords& words, size_t i) {
  if (i == 0) return Neighbour::kNone;
  if (words.Is(i - 1, DateRole::kMonth) || words.Is(i - 1, DateRole::kSeason)) {
    return Neighbour::kMonth;
  }
  const std::string_view before = words.Lower(i - 1);
  const std::string_view second = i > 1 ? words.Lower(i - 2) : "";
  // "no later than 2018", "dates back to 1865".
  if (before == "than" && (second == "later" || second == "earlier")) {
    return Neighbour::kAsks;
  }
  if (before == "to" && (second == "back" || second == "dates" || second == "dating")) {
    return Neighbour::kAsks;
  }
  return Find(before, true);
}

}  // namespace

bool IsCountedNoun(const DateWords& words, size_t i) {
  return words.IsWord(i) && words.SpaceBefore(i) &&
         (words.Is(i, DateRole::kUnit) ||
          Find(words.Lower(i), false) == Neighbour::kCounted);
}

bool ReadsAsYear(const DateWords& words, size_t i) {
  const int year = words.Integer(i);
  if (words.NumDigits(i) != 4 || year < 1000 || year > 2199) return false;
  const Neighbour before = Before(words, i);
  if (before == Neighbour::kForbids) return false;
  const bool glued_before = i > 0 && !words.SpaceBefore(i);
  if (glued_before && words.Lower(i - 1) != "(" && !words.IsDash(i - 1) &&
      words.Lower(i - 1) != "‘" && words.Lower(i - 1) != "“" &&
      words.Lower(i - 1) != "[" && words.Lower(i - 1) != "\"") {
    return false;
  }
  // "B-2000", "T-1000": a name's number; "mid-2011" has its own rule before.
  if (glued_before && words.IsDash(i - 1) && i > 1 && words.IsWord(i - 2) &&
      !words.SpaceBefore(i - 1) && !words.Is(i - 2, DateRole::kPart)) {
    return false;
  }
  const std::string_view next = words.Lower(i + 1);
  if (next == "%" || next == "percent" || next == "/" || next == ":" || next == "°") {
    return false;
  }
  if (words.IsWord(i + 1) && !words.SpaceBefore(i + 1)) return false;  // 2000m
  if (words.IsDash(i + 1) && words.IsWord(i + 2) && !words.SpaceBefore(i + 1) &&
      !words.SpaceBefore(i + 2) && IsCountedNoun(words, i + 2)) {
    return false;
  }
  if (IsCountedNoun(words, i + 1)) return false;
  if (before == Neighbour::kAsks || before == Neighbour::kMonth) return true;
  const bool ours = year >= 1900 && year <= 2059;
  if (!ours) return false;
  // "Vision 2030", "Windows 2000", "No. 1984": the number of a name.
  if (i > 0 && words.IsWord(i - 1) && words.IsCapital(i - 1) && i > 1) return false;
  if (i > 0 && words.IsNumber(i - 1)) return false;
  return true;
}

}  // namespace rashomon
