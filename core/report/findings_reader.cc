// findings_json.cc the other way round: docs/formats/findings.md, line by line.

#include <limits>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/report/json.h"
#include "core/report/json_cursor.h"
#include "core/report/names.h"
#include "core/report/quoted_texts.h"
#include "rashomon/findings_file.h"

namespace rashomon {
namespace {

constexpr uint64_t kMostBytes = std::numeric_limits<uint32_t>::max();
constexpr uint64_t kMost32 = std::numeric_limits<uint32_t>::max();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

uint32_t Whole32(const JsonCursor& at, uint64_t most = kMost32) {
  return static_cast<uint32_t>(at.Whole(most));
}

template <typename Enum>
Enum ReadName(const JsonCursor& at, Enum last) {
  const std::optional<Enum> found = Named(at.Text(), last);
  if (!found) at.Fail("a word that this format knows");
  return found.value_or(Enum{});
}

// Reads the lines of one file, in order.
class FindingsReader {
 public:
  FindingsReader() : documents_(std::make_unique<std::vector<Document>>()) {}

  // Reads one line; notes in `errors` what is wrong with it.
  void Read(const JsonCursor& line) {
    const std::string type = line["type"].Text();
    if (!has_run_ && type != "run") return line.Fail("the run line, which is first");
    if (type == "run") ReadRun(line);
    if (type == "document") ReadDocument(line);
    if (type == "reuse") ReadReuse(line);
    if (type == "fact") ReadFact(line);
    if (type == "diagnostic") ReadDiagnostic(line);
  }

  bool has_run() const { return has_run_; }

  FindingsFile Finish() && {
    FindingsFile file;
    file.texts = std::move(quoted_).Finish(*documents_);
    file.documents = std::move(documents_);
    file.findings = std::move(findings_);
    return file;
  }

 private:
  void ReadRun(const JsonCursor& line) {
    if (has_run_) line["type"].Fail("\"run\" a second time");
    if (line["schema"].Whole() != 1) line["schema"].Fail("1");
    has_run_ = true;
    const JsonCursor options = line["options"];
    FindingOptions& o = findings_.options;
    o.min_jaccard = options["min_jaccard"].Number(0);
    o.recall = options["recall"].Number(0);
    o.engine = ReadName(options["engine"], SearchEngine::kBoth);
    o.min_words = Whole32(options["min_words"]);
    o.verdicts = ReadName(options["verdicts"], VerdictFilter::kAll);
    const JsonCursor mute = options["mute"];
    for (size_t i = 0; i < mute.size(); ++i) o.mute.push_back(mute.At(i).Text());
    o.since = options["since"].TextOrNone();
    findings_.options_digest = line["options_digest"].Text();
    findings_.paragraphs = line["paragraphs"].Whole();
    findings_.bytes = line["bytes"].Whole();
    const JsonCursor recall = line["recall"];
    findings_.recall.min_jaccard = recall["min_jaccard"].Number(0);
    findings_.recall.target = recall["target"].Number(0);
    findings_.recall.bands = Whole32(recall["bands"]);
    findings_.recall.rows = Whole32(recall["rows"]);
    findings_.recall.distance = Whole32(recall["distance"]);
    findings_.recall.seed_words = Whole32(recall["seed_words"]);
  }

  void ReadDocument(const JsonCursor& line) {
    Document document;
    document.id = line["doc"].Text();
    document.title = line["title"].TextOrNone();
    document.source = line["source"].TextOrNone();
    document.published = line["published"].TextOrNone();
    document.url = line["url"].TextOrNone();
    const auto number = static_cast<uint32_t>(documents_->size());
    if (!by_id_.try_emplace(document.id, number).second) {
      line["doc"].Fail("the id of one document only");
    }
    bytes_.push_back(Whole32(line["bytes"], kMostBytes));
    quoted_.AddDocument(bytes_.back(), line["digest"].Text());
    documents_->push_back(std::move(document));
  }

  DocId ReadDoc(const JsonCursor& at) {
    const auto found = by_id_.find(at.Text());
    if (found != by_id_.end()) return DocId{found->second};
    at.Fail("the id of a document of this file");
    return DocId{0};
  }

  ByteSpan Checked(const JsonCursor& begin, const JsonCursor& end, DocId doc) {
    const uint32_t most = Index(doc) < bytes_.size() ? bytes_[Index(doc)] : 0;
    ByteSpan span;
    span.end = Whole32(end, most);
    span.begin = Whole32(begin, span.end);
    return span;
  }

  ByteSpan ReadSpan(const JsonCursor& at, DocId doc) {
    if (at.size() != 2) at.Fail("a pair of offsets");
    return Checked(at.At(0), at.At(1), doc);
  }

  static std::optional<uint32_t> ReadIndexOrNull(const JsonCursor& at, size_t below) {
    if (!at.present()) return std::nullopt;
    return ReadIndex(at, below);
  }

  static uint32_t ReadIndex(const JsonCursor& at, size_t below) {
    if (below == 0) at.Fail("an index of something that is there");
    return Whole32(at, below == 0 ? 0 : below - 1);
  }

  static std::optional<Review> ReadReview(const JsonCursor& at) {
    if (!at.present()) return std::nullopt;
    Review review;
    review.judgement = ReadName(at["judgement"], Judgement::kResolved);
    review.note = at["note"].Text();
    review.followed = at["followed"].Bool();
    return review;
  }

  void ReadReuse(const JsonCursor& line) {
    ReuseFinding f;
    f.key = line["key"].Text();
    f.reach = ReadName(line["scope"], Reach::kAcross);
    f.grade = ReadName(line["grade"], Grade::kParaphrase);
    f.unit = ReadName(line["unit"], Unit::kPassage);
    if (line["boilerplate"].Bool()) {
      f.boilerplate_reason = line["boilerplate_reason"].Text();
    }
    const JsonCursor passages = line["passages"];
    for (size_t i = 0; i < passages.size(); ++i) {
      const JsonCursor row = passages.At(i);
      Passage p;
      p.doc = ReadDoc(row["doc"]);
      p.span = Checked(row["begin"], row["end"], p.doc);
      quoted_.Add(p, row["text"].Text());
      f.passages.push_back(p);
    }
    f.first = ReadIndexOrNull(line["first"], f.passages.size());
    const JsonCursor pairs = line["pairs"];
    for (size_t i = 0; i < pairs.size(); ++i) {
      f.pairs.push_back(ReadReusePair(pairs.At(i), f.passages));
    }
    f.review = ReadReview(line["review"]);
    findings_.reuse.push_back(std::move(f));
  }

  ReusePair ReadReusePair(const JsonCursor& row, const std::vector<Passage>& passages) {
    ReusePair pair;
    pair.a = ReadIndex(row["a"], passages.size());
    pair.b = ReadIndex(row["b"], passages.size());
    pair.jaccard = row["jaccard"].Number(0);
    const JsonCursor shares = row["containment"];
    if (shares.size() != 2) shares.Fail("a pair of shares");
    pair.containment = {shares.At(0).Number(0), shares.At(1).Number(0)};
    const JsonCursor edits = row["edits"];
    const size_t count = passages.empty() ? 0 : edits.size();
    for (size_t i = 0; i < count; ++i) {
      const JsonCursor edit = edits.At(i);
      pair.edits.push_back({ReadSpan(edit["a"], passages[pair.a].doc),
                            ReadSpan(edit["b"], passages[pair.b].doc)});
    }
    if (const JsonCursor omitted = row["edits_omitted"]; omitted.present()) {
      pair.edits_omitted = Whole32(omitted);
    }
    return pair;
  }

  static Value ReadValue(const JsonCursor& at) {
    Value value;
    value.kind = ReadName(at["kind"], ValueKind::kText);
    if (value.kind == ValueKind::kDate) {
      value.date = DateInterval{at["lo"].TextOrEmpty(), at["hi"].TextOrEmpty()};
    } else if (value.kind <= ValueKind::kDuration) {
      value.lo = at["lo"].Number(-kInfinity);
      value.hi = at["hi"].Number(kInfinity);
    }
    value.unit = at["unit"].TextOrEmpty();
    value.qualifier = ReadName(at["qualifier"], Qualifier::kVague);
    value.affirmed = at["affirmed"].Bool();
    value.predicate = at["predicate"].TextOrEmpty();
    value.text = at["text"].TextOrEmpty();
    return value;
  }

  FactClaim ReadClaim(const JsonCursor& row, size_t claims) {
    FactClaim out;
    Claim& claim = out.claim;
    claim.doc = ReadDoc(row["doc"]);
    claim.span = Checked(row["begin"], row["end"], claim.doc);
    claim.context = ReadSpan(row["context"], claim.doc);
    claim.subject = row["subject"].TextOrEmpty();
    claim.speaker = row["speaker"].TextOrEmpty();
    out.group = Whole32(row["group"]);
    out.copies_of = ReadIndexOrNull(row["copies_of"], claims);
    claim.value = ReadValue(row["value"]);
    claim.value_span = ReadSpan(row["value_span"], claim.doc);
    quoted_.Add(claim, row["before"].Text(), row["text"].Text(), row["after"].Text());
    return out;
  }

  void ReadFact(const JsonCursor& line) {
    FactFinding f;
    f.key = line["key"].Text();
    f.verdict = ReadName(line["verdict"], Verdict::kNotComparable);
    f.severity = ReadName(line["severity"], Severity::kMajor);
    f.confidence = line["confidence"].Number(0);
    f.attribute = line["attribute"].Text();
    f.topic = line["topic"].Text();
    const JsonCursor claims = line["claims"];
    for (size_t i = 0; i < claims.size(); ++i) {
      f.claims.push_back(ReadClaim(claims.At(i), claims.size()));
    }
    const JsonCursor pairs = line["pairs"];
    for (size_t i = 0; i < pairs.size(); ++i) {
      const JsonCursor row = pairs.At(i);
      FactPair& pair = f.pairs.emplace_back();
      pair.a = ReadIndex(row["a"], f.claims.size());
      pair.b = ReadIndex(row["b"], f.claims.size());
      pair.verdict = ReadName(row["verdict"], Verdict::kNotComparable);
      pair.rule = row["rule"].Text();
      pair.reason = row["reason"].Text();
    }
    if (const JsonCursor timeline = line["timeline"]; timeline.present()) {
      for (size_t i = 0; i < timeline.size(); ++i) {
        f.timeline.push_back(ReadTime(timeline.At(i), f.claims.size()));
      }
    }
    f.claims_omitted = ReadCount(line["claims_omitted"]);
    f.copies_omitted = ReadCount(line["copies_omitted"]);
    f.review = ReadReview(line["review"]);
    findings_.facts.push_back(std::move(f));
  }

  static uint32_t ReadCount(const JsonCursor& at) {
    return at.present() ? Whole32(at) : 0;
  }

  static FactTime ReadTime(const JsonCursor& row, size_t num_claims) {
    FactTime time;
    time.day = row["as_of"].Text();
    time.group = Whole32(row["group"]);
    const JsonCursor claims = row["claims"];
    if (claims.size() == 0) claims.Fail("the indexes of one claim or more");
    for (size_t i = 0; i < claims.size(); ++i) {
      time.claims.push_back(ReadIndex(claims.At(i), num_claims));
    }
    return time;
  }

  void ReadDiagnostic(const JsonCursor& line) {
    Diagnostic d;
    d.doc = line["doc"].TextOrEmpty();
    d.file = line["file"].TextOrEmpty();
    if (const JsonCursor number = line["line"]; number.present()) {
      d.line = number.Whole();
    }
    d.byte = line["byte"].Whole();
    d.message = line["message"].Text();
    findings_.diagnostics.push_back(std::move(d));
  }

  bool has_run_ = false;
  std::unique_ptr<std::vector<Document>> documents_;
  std::vector<uint32_t> bytes_;  // of each document
  absl::flat_hash_map<std::string, uint32_t> by_id_;
  QuotedTexts quoted_;
  Findings findings_;
};

absl::Status Error(std::string_view name, size_t line, std::string_view what) {
  return absl::InvalidArgumentError(
      absl::StrCat(std::string(name), ":", line, ": ", std::string(what)));
}

}  // namespace

absl::StatusOr<FindingsFile> ReadFindings(std::string_view lines,
                                          std::string_view name) {
  FindingsReader reader;
  size_t number = 0;
  for (size_t begin = 0; begin < lines.size();) {
    const size_t end = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = lines.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    Json json;
    try {
      json = Json::parse(line);
    } catch (const Json::parse_error& error) {
      const size_t byte = error.byte > 0 ? error.byte - 1 : 0;
      return Error(name, number, absl::StrCat("byte ", byte, ": not JSON"));
    }
    JsonErrors errors;
    reader.Read(JsonCursor(json, errors));
    if (!errors.first.empty()) return Error(name, number, errors.first);
  }
  if (!reader.has_run()) return Error(name, 1, "no run line: not a findings file");
  return std::move(reader).Finish();
}

absl::Status AttachTexts(absl::Span<const Document> corpus, FindingsFile& file) {
  absl::flat_hash_map<std::string_view, const Document*> by_id;
  for (const Document& d : corpus) by_id.emplace(d.id, &d);
  std::vector<std::string_view> texts;
  for (uint32_t i = 0; i < file.documents->size(); ++i) {
    const std::string& id = (*file.documents)[i].id;
    const auto found = by_id.find(id);
    if (found == by_id.end()) {
      return absl::NotFoundError(absl::StrCat(id, ": not in this corpus"));
    }
    texts.push_back(found->second->text);
    if (Digest128(texts.back()) != file.texts.Digest(DocId{i})) {
      return absl::FailedPreconditionError(
          absl::StrCat(id, ": the text is not the one that was audited"));
    }
  }
  for (size_t i = 0; i < texts.size(); ++i) (*file.documents)[i].text = texts[i];
  file.texts = AuditedTexts(*file.documents);
  return absl::OkStatus();
}

}  // namespace rashomon
