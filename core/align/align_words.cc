// Patience diff (Cohen 2005): runs of words that stand once in each text are
// anchors; the longest ascending chain of them is kept, and what lies between two
// anchors is aligned in the same way, at last by dynamic programming. Unlike
// Myers' O(nd) it stays cheap where two long texts are very unlike.

#include "core/align/align_words.h"

#include <algorithm>

#include "absl/container/flat_hash_map.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

using Words = absl::Span<const Token>;

constexpr size_t kExactCells = 4096;          // aligned exactly without anchors
constexpr size_t kLastResortCells = 1 << 18;  // … where there are no anchors

// One stretch still to be aligned, by offsets into both texts.
struct Stretch {
  WordSpan a;
  WordSpan b;
};

// Longest common subsequence that prefers few runs: a match is worth 2, and
// starting a run costs 1.
void AlignExactly(Words a, Words b, Stretch s, std::vector<WordRun>& runs) {
  const size_t rows = s.a.size(), columns = s.b.size(), width = columns + 1;
  std::vector<int32_t> best((rows + 1) * width, 0);    // of prefixes
  std::vector<int32_t> match((rows + 1) * width, -1);  // … that end in a match
  for (size_t i = 1; i <= rows; ++i) {
    for (size_t j = 1; j <= columns; ++j) {
      const size_t at = i * width + j, diagonal = at - width - 1;
      best[at] = std::max(best[at - width], best[at - 1]);
      if (a[s.a.begin + i - 1].hash != b[s.b.begin + j - 1].hash) continue;
      match[at] = 2 + std::max(match[diagonal], best[diagonal] - 1);
      best[at] = std::max(best[at], match[at]);
    }
  }
  const size_t first = runs.size();
  size_t i = rows, j = columns;
  while (i > 0 && j > 0) {
    const size_t at = i * width + j;
    if (match[at] != best[at]) {
      if (best[at - width] == best[at]) {
        --i;
      } else {
        --j;
      }
      continue;
    }
    uint32_t words = 0;
    for (bool inside = true; inside;) {
      const size_t here = i * width + j, diagonal = here - width - 1;
      inside = match[here] == 2 + match[diagonal] && match[diagonal] > 0;
      --i, --j, ++words;
    }
    runs.push_back({s.a.begin + static_cast<uint32_t>(i),
                    s.b.begin + static_cast<uint32_t>(j), words});
  }
  std::reverse(runs.begin() + static_cast<std::ptrdiff_t>(first), runs.end());
}

// Runs of n words that stand once in each stretch, on an ascending chain.
std::vector<WordRun> Anchors(Words a, Words b, Stretch s, uint32_t n) {
  constexpr uint32_t kRepeated = UINT32_MAX;
  struct Places {
    uint32_t a = kRepeated;
    uint32_t b = kRepeated;
    uint32_t times_a = 0;
    uint32_t times_b = 0;
  };
  const std::vector<uint64_t> in_a =
      RollingShingles(a.subspan(s.a.begin, s.a.size()), n);
  const std::vector<uint64_t> in_b =
      RollingShingles(b.subspan(s.b.begin, s.b.size()), n);
  absl::flat_hash_map<uint64_t, Places> places;
  places.reserve(in_a.size());
  for (uint32_t i = 0; i < in_a.size(); ++i) {
    Places& p = places[in_a[i]];
    p.a = i;
    ++p.times_a;
  }
  for (uint32_t j = 0; j < in_b.size(); ++j) {
    if (const auto it = places.find(in_b[j]); it != places.end()) {
      it->second.b = j;
      ++it->second.times_b;
    }
  }
  std::vector<WordRun> common;  // ascending in a
  for (uint32_t i = 0; i < in_a.size(); ++i) {
    const Places& p = places[in_a[i]];
    if (p.times_a == 1 && p.times_b == 1) {
      common.push_back({s.a.begin + i, s.b.begin + p.b, n});
    }
  }
  // Longest chain that ascends in b too, by patience sorting.
  std::vector<size_t> tops, previous(common.size());
  for (size_t i = 0; i < common.size(); ++i) {
    const auto pile =
        std::lower_bound(tops.begin(), tops.end(), common[i].b,
                         [&](size_t top, uint32_t at) { return common[top].b < at; });
    previous[i] = pile == tops.begin() ? common.size() : *(pile - 1);
    if (pile == tops.end()) {
      tops.push_back(i);
    } else {
      *pile = i;
    }
  }
  std::vector<WordRun> chain;
  for (size_t i = tops.empty() ? common.size() : tops.back(); i < common.size();
       i = previous[i]) {
    chain.push_back(common[i]);
  }
  std::reverse(chain.begin(), chain.end());
  return chain;
}

void Append(WordRun run, std::vector<WordRun>& runs) {
  if (run.words == 0) return;
  if (!runs.empty() && runs.back().a + runs.back().words == run.a &&
      runs.back().b + runs.back().words == run.b) {
    runs.back().words += run.words;
    return;
  }
  runs.push_back(run);
}

}  // namespace

std::vector<WordRun> AlignWords(Words a, Words b) {
  std::vector<WordRun> runs;
  // Stretches still to do, the first on top; anchors cut a stretch in many.
  std::vector<Stretch> todo = {
      {{0, static_cast<uint32_t>(a.size())}, {0, static_cast<uint32_t>(b.size())}}};
  std::vector<WordRun> found;
  while (!todo.empty()) {
    Stretch s = todo.back();
    todo.pop_back();
    WordRun prefix = {s.a.begin, s.b.begin, 0};
    while (s.a.size() > 0 && s.b.size() > 0 && a[s.a.begin].hash == b[s.b.begin].hash) {
      ++prefix.words, ++s.a.begin, ++s.b.begin;
    }
    if (prefix.words > 0) found.push_back(prefix);
    WordRun suffix;
    while (s.a.size() > 0 && s.b.size() > 0 &&
           a[s.a.end - 1].hash == b[s.b.end - 1].hash) {
      ++suffix.words, --s.a.end, --s.b.end;
    }
    if (suffix.words > 0) found.push_back({s.a.end, s.b.end, suffix.words});
    if (s.a.size() == 0 || s.b.size() == 0) continue;
    const size_t cells = static_cast<size_t>(s.a.size()) * s.b.size();
    if (cells <= kExactCells) {
      AlignExactly(a, b, s, found);
      continue;
    }
    std::vector<WordRun> anchors;
    for (const uint32_t n : {5u, 2u, 1u}) {
      anchors = Anchors(a, b, s, n);
      if (!anchors.empty()) break;
    }
    if (anchors.empty()) {
      if (cells <= kLastResortCells) AlignExactly(a, b, s, found);
      continue;
    }
    // Each anchor's first word is certain; the rest falls to the stretch after it.
    WordSpan rest_a = s.a, rest_b = s.b;
    for (const WordRun& anchor : anchors) {
      todo.push_back({{rest_a.begin, anchor.a}, {rest_b.begin, anchor.b}});
      found.push_back({anchor.a, anchor.b, 1});
      rest_a.begin = anchor.a + 1;
      rest_b.begin = anchor.b + 1;
    }
    todo.push_back({rest_a, rest_b});
  }
  std::sort(found.begin(), found.end(),
            [](const WordRun& x, const WordRun& y) { return x.a < y.a; });
  runs.reserve(found.size());
  for (const WordRun& run : found) Append(run, runs);
  return runs;
}

}  // namespace rashomon
