// A corpus: the documents that one run reads, and what was wrong with the rest.
//
//   absl::StatusOr<rashomon::Corpus> corpus = rashomon::ReadCorpus({"wire.jsonl"});
//   for (const rashomon::Document& d : corpus->documents()) Use(d.id, d.text);
//
// A path is a directory (every *.txt below it is a document, its id the path
// relative to the directory), a JSON Lines file (plain, .gz or .zst), a single
// .txt file (its id is the path), or "-" for JSON Lines on standard input. What
// begins as gzip or Zstandard data do is unpacked whatever its name.
//
// A text file is taken byte for byte, byte order mark and carriage returns
// included. Of a record of JSON Lines the text is the decoded string; where bytes
// of it are not UTF-8 they stay, and half a surrogate pair becomes U+FFFD.

#ifndef RASHOMON_CORPUS_H_
#define RASHOMON_CORPUS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/document.h"

namespace rashomon {

// Names of the fields of a JSON Lines record. Only the text must be there; a record
// without id is called FILE:LINE. An integer will do as id; all else are strings.
struct CorpusOptions {
  std::string id_field = "id";
  std::string text_field = "text";
  std::string title_field = "title";
  std::string source_field = "source";
  std::string published_field = "published";
  std::string url_field = "url";
  std::string lang_field = "lang";
  // Makes the first diagnostic an error of the whole read.
  bool strict = false;
};

// Owns the texts. Movable; views into a moved corpus stay valid.
class Corpus {
 public:
  // Makes a corpus of texts in memory. `documents` are copied, texts included.
  // Sorts by id. Of a repeated id the first stays, and the others become
  // diagnostics, as do a text of 4 GiB, which is left out, bytes that are not
  // UTF-8, which stay, and a date that is none, which does not.
  static Corpus Of(absl::Span<const Document> documents);

  Corpus();
  Corpus(Corpus&&) noexcept;
  Corpus& operator=(Corpus&&) noexcept;
  ~Corpus();

  // Ascending by id; the document of DocId i is documents()[Index(i)].
  absl::Span<const Document> documents() const;
  const Document& operator[](DocId id) const { return documents()[Index(id)]; }

  // In order of file as given, then line, then byte.
  absl::Span<const Diagnostic> diagnostics() const;

 private:
  friend class CorpusBuilder;
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// Reads every document of `paths`, on one thread; the order of the paths decides
// only which of two documents with one id stays.
//
// What is wrong becomes a diagnostic and costs no more than it must: a broken line
// its record, a record without text itself, a field of the wrong type and a date
// that is none that field, a file cut off or damaged what stands behind the damage,
// a document of 4 GiB itself; bytes that are not UTF-8, NUL characters and half
// surrogate pairs cost nothing. A path given twice is read once.
//
// Fails with NotFound where a path is not there, where a directory has no *.txt,
// and where nothing holds any document (the message carries the first diagnostics),
// and with InvalidArgument at the first diagnostic where options.strict.
absl::StatusOr<Corpus> ReadCorpus(absl::Span<const std::string> paths,
                                  const CorpusOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_H_
