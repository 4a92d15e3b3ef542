// A corpus: the documents that one run reads, and what was wrong with the rest.
//
//   absl::StatusOr<rashomon::Corpus> corpus = rashomon::ReadCorpus({"wire.jsonl"});
//   for (const rashomon::Document& d : corpus->documents()) Use(d.id, d.text);
//
// A path is a directory (every *.txt below it is a document, its id the path
// relative to the directory), a JSON Lines file (plain, .gz or .zst), a single
// .txt file, or "-" for JSON Lines on standard input.

#ifndef RASHOMON_CORPUS_H_
#define RASHOMON_CORPUS_H_

#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/document.h"

namespace rashomon {

// Names of the fields of a JSON Lines record.
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
  // Sorts by id; of a repeated id the first stays and the others become
  // diagnostics, as do texts that are not valid UTF-8.
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

// Reads every document of `paths`.
// A bad record becomes a diagnostic, and everything else is still read. Fails
// with NotFound where a path is not there or no path holds any document
// (the message carries the first diagnostic, if any), and with InvalidArgument
// at the first diagnostic where options.strict.
absl::StatusOr<Corpus> ReadCorpus(absl::Span<const std::string> paths,
                                  const CorpusOptions& options = {});

}  // namespace rashomon

#endif  // RASHOMON_CORPUS_H_
