#include "core/align/function_words.h"

#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "core/text/tokenize.h"

namespace rashomon::data {
std::string_view function_words();
std::string_view figure_words();
}  // namespace rashomon::data

namespace rashomon {
namespace {

using WordSet = absl::flat_hash_set<uint64_t>;

const WordSet* WordsOf(std::string_view text) {
  auto* words = new WordSet;
  for (const Token& token : Tokenize(text)) words->insert(token.hash);
  return words;
}

}  // namespace

bool IsFunctionWord(uint64_t hash) {
  static const WordSet* const kWords = WordsOf(data::function_words());
  return kWords->contains(hash);
}

bool IsNumberWord(uint64_t hash) {
  static const WordSet* const kWords = WordsOf(data::figure_words());
  return kWords->contains(hash);
}

}  // namespace rashomon
