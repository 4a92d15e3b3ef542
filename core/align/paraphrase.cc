// An inverted index of rare stems gives the candidates; the weight of the stems in
// common, by inverse document frequency, against that of each side decides. The
// bars are high, since nothing but words is compared.

#include "core/align/paraphrase.h"

#include <libstemmer.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <memory>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "core/align/function_words.h"
#include "core/base/hash.h"

namespace rashomon {
namespace {

constexpr size_t kMinCommon = 8;        // stems
constexpr double kMinShare = 0.5;       // of the weight of either side
constexpr size_t kMaxStatements = 64;   // in which a stem stands that is looked up
constexpr size_t kMinRareInCommon = 3;  // looked-up stems, for a candidate

struct StemmerDeleter {
  void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};

uint64_t Stem(std::string_view word) {
  thread_local const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer(
      sb_stemmer_new("english", "UTF_8"));
  std::string lower;
  for (size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if (word.substr(i, 3) == "’") {
      lower.push_back('\'');
      i += 2;
    } else {
      lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    }
  }
  // One stem for the British and the American spelling.
  for (size_t at = lower.find("is"); at != std::string::npos && at > 2;
       at = lower.find("is", at + 2)) {
    const std::string_view rest = std::string_view(lower).substr(at + 2);
    if (rest == "e" || rest == "ed" || rest == "er" || rest == "ers" || rest == "es" ||
        rest == "ing" || rest == "ation") {
      lower[at + 1] = 'z';
    }
  }
  if (!stemmer) return Hash64(lower);
  const sb_symbol* stem =
      sb_stemmer_stem(stemmer.get(), reinterpret_cast<const sb_symbol*>(lower.data()),
                      static_cast<int>(lower.size()));
  if (stem == nullptr) return Hash64(lower);
  return Hash64({reinterpret_cast<const char*>(stem),
                 static_cast<size_t>(sb_stemmer_length(stemmer.get()))});
}

}  // namespace

std::vector<uint64_t> ContentStems(const TextSide& side, WordSpan span) {
  std::vector<uint64_t> stems;
  for (uint32_t i = span.begin; i < span.end; ++i) {
    if (IsFunctionWord(side.tokens[i].hash)) continue;
    stems.push_back(Stem(side.tokens[i].span().In(side.text)));
  }
  std::sort(stems.begin(), stems.end());
  stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
  return stems;
}

std::vector<Paraphrase> FindParaphrases(absl::Span<const Statement> statements) {
  absl::flat_hash_map<uint64_t, std::vector<uint32_t>> holders;  // statements of a stem
  for (uint32_t i = 0; i < statements.size(); ++i) {
    if (statements[i].stems.size() < kMinCommon) continue;
    for (const uint64_t stem : statements[i].stems) holders[stem].push_back(i);
  }
  const auto size = static_cast<double>(statements.size());
  const auto weight = [&](uint64_t stem) {
    return std::log((1 + size) / static_cast<double>(holders[stem].size()));
  };
  std::vector<Paraphrase> found;
  std::vector<uint32_t> candidates;
  for (uint32_t b = 0; b < statements.size(); ++b) {
    const Statement& statement = statements[b];
    if (statement.stems.size() < kMinCommon) continue;
    candidates.clear();
    for (const uint64_t stem : statement.stems) {
      const std::vector<uint32_t>& others = holders[stem];
      if (others.size() > kMaxStatements) continue;
      for (const uint32_t a : others) {
        if (a >= b) break;
        if (statements[a].doc != statement.doc) candidates.push_back(a);
      }
    }
    std::sort(candidates.begin(), candidates.end());
    for (size_t i = 0; i < candidates.size();) {
      const uint32_t a = candidates[i];
      size_t rare = 0;
      while (i < candidates.size() && candidates[i] == a) ++i, ++rare;
      if (rare < kMinRareInCommon) continue;
      std::vector<uint64_t> common;
      std::set_intersection(statements[a].stems.begin(), statements[a].stems.end(),
                            statement.stems.begin(), statement.stems.end(),
                            std::back_inserter(common));
      if (common.size() < kMinCommon) continue;
      const auto sum = [&](const std::vector<uint64_t>& stems) {
        double total = 0;
        for (const uint64_t stem : stems) total += weight(stem);
        return total;
      };
      const double shared = sum(common);
      if (shared >= kMinShare * sum(statements[a].stems) &&
          shared >= kMinShare * sum(statement.stems)) {
        found.push_back({a, b});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const Paraphrase& x, const Paraphrase& y) {
    return x.a != y.a ? x.a < y.a : x.b < y.b;
  });
  return found;
}

}  // namespace rashomon
