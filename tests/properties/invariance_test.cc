// The same set of documents and the same options give the same findings, byte
// for byte, on any number of threads and in any order of input.

#include <algorithm>
#include <string>
#include <vector>

#include "bench/generate/planted_corpus.h"
#include "gtest/gtest.h"
#include "rashomon/rashomon.h"

namespace rashomon {
namespace {

// Planted repetitions, and two accounts of one fire with other figures.
std::vector<Document> Documents(std::vector<std::string>& texts) {
  generate::PlantedOptions options;
  options.articles = 120;
  const generate::PlantedCorpus corpus(options);
  std::vector<Document> documents;
  for (size_t i = 0; i < options.articles; ++i) {
    generate::PlantedArticle article = corpus.Article(i);
    Document document;
    document.id = generate::PlantedCorpus::Id(i);
    document.source = article.source;
    document.published = article.published;
    texts.push_back(std::move(article.text));
    documents.push_back(std::move(document));
  }
  for (const char* dead : {"17", "23"}) {
    Document document;
    document.id = std::string("fire-") + dead;
    document.published = "2014-05-02";
    document.source = std::string("Source ") + dead;
    texts.push_back(std::string("A fire in the Velmora textile mill killed ") + dead +
                    " workers on Friday, the Velmora fire brigade said.");
    documents.push_back(std::move(document));
  }
  for (size_t i = 0; i < documents.size(); ++i) documents[i].text = texts[i];
  return documents;
}

std::string AuditOf(const std::vector<Document>& documents, int threads,
                    SearchEngine engine = SearchEngine::kMinHash) {
  const Corpus corpus = Corpus::Of(documents);
  FindingOptions options;
  options.engine = engine;
  options.verdicts = VerdictFilter::kAll;
  const auto findings = Audit(corpus, options, {.threads = threads});
  EXPECT_TRUE(findings.ok()) << findings.status();
  EXPECT_GT(findings->reuse.size(), 10u);
  EXPECT_GE(findings->facts.size(), 1u);
  return FindingsJsonLines(corpus.documents(), *findings);
}

TEST(Audit, ThreadsChangeNothing) {
  std::vector<std::string> texts;
  const std::vector<Document> documents = Documents(texts);
  const std::string one = AuditOf(documents, 1);
  EXPECT_EQ(AuditOf(documents, 2), one);
  EXPECT_EQ(AuditOf(documents, 8), one);
}

TEST(Audit, ThreadsChangeNothingWhateverTheEngine) {
  std::vector<std::string> texts;
  const std::vector<Document> documents = Documents(texts);
  for (const SearchEngine engine : {SearchEngine::kSimHash, SearchEngine::kBoth}) {
    EXPECT_EQ(AuditOf(documents, 3, engine), AuditOf(documents, 1, engine));
  }
}

TEST(Audit, OrderOfInputChangesNothing) {
  std::vector<std::string> texts;
  std::vector<Document> documents = Documents(texts);
  const std::string one = AuditOf(documents, 2);
  std::reverse(documents.begin(), documents.end());
  EXPECT_EQ(AuditOf(documents, 2), one);
  std::rotate(documents.begin(), documents.begin() + 41, documents.end());
  EXPECT_EQ(AuditOf(documents, 2), one);
}

}  // namespace
}  // namespace rashomon
