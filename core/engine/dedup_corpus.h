// What dedup knows of a corpus after it has read it once: where every record lies,
// and of every unit a digest and a sketch. Texts stay on disk and are read again
// where a pair has to be verified.

#ifndef RASHOMON_CORE_ENGINE_DEDUP_CORPUS_H_
#define RASHOMON_CORE_ENGINE_DEDUP_CORPUS_H_

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "core/base/arena.h"
#include "core/base/spill_array.h"
#include "core/base/unique_fd.h"
#include "core/engine/dedup_sketch.h"
#include "core/io/record.h"
#include "core/text/tokenize.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"
#include "rashomon/span.h"

namespace rashomon {

// A record that has a text. Its line begins at `offset` of its file, or of the spool
// where the file cannot be read again.
struct RecordRow {
  uint64_t offset = 0;
  uint64_t line = 0;   // 0: a text file
  uint64_t names = 0;  // where its id, and then its date, lie among the names
  uint32_t length = 0;
  uint32_t file = 0;
  uint32_t id_bytes = 0;
  uint32_t published_bytes = 0;
  uint32_t text_bytes = 0;
  uint32_t id_hash = 0;
};

struct UnitRow {
  std::array<uint64_t, 2> digest{};  // of its shingles in their order
  uint32_t record = 0;
  ByteSpan span;          // of the record's text
  uint32_t shingles = 0;  // repeated ones too; 0: it is like nothing
};

// Files of records as they stand on disk.
class RecordFiles {
 public:
  struct File {
    std::string name;
    bool plain = false;  // else its lines are in the spool
    int64_t bytes = 0;   // size and time of a plain file when it was read
    int64_t changed_ns = 0;
  };

  // Adds a file whose records follow.
  uint32_t Add(std::string_view name);
  const File& operator[](uint32_t file) const { return files_[file].file; }
  // Says that the last file can be read again. Fails where it is gone.
  absl::Status SetPlain();
  // Appends a line to the spool and returns its offset there.
  absl::StatusOr<uint64_t> Spool(std::string_view line);

  // Reads [offset, offset + size) of a file or of the spool. Thread-safe.
  absl::Status Read(uint32_t file, uint64_t offset, size_t size, char* bytes) const;

  // Fails where a plain file is not what it was when it was read.
  absl::Status CheckUnchanged() const;

 private:
  struct Entry {
    File file;
    mutable UniqueFd fd;  // opened when it is needed
  };
  absl::StatusOr<int> Open(uint32_t file) const;

  std::vector<Entry> files_;
  SpillArray spool_{1, 1};
  mutable std::mutex mutex_;
  mutable std::vector<uint32_t> open_;
};

// A part of a budget in which 0 means no limit.
constexpr uint64_t ShareOf(uint64_t memory_bytes, uint64_t parts) {
  return memory_bytes == 0 ? 0 : std::max<uint64_t>(memory_bytes / parts, 1);
}

struct DedupCorpus {
  DedupCorpus(const DedupSketcher& sketcher, uint64_t memory_bytes);

  RecordFiles files;
  SpillArray records;   // RecordRow
  SpillArray names;     // ids and dates, bytes
  SpillArray units;     // UnitRow, by (record, begin)
  SpillArray sketches;  // of the units

  absl::StatusOr<RecordRow> Record(uint32_t record) const;
  absl::StatusOr<UnitRow> Unit(uint32_t unit) const;
  absl::StatusOr<std::string> Id(const RecordRow& record) const;
  absl::StatusOr<std::string> Published(const RecordRow& record) const;
  // The sketch of a unit, in memory or in `scratch`.
  absl::StatusOr<const char*> Sketch(uint32_t unit, std::vector<char>& scratch) const;
};

// Makes the shingles of a text or a part of it, always in the same way. A workspace.
class UnitShingles {
 public:
  explicit UnitShingles(Unit unit)
      : words_(unit == Unit::kDocument ? kDocumentShingleWords : kPassageShingleWords) {
  }

  // The shingles of `text` in order, repeated ones too; valid until the next call.
  const std::vector<uint64_t>& Of(std::string_view text);
  size_t num_words() const { return tokens_.size(); }

 private:
  size_t words_;
  std::vector<Token> tokens_;
  std::vector<uint64_t> shingles_;
};

// Reads texts again. For one thread.
class TextLoader {
 public:
  TextLoader(const DedupCorpus& corpus, const CorpusOptions& options, Unit unit)
      : corpus_(corpus),
        options_(options),
        shingles_(unit),
        reader_(options, unused_arena_) {}

  // The line of a record and its text, valid until the next call.
  struct Loaded {
    std::string_view line;
    std::string_view text;
  };
  absl::StatusOr<Loaded> Load(uint32_t record);

  // The shingles of a unit in order, repeated ones too; valid until the next call.
  absl::StatusOr<absl::Span<const uint64_t>> Shingles(uint32_t unit);

 private:
  const DedupCorpus& corpus_;
  const CorpusOptions& options_;
  UnitShingles shingles_;
  Arena unused_arena_;
  RecordReader reader_;
  std::vector<char> line_;
  std::string text_;  // of a line with something amiss
  std::optional<uint32_t> record_;
  Loaded loaded_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_DEDUP_CORPUS_H_
