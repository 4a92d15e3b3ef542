// docs/formats/sqlite.md: the findings as a database, made in memory and handed
// out as the bytes of its file. Every text goes in as a bound parameter, shown as
// Printable shows it: a shell that prints it does as little as a browser.

#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "core/report/names.h"
#include "core/report/value_words.h"
#include "rashomon/report.h"
#include "sqlite3.h"

namespace rashomon {
namespace data {
std::string_view sqlite_schema();
}  // namespace data

namespace {

// A database in memory. The first error stays, and what follows it does nothing.
class Database {
 public:
  Database() { Check(sqlite3_open(":memory:", &db_)); }
  ~Database() { sqlite3_close(db_); }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  void Run(const std::string& sql) {
    if (ok()) Check(sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr));
  }

  void Check(int code) {
    if (!ok() || code == SQLITE_OK || code == SQLITE_DONE) return;
    error_ = absl::StrCat("sqlite: ", sqlite3_errmsg(db_));
  }

  bool ok() const { return error_.empty(); }
  sqlite3* get() { return db_; }

  absl::StatusOr<std::string> Bytes() {
    if (!ok()) return absl::InternalError(error_);
    sqlite3_int64 size = 0;
    const std::unique_ptr<unsigned char, void (*)(void*)> bytes(
        sqlite3_serialize(db_, "main", &size, 0), sqlite3_free);
    if (bytes == nullptr) return absl::ResourceExhaustedError("sqlite: out of memory");
    return std::string(bytes.get(), bytes.get() + size);
  }

 private:
  sqlite3* db_ = nullptr;
  std::string error_;
};

// A row that goes into a table again and again: call order ((value)* Insert)*.
class Inserter {
 public:
  Inserter(Database& db, std::string_view table, int columns) : db_(db) {
    if (!db_.ok()) return;
    std::string sql = absl::StrCat("INSERT INTO ", std::string(table), " VALUES (?");
    for (int i = 1; i < columns; ++i) sql += ",?";
    db_.Check(sqlite3_prepare_v2(db_.get(), (sql + ")").c_str(), -1, &row_, nullptr));
  }
  ~Inserter() { sqlite3_finalize(row_); }
  Inserter(const Inserter&) = delete;
  Inserter& operator=(const Inserter&) = delete;

  Inserter& Text(std::string_view text) {
    const std::string shown = Printable(text);
    if (!db_.ok()) return *this;
    db_.Check(sqlite3_bind_text64(row_, ++column_, shown.data(), shown.size(),
                                  SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Inserter& Text(const std::optional<std::string>& text) {
    return text ? Text(std::string_view(*text)) : Null();
  }
  Inserter& TextOrNull(std::string_view text) {
    return text.empty() ? Null() : Text(text);
  }
  Inserter& Whole(uint64_t number) {
    if (db_.ok()) {
      db_.Check(sqlite3_bind_int64(row_, ++column_, static_cast<int64_t>(number)));
    }
    return *this;
  }
  Inserter& WholeOrNull(const std::optional<uint32_t>& number) {
    return number ? Whole(*number) : Null();
  }
  Inserter& Number(double number) {
    if (!std::isfinite(number)) return Null();
    if (db_.ok()) db_.Check(sqlite3_bind_double(row_, ++column_, number));
    return *this;
  }
  Inserter& Null() {
    if (db_.ok()) db_.Check(sqlite3_bind_null(row_, ++column_));
    return *this;
  }
  void Insert() {
    column_ = 0;
    if (!db_.ok()) return;
    db_.Check(sqlite3_step(row_));
    sqlite3_reset(row_);
  }

 private:
  Database& db_;
  sqlite3_stmt* row_ = nullptr;
  int column_ = 0;
};

void SetReview(const std::optional<Review>& review, Inserter& row) {
  if (!review) {
    row.Null().Null();
    return;
  }
  row.Text(Name(review->judgement)).Text(std::string_view(review->note));
}

void AddRun(const Findings& findings, Database& db) {
  Inserter run(db, "run", 2);
  const auto add = [&run](std::string_view name, std::string_view value) {
    run.Text(name).Text(value).Insert();
  };
  add("tool", "rashomon " RASHOMON_VERSION);
  add("options_digest", findings.options_digest);
  add("paragraphs", absl::StrCat(findings.paragraphs));
  add("bytes", absl::StrCat(findings.bytes));
  add("min_jaccard", absl::StrCat(findings.options.min_jaccard));
  add("recall", absl::StrCat(findings.options.recall));
}

void AddDocuments(const AuditedTexts& texts, Database& db) {
  Inserter row(db, "document", 8);
  for (uint32_t i = 0; i < texts.documents().size(); ++i) {
    const Document& d = texts[DocId{i}];
    row.Whole(i).Text(std::string_view(d.id)).Text(d.title).Text(d.source);
    row.Text(d.published).Text(d.url).Whole(texts.Bytes(DocId{i}));
    row.Text(std::string_view(texts.Digest(DocId{i}))).Insert();
  }
}

void AddFacts(const AuditedTexts& texts, const Findings& findings, Database& db) {
  Inserter fact_row(db, "fact", 9), claim_row(db, "claim", 17);
  Inserter pair_row(db, "fact_pair", 6);
  for (size_t i = 0; i < findings.facts.size(); ++i) {
    const FactFinding& fact = findings.facts[i];
    const std::string id = absl::StrCat("F", i + 1);
    fact_row.Text(std::string_view(id)).Text(std::string_view(fact.key));
    fact_row.Text(Name(fact.verdict)).Text(Name(fact.severity)).Number(fact.confidence);
    fact_row.Text(std::string_view(fact.attribute)).Text(std::string_view(fact.topic));
    SetReview(fact.review, fact_row);
    fact_row.Insert();
    for (size_t k = 0; k < fact.claims.size(); ++k) {
      const Claim& claim = fact.claims[k].claim;
      const ClaimQuote quote = texts.Of(claim);
      claim_row.Text(std::string_view(id)).Whole(k).Whole(Index(claim.doc));
      claim_row.Whole(claim.span.begin).Whole(claim.span.end);
      claim_row.Text(quote.before).Text(quote.text).Text(quote.after);
      claim_row.TextOrNull(claim.subject).TextOrNull(claim.speaker);
      claim_row.Whole(fact.claims[k].group).WholeOrNull(fact.claims[k].copies_of);
      claim_row.Text(Name(claim.value.kind));
      claim_row.Text(std::string_view(ValueWords(claim.value)));
      const bool numeric = claim.value.kind <= ValueKind::kDuration;
      claim_row.Number(numeric ? claim.value.lo : NAN);
      claim_row.Number(numeric ? claim.value.hi : NAN);
      claim_row.TextOrNull(claim.value.unit).Insert();
    }
    for (const FactPair& pair : fact.pairs) {
      pair_row.Text(std::string_view(id)).Whole(pair.a).Whole(pair.b);
      pair_row.Text(Name(pair.verdict)).Text(std::string_view(pair.rule));
      pair_row.Text(std::string_view(pair.reason)).Insert();
    }
  }
}

void AddReuse(const AuditedTexts& texts, const Findings& findings, Database& db) {
  Inserter reuse_row(db, "reuse", 9), passage_row(db, "passage", 6);
  Inserter pair_row(db, "reuse_pair", 7);
  for (size_t i = 0; i < findings.reuse.size(); ++i) {
    const ReuseFinding& finding = findings.reuse[i];
    const std::string id = absl::StrCat("R", i + 1);
    reuse_row.Text(std::string_view(id)).Text(std::string_view(finding.key));
    reuse_row.Text(Name(finding.reach)).Text(Name(finding.grade));
    reuse_row.Text(Name(finding.unit)).TextOrNull(finding.boilerplate_reason);
    reuse_row.WholeOrNull(finding.first);
    SetReview(finding.review, reuse_row);
    reuse_row.Insert();
    for (size_t k = 0; k < finding.passages.size(); ++k) {
      const Passage& passage = finding.passages[k];
      passage_row.Text(std::string_view(id)).Whole(k).Whole(Index(passage.doc));
      passage_row.Whole(passage.span.begin).Whole(passage.span.end);
      passage_row.Text(texts.Of(passage)).Insert();
    }
    for (const ReusePair& pair : finding.pairs) {
      pair_row.Text(std::string_view(id)).Whole(pair.a).Whole(pair.b);
      pair_row.Number(pair.jaccard).Number(pair.containment[0]);
      pair_row.Number(pair.containment[1]);
      pair_row.Whole(pair.edits.size() + pair.edits_omitted).Insert();
    }
  }
}

void AddDiagnostics(const Findings& findings, Database& db) {
  Inserter row(db, "diagnostic", 5);
  for (const Diagnostic& d : findings.diagnostics) {
    row.TextOrNull(d.doc).TextOrNull(d.file).Whole(d.line).Whole(d.byte);
    row.Text(std::string_view(d.message)).Insert();
  }
}

}  // namespace

absl::StatusOr<std::string> FindingsSqlite(const AuditedTexts& texts,
                                           const Findings& findings) {
  Database db;
  db.Run(std::string(data::sqlite_schema()));
  db.Run("BEGIN");
  AddRun(findings, db);
  AddDocuments(texts, db);
  AddFacts(texts, findings, db);
  AddReuse(texts, findings, db);
  AddDiagnostics(findings, db);
  db.Run("COMMIT");
  return db.Bytes();
}

}  // namespace rashomon
