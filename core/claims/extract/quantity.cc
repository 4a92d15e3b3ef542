#include "core/claims/extract/extractors.h"

namespace rashomon {
void ExtractQuantities(const AnnotatedText&, const Sentence&, std::vector<Claim>&) {}
}  // namespace rashomon
