// Writes a corpus with labelled truth: DIR/articles.jsonl, and DIR/plants.jsonl
// with one line for every repetition that was planted.

#include <fstream>
#include <iostream>

#include "CLI/CLI.hpp"
#include "bench/generate/planted_corpus.h"
#include "nlohmann/json.hpp"
#include "rashomon/corpus.h"

namespace {

using rashomon::ByteSpan;
using rashomon::generate::kKindNames;
using rashomon::generate::PlantedCorpus;

nlohmann::ordered_json Place(size_t index, ByteSpan span) {
  return {{"doc", PlantedCorpus::Id(index)}, {"begin", span.begin}, {"end", span.end}};
}

}  // namespace

int main(int argc, char** argv) {
  rashomon::generate::PlantedOptions options;
  std::string out, from;
  std::vector<std::string> kinds;
  CLI::App app("Generates articles with planted repetitions and says where they are");
  app.add_option("--out", out, "directory to write to; it exists")->required();
  app.add_option("--articles", options.articles, "how many")->capture_default_str();
  app.add_option("--seed", options.seed)->capture_default_str();
  app.add_option("--article-words", options.article_words)->capture_default_str();
  app.add_option("--edit-rate", options.edit_rate, "edits per word of edited copies")
      ->capture_default_str();
  app.add_option("--min-passage-words", options.min_passage_words)
      ->capture_default_str();
  app.add_option("--max-passage-words", options.max_passage_words)
      ->capture_default_str();
  app.add_option("--kinds", kinds, "kinds of copies to plant; all if none")
      ->check(CLI::IsMember(
          std::vector<std::string>(kKindNames.begin(), kKindNames.end())));
  app.add_option("--from", from, "corpus whose articles are the originals");
  CLI11_PARSE(app, argc, argv);

  if (!kinds.empty()) options.kinds.clear();
  for (const std::string& kind : kinds) {
    const auto* at = std::find(kKindNames.begin(), kKindNames.end(), kind);
    options.kinds.push_back(
        static_cast<rashomon::generate::Kind>(at - kKindNames.begin()));
  }
  rashomon::Corpus corpus;
  std::vector<std::string_view> texts;
  if (!from.empty()) {
    auto read = rashomon::ReadCorpus({from});
    if (!read.ok()) {
      std::cerr << "generate: " << read.status().message() << "\n";
      return 2;
    }
    corpus = *std::move(read);
    for (const rashomon::Document& document : corpus.documents()) {
      if (document.text.find_first_not_of(" \t\r\n") != std::string_view::npos) {
        texts.push_back(document.text);
      }
    }
  }

  const PlantedCorpus planted(options, texts);
  std::ofstream articles(out + "/articles.jsonl"), plants(out + "/plants.jsonl");
  for (size_t i = 0; i < options.articles; ++i) {
    const rashomon::generate::PlantedArticle article = planted.Article(i);
    const nlohmann::ordered_json record = {{"id", PlantedCorpus::Id(i)},
                                           {"source", article.source},
                                           {"published", article.published},
                                           {"text", article.text}};
    articles << record.dump(-1, ' ', false,
                            nlohmann::ordered_json::error_handler_t::replace)
             << "\n";
    for (const rashomon::generate::Plant& plant : article.plants) {
      const nlohmann::ordered_json row = {
          {"kind", kKindNames[static_cast<size_t>(article.kind)]},
          {"words", plant.words},
          {"edits", plant.edits},
          {"a", Place(i, plant.in_article)},
          {"b", Place(plant.original, plant.in_original)}};
      plants << row.dump() << "\n";
    }
  }
  articles.close();
  plants.close();
  if (!articles || !plants) {
    std::cerr << "generate: cannot write to " << out << "\n";
    return 2;
  }
}
