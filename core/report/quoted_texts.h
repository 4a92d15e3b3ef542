// Collects the quotations of a findings file while it is read.

#ifndef RASHOMON_CORE_REPORT_QUOTED_TEXTS_H_
#define RASHOMON_CORE_REPORT_QUOTED_TEXTS_H_

#include <cstdint>
#include <memory>
#include <string>

#include "absl/types/span.h"
#include "rashomon/audited_texts.h"

namespace rashomon {

class QuotedTexts {
 public:
  QuotedTexts();

  // Call order: (AddDocument | Add)* Finish. A place added twice keeps the text
  // that was added first.
  void AddDocument(uint64_t bytes, std::string digest);
  void Add(const Passage& passage, std::string text);
  void Add(const Claim& claim, std::string before, std::string text, std::string after);

  // Returns the quotations, those of `documents`, which must live as long.
  AuditedTexts Finish(absl::Span<const Document> documents) &&;

 private:
  std::shared_ptr<AuditedTexts::Quoted> quoted_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_QUOTED_TEXTS_H_
