// How many bytes a second does each step over the text take, one thread, by what
// the text is written in? Articles of about 4 KB, as they come in a corpus.

#include <string>
#include <string_view>
#include <vector>

#include "bench/generate/invented_text.h"
#include "benchmark/benchmark.h"
#include "core/text/segment.h"
#include "core/text/shingle.h"
#include "core/text/tokenize.h"
#include "core/text/utf8.h"

namespace rashomon {
namespace {

enum Script { kAscii, kTypographic, kAccented, kCyrillic, kHan };

constexpr size_t kArticles = 64;
constexpr size_t kWords = 700;

std::string Utf8(char32_t c) {
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) {
    return {static_cast<char>(0xC0 | (c >> 6)), static_cast<char>(0x80 | (c & 0x3F))};
  }
  return {static_cast<char>(0xE0 | (c >> 12)),
          static_cast<char>(0x80 | ((c >> 6) & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

// `word` as it might stand in a text of that script.
std::string Rewritten(const std::string& word, Script script) {
  if (script == kAscii) return word;
  if (script == kTypographic) return word.size() % 7 == 3 ? "“" + word + "’s”" : word;
  std::string rewritten;
  for (const char c : word) {
    const bool letter = c >= 'a' && c <= 'z';
    if (script == kAccented && c == 'e') {
      rewritten += "é";
    } else if (script == kCyrillic && letter) {
      rewritten += Utf8(0x430 + static_cast<char32_t>(c - 'a'));
    } else if (script == kHan && letter) {
      rewritten += Utf8(0x4E00 + static_cast<char32_t>(c - 'a') * 97);
    } else {
      rewritten += c;
    }
  }
  return rewritten;
}

std::vector<std::string> Articles(Script script) {
  const generate::InventedText source(1);
  generate::Random random(2);
  std::vector<std::string> articles(kArticles);
  for (std::string& article : articles) {
    for (const generate::TextWord& word : source.Article(random, kWords)) {
      article += Rewritten(word.text, script);
      article += word.ends_paragraph ? "\n\n" : " ";
    }
  }
  return articles;
}

template <typename Step>
void OverArticles(benchmark::State& state, Step step) {
  const std::vector<std::string> articles =
      Articles(static_cast<Script>(state.range(0)));
  size_t bytes = 0;
  for (const std::string& article : articles) bytes += article.size();
  for (auto _ : state) {
    for (const std::string& article : articles) step(article);
  }
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(bytes));
}

void AllScripts(benchmark::internal::Benchmark* b) {
  b->ArgName("script");
  for (const Script script : {kAscii, kTypographic, kAccented, kCyrillic, kHan}) {
    b->Arg(script);
  }
}

void BM_Tokenize(benchmark::State& state) {
  std::vector<Token> tokens;
  OverArticles(state, [&](std::string_view text) {
    tokens.clear();
    AppendTokens(text, tokens);
    benchmark::DoNotOptimize(tokens.data());
  });
}
BENCHMARK(BM_Tokenize)->Apply(AllScripts);

void BM_TokenizeAndShingle(benchmark::State& state) {
  std::vector<Token> tokens;
  std::vector<uint64_t> shingles;
  OverArticles(state, [&](std::string_view text) {
    tokens.clear();
    shingles.clear();
    AppendTokens(text, tokens);
    AppendShingles(tokens, kDocumentShingleWords, shingles);
    benchmark::DoNotOptimize(shingles.data());
  });
}
BENCHMARK(BM_TokenizeAndShingle)->Arg(kAscii);

void BM_Segment(benchmark::State& state) {
  OverArticles(state, [](std::string_view text) {
    for (const ByteSpan& paragraph : Paragraphs(text)) {
      benchmark::DoNotOptimize(Sentences(text, paragraph).data());
    }
  });
}
BENCHMARK(BM_Segment)->Apply(AllScripts);

void BM_Paragraphs(benchmark::State& state) {
  OverArticles(state, [](std::string_view text) {
    benchmark::DoNotOptimize(Paragraphs(text).data());
  });
}
BENCHMARK(BM_Paragraphs)->Arg(kAscii);

void BM_FirstBadByte(benchmark::State& state) {
  OverArticles(state, [](std::string_view text) {
    benchmark::DoNotOptimize(FirstBadByte(text));
  });
}
BENCHMARK(BM_FirstBadByte)->Apply(AllScripts);

}  // namespace
}  // namespace rashomon
