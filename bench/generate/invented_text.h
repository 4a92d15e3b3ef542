// News-like text that nobody wrote: sentences of English function words and
// invented content words, whose frequencies follow Zipf's law, so that chance
// repetitions are as rare, and common words as common, as in news.

#ifndef RASHOMON_BENCH_GENERATE_INVENTED_TEXT_H_
#define RASHOMON_BENCH_GENERATE_INVENTED_TEXT_H_

#include <random>
#include <string>
#include <vector>

namespace rashomon::generate {

using Random = std::mt19937_64;

// Returns a number in [0, n), the same on every platform. REQUIRES: n > 0.
size_t Below(Random& random, size_t n);

// Returns true with probability p.
bool Chance(Random& random, double p);

// The words of a text in order; a word that ends a sentence or a paragraph
// says so.
struct TextWord {
  std::string text;  // with its punctuation: "harbour,"
  bool ends_sentence = false;
  bool ends_paragraph = false;
};

class InventedText {
 public:
  // The vocabulary depends on `seed` alone.
  explicit InventedText(uint64_t seed, size_t content_words = 40000);

  // Returns a text of about `num_words` words, always whole sentences.
  std::vector<TextWord> Article(Random& random, size_t num_words) const;

  // Returns one content word, common ones more often.
  const std::string& ContentWord(Random& random) const;

 private:
  std::vector<std::string> content_;
  std::vector<double> cumulative_;  // of Zipf's law over content_
};

}  // namespace rashomon::generate

#endif  // RASHOMON_BENCH_GENERATE_INVENTED_TEXT_H_
