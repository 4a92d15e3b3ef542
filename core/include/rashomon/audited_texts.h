// What outputs may show of the texts of an audit: all of them after a run, and of
// a findings file that was read back (findings_file.h) what is quoted in it.
//
//   std::string page = rashomon::HtmlReport(corpus->documents(), *findings);
//   std::string same = rashomon::HtmlReport(file->texts, file->findings);

#ifndef RASHOMON_AUDITED_TEXTS_H_
#define RASHOMON_AUDITED_TEXTS_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// A claim in its sentence; of a long sentence what is near the claim.
struct ClaimQuote {
  std::string_view before;
  std::string_view text;
  std::string_view after;
};

// Cheap to copy. Views what it was made of: documents and their texts must live
// as long; quotations read from a file are kept alive by it.
class AuditedTexts {
 public:
  // Whole texts, those of `documents`. Converts, so that whoever has documents can
  // hand them to an output.
  AuditedTexts(absl::Span<const Document> documents);
  AuditedTexts(const std::vector<Document>& documents);

  absl::Span<const Document> documents() const { return documents_; }
  const Document& operator[](DocId doc) const { return documents_[Index(doc)]; }

  // Whether the documents have their texts, and not quotations alone.
  bool whole() const { return quoted_ == nullptr; }

  // What stands at a passage or a claim of the findings that these texts belong
  // to; empty where it is not known. Views.
  std::string_view Of(const Passage& passage) const;
  ClaimQuote Of(const Claim& claim) const;

  // Length and xxh3-128 of the document's text.
  uint64_t Bytes(DocId doc) const;
  std::string Digest(DocId doc) const;

 private:
  friend class QuotedTexts;
  struct Quoted;

  absl::Span<const Document> documents_;
  std::shared_ptr<const Quoted> quoted_;
};

}  // namespace rashomon

#endif  // RASHOMON_AUDITED_TEXTS_H_
