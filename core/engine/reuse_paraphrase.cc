#include "core/engine/reuse_paraphrase.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/align/borders.h"
#include "core/align/paraphrase.h"
#include "core/base/parallel_for.h"

namespace rashomon {
namespace {

constexpr size_t kGrain = 16;       // documents that a thread takes at once
constexpr uint32_t kMinWords = 12;  // of a statement
constexpr uint32_t kMaxWords = 100;
constexpr double kReported = 0.5;  // of a statement, that a passage covers

// The passages of the findings, by document.
class Reported {
 public:
  Reported(size_t documents, absl::Span<const ReuseFinding> findings)
      : by_document_(documents) {
    for (uint32_t f = 0; f < findings.size(); ++f) {
      for (const Passage& passage : findings[f].passages) {
        by_document_[Index(passage.doc)].push_back({f, passage.span});
      }
    }
  }

  // The findings that cover most of `span`, ascending.
  std::vector<uint32_t> Over(uint32_t doc, ByteSpan span) const {
    std::vector<uint32_t> findings;
    for (const auto& [finding, passage] : by_document_[doc]) {
      if (Intersect(passage, span).size() >= kReported * span.size()) {
        findings.push_back(finding);
      }
    }
    return findings;
  }

 private:
  std::vector<std::vector<std::pair<uint32_t, ByteSpan>>> by_document_;
};

std::vector<Statement> StatementsOf(const WordCorpus& corpus, uint32_t doc) {
  std::vector<Statement> statements;
  for (const WordSpan span : corpus.borders[doc].quotations) {
    if (span.size() < kMinWords || span.size() > kMaxWords) continue;
    statements.push_back({doc, span, ContentStems(corpus.Side(doc), span)});
  }
  return statements;
}

}  // namespace

std::vector<std::vector<WordPlace>> FindParaphraseFamilies(
    WordCorpus& corpus, const DocumentFamilies& documents,
    absl::Span<const ReuseFinding> findings, int threads) {
  const size_t size = corpus.documents.size();
  std::vector<std::vector<Statement>> by_document(size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      if (corpus.borders[doc].paragraphs.empty()) {
        corpus.borders[doc] =
            FindBorders(corpus.documents[doc].text, corpus.tokens[doc]);
      }
      by_document[doc] = StatementsOf(corpus, static_cast<uint32_t>(doc));
    }
  });
  std::vector<Statement> statements;
  for (std::vector<Statement>& of_document : by_document) {
    std::move(of_document.begin(), of_document.end(), std::back_inserter(statements));
  }
  const Reported reported(size, findings);
  const auto bytes = [&](const Statement& s) {
    return BytesOf(corpus.documents[s.doc].text, corpus.tokens[s.doc], s.span);
  };
  std::vector<std::vector<WordPlace>> result;
  std::vector<char> taken(statements.size(), 0);
  for (const Paraphrase& pair : FindParaphrases(statements)) {
    const Statement &a = statements[pair.a], &b = statements[pair.b];
    if (taken[pair.a] != 0 || taken[pair.b] != 0) continue;
    if (documents.InOneFamily(a.doc, b.doc)) continue;
    const std::vector<uint32_t> over_a = reported.Over(a.doc, bytes(a));
    const std::vector<uint32_t> over_b = reported.Over(b.doc, bytes(b));
    std::vector<uint32_t> both;
    std::set_intersection(over_a.begin(), over_a.end(), over_b.begin(), over_b.end(),
                          std::back_inserter(both));
    if (!both.empty()) continue;
    taken[pair.a] = taken[pair.b] = 1;
    result.push_back({{a.doc, a.span}, {b.doc, b.span}});
  }
  return result;
}

}  // namespace rashomon
