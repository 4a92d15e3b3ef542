#include "core/text/token_store.h"

#include <algorithm>

#include "core/base/parallel_for.h"

namespace rashomon {
namespace {

constexpr size_t kTextsOfAnArray = 64;
constexpr size_t kGrain = 4;  // arrays that a thread takes at once

}  // namespace

TokenStore::TokenStore(absl::Span<const std::string_view> texts, int threads)
    : arrays_((texts.size() + kTextsOfAnArray - 1) / kTextsOfAnArray),
      tokens_(texts.size()) {
  ParallelFor(arrays_.size(), kGrain, threads, [&](size_t first, size_t last) {
    std::vector<Token> words;
    for (size_t array = first; array < last; ++array) {
      const size_t begin = array * kTextsOfAnArray;
      const size_t end = std::min(texts.size(), begin + kTextsOfAnArray);
      words.clear();
      std::vector<size_t> ends;
      for (size_t text = begin; text < end; ++text) {
        AppendTokens(texts[text], words);
        ends.push_back(words.size());
      }
      arrays_[array].assign(words.begin(), words.end());
      size_t from = 0;
      for (size_t text = begin; text < end; ++text) {
        const size_t to = ends[text - begin];
        tokens_[text] = {arrays_[array].data() + from, to - from};
        from = to;
      }
    }
  });
}

}  // namespace rashomon
