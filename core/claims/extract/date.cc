#include "core/claims/extract/extractors.h"

namespace rashomon {
void ExtractDates(const AnnotatedText&, const Sentence&, const std::optional<std::string>&,
                  std::vector<Claim>&) {}
}  // namespace rashomon
