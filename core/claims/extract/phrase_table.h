// Phrases of one or more words, found at a place of a sentence.
//
// A phrase is filed under its first word (its last, if it is read backwards), so
// a look-up mostly costs no hash and no comparison.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_PHRASE_TABLE_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_PHRASE_TABLE_H_

#include <cstddef>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/claims/extract/words_view.h"
#include "core/claims/word_table.h"

namespace rashomon {

class PhraseTable {
 public:
  enum class Letters { kFolded, kAsWritten };
  enum class Reading { kForward, kBackward };
  struct Match {
    int payload = 0;
    int first = 0;  // words [first, end)
    int end = 0;
  };

  PhraseTable(Letters letters, Reading reading)
      : letters_(letters), reading_(reading) {}

  // Files `phrase` under `payload`. A phrase filed twice keeps its first payload.
  void Add(std::string_view phrase, int payload);

  // Returns the longest phrase that begins (read backwards: ends) with word `i`.
  // A hyphen may join its words.
  std::optional<Match> Find(const WordsView& words, int i) const;

 private:
  struct Phrase {
    std::vector<std::string> words;  // in reading order
    int payload = 0;
  };

  std::string_view WordAt(const WordsView& words, int i) const {
    return letters_ == Letters::kFolded ? words.Lower(i) : words.Raw(i);
  }

  Letters letters_;
  Reading reading_;
  WordTable<std::vector<Phrase>> phrases_;  // by the first of their words
  std::deque<std::string> firsts_;          // these words
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_PHRASE_TABLE_H_
