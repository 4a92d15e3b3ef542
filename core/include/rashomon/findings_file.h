// The findings file read back: for other views of an audit, long after it.
//
//   auto file = rashomon::ReadFindings(bytes, "findings.jsonl");
//   if (file.ok()) std::cout << rashomon::FindingsCsv(file->texts, file->findings);
//
// What this version wrote reads back whole: written again, it is the same bytes.

#ifndef RASHOMON_FINDINGS_FILE_H_
#define RASHOMON_FINDINGS_FILE_H_

#include <memory>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/audited_texts.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

struct FindingsFile {
  // The documents of the file; those of `texts`. Movable, the views stay valid.
  std::unique_ptr<std::vector<Document>> documents;
  AuditedTexts texts = std::vector<Document>{};
  Findings findings;
};

// Reads `lines`, a findings file of schema 1 (docs/formats/findings.md), called
// `name` in errors. Keys and types of lines that it does not know are skipped.
// Fails with InvalidArgument at the first line that is not as the format says,
// naming line and, of broken JSON, byte, else the field: "findings.jsonl:41:
// passages[2].begin is not a whole number of at most 4449".
absl::StatusOr<FindingsFile> ReadFindings(std::string_view lines,
                                          std::string_view name);

// Gives `file` the whole texts of its documents, which stand in `corpus` by their
// ids; the texts must live as long as `file`. Fails with NotFound where one is
// missing and with FailedPrecondition where a text is not the one that was audited
// (by its digest), naming it; then `file` is as it was.
absl::Status AttachTexts(absl::Span<const Document> corpus, FindingsFile& file);

}  // namespace rashomon

#endif  // RASHOMON_FINDINGS_FILE_H_
