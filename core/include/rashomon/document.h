// One article as it was read, and what may be wrong with input.

#ifndef RASHOMON_DOCUMENT_H_
#define RASHOMON_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rashomon {

// Index of a document in its corpus, dense from 0, in byte order of the
// documents' ids. Means nothing outside its corpus.
enum class DocId : uint32_t {};

constexpr uint32_t Index(DocId id) { return static_cast<uint32_t>(id); }

// One article. Plain data; `text` lives as long as its corpus.
struct Document {
  std::string id;
  std::string_view text;  // UTF-8 as read; invalid bytes are kept
  std::optional<std::string> title;
  std::optional<std::string> source;
  std::optional<std::string> published;  // RFC 3339 date or time, checked
  std::optional<std::string> url;
  std::optional<std::string> lang;
};

// Something wrong with the input that did not stop the run.
struct Diagnostic {
  std::string doc;    // the document's id, or "" where there is none
  std::string file;   // as given, "-" for standard input, or "" where unknown
  uint64_t line = 0;  // from 1; 0 where the trouble has no line
  uint64_t byte = 0;  // offset from 0 in that line (in the file where line is 0)
  std::string message;

  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

// Returns "FILE:LINE: byte B: MESSAGE", without the parts that are not known.
std::string ToString(const Diagnostic& diagnostic);

}  // namespace rashomon

#endif  // RASHOMON_DOCUMENT_H_
