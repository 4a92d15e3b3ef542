// A corpus without its near-duplicates.
//
//   auto summary = rashomon::Dedup({"crawl.jsonl.zst"}, {"clean.jsonl", "gone.jsonl"});
//   if (summary.ok()) Use(summary->kept_documents, summary->copies);
//
// Which of several copies stays is decided by an order of preference over all units
// (Keep), never by chance: units are gone through from the most preferred to the
// least, and one is removed where it is like one that stays, verified. So
// - every unit that is removed has a survivor with a Jaccard similarity of at least
//   min_jaccard to it, and the most preferred such survivor is the one named;
// - of no set of copies all are removed, and no chain of strangers removes anything;
// - the result depends neither on the number of threads nor on the memory, nor,
//   but for Keep::kFirst, on the order of the input;
// - a run over its own output removes no further document.

#ifndef RASHOMON_DEDUP_H_
#define RASHOMON_DEDUP_H_

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"
#include "rashomon/corpus.h"
#include "rashomon/findings.h"
#include "rashomon/options.h"

namespace rashomon {

enum class Keep {
  kEarliest,  // published first, undated ones last
  kLongest,   // most bytes of text, then as kEarliest
  kFirst,     // first of the input
};            // Ties go by byte order of the id, then by place in the text.

struct DedupOptions {
  // What is compared and removed: whole documents (shingles of 5 words), paragraphs
  // (of 3 words), or the passages that an audit finds (of 3 words; paraphrases and
  // page furniture stay). A document all of whose text is removed goes as a whole.
  Unit unit = Unit::kDocument;
  Keep keep = Keep::kEarliest;
  double min_jaccard = 0.7;  // units at least so alike are found …
  double recall = 0.99;      // … with at least this probability
  // Shorter paragraphs and passages always stay; at least 1, of passages 4.
  uint32_t min_words = 12;
};

// Files to write; each appears when all of it stands, or not at all.
struct DedupOutput {
  // The records that stay, as JSON Lines, in the order of the input. A record that
  // keeps its whole text is the line that was read, byte for byte; otherwise only the
  // value of its text changes. A text file becomes {"id": …, "text": …}. "-" is
  // standard output.
  std::string corpus;
  // What was removed and why, docs/formats/dedup.md; empty: not written.
  std::string removed;
};

struct DedupSummary {
  uint64_t documents = 0;        // read
  uint64_t units = 0;            // of them, documents or paragraphs
  uint64_t copies = 0;           // units removed that are word for word their survivor
  uint64_t near_duplicates = 0;  // units removed that are not
  uint64_t kept_documents = 0;   // written
  uint64_t bytes = 0;            // of text, read
  uint64_t removed_bytes = 0;    // of text, removed
  RecallContract recall;         // seed_words is 0: no passages are sought
  std::vector<Diagnostic> diagnostics;
};

// Reads `paths` as ReadCorpus does, with the same diagnostics: what they leave out is
// not written either. Reads a plain file several times, and copies what comes packed
// or through a pipe to a temporary file first. An output may replace an input.
//
// Memory without run.memory_bytes: about 150 bytes a unit and the ids at the default
// options; with it, that goes to temporary files, and what stays are a byte a unit and
// some hundred for each that is like another. Passages are sought in memory, as an
// audit does, whatever the budget.
//
// Fails with InvalidArgument if an option is out of range, as ReadCorpus does, and
// where a file cannot be written; then output.corpus is not there, or as it was.
absl::StatusOr<DedupSummary> Dedup(absl::Span<const std::string> paths,
                                   const DedupOutput& output,
                                   const DedupOptions& options = {},
                                   const CorpusOptions& corpus = {},
                                   const RunOptions& run = {});

}  // namespace rashomon

#endif  // RASHOMON_DEDUP_H_
