// How many bytes a second does the extractor of quantities take, beside the
// cutting into words before it? Articles of about 4 KB of news-like text; in
// `dense` ones every second sentence holds figures, as in a market report, in
// the others every eighth.

#include <string>
#include <string_view>
#include <vector>

#include "bench/generate/invented_text.h"
#include "benchmark/benchmark.h"
#include "core/claims/annotate.h"
#include "core/claims/extract/extractors.h"

namespace rashomon {
namespace {

constexpr size_t kArticles = 64;
constexpr size_t kWords = 700;

constexpr std::string_view kFigures[] = {
    "At least 23 members of the harbour watch were killed and 40 others wounded.",
    "Shares rose 3.4 percent to $27.10 in early trading.",
    "The 14-member delegation stayed for nearly two hours.",
    "About 700,000 to 1.3 million people live within 50 miles of it.",
    "One in five households owes more than 5 million francs.",
    "Dozens of soldiers left in May 2011 after a ten-year war.",
    "The ferry, built in 1974, carried 312 passengers on Route 66.",
};

std::vector<std::string> Articles(size_t sentences_a_figure) {
  const generate::InventedText source(1);
  generate::Random random(2);
  std::vector<std::string> articles(kArticles);
  size_t sentences = 0;
  for (std::string& article : articles) {
    for (const generate::TextWord& word : source.Article(random, kWords)) {
      article += word.text;
      article += word.ends_paragraph ? "\n\n" : " ";
      if (word.ends_sentence && !word.ends_paragraph &&
          ++sentences % sentences_a_figure == 0) {
        article += kFigures[sentences / sentences_a_figure % std::size(kFigures)];
        article += ' ';
      }
    }
  }
  return articles;
}

size_t Bytes(const std::vector<std::string>& articles) {
  size_t bytes = 0;
  for (const std::string& article : articles) bytes += article.size();
  return bytes;
}

void BM_Annotate(benchmark::State& state) {
  const std::vector<std::string> articles =
      Articles(static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    for (const std::string& article : articles) {
      benchmark::DoNotOptimize(Annotate(article).words.size());
    }
  }
  state.SetBytesProcessed(static_cast<int64_t>(Bytes(articles)) * state.iterations());
}
BENCHMARK(BM_Annotate)->ArgName("sentences_a_figure")->Arg(8)->Arg(2);

void BM_ExtractQuantities(benchmark::State& state) {
  const std::vector<std::string> articles =
      Articles(static_cast<size_t>(state.range(0)));
  std::vector<AnnotatedText> annotated;
  for (const std::string& article : articles) annotated.push_back(Annotate(article));
  std::vector<Claim> claims;
  size_t found = 0;
  for (auto _ : state) {
    found = 0;
    for (const AnnotatedText& text : annotated) {
      claims.clear();
      for (const Sentence& sentence : text.sentences) {
        ExtractQuantities(text, sentence, claims);
      }
      found += claims.size();
    }
  }
  if (found == 0) state.SkipWithError("no quantity was found");
  state.SetBytesProcessed(static_cast<int64_t>(Bytes(articles)) * state.iterations());
  state.counters["claims_a_kB"] =
      1000.0 * static_cast<double>(found) / static_cast<double>(Bytes(articles));
}
BENCHMARK(BM_ExtractQuantities)->ArgName("sentences_a_figure")->Arg(8)->Arg(2);

}  // namespace
}  // namespace rashomon
