// Cuts a source into lines, in one buffer that grows to the longest of them.

#ifndef RASHOMON_CORE_IO_LINE_READER_H_
#define RASHOMON_CORE_IO_LINE_READER_H_

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string_view>

#include "absl/status/status.h"
#include "core/io/byte_source.h"

namespace rashomon {

// Every byte is looked at once, however long the line. Usage: Next(), while it
// returns true look at line(); then look at status().
class LineReader {
 public:
  // Bytes behind every line that may be read, whatever they hold.
  static constexpr size_t kPadding = 64;

  // Lines of more than `max_line_bytes` are passed over.
  LineReader(ByteSource& source, size_t max_line_bytes)
      : source_(source), max_line_bytes_(max_line_bytes) {}

  // Goes to the next line; false at the end. What stands before an error of the
  // source is a last line.
  bool Next();

  // The line without its line feed; empty where it is too long. Valid until Next.
  std::string_view line() const { return line_; }
  // From 1.
  uint64_t number() const { return number_; }
  // Where the line begins in the source, in bytes.
  uint64_t offset() const { return offset_; }
  bool too_long() const { return too_long_; }
  // True where the source ended before a line feed came.
  bool unterminated() const { return unterminated_; }
  // Why the lines ended, if not at the end of the source.
  const absl::Status& status() const { return status_; }

 private:
  struct Free {
    void operator()(char* bytes) const { std::free(bytes); }
  };

  // Reads more behind end_; false at the end of the source or at an error.
  bool Refill();
  // Makes room behind end_; false where there is no memory.
  bool MakeRoom();

  ByteSource& source_;
  size_t max_line_bytes_;
  std::unique_ptr<char, Free> buffer_;
  size_t capacity_ = 0;  // without the padding
  size_t begin_ = 0;     // of what is not yet returned
  size_t end_ = 0;
  bool ended_ = false;
  std::string_view line_;
  uint64_t number_ = 0;
  uint64_t offset_ = 0;
  uint64_t consumed_ = 0;  // bytes of the source before begin_
  bool too_long_ = false;
  bool unterminated_ = false;
  absl::Status status_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_LINE_READER_H_
