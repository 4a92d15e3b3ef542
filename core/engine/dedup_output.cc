// Records that lie side by side and stay whole are copied as one range.

#include "core/engine/dedup_output.h"

#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/atomic_file.h"
#include "core/base/status_macros.h"
#include "core/io/json_scan.h"
#include "core/io/record.h"
#include "core/report/diagnostic_json.h"
#include "core/report/json.h"
#include "core/report/names.h"
#include "core/text/trim.h"

namespace rashomon {
namespace {

constexpr size_t kBufferBytes = size_t{1} << 18;

absl::StatusOr<AtomicFile> Open(const std::string& path) {
  return path == "-" ? AtomicFile::StandardOutput() : AtomicFile::Create(path);
}

// A file that is written by the buffer.
class BufferedFile {
 public:
  explicit BufferedFile(AtomicFile file)
      : file_(std::move(file)),
        buffer_(std::make_unique_for_overwrite<char[]>(kBufferBytes)) {}

  absl::Status Append(std::string_view bytes) {
    while (!bytes.empty()) {
      RASHOMON_ASSIGN_OR_RETURN(const absl::Span<char> room, Room(bytes.size()));
      std::memcpy(room.data(), bytes.data(), room.size());
      bytes.remove_prefix(room.size());
    }
    return absl::OkStatus();
  }

  // Some, at least 1 and at most `size`, of the next bytes of the file, to be filled
  // before the next call. REQUIRES: size > 0.
  absl::StatusOr<absl::Span<char>> Room(uint64_t size) {
    if (used_ == kBufferBytes) RASHOMON_RETURN_IF_ERROR(Flush());
    const auto fitting =
        static_cast<size_t>(std::min<uint64_t>(size, kBufferBytes - used_));
    used_ += fitting;
    return absl::MakeSpan(buffer_.get() + used_ - fitting, fitting);
  }

  absl::Status Flush() {
    return file_.Append({buffer_.get(), std::exchange(used_, 0)});
  }

  AtomicFile& file() { return file_; }

 private:
  AtomicFile file_;
  std::unique_ptr<char[]> buffer_;
  size_t used_ = 0;
};

// The text without the parts at `removed`, ascending and apart. White space behind a
// part goes with it; at the end of the text that before it, so that the end stays.
std::string WithoutParts(std::string_view text, absl::Span<const ByteSpan> removed) {
  std::string result;
  size_t from = 0;
  for (const ByteSpan part : removed) {
    if (part.begin > from) result += text.substr(from, part.begin - from);
    from = Trim(text, part.end, text.size()).begin;
    if (from < text.size()) continue;
    result.resize(Trim(result, 0, result.size()).end);
    from = part.end;
  }
  return result += text.substr(from);
}

// `line` with `text` as the value of its text field, all else byte for byte.
std::string WithText(std::string_view line, std::string_view text,
                     const CorpusOptions& options) {
  const JsonObject object = ScanJsonObject(line);
  std::string_view old;
  for (const JsonField& field : object.fields) {
    if (DecodeJsonString(field.key).text == options.text_field) old = field.value;
  }
  const size_t begin = static_cast<size_t>(old.data() - line.data());
  const std::string quoted = Dump(Json(std::string(text)));
  std::string result(line.substr(0, begin));
  result.append(quoted, 1, quoted.size() - 2);
  result += line.substr(begin + old.size());
  return result;
}

// Copies records that stay.
class RecordCopier {
 public:
  RecordCopier(const RecordFiles& files, BufferedFile& out)
      : files_(files), out_(out) {}

  absl::Status Copy(const RecordRow& record) {
    if (record.file != file_ || record.offset != end_ || record.offset == begin_) {
      RASHOMON_RETURN_IF_ERROR(Flush());
      file_ = record.file;
      begin_ = record.offset;
    }
    end_ = record.offset + record.length + 1;  // with the line feed
    return absl::OkStatus();
  }

  // Brings what was copied behind what `out` holds.
  absl::Status Flush() {
    if (begin_ == end_) return absl::OkStatus();
    // The last line of a file may lack its line feed.
    const bool unterminated =
        files_[file_].plain && end_ > static_cast<uint64_t>(files_[file_].bytes);
    if (unterminated) --end_;
    while (begin_ < end_) {
      RASHOMON_ASSIGN_OR_RETURN(const absl::Span<char> room, out_.Room(end_ - begin_));
      RASHOMON_RETURN_IF_ERROR(files_.Read(file_, begin_, room.size(), room.data()));
      begin_ += room.size();
    }
    begin_ = end_ = 0;
    return unterminated ? out_.Append("\n") : absl::OkStatus();
  }

 private:
  const RecordFiles& files_;
  BufferedFile& out_;
  uint32_t file_ = 0;
  uint64_t begin_ = 0, end_ = 0;  // what is to be copied next
};

class Writer {
 public:
  Writer(const DedupCorpus& corpus, const Removals& removals,
         const DedupOptions& options, const CorpusOptions& corpus_options)
      : corpus_(corpus),
        removals_(removals),
        options_(options),
        corpus_options_(corpus_options),
        loader_(corpus, corpus_options, options.unit) {}

  // Returns the number of records written.
  absl::StatusOr<uint64_t> WriteCorpus(BufferedFile& out) {
    RecordCopier copier(corpus_.files, out);
    uint64_t kept = 0;
    auto repeated = removals_.repeated.begin();
    absl::Span<const Removal> left = removals_.removals;
    RASHOMON_ASSIGN_OR_RETURN(Spans removed, NextRemoved(left));
    for (uint32_t i = 0; i < corpus_.records.size(); ++i) {
      if (repeated != removals_.repeated.end() && *repeated == i) {
        ++repeated;
        continue;
      }
      RASHOMON_ASSIGN_OR_RETURN(const RecordRow record, corpus_.Record(i));
      if (removed.record != i) {
        RASHOMON_RETURN_IF_ERROR(copier.Copy(record));
        ++kept;
        continue;
      }
      if (options_.unit != Unit::kDocument) {
        RASHOMON_ASSIGN_OR_RETURN(const std::string line, Rewritten(i, removed.spans));
        if (!line.empty()) {
          RASHOMON_RETURN_IF_ERROR(copier.Flush());
          RASHOMON_RETURN_IF_ERROR(out.Append(line));
          ++kept;
        }
      }
      RASHOMON_ASSIGN_OR_RETURN(removed, NextRemoved(left));
    }
    RASHOMON_RETURN_IF_ERROR(copier.Flush());
    RASHOMON_RETURN_IF_ERROR(out.Flush());
    return kept;
  }

  absl::Status WriteRemoved(BufferedFile& out) {
    for (const Removal& removal : removals_.removals) {
      Json line = {{"type", "removed"}, {"unit", Name(options_.unit)}};
      RASHOMON_RETURN_IF_ERROR(AddPlace(removal.unit, line));
      Json survivor;
      RASHOMON_RETURN_IF_ERROR(AddPlace(removal.survivor, survivor));
      line["survivor"] = std::move(survivor);
      line["copy"] = removal.copy;
      line["jaccard"] = JsonNumber(removal.similarity.jaccard());
      const std::array<double, 2> containment = removal.similarity.containment();
      line["containment"] = {JsonNumber(containment[0]), JsonNumber(containment[1])};
      RASHOMON_RETURN_IF_ERROR(out.Append(Dump(line) + "\n"));
    }
    return absl::OkStatus();
  }

 private:
  struct Spans {
    std::optional<uint32_t> record;
    std::vector<ByteSpan> spans;
  };

  // Takes the removals of the next record from the front of `left`.
  absl::StatusOr<Spans> NextRemoved(absl::Span<const Removal>& left) const {
    Spans next;
    while (!left.empty()) {
      RASHOMON_ASSIGN_OR_RETURN(const UnitRow unit, corpus_.Unit(left.front().unit));
      if (!next.record) next.record = unit.record;
      if (next.record != unit.record) break;
      next.spans.push_back(unit.span);
      left.remove_prefix(1);
    }
    return next;
  }

  // The line of a record without parts of its text; empty where nothing is left.
  absl::StatusOr<std::string> Rewritten(uint32_t record,
                                        absl::Span<const ByteSpan> removed) {
    RASHOMON_ASSIGN_OR_RETURN(const TextLoader::Loaded loaded, loader_.Load(record));
    const std::string text = WithoutParts(loaded.text, removed);
    if (IsBlank(text)) return std::string();
    return WithText(loaded.line, text, corpus_options_) + "\n";
  }

  absl::Status AddPlace(uint32_t unit, Json& json) const {
    RASHOMON_ASSIGN_OR_RETURN(const UnitRow row, corpus_.Unit(unit));
    RASHOMON_ASSIGN_OR_RETURN(const RecordRow record, corpus_.Record(row.record));
    RASHOMON_ASSIGN_OR_RETURN(json["doc"], corpus_.Id(record));
    json["begin"] = row.span.begin;
    json["end"] = row.span.end;
    return absl::OkStatus();
  }

  const DedupCorpus& corpus_;
  const Removals& removals_;
  const DedupOptions& options_;
  const CorpusOptions& corpus_options_;
  TextLoader loader_;
};

absl::Status WriteDiagnostics(absl::Span<const Diagnostic> diagnostics,
                              BufferedFile& out) {
  for (const Diagnostic& d : diagnostics) {
    RASHOMON_RETURN_IF_ERROR(out.Append(Dump(DiagnosticLine(d)) + "\n"));
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<DedupFiles> OpenDedupFiles(const DedupOutput& output) {
  RASHOMON_ASSIGN_OR_RETURN(AtomicFile corpus, Open(output.corpus));
  DedupFiles files{std::move(corpus), std::nullopt};
  if (!output.removed.empty()) {
    RASHOMON_ASSIGN_OR_RETURN(files.removed, Open(output.removed));
  }
  return files;
}

absl::StatusOr<uint64_t> WriteDeduplicated(const DedupCorpus& corpus,
                                           const Removals& removals,
                                           absl::Span<const Diagnostic> diagnostics,
                                           DedupFiles files,
                                           const DedupOptions& options,
                                           const CorpusOptions& corpus_options) {
  BufferedFile kept(std::move(files.corpus));
  std::optional<BufferedFile> removed;
  if (files.removed) removed.emplace(*std::move(files.removed));
  Writer writer(corpus, removals, options, corpus_options);
  RASHOMON_ASSIGN_OR_RETURN(const uint64_t records, writer.WriteCorpus(kept));
  if (removed) {
    RASHOMON_RETURN_IF_ERROR(writer.WriteRemoved(*removed));
    RASHOMON_RETURN_IF_ERROR(WriteDiagnostics(diagnostics, *removed));
    RASHOMON_RETURN_IF_ERROR(removed->Flush());
  }
  RASHOMON_RETURN_IF_ERROR(corpus.files.CheckUnchanged());
  if (removed) RASHOMON_RETURN_IF_ERROR(removed->file().Commit());
  RASHOMON_RETURN_IF_ERROR(kept.file().Commit());
  return records;
}

}  // namespace rashomon
