#include "core/claims/scope.h"

namespace rashomon {
void FillScope(const AnnotatedText&, const Sentence&, Claim&) {}
}  // namespace rashomon
