#include "core/engine/copy_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/align/blocks.h"
#include "core/align/seed_index.h"
#include "core/base/parallel_for.h"

namespace rashomon {
namespace {

constexpr uint32_t kMinWholeWords = 8;  // of a sentence or quotation by itself
constexpr size_t kGrain = 16;           // documents that a thread takes at once

std::vector<CopyBlock> BlocksOf(uint32_t doc, const WordCorpus& corpus,
                                const SeedIndex& index, const BlockOptions& options) {
  std::vector<CopyBlock> found;
  const std::vector<SeedRun> runs = index.EarlierRuns(doc);
  for (size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    const uint32_t earlier = runs[begin].earlier_doc;
    while (end < runs.size() && runs[end].earlier_doc == earlier) ++end;
    const Texts texts = earlier == doc ? Texts::kOneWithItself : Texts::kTwo;
    for (AlignedBlock& block :
         FindBlocks(corpus.tokens[earlier], corpus.tokens[doc],
                    absl::MakeConstSpan(runs).subspan(begin, end - begin), texts, options)) {
      found.push_back({earlier, doc, std::move(block)});
    }
  }
  return found;
}

bool IsLongEnough(const CopyBlock& copy, const WordCorpus& corpus, uint32_t min_words) {
  const AlignedBlock& block = copy.block;
  if (std::min(block.a.size(), block.b.size()) >= min_words) return true;
  return std::min(block.a.size(), block.b.size()) >= kMinWholeWords &&
         IsWhole(corpus.borders[copy.a], block.a) && IsWhole(corpus.borders[copy.b], block.b);
}

}  // namespace

CopyBlocks FindCopyBlocks(WordCorpus& corpus, const FindingOptions& options, int threads) {
  const size_t size = corpus.documents.size();
  const SeedIndex index(corpus.tokens, {}, threads);
  BlockOptions block_options;
  block_options.min_words = std::min(options.min_words, kMinWholeWords);
  std::vector<std::vector<CopyBlock>> by_document(size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      by_document[doc] =
          BlocksOf(static_cast<uint32_t>(doc), corpus, index, block_options);
    }
  });
  std::vector<char> takes_part(size, 0);
  for (const std::vector<CopyBlock>& of_document : by_document) {
    for (const CopyBlock& copy : of_document) takes_part[copy.a] = takes_part[copy.b] = 1;
  }
  corpus.borders.resize(size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      if (takes_part[doc] == 0) continue;
      corpus.borders[doc] = FindBorders(corpus.documents[doc].text, corpus.tokens[doc]);
    }
  });
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      std::erase_if(by_document[doc], [&](CopyBlock& copy) {
        AlignedBlock snapped = copy.block;
        SnapToBorders(corpus.borders[copy.a], corpus.borders[copy.b], snapped);
        const bool apart = copy.a != copy.b || snapped.a.end <= snapped.b.begin;
        if (apart && AlignedShare(snapped) >= block_options.min_aligned) {
          copy.block = std::move(snapped);
        }
        return !IsLongEnough(copy, corpus, options.min_words);
      });
    }
  });
  CopyBlocks result;
  result.seen_words = index.seen_words();
  for (std::vector<CopyBlock>& of_document : by_document) {
    std::move(of_document.begin(), of_document.end(), std::back_inserter(result.blocks));
  }
  return result;
}

}  // namespace rashomon
