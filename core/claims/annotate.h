// A text cut into sentences and words, as every extractor sees it.

#ifndef RASHOMON_CORE_CLAIMS_ANNOTATE_H_
#define RASHOMON_CORE_CLAIMS_ANNOTATE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "core/claims/verbs.h"
#include "rashomon/span.h"

namespace rashomon {

enum class WordKind : uint8_t {
  kWord,    // letters: "troops", "U.S.", "Russia’s"
  kNumber,  // digits, with points and commas between them: "23,000", "1.3"
  kPunct,   // one character: "-", "“", "$", "%", "½"; a byte that is no UTF-8
};

// "14-member" is three words, the last two without space before.
struct Word {
  ByteSpan span;
  std::string_view lower;  // ASCII letters folded, other bytes as they are
  WordKind kind = WordKind::kWord;
  bool space_before = false;
};

struct Sentence {
  ByteSpan span;
  uint32_t paragraph = 0;   // index of its paragraph
  uint32_t first_word = 0;  // into AnnotatedText::words
  uint32_t num_words = 0;
};

struct AnnotatedText {
  std::string_view text;  // the original; outlives this
  std::string lower;      // the same bytes with ASCII letters folded
  std::vector<Word> words;
  std::vector<const WordInfo*> infos;  // of each word, by verbs.h
  std::vector<uint32_t> quotes;        // words that are quotation marks, ascending
  std::vector<Sentence> sentences;

  absl::Span<const Word> Words(const Sentence& s) const {
    return absl::MakeConstSpan(words).subspan(s.first_word, s.num_words);
  }
};

// True for the double marks, straight and curly.
bool IsQuotationMark(std::string_view word);

// Cuts `text`. Words of different sentences never mix; invalid bytes part words; a
// sentence of more than 400 words is cut into pieces.
AnnotatedText Annotate(std::string_view text);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_ANNOTATE_H_
