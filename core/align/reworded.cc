// Texts on one subject that were written apart share in order hardly more than 3 %
// of the phrases of the shorter, reports of one event 7 %, those names and set terms
// mostly; who rewords a text sentence by sentence keeps a tenth and more.

#include "core/align/reworded.h"

#include <algorithm>

#include "core/align/evidence.h"

namespace rashomon {
namespace {

constexpr uint32_t kPhraseWords = 3;
constexpr uint32_t kMinPhrases = 14;
constexpr uint32_t kMinRuns = 7;
constexpr double kMinShare = 0.08;  // of the words of the shorter text

}  // namespace

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
