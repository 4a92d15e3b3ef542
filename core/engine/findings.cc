#include "rashomon/findings.h"

#include <algorithm>

namespace rashomon {

size_t Findings::NumReuse() const {
  return static_cast<size_t>(std::count_if(
      reuse.begin(), reuse.end(),
      [](const ReuseFinding& f) { return !f.boilerplate() && !f.review; }));
}

size_t Findings::NumRaisedFacts() const {
  return static_cast<size_t>(std::count_if(
      facts.begin(), facts.end(),
      [](const FactFinding& f) { return IsRaised(f.verdict) && !f.review; }));
}

}  // namespace rashomon
