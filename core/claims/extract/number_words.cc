#include "core/claims/extract/number_words.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdlib>
#include <string>

#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {
namespace data {
std::string_view numerals();
}  // namespace data

namespace {

using Role = NumberRole;

Role RoleNamed(std::string_view name) {
  constexpr std::array<std::string_view, 14> kNames = {
      "unit", "teen",   "tens", "hundred", "scale",   "dozen",  "fraction",
      "half", "plural", "few",  "period",  "ordinal", "symbol", "glued"};
  for (size_t i = 0; i < kNames.size(); ++i) {
    if (kNames[i] == name) return static_cast<Role>(i);
  }
  return Role::kUnit;
}

double ToDouble(std::string_view s) {
  return std::strtod(std::string(s).c_str(), nullptr);
}

// Of a word only its first two letters and its length: what the gate looks at.
size_t GateIndex(std::string_view s) {
  const size_t second = s.size() > 1 ? static_cast<unsigned char>(s[1]) & 31 : 0;
  return (static_cast<unsigned char>(s[0]) & 31) | second << 5 |
         std::min<size_t>(s.size(), 15) << 10;
}

struct NumberWords {
  WordTable<NumberWord> words;
  std::bitset<16384> gate;
};

const NumberWords& Lexicon() {
  static const NumberWords* const lexicon = [] {
    auto* result = new NumberWords;
    for (const auto& row : LexiconRows(data::numerals())) {
      if (row.size() < 4) continue;
      const Role role = RoleNamed(row[1]);
      result->words.Add(row[0], {role, ToDouble(row[2]), ToDouble(row[3])});
      if (role < Role::kOrdinal) result->gate.set(GateIndex(row[0]));
    }
    return result;
  }();
  return *lexicon;
}

}  // namespace

const NumberWord* FindNumberWord(std::string_view lower) {
  if (lower.empty()) return nullptr;
  return Lexicon().words.Find(lower);
}

bool MayBeginNumber(const Word& word) {
  if (word.kind == WordKind::kNumber) return true;
  if (word.kind != WordKind::kWord) return false;
  static const NumberWords& lexicon = Lexicon();
  if (!lexicon.gate.test(GateIndex(word.lower))) return false;
  const NumberWord* found = FindNumberWord(word.lower);
  return found != nullptr && found->role < Role::kOrdinal;
}

}  // namespace rashomon
