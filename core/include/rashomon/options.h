// Options of an audit, cut in two: those that change findings, whose digest
// stands in every findings file, and those that change only speed and comfort.

#ifndef RASHOMON_OPTIONS_H_
#define RASHOMON_OPTIONS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

// Words of a shingle, the unit in which similarity is counted.
inline constexpr uint32_t kDocumentShingleWords = 5;
inline constexpr uint32_t kPassageShingleWords = 3;  // paragraphs too

enum class VerdictFilter { kRaised, kAll };

// Which sketches choose the documents that are compared; whatever is found is
// verified. MinHash keeps the recall that is asked for. SimHash finds every pair
// whose sketches differ in a few bits: copies with few edits, in any size of corpus.
enum class SearchEngine { kMinHash, kSimHash, kBoth };

// Two runs with equal FindingOptions over the same set of documents give the
// same findings, byte for byte.
struct FindingOptions {
  double min_jaccard = 0.7;  // documents and paragraphs at least so alike are found …
  double recall = 0.99;      // … with at least this probability
  SearchEngine engine = SearchEngine::kMinHash;
  uint32_t min_words = 12;  // shortest passage that is a finding; at least 4
  VerdictFilter verdicts = VerdictFilter::kRaised;
  // Sources and attributes ("duration", …) whose findings are left out.
  std::vector<std::string> mute;
  // RFC 3339 date; only findings with a document published then or later.
  std::optional<std::string> since;

  friend bool operator==(const FindingOptions&, const FindingOptions&) = default;
};

// How far a stage has come, in its own units.
struct Progress {
  std::string_view stage;  // "passages", "claims", …
  uint64_t done = 0;
  uint64_t total = 0;  // 0 where nobody knows
};

struct RunOptions {
  int threads = 0;  // 0: as many as the machine has
  // What a run may hold in memory beside the texts it was given; what is more goes
  // to temporary files in TMPDIR. 0: no limit. Changes no finding.
  uint64_t memory_bytes = 0;
  // Called now and then, from one thread at a time; may be empty.
  std::function<void(const Progress&)> progress;
};

}  // namespace rashomon

#endif  // RASHOMON_OPTIONS_H_
