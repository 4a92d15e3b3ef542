// The words that stand in outputs for the enumerations of the API: the only
// place that spells them.

#ifndef RASHOMON_CORE_REPORT_NAMES_H_
#define RASHOMON_CORE_REPORT_NAMES_H_

#include <optional>
#include <string>
#include <string_view>

#include "rashomon/claims.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

std::string_view Name(Reach reach);           // within, across
std::string_view Name(Grade grade);           // exact, near, paraphrase
std::string_view Name(Unit unit);             // document, paragraph, passage
std::string_view Name(Verdict verdict);       // conflict, …, not-comparable
std::string_view Name(Severity severity);     // major, minor
std::string_view Name(Judgement judgement);   // right, wrong, resolved
std::string_view Name(ValueKind kind);        // number, money, …
std::string_view Name(Qualifier qualifier);   // exact, about, more-than, …
std::string_view Name(Change change);         // none, up, down
std::string_view Name(VerdictFilter filter);  // raised, all
std::string_view Name(SearchEngine engine);   // minhash, simhash, both

// The enumerator that is called `name`, of those from 0 to `last`.
template <typename Enum>
std::optional<Enum> Named(std::string_view name, Enum last) {
  for (int i = 0; i <= static_cast<int>(last); ++i) {
    if (Name(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

// How documents were searched: "18 bands of 5 rows", "SimHash within 8 bits".
std::string SearchedBy(const RecallContract& recall);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_NAMES_H_
