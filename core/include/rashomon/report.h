// Findings for people and programs. Every function returns the whole output as
// one string; the texts of a corpus are hostile and are escaped for each format.
// `documents` are those of the audited corpus, by DocId; where `texts` are asked
// for, documents do too (audited_texts.h).

#ifndef RASHOMON_REPORT_H_
#define RASHOMON_REPORT_H_

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/audited_texts.h"
#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/findings.h"

namespace rashomon {

// The findings file, schema 1: docs/formats/findings.md.
std::string FindingsJsonLines(const AuditedTexts& texts, const Findings& findings);

// A row for every passage and claim, RFC 4180 with a header: docs/formats/csv.md.
// What a spreadsheet would take for a formula begins with an apostrophe.
std::string FindingsCsv(const AuditedTexts& texts, const Findings& findings);

// Gravest findings first, as headings and quotations in CommonMark.
std::string FindingsMarkdown(const AuditedTexts& texts, const Findings& findings);

// The bytes of an SQLite database: docs/formats/sqlite.md. Fails with Internal or
// ResourceExhausted where SQLite does.
absl::StatusOr<std::string> FindingsSqlite(const AuditedTexts& texts,
                                           const Findings& findings);

// Claims as JSON Lines, one {"type":"claim",…} a line, as `rashomon claims` prints.
std::string ClaimsJsonLines(absl::Span<const Document> documents,
                            absl::Span<const Claim> claims);

// Counts by unit, grade, verdict and source, as one JSON object.
std::string SummaryJson(absl::Span<const Document> documents, const Findings& findings);

struct TerminalOptions {
  int width = 80;      // columns
  bool color = false;  // ANSI colours
  // Findings shown of each part before "and 12 more"; 0: all.
  int max_findings = 20;
  // How long the run took, shown where it is more than 0.
  double seconds = 0;
  bool recall_curve = false;  // with which probability pairs are found, by similarity
};

// What a person reads after an audit: conflicts as value against value with
// both sentences, passages side by side with the difference marked.
std::string TerminalReport(absl::Span<const Document> documents,
                           const Findings& findings,
                           const TerminalOptions& options = {});

// Returns `text` as one line that is safe on a terminal: control characters and
// marks that turn the direction of text around are shown as signs (␛, ␀, U+FFFD),
// invalid bytes as U+FFFD, line breaks and tabs as spaces.
std::string Printable(std::string_view text);

// One self-contained HTML page that needs no network: docs/formats/report.md.
std::string HtmlReport(const AuditedTexts& texts, const Findings& findings);

// Writes `content` to `path`: to a file beside it first, which then takes the
// name, so that an interrupted write never leaves half a file.
absl::Status WriteFileAtomically(std::string_view path, std::string_view content);

}  // namespace rashomon

#endif  // RASHOMON_REPORT_H_
