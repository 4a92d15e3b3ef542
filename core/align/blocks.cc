// Seed, chain, extend (minimap2, Li 2018): seeds on one diagonal are joined to
// exact runs; runs that follow one another in both texts with small gaps form a
// chain; gaps are aligned word by word, both ends extended with an X-drop, and
// what is less alike than asked for is cut at its widest gap. A chain's predecessor is
// looked for on the nearest diagonals only, so a refrain that stands a thousand times
// costs its seeds and no more.

#include "core/align/blocks.h"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "core/align/align_words.h"
#include "core/align/extend.h"

namespace rashomon {
namespace {

using Words = absl::Span<const Token>;

constexpr uint64_t kExtensionsPerWord = 64;  // words compared beyond seeds
constexpr size_t kMaxTried = 32;             // predecessors of a run in a chain
constexpr uint32_t kMinSeededWords = 6;      // in a chain that is worth extending

int64_t Diagonal(const WordRun& run) { return int64_t{run.b} - int64_t{run.a}; }

// Exact runs, maximal in both directions, from seeds of which hashes only promise
// that they are equal. By (b, a), without repetitions.
std::vector<WordRun> MaximalRuns(Words a, Words b, absl::Span<const SeedRun> seeds,
                                 Texts texts, const BlockOptions& options) {
  std::vector<WordRun> candidates;
  candidates.reserve(seeds.size());
  for (const SeedRun& s : seeds) {
    // A text repeats itself only at a distance of a passage.
    if (texts == Texts::kOneWithItself && s.here - s.earlier < options.min_words)
      continue;
    candidates.push_back({s.earlier, s.here, s.words});
  }
  std::sort(candidates.begin(), candidates.end(),
            [&](const WordRun& x, const WordRun& y) {
              if (Diagonal(x) != Diagonal(y)) return Diagonal(x) < Diagonal(y);
              return x.b < y.b;
            });
  std::vector<WordRun> runs;
  // One word said a million times is equal on every diagonal; what is beyond the
  // budget keeps its seeds' length.
  uint64_t budget = kExtensionsPerWord * (uint64_t{a.size()} + b.size());
  for (const WordRun& c : candidates) {
    if (!runs.empty() && Diagonal(runs.back()) == Diagonal(c) &&
        c.b < runs.back().b + runs.back().words) {
      continue;
    }
    WordRun run = {c.a, c.b, 0};
    while (run.a + run.words < a.size() && run.b + run.words < b.size() &&
           a[run.a + run.words].hash == b[run.b + run.words].hash &&
           (run.words < c.words || budget > 0)) {
      if (++run.words > c.words) --budget;
    }
    if (run.words == 0) continue;
    while (run.a > 0 && run.b > 0 && a[run.a - 1].hash == b[run.b - 1].hash &&
           budget > 0) {
      --run.a, --run.b, ++run.words, --budget;
    }
    runs.push_back(run);
  }
  std::sort(runs.begin(), runs.end(), [](const WordRun& x, const WordRun& y) {
    return x.b != y.b ? x.b < y.b : x.a < y.a;
  });
  return runs;
}

// How many words around the seed are equal, itself included.
uint32_t WordsAround(Words a, Words b, const SeedRun& seed) {
  uint32_t a_end = seed.earlier, b_end = seed.here;
  while (a_end < a.size() && b_end < b.size() && a[a_end].hash == b[b_end].hash) {
    ++a_end, ++b_end;
  }
  if (b_end == seed.here) return 0;
  uint32_t a_begin = seed.earlier, b_begin = seed.here;
  while (a_begin > 0 && b_begin > 0 && a[a_begin - 1].hash == b[b_begin - 1].hash) {
    --a_begin, --b_begin;
  }
  return b_end - b_begin;
}

// False only where the seeds give no chain: each is too short alone, and no two
// could follow one another. Nearly all pairs of texts have a single common turn of
// phrase, so this is what most of the time goes to.
bool MayHoldChain(Words a, Words b, absl::Span<const SeedRun> seeds,
                  const BlockOptions& options) {
  constexpr size_t kFew = 8;
  if (seeds.size() > kFew) return true;
  const auto diagonal = [](const SeedRun& s) {
    return int64_t{s.here} - int64_t{s.earlier};
  };
  const int64_t reach = int64_t{options.max_gap_words} + kMinSeededWords;
  for (size_t i = 0; i < seeds.size(); ++i) {
    if (seeds[i].words > kMinSeededWords) return true;
    for (size_t j = 0; j < i; ++j) {
      if (std::abs(diagonal(seeds[i]) - diagonal(seeds[j])) <= options.max_gap_words &&
          seeds[i].here <= seeds[j].here + reach) {
        return true;
      }
    }
  }
  return std::any_of(seeds.begin(), seeds.end(), [&](const SeedRun& seed) {
    return WordsAround(a, b, seed) >= kMinSeededWords;
  });
}

using Chain = std::vector<WordRun>;

// Cuts the first words off `run` so that it begins after `before` in both texts.
// Returns nothing but an empty run where no word is left.
WordRun After(const WordRun& before, WordRun run) {
  const uint32_t a_end = before.a + before.words, b_end = before.b + before.words;
  const uint32_t cut =
      std::max(a_end > run.a ? a_end - run.a : 0, b_end > run.b ? b_end - run.b : 0);
  if (cut >= run.words) return {run.a, run.b, 0};
  return {run.a + cut, run.b + cut, run.words - cut};
}

// Disjoint chains of runs that ascend in both texts, heaviest first.
std::vector<Chain> Chains(absl::Span<const WordRun> runs, const BlockOptions& options) {
  if (runs.size() == 1) {  // what most pairs of texts have
    if (runs[0].words < kMinSeededWords) return {};
    return {{runs[0]}};
  }
  std::vector<double> score(runs.size());
  std::vector<size_t> previous(runs.size());
  std::map<int64_t, size_t> latest;  // run of each diagonal
  for (size_t i = 0; i < runs.size(); ++i) {
    score[i] = runs[i].words;
    previous[i] = i;
    const int64_t diagonal = Diagonal(runs[i]), drift = options.max_gap_words;
    size_t tried = 0;
    for (auto p = latest.lower_bound(diagonal - drift);
         p != latest.end() && p->first <= diagonal + drift && tried < kMaxTried;
         ++p, ++tried) {
      const WordRun& before = runs[p->second];
      if (before.a >= runs[i].a || before.b >= runs[i].b) continue;
      const WordRun rest = After(before, runs[i]);
      if (rest.words == 0) continue;
      const uint32_t gap_a = rest.a - (before.a + before.words);
      const uint32_t gap_b = rest.b - (before.b + before.words);
      const uint32_t gap = std::max(gap_a, gap_b);
      if (gap > options.max_gap_words) continue;
      const double with = score[p->second] + rest.words - 0.25 * gap;
      if (with > score[i]) {
        score[i] = with;
        previous[i] = p->second;
      }
    }
    latest[diagonal] = i;
  }
  std::vector<size_t> ends(runs.size());
  for (size_t i = 0; i < ends.size(); ++i) ends[i] = i;
  std::stable_sort(ends.begin(), ends.end(),
                   [&](size_t x, size_t y) { return score[x] > score[y]; });
  std::vector<bool> used(runs.size(), false);
  std::vector<Chain> chains;
  for (const size_t end : ends) {
    if (used[end]) continue;
    std::vector<size_t> members;
    for (size_t i = end;;) {
      members.push_back(i);
      used[i] = true;
      if (previous[i] == i || used[previous[i]]) break;
      i = previous[i];
    }
    Chain chain;
    for (auto m = members.rbegin(); m != members.rend(); ++m) {
      const WordRun rest = chain.empty() ? runs[*m] : After(chain.back(), runs[*m]);
      if (rest.words > 0) chain.push_back(rest);
    }
    if (NumWords(chain) >= kMinSeededWords) chains.push_back(std::move(chain));
  }
  return chains;
}

void Append(WordRun run, std::vector<WordRun>& runs) {
  if (!runs.empty() && runs.back().a + runs.back().words == run.a &&
      runs.back().b + runs.back().words == run.b) {
    runs.back().words += run.words;
  } else {
    runs.push_back(run);
  }
}

// The chain with its gaps aligned and its ends extended.
std::vector<WordRun> Grow(Words a, Words b, const Chain& chain) {
  const WordRun& last = chain.back();
  std::vector<WordRun> runs;
  for (const WordRun& run : ExtendLeft(a, chain[0].a, b, chain[0].b)) Append(run, runs);
  for (size_t i = 0; i < chain.size(); ++i) {
    if (i > 0) {
      const uint32_t a_begin = chain[i - 1].a + chain[i - 1].words;
      const uint32_t b_begin = chain[i - 1].b + chain[i - 1].words;
      for (WordRun run : AlignWords(a.subspan(a_begin, chain[i].a - a_begin),
                                    b.subspan(b_begin, chain[i].b - b_begin))) {
        run.a += a_begin;
        run.b += b_begin;
        Append(run, runs);
      }
    }
    Append(chain[i], runs);
  }
  for (const WordRun& run :
       ExtendRight(a, last.a + last.words, b, last.b + last.words)) {
    Append(run, runs);
  }
  return runs;
}

AlignedBlock BlockOf(absl::Span<const WordRun> runs) {
  const WordRun &first = runs.front(), &last = runs.back();
  return {{first.a, last.a + last.words},
          {first.b, last.b + last.words},
          {runs.begin(), runs.end()}};
}

// Words that stand unaligned between runs[i - 1] and runs[i], on the longer side.
uint32_t GapBefore(absl::Span<const WordRun> runs, size_t i) {
  const WordRun &before = runs[i - 1], &run = runs[i];
  return std::max(run.a - (before.a + before.words), run.b - (before.b + before.words));
}

// Appends the parts of `runs` that are as alike as asked for. Of a long list all
// gaps of the greatest width are cut at once, so that the work stays linear.
void CutAtGaps(absl::Span<const WordRun> all, const BlockOptions& options,
               std::vector<AlignedBlock>& blocks) {
  constexpr size_t kLong = 256;
  std::vector<absl::Span<const WordRun>> todo = {all};
  while (!todo.empty()) {
    const absl::Span<const WordRun> runs = todo.back();
    todo.pop_back();
    AlignedBlock block = BlockOf(runs);
    if (std::min(block.a.size(), block.b.size()) < options.min_words) continue;
    uint32_t widest = 0;
    for (size_t i = 1; i < runs.size(); ++i)
      widest = std::max(widest, GapBefore(runs, i));
    if (AlignedShare(block) >= options.min_aligned && widest <= options.max_gap_words) {
      blocks.push_back(std::move(block));
      continue;
    }
    size_t begin = 0;
    for (size_t i = 1; i < runs.size(); ++i) {
      if (GapBefore(runs, i) != widest || (begin > 0 && runs.size() <= kLong)) continue;
      todo.push_back(runs.subspan(begin, i - begin));
      begin = i;
    }
    if (begin > 0) todo.push_back(runs.subspan(begin));
  }
}

// The sides of a block of a text with itself may overlap where a passage is
// repeated at once, several times: cut it into the repetitions.
void CutRepetitions(absl::Span<const WordRun> runs,
                    std::vector<std::vector<WordRun>>& pieces) {
  size_t i = 0;
  WordRun run = runs.front();
  while (i < runs.size()) {
    const uint32_t border = run.b;  // the a side ends where b begins
    std::vector<WordRun>& piece = pieces.emplace_back();
    while (i < runs.size() && run.a < border) {
      const uint32_t inside = std::min(run.words, border - run.a);
      piece.push_back({run.a, run.b, inside});
      run = {run.a + inside, run.b + inside, run.words - inside};
      if (run.words == 0 && ++i < runs.size()) run = runs[i];
    }
  }
}

// A passage repeated at once, many times, is a chain at every multiple of its
// period, and wherever the seeds happened to pair its copies. Keeps the chain of the
// shortest period, which joins all copies, and drops those that it explains.
void KeepShortestPeriods(size_t words, std::vector<Chain>& chains) {
  constexpr double kExplained = 0.8;
  const auto period = [](const Chain& chain) { return chain[0].b - chain[0].a; };
  std::stable_sort(chains.begin(), chains.end(), [&](const Chain& x, const Chain& y) {
    return period(x) < period(y);
  });
  std::vector<bool> repeated(words, false);
  const auto explained = [&](WordSpan side) {
    const auto begin = repeated.begin() + side.begin;
    return static_cast<double>(std::count(begin, begin + side.size(), true)) >=
           kExplained * side.size();
  };
  std::erase_if(chains, [&](const Chain& chain) {
    const AlignedBlock block = BlockOf(chain);
    if (explained(block.a) && explained(block.b)) return true;
    if (block.b.size() > period(chain)) {  // one side runs into the other
      std::fill(repeated.begin() + block.a.begin, repeated.begin() + block.b.end, true);
    }
    return false;
  });
}

// The blocks found so far, by the stretch of b in which they lie.
class Found {
 public:
  void Add(const AlignedBlock& block) {
    for (uint32_t at = block.b.begin / kStretch; at <= (block.b.end - 1) / kStretch;
         ++at) {
      by_stretch_[at].push_back({block.a, block.b});
    }
  }
  bool Covers(const AlignedBlock& block) const {
    const auto it = by_stretch_.find(block.b.begin / kStretch);
    return it != by_stretch_.end() &&
           std::any_of(it->second.begin(), it->second.end(), [&](const Sides& sides) {
             return Contains(sides.a, block.a) && Contains(sides.b, block.b);
           });
  }

 private:
  static constexpr uint32_t kStretch = 64;  // words
  struct Sides {
    WordSpan a;
    WordSpan b;
  };
  absl::flat_hash_map<uint32_t, std::vector<Sides>> by_stretch_;
};

}  // namespace

std::vector<AlignedBlock> CutAtWidestGap(const AlignedBlock& block) {
  const absl::Span<const WordRun> runs = block.runs;
  size_t widest = 0;
  for (size_t i = 1; i < runs.size(); ++i) {
    if (widest == 0 || GapBefore(runs, i) > GapBefore(runs, widest)) widest = i;
  }
  if (widest == 0) return {};
  return {BlockOf(runs.subspan(0, widest)), BlockOf(runs.subspan(widest))};
}

std::vector<AlignedBlock> FindBlocks(Words a, Words b, absl::Span<const SeedRun> seeds,
                                     Texts texts, const BlockOptions& options) {
  std::vector<AlignedBlock> blocks;
  if (!MayHoldChain(a, b, seeds, options)) return blocks;
  const std::vector<WordRun> runs = MaximalRuns(a, b, seeds, texts, options);
  Found found;
  std::vector<Chain> chains = Chains(runs, options);
  if (texts == Texts::kOneWithItself) KeepShortestPeriods(b.size(), chains);
  for (const Chain& chain : chains) {
    if (found.Covers(BlockOf(chain))) continue;
    std::vector<std::vector<WordRun>> pieces = {Grow(a, b, chain)};
    if (texts == Texts::kOneWithItself) {
      std::vector<WordRun> grown = std::move(pieces[0]);
      pieces.clear();
      // Gaps and ends may lead back to where a word meets itself.
      std::erase_if(
          grown, [&](const WordRun& run) { return run.b < run.a + options.min_words; });
      CutRepetitions(grown, pieces);
    }
    const size_t before = blocks.size();
    for (const std::vector<WordRun>& piece : pieces) CutAtGaps(piece, options, blocks);
    if (&chain == &chains.back()) break;  // nobody asks any more
    for (size_t i = before; i < blocks.size(); ++i) found.Add(blocks[i]);
  }
  std::sort(blocks.begin(), blocks.end(),
            [](const AlignedBlock& x, const AlignedBlock& y) {
              if (x.b.begin != y.b.begin) return x.b.begin < y.b.begin;
              if (x.a.begin != y.a.begin) return x.a.begin < y.a.begin;
              return x.b.end != y.b.end ? x.b.end < y.b.end : x.a.end < y.a.end;
            });
  blocks.erase(std::unique(blocks.begin(), blocks.end(),
                           [](const AlignedBlock& x, const AlignedBlock& y) {
                             return x.a == y.a && x.b == y.b;
                           }),
               blocks.end());
  return blocks;
}

}  // namespace rashomon
