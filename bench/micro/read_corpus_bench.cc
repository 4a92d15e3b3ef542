// How many bytes of a file a second does ReadCorpus take in, one thread, by how the
// file is packed? Invented articles of about 2 KB; `wc -w` is the measure to beat.

#include <string>
#include <vector>

#include "bench/generate/invented_text.h"
#include "benchmark/benchmark.h"
#include "rashomon/corpus.h"
#include "tests/testing/packed.h"
#include "tests/testing/temp_dir.h"

namespace rashomon {
namespace {

constexpr size_t kArticles = 20'000;
constexpr size_t kWords = 350;
constexpr size_t kDistinct = 500;  // texts that repeat, so that making them is quick

std::string JsonLines() {
  const generate::InventedText source(1);
  generate::Random random(2);
  std::vector<std::string> texts(kDistinct);
  for (std::string& text : texts) {
    for (const generate::TextWord& word : source.Article(random, kWords)) {
      text += word.text;
      text += word.ends_paragraph ? "\\n\\n" : " ";
    }
  }
  std::string lines;
  for (size_t i = 0; i < kArticles; ++i) {
    lines += "{\"id\":\"" + std::to_string(i * 7919 % 1'000'003) +
             "\",\"source\":\"Wire\",\"published\":\"2021-03-18\",\"text\":\"" +
             texts[i % kDistinct] + "\"}\n";
  }
  return lines;
}

void Measure(benchmark::State& state, const std::string& name, const std::string& file,
             size_t unpacked_bytes) {
  const testing::TempDir dir;
  const std::vector<std::string> paths = {dir.Write(name, file)};
  for (auto _ : state) {
    const absl::StatusOr<Corpus> corpus = ReadCorpus(paths);
    if (!corpus.ok() || corpus->documents().size() != kArticles) {
      return state.SkipWithError("not all articles were read");
    }
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(unpacked_bytes));
}

void BM_ReadPlain(benchmark::State& state) {
  const std::string lines = JsonLines();
  Measure(state, "w.jsonl", lines, lines.size());
}
BENCHMARK(BM_ReadPlain)->Unit(benchmark::kMillisecond);

void BM_ReadGzip(benchmark::State& state) {
  const std::string lines = JsonLines();
  Measure(state, "w.jsonl.gz", testing::Gzip(lines), lines.size());
}
BENCHMARK(BM_ReadGzip)->Unit(benchmark::kMillisecond);

void BM_ReadZstd(benchmark::State& state) {
  const std::string lines = JsonLines();
  Measure(state, "w.jsonl.zst", testing::Zstd(lines), lines.size());
}
BENCHMARK(BM_ReadZstd)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rashomon
