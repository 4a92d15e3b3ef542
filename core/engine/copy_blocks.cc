#include "core/engine/copy_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/align/blocks.h"
#include "core/align/evidence.h"
#include "core/align/seed_index.h"
#include "core/base/parallel_for.h"
#include "core/engine/stage_progress.h"

namespace rashomon {
namespace {

constexpr uint32_t kMinWholeWords = 8;  // of a sentence or quotation by itself
constexpr size_t kAhead = 8;            // seeds whose words are fetched early
constexpr size_t kGrain = 16;           // documents that a thread takes at once

// True if phrases stand in so many places of both, for the length of the shorter,
// that one may be the other reworded.
bool ShareManyPhrases(absl::Span<const SeedRun> runs, size_t shorter,
                      uint32_t seed_words) {
  constexpr size_t kMinRuns = 3, kMinSeeds = 5;
  constexpr double kMinShare = 0.02;
  if (runs.size() < kMinRuns) return false;
  size_t seeds = 0;
  for (const SeedRun& run : runs) seeds += run.words - seed_words + 1;
  return seeds >= kMinSeeds &&
         static_cast<double>(seeds) >= kMinShare * static_cast<double>(shorter);
}

CopySearch SearchOf(uint32_t doc, const WordCorpus& corpus, const SeedIndex& index,
                    const BlockOptions& options) {
  CopySearch found;
  const std::vector<SeedRun> runs = index.EarlierRuns(doc);
  // Where the run `i` stands earlier is far away in memory.
  const auto fetch = [&](size_t i) {
    if (i >= runs.size()) return;
    __builtin_prefetch(&corpus.tokens[runs[i].earlier_doc][runs[i].earlier]);
  };
  for (size_t begin = 0, end = 0; begin < runs.size(); begin = end) {
    const uint32_t earlier = runs[begin].earlier_doc;
    while (end < runs.size() && runs[end].earlier_doc == earlier) fetch(kAhead + end++);
    const auto of_pair = absl::MakeConstSpan(runs).subspan(begin, end - begin);
    const Texts texts = earlier == doc ? Texts::kOneWithItself : Texts::kTwo;
    for (AlignedBlock& block : FindBlocks(corpus.tokens[earlier], corpus.tokens[doc],
                                          of_pair, texts, options)) {
      found.blocks.push_back({earlier, doc, std::move(block)});
    }
    const size_t shorter =
        std::min(corpus.tokens[earlier].size(), corpus.tokens[doc].size());
    if (earlier != doc && ShareManyPhrases(of_pair, shorter, index.words())) {
      found.phrases.push_back({earlier, doc});
    }
  }
  return found;
}

// The share of the words of a stretch that must be aligned: chance and common
// turns of phrase make short stretches alike, not long ones.
double RequiredShare(uint32_t words) {
  constexpr double kShort = 14, kLong = 30, kShareOfShort = 0.86, kShareOfLong = 0.73;
  const double t = std::clamp((words - kShort) / (kLong - kShort), 0.0, 1.0);
  return kShareOfShort + t * (kShareOfLong - kShareOfShort);
}

// True if the block is a passage: long enough and alike enough, or a sentence or
// quotation by itself.
bool IsPassage(const CopyBlock& copy, const WordCorpus& corpus, uint32_t min_words) {
  const AlignedBlock& block = copy.block;
  const uint32_t words = std::min(block.a.size(), block.b.size());
  if (words >= min_words && AlignedShare(block) >= RequiredShare(words)) return true;
  return words >= std::min(min_words, kMinWholeWords) &&
         IsWhole(corpus.borders[copy.a], block.a) &&
         IsWhole(corpus.borders[copy.b], block.b);
}

// Appends the passages in `copy`: all of it, with its ends at borders, or what is
// left when it is cut at its gaps.
void AppendPassages(const CopyBlock& copy, const WordCorpus& corpus,
                    const SeedIndex& index, uint32_t min_words,
                    std::vector<CopyBlock>& passages) {
  const BorderedText a = {corpus.tokens[copy.a], corpus.borders[copy.a]};
  const BorderedText b = {corpus.tokens[copy.b], corpus.borders[copy.b]};
  std::vector<AlignedBlock> todo = {copy.block};
  while (!todo.empty()) {
    const AlignedBlock block = std::move(todo.back());
    todo.pop_back();
    CopyBlock passage = {copy.a, copy.b, block};
    SnapToBorders(a, b, passage.block);
    const bool apart = copy.a != copy.b || passage.block.a.end <= passage.block.b.begin;
    if (!apart || AlignedShare(passage.block) < BlockOptions().min_aligned) {
      passage.block = block;
    }
    const auto shows_copying = [&] {
      return ShowsCopying(passage.block, corpus.Side(copy.a), corpus.Side(copy.b),
                          index, copy.b);
    };
    if (IsPassage(passage, corpus, min_words)) {
      if (!shows_copying()) passage.block = block;  // the borders took in other values
      if (shows_copying() && IsPassage(passage, corpus, min_words)) {
        passages.push_back(std::move(passage));
      }
      continue;
    }
    for (AlignedBlock& part : CutAtWidestGap(block)) {
      if (std::min(part.a.size(), part.b.size()) >=
          std::min(min_words, kMinWholeWords)) {
        todo.push_back(std::move(part));
      }
    }
  }
}

}  // namespace

CopySearch FindCopyBlocks(WordCorpus& corpus, const SeedIndex& index,
                          const FindingOptions& options, const RunOptions& run) {
  const size_t size = corpus.documents.size();
  const int threads = NumThreads(run.threads);
  StageProgress searched(run, "passages", size);
  BlockOptions block_options;
  block_options.min_words = std::min(options.min_words, kMinWholeWords);
  std::vector<CopySearch> by_document(size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      by_document[doc] =
          SearchOf(static_cast<uint32_t>(doc), corpus, index, block_options);
    }
    searched.Add(end - begin);
  });
  std::vector<char> takes_part(size, 0);
  for (const CopySearch& of_document : by_document) {
    for (const CopyBlock& copy : of_document.blocks)
      takes_part[copy.a] = takes_part[copy.b] = 1;
  }
  corpus.borders.resize(size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      if (takes_part[doc] == 0) continue;
      corpus.borders[doc] = FindBorders(corpus.documents[doc].text, corpus.tokens[doc]);
    }
  });
  StageProgress trimmed(run, "borders of passages", size);
  ParallelFor(size, kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      std::vector<CopyBlock> passages;
      for (const CopyBlock& copy : by_document[doc].blocks) {
        AppendPassages(copy, corpus, index, options.min_words, passages);
      }
      by_document[doc].blocks = std::move(passages);
    }
    trimmed.Add(end - begin);
  });
  CopySearch result;
  for (CopySearch& of_document : by_document) {
    std::move(of_document.blocks.begin(), of_document.blocks.end(),
              std::back_inserter(result.blocks));
    result.phrases.insert(result.phrases.end(), of_document.phrases.begin(),
                          of_document.phrases.end());
  }
  return result;
}

}  // namespace rashomon
