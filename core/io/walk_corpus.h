// Goes through everything that the paths of a corpus name, file by file and line by
// line, and leaves what to do with it to a sink.

#ifndef RASHOMON_CORE_IO_WALK_CORPUS_H_
#define RASHOMON_CORE_IO_WALK_CORPUS_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/types/span.h"

namespace rashomon {

// The most bytes that a document may have, for offsets of 32 bits to reach all.
inline constexpr uint64_t kMaxDocumentBytes = UINT32_MAX;

// A line of JSON Lines that is not blank. LineReader::kPadding bytes behind `bytes`
// can be read.
struct RawLine {
  std::string_view bytes;    // without line feed and byte order mark
  uint64_t number = 0;       // from 1
  uint64_t skipped = 0;      // bytes of a byte order mark before `bytes`
  uint64_t file_offset = 0;  // where `bytes` begin in the (unpacked) file
  bool cut_off = false;      // damage ends the file here
};

// Where it all goes, in the order of the paths. A status that is not ok ends the walk.
// Call order: (BeginFile (AddText | BeginLines AddLine*)? Complain*)*, complaints
// anywhere in between.
class CorpusSink {
 public:
  virtual ~CorpusSink() = default;

  // What follows comes from the file `name`, as messages call it.
  virtual absl::Status BeginFile(std::string_view name) = 0;

  // A file that is one document; its text is not blank.
  virtual absl::Status AddText(const std::string& id, std::string_view text) = 0;

  // Lines of JSON follow. `is_plain_file`: the file of this name can be read again
  // and holds at file_offset what the lines are.
  virtual absl::Status BeginLines(bool is_plain_file) = 0;
  virtual absl::Status AddLine(const RawLine& line) = 0;

  // Something wrong with the file.
  virtual void Complain(std::string_view doc, uint64_t line, uint64_t byte,
                        std::string message) = 0;
};

// Walks `paths` as ReadCorpus (rashomon/corpus.h) says. Fails with NotFound where a
// path is not there, or is a directory without texts, and where the sink does.
absl::Status WalkCorpus(absl::Span<const std::string> paths, CorpusSink& sink);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_WALK_CORPUS_H_
