#include "core/align/furniture.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace rashomon::data {
std::string_view furniture();
}  // namespace rashomon::data

namespace rashomon {
namespace {

constexpr uint32_t kWordsPerPhrase = 25;  // of a stretch of furniture
constexpr uint32_t kShortText = 60;       // words; it has no head and tail
constexpr uint32_t kEdgeWords = 3;        // between a stretch and the edge of its text
constexpr double kHead = 0.15;            // of a text
constexpr double kTail = 0.3;

struct Phrase {
  std::string text;
  std::vector<uint64_t> words;
};

using Phrases = absl::flat_hash_map<uint64_t, std::vector<Phrase>>;  // by first word

const Phrases& AllPhrases() {
  static const Phrases* const kPhrases = [] {
    auto* phrases = new Phrases;
    std::string_view rest = data::furniture();
    while (!rest.empty()) {
      const size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      Phrase phrase = {std::string(line), {}};
      for (const Token& token : Tokenize(line)) phrase.words.push_back(token.hash);
      if (!phrase.words.empty())
        (*phrases)[phrase.words[0]].push_back(std::move(phrase));
    }
    return phrases;
  }();
  return *kPhrases;
}

bool StandsAt(absl::Span<const Token> text, uint32_t word, const Phrase& phrase) {
  if (text.size() - word < phrase.words.size()) return false;
  return std::equal(
      phrase.words.begin(), phrase.words.end(), text.begin() + word,
      [](uint64_t hash, const Token& token) { return hash == token.hash; });
}

}  // namespace

std::string FurniturePhrase(absl::Span<const Token> text, WordSpan span) {
  const auto size = static_cast<double>(text.size());
  if (span.end > kHead * size && span.begin < (1 - kTail) * size && size > kShortText) {
    return "";
  }
  const uint32_t needed = 1 + span.size() / kWordsPerPhrase;
  uint32_t seen = 0;
  std::string first;
  for (uint32_t word = span.begin; word < span.end; ++word) {
    const auto it = AllPhrases().find(text[word].hash);
    if (it == AllPhrases().end()) continue;
    for (const Phrase& phrase : it->second) {
      if (!StandsAt(text.first(span.end), word, phrase)) continue;
      if (first.empty()) first = phrase.text;
      if (++seen >= needed) return first;
      break;
    }
  }
  return "";
}

bool StandsAtTheEdge(absl::Span<const Token> text, WordSpan span) {
  return span.begin <= kEdgeWords || span.end + kEdgeWords >= text.size();
}

}  // namespace rashomon
