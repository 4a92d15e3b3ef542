// Collects documents and what is wrong with them, and makes a Corpus of both.

#ifndef RASHOMON_CORE_IO_CORPUS_BUILDER_H_
#define RASHOMON_CORE_IO_CORPUS_BUILDER_H_

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "rashomon/corpus.h"
#include "rashomon/document.h"

namespace rashomon {

// What a reader of `text`, the whole of document `doc`, should know: bytes that are
// not UTF-8, NUL characters. The file is left to be named.
std::vector<Diagnostic> TextTroubles(std::string_view doc, std::string_view text);

// Usage: (BeginFile (Add | Complain)*)* Build.
class CorpusBuilder {
 public:
  CorpusBuilder();
  ~CorpusBuilder();

  // Where the texts of added documents live; the corpus takes it over.
  Arena& arena();
  bool empty() const { return entries_.empty(); }

  // What follows comes from the file `name`, as messages call it.
  void BeginFile(std::string_view name);

  // Adds a document that stands in `line`; 0 where it is a whole file.
  // REQUIRES: its text is in arena().
  void Add(Document document, uint64_t line);

  // Adds a diagnostic on the file.
  void Complain(std::string_view doc, uint64_t line, uint64_t byte,
                std::string message);

  // Adds TextTroubles.
  void ComplainOfText(std::string_view doc, std::string_view text);

  // Sorts, and of a repeated id keeps the first that was added.
  Corpus Build() &&;

 private:
  struct Entry {
    Document document;
    uint32_t file;
    uint64_t line;
  };
  struct Complaint {
    Diagnostic diagnostic;
    uint32_t file;
  };

  uint32_t file() const { return static_cast<uint32_t>(files_.size()) - 1; }
  // The entries' indices, ascending by id, then by index.
  std::vector<uint32_t> OrderById() const;
  std::string Place(const Entry& entry) const;
  void ComplainOfRepeat(const Entry& entry, const Entry& first);

  std::unique_ptr<Corpus::Rep> rep_;
  std::vector<std::string> files_;
  std::deque<Entry> entries_;
  std::vector<Complaint> complaints_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_CORPUS_BUILDER_H_
