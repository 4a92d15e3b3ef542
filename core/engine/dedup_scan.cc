// Lines are collected to a batch, which is cut into as many parts as keep the threads
// busy; what the parts found is appended in the order of the lines. One thread takes
// every line as it comes, while it is in the cache.

#include "core/engine/dedup_scan.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/base/status_macros.h"
#include "core/io/corpus_builder.h"
#include "core/io/line_reader.h"
#include "core/io/walk_corpus.h"
#include "core/report/json.h"
#include "core/text/segment.h"

namespace rashomon {
namespace {

constexpr uint64_t kBatchBytes = uint64_t{4} << 20;
constexpr size_t kPartsPerThread = 4;

// A line, and where to find it again.
struct PlacedLine {
  RawLine line;
  uint32_t file = 0;
  uint64_t offset = 0;
};

// What some lines, one after the other, hold.
struct Found {
  std::vector<RecordRow> records;  // `names` from the begin of these names
  std::vector<UnitRow> units;      // `record` from the begin of these records
  std::string names;
  std::vector<char> sketches;
  std::vector<Complaint> complaints;

  void Clear() {
    records.clear();
    units.clear();
    names.clear();
    sketches.clear();
    complaints.clear();
  }
};

// Reads lines. For one thread.
class LineScanner {
 public:
  LineScanner(const DedupSketcher& sketcher, const DedupOptions& options,
              const CorpusOptions& corpus_options)
      : sketcher_(sketcher),
        options_(options),
        corpus_options_(corpus_options),
        reader_(corpus_options_, unused_arena_),
        shingles_(options.unit) {}

  void Scan(const PlacedLine& placed, const std::string& file_name, Found& found) {
    if (std::optional<RecordView> view = reader_.View(placed.line.bytes)) {
      if (view->id.empty()) view->id = NameOf(placed, file_name);
      return Add(placed, *view, found);
    }
    Arena arena;
    rashomon::Record record =
        RecordReader(corpus_options_, arena).ReadPlainly(placed.line.bytes);
    // Of a line that damage cut short there is nothing to say but the damage.
    if (placed.line.cut_off && !record.document) return;
    std::string id;
    if (record.document) {
      id = record.document->id;
      if (id.empty()) id = NameOf(placed, file_name);
      const std::string published = record.document->published.value_or("");
      Add(placed, {id, record.document->text, published}, found);
    }
    for (Trouble& trouble : record.troubles) {
      found.complaints.push_back({{.doc = id,
                                   .file = file_name,
                                   .line = placed.line.number,
                                   .byte = placed.line.skipped + trouble.byte,
                                   .message = std::move(trouble.message)},
                                  placed.file});
    }
  }

 private:
  static std::string NameOf(const PlacedLine& placed, const std::string& file_name) {
    return absl::StrCat(file_name, ":", placed.line.number);
  }

  void Add(const PlacedLine& placed, const RecordView& view, Found& found) {
    found.records.push_back(
        {.offset = placed.offset,
         .line = placed.line.number,
         .names = found.names.size(),
         .length = static_cast<uint32_t>(placed.line.bytes.size()),
         .file = placed.file,
         .id_bytes = static_cast<uint32_t>(view.id.size()),
         .published_bytes = static_cast<uint32_t>(view.published.size()),
         .text_bytes = static_cast<uint32_t>(view.text.size()),
         .id_hash = static_cast<uint32_t>(Hash64(view.id))});
    found.names.append(view.id).append(view.published);
    const ByteSpan whole = {0, static_cast<uint32_t>(view.text.size())};
    if (options_.unit == Unit::kDocument) return AddUnit(view.text, whole, 1, found);
    if (options_.unit == Unit::kPassage) return;
    for (const ByteSpan paragraph : Paragraphs(view.text)) {
      AddUnit(view.text, paragraph, options_.min_words, found);
    }
  }

  void AddUnit(std::string_view text, ByteSpan span, uint32_t min_words, Found& found) {
    const std::vector<uint64_t>& shingles = shingles_.Of(span.In(text));
    if (shingles_.num_words() < min_words) return;
    UnitRow row = {.record = static_cast<uint32_t>(found.records.size() - 1),
                   .span = span,
                   .shingles = static_cast<uint32_t>(shingles.size())};
    row.digest = Hash128({reinterpret_cast<const char*>(shingles.data()),
                          shingles.size() * sizeof(uint64_t)});
    found.units.push_back(row);
    const size_t before = found.sketches.size();
    found.sketches.resize(before + sketcher_.sketch_bytes());
    sketcher_.Sketch(shingles, slots_, found.sketches.data() + before);
  }

  const DedupSketcher& sketcher_;
  const DedupOptions& options_;
  const CorpusOptions& corpus_options_;
  Arena unused_arena_;
  RecordReader reader_;
  UnitShingles shingles_;
  std::vector<uint32_t> slots_;
};

class Scan : public CorpusSink {
 public:
  Scan(const DedupSketcher& sketcher, const DedupOptions& options,
       const CorpusOptions& corpus_options, const RunOptions& run)
      : corpus_options_(corpus_options),
        run_(run),
        threads_(NumThreads(run.threads)),
        batch_bytes_(run.memory_bytes == 0
                         ? kBatchBytes
                         : std::min(kBatchBytes, run.memory_bytes / 32)),
        result_{std::make_unique<DedupCorpus>(sketcher, run.memory_bytes), {}, 0} {
    const size_t parts =
        threads_ == 1 ? 1 : static_cast<size_t>(threads_) * kPartsPerThread;
    for (size_t i = 0; i < parts; ++i) {
      scanners_.push_back(
          std::make_unique<LineScanner>(sketcher, options, corpus_options_));
    }
    found_.resize(parts);
  }

  absl::Status BeginFile(std::string_view name) override {
    file_ = result_.corpus->files.Add(name);
    plain_ = false;
    return absl::OkStatus();
  }

  // A text file is the record that will be written for it.
  absl::Status AddText(const std::string& id, std::string_view text) override {
    for (Diagnostic& trouble : TextTroubles(id, text)) {
      trouble.file = result_.corpus->files[file_].name;
      result_.complaints.push_back({std::move(trouble), file_});
    }
    Json record;
    record[corpus_options_.id_field] = id;
    record[corpus_options_.text_field] = std::string(text);
    std::string line = Dump(record);
    const size_t size = line.size();
    if (size > kMaxDocumentBytes) {
      Complain(id, 0, 0, "4 GiB or more as a line of JSON; left out");
      return absl::OkStatus();
    }
    line.resize(size + LineReader::kPadding);
    return AddLine({.bytes = std::string_view(line).substr(0, size)});
  }

  absl::Status BeginLines(bool is_plain_file) override {
    plain_ = is_plain_file;
    return plain_ ? result_.corpus->files.SetPlain() : absl::OkStatus();
  }

  absl::Status AddLine(const RawLine& line) override {
    PlacedLine placed = {line, file_, line.file_offset};
    if (!plain_) {
      RASHOMON_ASSIGN_OR_RETURN(placed.offset, result_.corpus->files.Spool(line.bytes));
      RASHOMON_RETURN_IF_ERROR(EndSpooledLine());
    }
    if (threads_ == 1) {
      scanners_[0]->Scan(placed, result_.corpus->files[file_].name, found_[0]);
      return found_[0].names.size() + found_[0].sketches.size() < kFoundBytes
                 ? absl::OkStatus()
                 : Append(found_[0]);
    }
    lines_.push_back(placed);
    begins_.push_back(batch_.size());
    batch_.insert(batch_.end(), line.bytes.begin(), line.bytes.end());
    return batch_.size() < batch_bytes_ ? absl::OkStatus() : Flush();
  }

  void Complain(std::string_view doc, uint64_t line, uint64_t byte,
                std::string message) override {
    result_.complaints.push_back({{.doc = std::string(doc),
                                   .file = result_.corpus->files[file_].name,
                                   .line = line,
                                   .byte = byte,
                                   .message = std::move(message)},
                                  file_});
  }

  absl::StatusOr<DedupScan> Finish() && {
    RASHOMON_RETURN_IF_ERROR(Flush());
    return std::move(result_);
  }

 private:
  static constexpr size_t kFoundBytes = size_t{1} << 16;

  // Spooled lines end in a line feed, so that runs of them can be copied.
  absl::Status EndSpooledLine() { return result_.corpus->files.Spool("\n").status(); }

  absl::Status Flush() {
    if (lines_.empty()) return Append(found_[0]);
    batch_.resize(batch_.size() + LineReader::kPadding);
    const auto end_of = [this](size_t i) {
      return i + 1 < begins_.size() ? begins_[i + 1]
                                    : batch_.size() - LineReader::kPadding;
    };
    const size_t parts = found_.size();
    ParallelFor(parts, 1, threads_, [&](size_t first, size_t last) {
      for (size_t part = first; part < last; ++part) {
        const size_t from = lines_.size() * part / parts;
        const size_t to = lines_.size() * (part + 1) / parts;
        for (size_t i = from; i < to; ++i) {
          lines_[i].line.bytes = {batch_.data() + begins_[i], end_of(i) - begins_[i]};
          scanners_[part]->Scan(lines_[i], result_.corpus->files[lines_[i].file].name,
                                found_[part]);
        }
      }
    });
    lines_.clear();
    begins_.clear();
    batch_.clear();
    for (Found& found : found_) RASHOMON_RETURN_IF_ERROR(Append(found));
    return absl::OkStatus();
  }

  absl::Status Append(Found& found) {
    DedupCorpus& corpus = *result_.corpus;
    if (corpus.units.size() + found.units.size() > UINT32_MAX ||
        corpus.records.size() + found.records.size() > UINT32_MAX) {
      return absl::ResourceExhaustedError("more than 2^32 - 1 documents or paragraphs");
    }
    for (RecordRow& record : found.records) {
      record.names += corpus.names.size();
      result_.text_bytes += record.text_bytes;
    }
    for (UnitRow& unit : found.units) {
      unit.record += static_cast<uint32_t>(corpus.records.size());
    }
    RASHOMON_RETURN_IF_ERROR(
        corpus.records.Append(found.records.data(), found.records.size()));
    RASHOMON_RETURN_IF_ERROR(
        corpus.units.Append(found.units.data(), found.units.size()));
    RASHOMON_RETURN_IF_ERROR(
        corpus.names.Append(found.names.data(), found.names.size()));
    RASHOMON_RETURN_IF_ERROR(
        corpus.sketches.Append(found.sketches.data(), found.units.size()));
    std::move(found.complaints.begin(), found.complaints.end(),
              std::back_inserter(result_.complaints));
    found.Clear();
    if (run_.progress) {
      run_.progress({.stage = "reading"});
    }
    return absl::OkStatus();
  }

  const CorpusOptions& corpus_options_;
  const RunOptions& run_;
  int threads_;
  uint64_t batch_bytes_;
  DedupScan result_;
  uint32_t file_ = 0;
  bool plain_ = false;
  std::vector<std::unique_ptr<LineScanner>> scanners_;
  std::vector<Found> found_;
  // The batch: the lines' bytes, and where each begins.
  std::vector<PlacedLine> lines_;
  std::vector<size_t> begins_;
  std::vector<char> batch_;
};

}  // namespace

absl::StatusOr<DedupScan> ScanForDedup(absl::Span<const std::string> paths,
                                       const DedupSketcher& sketcher,
                                       const DedupOptions& options,
                                       const CorpusOptions& corpus_options,
                                       const RunOptions& run) {
  Scan scan(sketcher, options, corpus_options, run);
  RASHOMON_RETURN_IF_ERROR(WalkCorpus(paths, scan));
  return std::move(scan).Finish();
}

}  // namespace rashomon
