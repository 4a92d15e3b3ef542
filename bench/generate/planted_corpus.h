// A corpus with labelled truth: every other article repeats, in a known way,
// something of another one, and says exactly which bytes of each.
//
// Article i is a pure function of (options, i), so a corpus of any size streams
// and needs no memory: originals stand at even places, derived articles at odd
// ones, each made from an original that it draws.

#ifndef RASHOMON_BENCH_GENERATE_PLANTED_CORPUS_H_
#define RASHOMON_BENCH_GENERATE_PLANTED_CORPUS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generate/invented_text.h"
#include "rashomon/span.h"

namespace rashomon::generate {

enum class Kind {
  kExact,       // the whole article again
  kDateline,    // behind a dateline, before a credit
  kAbridged,    // about half of its paragraphs
  kReordered,   // its paragraphs in another order
  kEdited,      // words replaced, dropped and inserted at edit_rate
  kOcr,         // letters misread, as in a scanned newspaper
  kMerged,      // with the paragraphs of a second original between
  kQuoted,      // one passage of it inside new text, edited at edit_rate
  kTypography,  // curly quotes, dashes, soft hyphens, no-break spaces
};
inline constexpr std::array<std::string_view, 9> kKindNames = {
    "exact", "dateline", "abridged", "reordered", "edited",
    "ocr",   "merged",   "quoted",   "typography"};

struct PlantedOptions {
  uint64_t seed = 1;
  size_t articles = 1000;
  size_t article_words = 350;
  double edit_rate = 0.1;         // of kEdited and kQuoted, in edits per word
  size_t min_passage_words = 15;  // of kQuoted
  size_t max_passage_words = 60;
  std::vector<Kind> kinds = {Kind::kExact,     Kind::kDateline, Kind::kAbridged,
                             Kind::kReordered, Kind::kEdited,   Kind::kOcr,
                             Kind::kMerged,    Kind::kQuoted,   Kind::kTypography};
};

// Bytes of the article that repeat bytes of the original.
struct Plant {
  size_t original = 0;  // index of the article that holds the original
  ByteSpan in_article;
  ByteSpan in_original;
  size_t words = 0;  // of the original
  size_t edits = 0;  // words changed, dropped or inserted
};

struct PlantedArticle {
  std::string text;
  std::string source;
  std::string published;  // RFC 3339 date
  Kind kind = Kind::kExact;
  std::vector<Plant> plants;  // empty for an original
};

class PlantedCorpus {
 public:
  // `texts` are the originals to draw from; where empty, they are invented.
  // They outlive this.
  explicit PlantedCorpus(const PlantedOptions& options,
                         std::vector<std::string_view> texts = {});

  // REQUIRES: index < options.articles.
  PlantedArticle Article(size_t index) const;

  // The id of article `index`, of fixed width so that ids sort as indexes do.
  static std::string Id(size_t index);

 private:
  std::vector<TextWord> Original(size_t index) const;

  PlantedOptions options_;
  std::vector<std::string_view> texts_;
  InventedText invented_;
};

}  // namespace rashomon::generate

#endif  // RASHOMON_BENCH_GENERATE_PLANTED_CORPUS_H_
