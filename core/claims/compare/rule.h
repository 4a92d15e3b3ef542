// What every rule of comparison takes and gives. docs/verdicts.md names them all.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_RULE_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_RULE_H_

#include <string>

#include "rashomon/claims.h"
#include "rashomon/findings.h"

namespace rashomon {

// Which of two claims was told later.
enum class Order { kUnknown, kSameDay, kFirstLater, kSecondLater };

struct Ruling {
  Verdict verdict = Verdict::kNotComparable;
  Severity severity = Severity::kMinor;
  std::string rule;
  std::string reason;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_RULE_H_
