// How many bytes a second do the extraction and the comparison of claims take, and
// does the time grow as the corpus does?
//
//   claims_scale CORPUS.jsonl
//
// prints, for the corpus and for ten copies of it under other ids, on one thread and
// on two: megabytes of text that extraction, comparison and both take in a second of
// the processor. Two threads that lose nothing show the rates of one. The copies are
// told to the comparison as the duplicate engine would tell them, so they are
// witnesses that agree. Then the same for 12,500 to 100,000 tolls of one key: the
// figures differ, the words around them do not.

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "core/base/parallel_for.h"
#include "core/claims/compare.h"
#include "core/engine/reuse.h"
#include "rashomon/rashomon.h"

namespace rashomon {
namespace {

constexpr size_t kCopies = 10;
constexpr size_t kSentences = 100;  // of an article of claims of one key

// Seconds of the processor, which other work on the machine does not lengthen.
class Clock {
 public:
  double Seconds() const { return Now() - start_; }

 private:
  static double Now() {
    return static_cast<double>(std::clock()) / static_cast<double>(CLOCKS_PER_SEC);
  }
  double start_ = Now();
};

std::vector<Claim> ExtractAll(const std::vector<Document>& documents, int threads) {
  std::vector<std::vector<Claim>> of(documents.size());
  ParallelFor(documents.size(), 16, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      of[i] = ExtractClaims(documents[i], DocId{static_cast<uint32_t>(i)});
    }
  });
  std::vector<Claim> claims;
  for (std::vector<Claim>& c : of) {
    claims.insert(claims.end(), std::make_move_iterator(c.begin()),
                  std::make_move_iterator(c.end()));
    c = {};
  }
  return claims;
}

void Time(const std::string& name, const std::vector<Document>& documents,
          const std::vector<AlignedCopy>& copies, int threads) {
  double bytes = 0;
  for (const Document& d : documents) bytes += static_cast<double>(d.text.size());
  const Clock extracting;
  const std::vector<Claim> claims = ExtractAll(documents, threads);
  const double extraction = extracting.Seconds();
  const Clock comparing;
  const std::vector<FactFinding> facts =
      CompareClaims(documents, claims, copies, {.threads = threads});
  const double comparison = comparing.Seconds();
  const double mb = bytes / 1e6;
  std::printf("%-24s %d  %6.1f %8zu %6zu  %8.1f %8.1f %8.1f\n", name.c_str(), threads,
              mb, claims.size(), facts.size(), mb / extraction, mb / comparison,
              mb / (extraction + comparison));
  std::fflush(stdout);
}

// `documents` again and again, each time under other ids.
std::vector<Document> Multiply(const std::vector<Document>& documents) {
  std::vector<Document> many;
  for (size_t copy = 0; copy < kCopies; ++copy) {
    for (const Document& d : documents) {
      many.push_back(d);
      many.back().id = absl::StrCat(d.id, "#", copy);
    }
  }
  return many;
}

std::vector<AlignedCopy> CopiesOfAll(const std::vector<Document>& documents,
                                     const std::vector<AlignedCopy>& inside) {
  std::vector<AlignedCopy> copies = inside;
  for (size_t copy = 1; copy < kCopies; ++copy) {
    for (size_t d = 0; d < documents.size(); ++d) {
      const ByteSpan whole = {0, static_cast<uint32_t>(documents[d].text.size())};
      copies.push_back({DocId{static_cast<uint32_t>(d)},
                        DocId{static_cast<uint32_t>(copy * documents.size() + d)},
                        {{whole, whole}}});
    }
  }
  return copies;
}

// The texts of articles that tell so many tolls of one event.
std::vector<std::string> TextsOfOneKey(size_t claims) {
  std::vector<std::string> texts(claims / kSentences);
  for (size_t i = 0; i < texts.size() * kSentences; ++i) {
    absl::StrAppend(&texts[i / kSentences], "The blast in Tarsin killed ", i + 2,
                    " people.\n\n");
  }
  return texts;
}

int Main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: claims_scale CORPUS.jsonl\n");
    return 2;
  }
  const absl::StatusOr<Corpus> corpus = ReadCorpus({std::string(argv[1])}, {});
  if (!corpus.ok()) {
    std::fprintf(stderr, "%s\n", std::string(corpus.status().message()).c_str());
    return 2;
  }
  const std::vector<Document> documents(corpus->documents().begin(),
                                        corpus->documents().end());
  const std::vector<AlignedCopy> copies = FindReuse(documents, {}, {})->copies;
  std::printf("%-24s    %6s %8s %6s  %8s %8s %8s\n", "corpus, threads", "MB", "claims",
              "facts", "extract", "compare", "both");
  Time("corpus", documents, copies, 1);
  Time("corpus", documents, copies, 2);
  {
    const std::vector<Document> many = Multiply(documents);
    const std::vector<AlignedCopy> of_all = CopiesOfAll(documents, copies);
    Time("ten copies", many, of_all, 1);
    Time("ten copies", many, of_all, 2);
  }
  for (size_t claims = 12'500; claims <= 100'000; claims *= 2) {
    const std::vector<std::string> texts = TextsOfOneKey(claims);
    std::vector<Document> articles(texts.size());
    for (size_t d = 0; d < texts.size(); ++d) {
      articles[d].id = absl::StrCat("article-", d);
      articles[d].text = texts[d];
    }
    Time(absl::StrCat(claims, " of one key"), articles, {}, 1);
  }
  std::printf("rates: MB of text a second of the processor\n");
  return 0;
}

}  // namespace
}  // namespace rashomon

int main(int argc, char** argv) { return rashomon::Main(argc, argv); }
