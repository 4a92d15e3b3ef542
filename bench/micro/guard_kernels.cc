// How many instructions does each kernel take? kernels NAME runs one of them once on
// a fixed input inside Measured(), which bench/guard/check counts under callgrind;
// kernels alone names them all.

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "bench/generate/planted_corpus.h"
#include "core/index/find_similar.h"
#include "core/text/segment.h"
#include "core/text/tokenize.h"
#include "nlohmann/json.hpp"
#include "rashomon/audit.h"
#include "rashomon/claims.h"
#include "rashomon/corpus.h"
#include "rashomon/dedup.h"
#include "rashomon/minhash.h"
#include "rashomon/simhash.h"

namespace rashomon {
namespace {

constexpr size_t kArticles = 40;

// What a kernel did, so that none of it is left out; 0 is a failure.
using Kernel = std::function<size_t()>;

std::vector<std::string> Articles() {
  generate::PlantedOptions options;
  options.articles = kArticles;
  options.edit_rate = 0.03;
  const generate::PlantedCorpus planted(options);
  std::vector<std::string> texts;
  for (size_t i = 0; i < kArticles; ++i) texts.push_back(planted.Article(i).text);
  return texts;
}

// Sentences full of figures, a new one for every number.
std::string Figures() {
  std::string text;
  for (int i = 1; i <= 150; ++i) {
    text += "At least " + std::to_string(i * 7) + " people were hurt on Friday, " +
            std::to_string(i) + ".5 million dollars were lost and " +
            std::to_string(2000 + i % 20) + " was no better, the mayor said.\n";
  }
  return text;
}

template <typename Step>
Kernel OverTexts(const std::vector<std::string>& texts, Step step) {
  return [&texts, step] {
    size_t sum = 0;
    for (const std::string& text : texts) sum += step(text);
    return sum;
  };
}

std::vector<Document> Documents(const std::vector<std::string>& texts) {
  std::vector<Document> documents;
  for (size_t i = 0; i < texts.size(); ++i) {
    Document document;
    document.id = generate::PlantedCorpus::Id(i);
    document.text = texts[i];
    documents.push_back(document);
  }
  return documents;
}

std::string WriteLines(const std::vector<std::string>& texts) {
  const std::string path =
      (std::filesystem::temp_directory_path() / "rashomon-guard.jsonl").string();
  std::ofstream out(path);
  for (size_t i = 0; i < texts.size(); ++i) {
    const nlohmann::ordered_json record = {{"id", generate::PlantedCorpus::Id(i)},
                                           {"text", texts[i]}};
    out << record.dump() << "\n";
  }
  return path;
}

void AppendUnit(size_t unit, std::vector<uint64_t>& shingles) {
  for (size_t i = 0; i < 170; ++i) {
    shingles.push_back((unit / 2 * 170 + i + (unit % 2 != 0 && i % 20 == 0 ? 1 : 0)) *
                       0x9E3779B97F4A7C15u);
  }
}

}  // namespace

// The name that callgrind counts in.
[[gnu::noinline]] size_t Measured(const Kernel& kernel) { return kernel(); }

}  // namespace rashomon

int main(int argc, char** argv) {
  using namespace rashomon;
  const std::vector<std::string> texts = Articles();
  const std::string lines = WriteLines(texts);
  const std::vector<Document> documents = Documents(texts);
  const Corpus corpus = Corpus::Of(documents);
  Document figures;
  figures.id = "figures";
  const std::string figures_text = Figures();
  figures.text = figures_text;
  std::vector<Token> tokens;

  const std::map<std::string, Kernel> kernels = {
      {"audit",
       [&] {
         const auto findings = Audit(corpus, {}, {.threads = 1});
         return findings.ok() ? findings->reuse.size() : 0;
       }},
      {"claims", [&] { return ExtractClaims(figures).size(); }},
      {"dedup",
       [&] {
         const auto summary =
             Dedup({lines}, {lines + ".kept", ""}, {}, {}, {.threads = 1});
         return summary.ok() ? summary->kept_documents : 0;
       }},
      {"find_similar",
       [] { return FindSimilar(2000, AppendUnit, {.threads = 1}).size(); }},
      {"minhash", OverTexts(texts,
                            [](std::string_view text) {
                              const auto sketch = MinHashSketch::Of(text);
                              return sketch.ok() ? size_t{sketch->slots()[0]} : 0;
                            })},
      {"read",
       [&] {
         const auto read = ReadCorpus({lines});
         return read.ok() ? read->documents().size() : 0;
       }},
      {"segment", OverTexts(texts,
                            [](std::string_view text) {
                              size_t sum = 0;
                              for (const ByteSpan& paragraph : Paragraphs(text)) {
                                sum += Sentences(text, paragraph).size();
                              }
                              return sum;
                            })},
      {"tokenize", OverTexts(texts,
                             [&](std::string_view text) {
                               tokens.clear();
                               AppendTokens(text, tokens);
                               return tokens.size();
                             })},
  };
  if (argc < 2) {
    for (const auto& [name, kernel] : kernels) std::cout << name << "\n";
    return 0;
  }
  const auto kernel = kernels.find(argv[1]);
  if (kernel == kernels.end() || Measured(kernel->second) == 0) {
    std::cerr << "kernels: no kernel " << argv[1] << ", or it found nothing\n";
    return 2;
  }
  return 0;
}
