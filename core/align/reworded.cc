// Texts on one subject that were written apart share in order hardly more than 3 %
// of the phrases of the shorter, reports of one event 7 %, those names and set terms
// mostly; who rewords a text sentence by sentence keeps a tenth and more.

#include "core/align/reworded.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <vector>

#include "core/align/evidence.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr uint32_t kPhraseWords = 3;
constexpr uint32_t kMinPhrases = 14;
constexpr uint32_t kMinRuns = 7;
constexpr double kMinShare = 0.08;  // of the words of the shorter text

}  // namespace

bool MayBeReworded(absl::Span<const Token> a, absl::Span<const Token> b) {
  // Bits of the phrases of a. More of them than phrases, so that few of b's meet one
  // by chance.
  constexpr size_t kBitsPerPhrase = 64;
  const std::vector<uint64_t> in_a = RollingShingles(a, kPhraseWords);
  const std::vector<uint64_t> in_b = RollingShingles(b, kPhraseWords);
  if (in_a.size() < kMinPhrases || in_b.size() < kMinPhrases) return false;
  const int shift = 64 - std::bit_width(in_a.size() * kBitsPerPhrase);
  std::vector<uint64_t> bits((std::numeric_limits<uint64_t>::max() >> shift) / 64 + 1);
  for (const uint64_t phrase : in_a) {
    bits[phrase >> shift >> 6] |= uint64_t{1} << (phrase >> shift & 63);
  }
  uint32_t common = 0;
  for (const uint64_t phrase : in_b) {
    common += bits[phrase >> shift >> 6] >> (phrase >> shift & 63) & 1;
  }
  return common >= kMinPhrases &&
         common >= kMinShare * static_cast<double>(std::min(a.size(), b.size()));
}

bool IsReworded(const AlignedBlock& whole, const TextSide& a) {
  uint32_t phrases = 0, runs = 0;
  for (const WordRun& run : whole.runs) {
    if (run.words < kPhraseWords) continue;
    uint32_t here = 0;
    for (uint32_t i = 0; i + kPhraseWords <= run.words; ++i) {
      bool says_something = false;
      for (uint32_t k = 0; k < kPhraseWords; ++k) {
        says_something |= IsPlainWord(a, run.a + i + k);
      }
      here += says_something ? 1 : 0;
    }
    phrases += here;
    runs += here > 0 ? 1 : 0;
  }
  const uint32_t shorter = std::min(whole.a.size(), whole.b.size());
  return runs >= kMinRuns && phrases >= kMinPhrases && phrases >= kMinShare * shorter;
}

}  // namespace rashomon
