// What a rule of comparison says of two claims.

#ifndef RASHOMON_CORE_CLAIMS_COMPARE_PAIR_H_
#define RASHOMON_CORE_CLAIMS_COMPARE_PAIR_H_

#include <cstdint>
#include <string>

#include "rashomon/findings.h"

namespace rashomon {

struct ComparedPair {
  uint32_t a = 0;  // indexes into the claims that were compared, a < b
  uint32_t b = 0;
  Verdict verdict = Verdict::kNotComparable;
  Severity severity = Severity::kMinor;
  double confidence = 0;
  std::string rule;
  std::string reason;
  std::string attribute;
  std::string topic;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_COMPARE_PAIR_H_
