#include "core/claims/telling.h"

#include <algorithm>
#include <array>
#include <string>

#include "absl/strings/ascii.h"
#include "core/base/strings.h"

namespace rashomon {
namespace {

template <size_t N>
bool Holds(const std::array<std::string_view, N>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool IsTelling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kTelling = {
      "said",  "says",     "say",    "told",   "tell",       "announced",
      "added", "announce", "stated", "saying", "announcing", "telling"};
  return Holds(kTelling, word);
}

// What may stand between the verb of telling and its day.
bool IsBesideTelling(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kBeside = {
      "on", "late",      "early", "here", "also",       "reporters",
      "a",  "statement", "in",    "news", "conference", "earlier"};
  return Holds(kBeside, word);
}

}  // namespace

bool IsTellingLemma(std::string_view lemma) {
  return lemma == "say" || lemma == "tell" || lemma == "announce" || lemma == "add" ||
         lemma == "state";
}

bool EndsInTelling(std::string_view text, size_t at) {
  for (int steps = 0; steps < 6; ++steps) {
    while (at > 0 && text[at - 1] == ' ') --at;
    size_t begin = at;
    while (begin > 0 &&
           absl::ascii_isalpha(static_cast<unsigned char>(text[begin - 1])))
      --begin;
    if (begin == at) return false;
    const std::string word =
        absl::AsciiStrToLower(ToAbsl(text.substr(begin, at - begin)));
    if (IsTelling(word)) return true;
    if (!IsBesideTelling(word)) return false;
    at = begin;
  }
  return false;
}

}  // namespace rashomon
