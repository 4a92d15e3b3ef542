#include "rashomon/corpus.h"

namespace rashomon {

struct Corpus::Rep {
  std::vector<Document> documents;
  std::vector<Diagnostic> diagnostics;
};

Corpus::Corpus() : rep_(std::make_unique<Rep>()) {}
Corpus::Corpus(Corpus&&) noexcept = default;
Corpus& Corpus::operator=(Corpus&&) noexcept = default;
Corpus::~Corpus() = default;
absl::Span<const Document> Corpus::documents() const { return rep_->documents; }
absl::Span<const Diagnostic> Corpus::diagnostics() const { return rep_->diagnostics; }
std::string ToString(const Diagnostic& d) { return d.message; }
Corpus Corpus::Of(absl::Span<const Document>) { return {}; }
absl::StatusOr<Corpus> ReadCorpus(absl::Span<const std::string>, const CorpusOptions&) {
  return Corpus();
}

}  // namespace rashomon
