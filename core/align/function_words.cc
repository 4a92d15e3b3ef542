#include "core/align/function_words.h"

#include <string_view>

#include "absl/container/flat_hash_set.h"
#include "core/text/tokenize.h"

namespace rashomon::data {
std::string_view function_words();
}  // namespace rashomon::data

namespace rashomon {

bool IsFunctionWord(uint64_t hash) {
  static const auto* const kWords = [] {
    auto* words = new absl::flat_hash_set<uint64_t>;
    for (const Token& token : Tokenize(data::function_words()))
      words->insert(token.hash);
    return words;
  }();
  return kWords->contains(hash);
}

}  // namespace rashomon
