// One line of JSON Lines becomes one document.

#ifndef RASHOMON_CORE_IO_RECORD_H_
#define RASHOMON_CORE_IO_RECORD_H_

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "rashomon/corpus.h"
#include "rashomon/document.h"

namespace rashomon {

// Something amiss in a line.
struct Trouble {
  size_t byte = 0;  // offset in the line
  std::string message;

  friend bool operator==(const Trouble&, const Trouble&) = default;
};

struct Record {
  // Without a value where the line gives none, which a trouble explains. The id
  // is empty where the record has none.
  std::optional<Document> document;
  std::vector<Trouble> troubles;  // ascending by byte
};

// What a record says, as views that are valid until the reader reads again.
struct RecordView {
  std::string id;  // empty where the record has none
  std::string_view text;
  std::string_view published;  // empty where the record has none
};

// Reads records one after the other. Not thread-safe.
//
// Of a field that stands twice the last counts, as in most readers of JSON; a
// field that is null is not there. An id may be an integer, which is read as
// text. What is wrong with another field than the text costs only that field.
class RecordReader {
 public:
  // The texts go to `arena`. Both must outlive the reader.
  RecordReader(const CorpusOptions& options, Arena& arena);
  ~RecordReader();

  // Reads a line that is not blank.
  // REQUIRES: LineReader::kPadding bytes behind `line` can be read.
  Record Read(std::string_view line);

  // Reads a line in which nothing is amiss, without copying its texts; nothing where
  // Read would find a trouble or leave the record out. REQUIRES: as Read.
  std::optional<RecordView> View(std::string_view line);

  // As Read, without simdjson: slower, and the definition of what Read returns.
  Record ReadPlainly(std::string_view line);

 private:
  // The document of a line in which nothing is amiss.
  std::optional<Document> ReadFlawless(std::string_view line);

  struct Parser;
  struct Fields;
  // The fields of a line in which nothing is amiss.
  std::optional<Fields> FlawlessFields(std::string_view line);

  const CorpusOptions& options_;
  Arena& arena_;
  std::unique_ptr<Parser> parser_;
};

// Says whether `text` has nothing to read: white space, or a byte order mark alone.
bool IsBlank(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_RECORD_H_
