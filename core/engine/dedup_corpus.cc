#include "core/engine/dedup_corpus.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/errno_status.h"
#include "core/base/status_macros.h"
#include "core/io/line_reader.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

// Files kept open at a time; a corpus may have more than a process may open.
constexpr size_t kMostOpen = 64;

int64_t ChangedNs(const struct stat& status) {
  return int64_t{status.st_mtim.tv_sec} * 1'000'000'000 + status.st_mtim.tv_nsec;
}

template <typename Row>
absl::StatusOr<Row> ReadRow(const SpillArray& rows, uint32_t index) {
  Row row;
  if (const char* in_memory = rows.InMemory(index)) {
    std::memcpy(&row, in_memory, sizeof(row));
    return row;
  }
  RASHOMON_RETURN_IF_ERROR(rows.Read(index, 1, &row));
  return row;
}

absl::StatusOr<std::string> ReadName(const SpillArray& names, uint64_t at,
                                     uint32_t size) {
  std::string name(size, '\0');
  RASHOMON_RETURN_IF_ERROR(names.Read(at, size, name.data()));
  return name;
}

}  // namespace

uint32_t RecordFiles::Add(std::string_view name) {
  files_.push_back({.file = {.name = std::string(name)}, .fd = {}});
  return static_cast<uint32_t>(files_.size() - 1);
}

absl::Status RecordFiles::SetPlain() {
  File& file = files_.back().file;
  struct stat status = {};
  if (::stat(file.name.c_str(), &status) != 0) {
    return ErrnoStatus(errno, "read", file.name);
  }
  file.plain = true;
  file.bytes = status.st_size;
  file.changed_ns = ChangedNs(status);
  return absl::OkStatus();
}

absl::StatusOr<uint64_t> RecordFiles::Spool(std::string_view line) {
  const uint64_t offset = spool_.size();
  RASHOMON_RETURN_IF_ERROR(spool_.Append(line.data(), line.size()));
  return offset;
}

absl::StatusOr<int> RecordFiles::Open(uint32_t file) const {
  const Entry& entry = files_[file];
  if (entry.fd.ok()) return entry.fd.get();
  if (open_.size() == kMostOpen) {
    files_[open_.front()].fd = UniqueFd();
    open_.erase(open_.begin());
  }
  entry.fd = UniqueFd(::open(entry.file.name.c_str(), O_RDONLY | O_CLOEXEC));
  if (!entry.fd.ok()) return ErrnoStatus(errno, "open", entry.file.name);
  open_.push_back(file);
  return entry.fd.get();
}

absl::Status RecordFiles::Read(uint32_t file, uint64_t offset, size_t size,
                               char* bytes) const {
  const Entry& entry = files_[file];
  if (!entry.file.plain) return spool_.Read(offset, size, bytes);
  std::unique_lock<std::mutex> lock(mutex_);
  RASHOMON_ASSIGN_OR_RETURN(const int fd, Open(file));
  // Held where another thread may close the file meanwhile.
  if (files_.size() <= kMostOpen) lock.unlock();
  while (size > 0) {
    const ssize_t got =
        ::pread(fd, bytes, std::min(size, size_t{1} << 30), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return ErrnoStatus(errno, "read", entry.file.name);
    if (got == 0) {
      return absl::DataLossError(
          absl::StrCat(entry.file.name, ": was cut short while it was read"));
    }
    bytes += got;
    size -= static_cast<size_t>(got);
    offset += static_cast<uint64_t>(got);
  }
  return absl::OkStatus();
}

absl::Status RecordFiles::CheckUnchanged() const {
  for (const Entry& entry : files_) {
    if (!entry.file.plain) continue;
    struct stat status = {};
    if (::stat(entry.file.name.c_str(), &status) != 0 ||
        status.st_size != entry.file.bytes ||
        ChangedNs(status) != entry.file.changed_ns) {
      return absl::FailedPreconditionError(
          absl::StrCat(entry.file.name, ": was changed while it was read"));
    }
  }
  return absl::OkStatus();
}

// The shares of the budget follow the sizes of the rows.
DedupCorpus::DedupCorpus(const DedupSketcher& sketcher, uint64_t memory_bytes)
    : records(sizeof(RecordRow), ShareOf(memory_bytes, 16)),
      names(1, ShareOf(memory_bytes, 64)),
      units(sizeof(UnitRow), ShareOf(memory_bytes, 32)),
      sketches(sketcher.sketch_bytes(), ShareOf(memory_bytes, 8)) {}

absl::StatusOr<RecordRow> DedupCorpus::Record(uint32_t record) const {
  return ReadRow<RecordRow>(records, record);
}

absl::StatusOr<UnitRow> DedupCorpus::Unit(uint32_t unit) const {
  return ReadRow<UnitRow>(units, unit);
}

absl::StatusOr<std::string> DedupCorpus::Id(const RecordRow& record) const {
  return ReadName(names, record.names, record.id_bytes);
}

absl::StatusOr<std::string> DedupCorpus::Published(const RecordRow& record) const {
  return ReadName(names, record.names + record.id_bytes, record.published_bytes);
}

absl::StatusOr<const char*> DedupCorpus::Sketch(uint32_t unit,
                                                std::vector<char>& scratch) const {
  if (const char* in_memory = sketches.InMemory(unit)) return in_memory;
  scratch.resize(sketches.record_bytes());
  RASHOMON_RETURN_IF_ERROR(sketches.Read(unit, 1, scratch.data()));
  return scratch.data();
}

const std::vector<uint64_t>& UnitShingles::Of(std::string_view text) {
  tokens_.clear();
  shingles_.clear();
  AppendTokens(text, tokens_);
  AppendShingles(tokens_, words_, shingles_);
  return shingles_;
}

absl::StatusOr<TextLoader::Loaded> TextLoader::Load(uint32_t record) {
  if (record_ == record) return loaded_;
  record_.reset();
  RASHOMON_ASSIGN_OR_RETURN(const RecordRow row, corpus_.Record(record));
  if (line_.size() < row.length + LineReader::kPadding) {
    line_.resize(row.length + LineReader::kPadding);
  }
  RASHOMON_RETURN_IF_ERROR(
      corpus_.files.Read(row.file, row.offset, row.length, line_.data()));
  loaded_.line = {line_.data(), row.length};
  if (const std::optional<RecordView> view = reader_.View(loaded_.line)) {
    loaded_.text = view->text;
  } else {
    Arena arena;
    const rashomon::Record plain =
        RecordReader(options_, arena).ReadPlainly(loaded_.line);
    if (!plain.document) {
      return absl::DataLossError(absl::StrCat(corpus_.files[row.file].name,
                                              ": was changed while it was read"));
    }
    text_ = plain.document->text;
    loaded_.text = text_;
  }
  record_ = record;
  return loaded_;
}

absl::StatusOr<absl::Span<const uint64_t>> TextLoader::Shingles(uint32_t unit) {
  RASHOMON_ASSIGN_OR_RETURN(const UnitRow row, corpus_.Unit(unit));
  RASHOMON_ASSIGN_OR_RETURN(const Loaded loaded, Load(row.record));
  if (row.span.end > loaded.text.size()) {
    return absl::DataLossError("a file was changed while it was read");
  }
  return shingles_.Of(row.span.In(loaded.text));
}

}  // namespace rashomon
