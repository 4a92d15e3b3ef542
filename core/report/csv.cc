// docs/formats/csv.md: one row for every passage and every claim, so that a
// spreadsheet can sort and filter them. RFC 4180: CRLF, quotes doubled.

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/value_words.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr std::array<const char*, 26> kColumns = {
    "finding", "kind",     "key",   "verdict", "severity",  "confidence", "attribute",
    "topic",   "reason",   "grade", "unit",    "jaccard",   "judgement",  "note",
    "number",  "document", "title", "source",  "published", "url",        "begin",
    "end",     "value",    "text",  "before",  "after"};

// Characters with which a spreadsheet begins a formula, wide forms included.
bool BeginsFormula(std::string_view text) {
  const size_t at = text.find_first_not_of(' ');
  if (at == std::string_view::npos) return false;
  text.remove_prefix(at);
  for (const std::string_view start : {"=", "+", "-", "@", "＝", "＋", "－", "＠"}) {
    if (text.starts_with(start)) return true;
  }
  return false;
}

std::string Cell(std::string_view text) {
  std::string shown = Printable(text);
  if (BeginsFormula(shown)) shown.insert(shown.begin(), '\'');
  if (shown.find_first_of(",\"") == std::string::npos) return shown;
  std::string quoted = "\"";
  for (const char c : shown) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

using Row = std::array<std::string, kColumns.size()>;

void Set(Row& row, std::string_view column, std::string_view text) {
  size_t i = 0;
  while (kColumns[i] != column) ++i;
  row[i].assign(text);
}

void AddRow(const Row& row, std::string& out) {
  for (size_t i = 0; i < row.size(); ++i) {
    if (i > 0) out += ',';
    out += Cell(row[i]);
  }
  out += "\r\n";
}

void SetDocument(const Document& document, ByteSpan span, Row& row) {
  Set(row, "document", document.id);
  Set(row, "title", document.title.value_or(""));
  Set(row, "source", document.source.value_or(""));
  Set(row, "published", document.published.value_or(""));
  Set(row, "url", document.url.value_or(""));
  Set(row, "begin", absl::StrCat(span.begin));
  Set(row, "end", absl::StrCat(span.end));
}

void SetReview(const std::optional<Review>& review, Row& row) {
  if (!review) return;
  Set(row, "judgement", Name(review->judgement));
  Set(row, "note", review->note);
}

void AddFact(const AuditedTexts& texts, const FactFinding& fact, size_t number,
             std::string& out) {
  Row row;
  Set(row, "finding", absl::StrCat("F", number));
  Set(row, "kind", "fact");
  Set(row, "key", fact.key);
  Set(row, "verdict", Name(fact.verdict));
  Set(row, "severity", Name(fact.severity));
  Set(row, "confidence", absl::StrFormat("%.3f", fact.confidence));
  Set(row, "attribute", fact.attribute);
  Set(row, "topic", fact.topic);
  for (const FactPair* pair : GravestReasons(fact, 1)) Set(row, "reason", pair->reason);
  SetReview(fact.review, row);
  for (size_t i = 0; i < fact.claims.size(); ++i) {
    const Claim& claim = fact.claims[i].claim;
    const ClaimQuote quote = texts.Of(claim);
    Set(row, "number", absl::StrCat(i));
    SetDocument(texts[claim.doc], claim.span, row);
    Set(row, "value", ValueWords(claim.value));
    Set(row, "text", quote.text);
    Set(row, "before", quote.before);
    Set(row, "after", quote.after);
    AddRow(row, out);
  }
}

void AddReuse(const AuditedTexts& texts, const ReuseFinding& finding, size_t number,
              std::string& out) {
  std::vector<double> jaccard(finding.passages.size(), 1);
  for (const ReusePair& pair : finding.pairs) {
    if (pair.b != 0) jaccard[pair.b] = pair.jaccard;
    if (pair.a != 0) jaccard[pair.a] = pair.jaccard;
  }
  Row row;
  Set(row, "finding", absl::StrCat("R", number));
  Set(row, "kind", finding.boilerplate() ? "boilerplate" : "reuse");
  Set(row, "key", finding.key);
  Set(row, "reason", finding.boilerplate_reason);
  Set(row, "grade", Name(finding.grade));
  Set(row, "unit", Name(finding.unit));
  SetReview(finding.review, row);
  for (size_t i = 0; i < finding.passages.size(); ++i) {
    const Passage& passage = finding.passages[i];
    Set(row, "jaccard", absl::StrFormat("%.3f", jaccard[i]));
    Set(row, "number", absl::StrCat(i));
    SetDocument(texts[passage.doc], passage.span, row);
    Set(row, "text", texts.Of(passage));
    AddRow(row, out);
  }
}

}  // namespace

std::string FindingsCsv(const AuditedTexts& texts, const Findings& findings) {
  std::string out;
  Row header;
  std::copy(kColumns.begin(), kColumns.end(), header.begin());
  AddRow(header, out);
  for (size_t i = 0; i < findings.facts.size(); ++i) {
    AddFact(texts, findings.facts[i], i + 1, out);
  }
  for (size_t i = 0; i < findings.reuse.size(); ++i) {
    AddReuse(texts, findings.reuse[i], i + 1, out);
  }
  return out;
}

}  // namespace rashomon
