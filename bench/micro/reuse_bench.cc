// What does the search for repeated passages cost, and how many places does it look
// at? Invented articles of 350 words, every other one with a planted copy, of growing
// numbers: the candidates of an article stay the same where growth is linear.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bench/generate/planted_corpus.h"
#include "benchmark/benchmark.h"
#include "core/align/extend.h"
#include "core/align/seed_index.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse.h"
#include "core/text/token_store.h"
#include "rashomon/document.h"

namespace rashomon {
namespace {

struct Articles {
  std::vector<std::string> texts;
  std::vector<std::string_view> views;
  std::vector<Document> documents;
  int64_t bytes = 0;
};

std::unique_ptr<Articles> Generate(size_t number) {
  generate::PlantedOptions options;
  options.articles = number;
  const generate::PlantedCorpus corpus(options);
  auto articles = std::make_unique<Articles>();
  for (size_t i = 0; i < number; ++i) {
    articles->texts.push_back(corpus.Article(i).text);
    articles->bytes += static_cast<int64_t>(articles->texts.back().size());
  }
  for (size_t i = 0; i < number; ++i) {
    Document document;
    document.id = generate::PlantedCorpus::Id(i);
    document.text = articles->texts[i];
    articles->documents.push_back(std::move(document));
    articles->views.push_back(articles->texts[i]);
  }
  return articles;
}

int Threads(const benchmark::State& state) { return static_cast<int>(state.range(1)); }

void BM_TokenStore(benchmark::State& state) {
  const auto articles = Generate(static_cast<size_t>(state.range(0)));
  for (auto _ : state) {
    benchmark::DoNotOptimize(TokenStore(articles->views, Threads(state)).size());
  }
  state.SetBytesProcessed(state.iterations() * articles->bytes);
}

void BM_SeedIndex(benchmark::State& state) {
  const auto articles = Generate(static_cast<size_t>(state.range(0)));
  const TokenStore tokens(articles->views, Threads(state));
  for (auto _ : state) {
    benchmark::DoNotOptimize(SeedIndex(tokens.all(), {}, Threads(state)).words());
  }
  state.SetBytesProcessed(state.iterations() * articles->bytes);
}

// The candidates: pairs of places with a seed in common, and pairs of articles.
void BM_EarlierRuns(benchmark::State& state) {
  const auto articles = Generate(static_cast<size_t>(state.range(0)));
  const TokenStore tokens(articles->views, 1);
  const SeedIndex index(tokens.all(), {}, 1);
  size_t places = 0, pairs = 0;
  for (auto _ : state) {
    places = pairs = 0;
    for (uint32_t doc = 0; doc < tokens.size(); ++doc) {
      const std::vector<SeedRun> runs = index.EarlierRuns(doc);
      places += runs.size();
      for (size_t i = 0; i < runs.size(); ++i) {
        pairs += i == 0 || runs[i].earlier_doc != runs[i - 1].earlier_doc ? 1 : 0;
      }
    }
  }
  const auto number = static_cast<double>(tokens.size());
  state.SetBytesProcessed(state.iterations() * articles->bytes);
  state.counters["places_per_article"] = static_cast<double>(places) / number;
  state.counters["pairs_per_article"] = static_cast<double>(pairs) / number;
}

void BM_FindReuse(benchmark::State& state) {
  const auto articles = Generate(static_cast<size_t>(state.range(0)));
  size_t findings = 0;
  for (auto _ : state) {
    findings = FindReuse(articles->documents, {}, {.threads = Threads(state)})
                   ->findings.size();
  }
  state.SetBytesProcessed(state.iterations() * articles->bytes);
  state.counters["findings_per_article"] =
      static_cast<double>(findings) / static_cast<double>(articles->documents.size());
}

// What two articles have in common before they part: twelve words, then others.
void BM_ExtendRight(benchmark::State& state) {
  const auto articles = Generate(2);
  const TokenStore tokens(articles->views, 1);
  std::vector<Token> a(tokens[0].begin(), tokens[0].begin() + 100);
  std::vector<Token> b(a.begin(), a.begin() + 12);
  for (size_t i = 12; i < 100; ++i) b.push_back(a[111 - i]);
  for (auto _ : state) benchmark::DoNotOptimize(ExtendRight(a, 0, b, 0));
}

BENCHMARK(BM_TokenStore)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{10000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(BM_SeedIndex)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{10000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(BM_EarlierRuns)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{100, 1000, 10000, 100000}, {1}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(BM_FindReuse)
    ->ArgNames({"articles", "threads"})
    ->ArgsProduct({{1000, 10000}, {1, 2}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK(BM_ExtendRight);

}  // namespace
}  // namespace rashomon
