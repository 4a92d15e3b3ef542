// How a phrase goes on elsewhere tells a form from a copy, where its frequency does
// not: a story in 5,000 papers goes on alike 5,000 times, while "10 cts vs 10" is
// followed by something else each time. The numbers below were set on newswire of
// the 1980s, on which forms abound, and on reports of one war by many outlets.

#include "core/align/evidence.h"

#include <algorithm>
#include <vector>

#include "core/align/function_words.h"
#include "core/text/utf8.h"
#include "unicode/uchar.h"

namespace rashomon {
namespace {

constexpr size_t kMinContentWords = 4;  // different ones, aligned
constexpr size_t kMinPlainWords = 2;    // … that are no names
constexpr double kMinOwnShare = 0.3;    // of the aligned phrases
constexpr uint32_t kShortWords = 25;    // of a block in which a single value decides
constexpr uint32_t kManyFigures = 3;    // of a longer one, in which a share decides
constexpr uint32_t kManyReplaced = 2;   // values
constexpr double kMaxReplaced = 0.2;    // of those that both sides have
constexpr double kMinEqualFigures = 0.5;

bool HasDigit(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    if (const auto byte = static_cast<unsigned char>(word[at]); byte < 0x80) {
      if (byte >= '0' && byte <= '9') return true;
      ++at;
      continue;
    }
    const CodePoint c = DecodeAt(word, at);
    if (c.value != kBadByte && u_isdigit(static_cast<UChar32>(c.value)) != 0)
      return true;
    at += c.length;
  }
  return false;
}

std::string_view TextOf(const TextSide& side, uint32_t word) {
  return side.tokens[word].span().In(side.text);
}

bool IsFigure(const TextSide& side, uint32_t word) {
  return HasDigit(TextOf(side, word)) || IsNumberWord(side.tokens[word].hash);
}

bool IsName(const TextSide& side, uint32_t word) {
  const std::string_view text = TextOf(side, word);
  if (text[0] >= 'a' && text[0] <= 'z') return false;  // most words
  const CodePoint first = DecodeAt(text, 0);
  if (first.value == kBadByte || first.length == text.size()) return false;
  const CodePoint second = DecodeAt(text, first.length);
  return u_isupper(static_cast<UChar32>(first.value)) != 0 &&
         second.value != kBadByte &&
         u_islower(static_cast<UChar32>(second.value)) != 0 &&
         !IsFunctionWord(side.tokens[word].hash);
}

// True if enough words are aligned that say something. A list of names and titles is
// no passage.
bool HasContent(const AlignedBlock& block, const TextSide& a) {
  std::vector<uint64_t> content;
  size_t plain = 0;
  for (const WordRun& run : block.runs) {
    for (uint32_t i = run.a; i < run.a + run.words; ++i) {
      const uint64_t hash = a.tokens[i].hash;
      if (IsFunctionWord(hash) || IsFigure(a, i)) continue;
      if (std::find(content.begin(), content.end(), hash) != content.end()) continue;
      content.push_back(hash);
      plain += !IsName(a, i);
      if (content.size() >= kMinContentWords && plain >= kMinPlainWords) return true;
    }
    if (content.size() > 64) return false;
  }
  return false;
}

bool HasOwnPhrases(const AlignedBlock& block, const SeedIndex& index, uint32_t doc_b) {
  uint32_t own = 0, phrases = 0;
  for (const WordRun& run : block.runs) {
    for (uint32_t i = index.words(); i <= run.words; ++i) {
      ++phrases;
      own += index.GoesOnAlike(doc_b, run.b + i - index.words());
    }
  }
  return own >= 2 && own >= kMinOwnShare * phrases;
}

// How many of the words of a kind stand in each side, and in both.
struct Tally {
  uint32_t a = 0;
  uint32_t b = 0;
  uint32_t equal = 0;

  uint32_t all() const { return std::max(a, b); }
};

template <typename IsKind>
Tally Count(const AlignedBlock& block, const TextSide& a, const TextSide& b,
            const IsKind& is_kind) {
  Tally tally;
  for (uint32_t i = block.a.begin; i < block.a.end; ++i) tally.a += is_kind(a, i);
  for (uint32_t i = block.b.begin; i < block.b.end; ++i) tally.b += is_kind(b, i);
  for (const WordRun& run : block.runs) {
    for (uint32_t i = 0; i < run.words; ++i) {
      // A headline may have in capitals what is a name below it.
      tally.equal += is_kind(a, run.a + i) || is_kind(b, run.b + i);
    }
  }
  return tally;
}

// Figures and names are what a form is filled in with. A copy in which a toll was
// brought up to date keeps the others.
bool ValuesAgree(const AlignedBlock& block, const TextSide& a, const TextSide& b) {
  const Tally figures = Count(block, a, b, IsFigure),
              names = Count(block, a, b, IsName);
  if (names.all() >= 2 && 2 * names.equal < names.all()) return false;
  const uint32_t replaced = CountReplacedValues(block, a, b);
  if (replaced >= kManyReplaced &&
      replaced >= kMaxReplaced * (replaced + figures.equal + names.equal)) {
    return false;
  }
  if (2 * figures.all() > std::min(block.a.size(), block.b.size()))
    return false;  // a table
  if (std::max(block.a.size(), block.b.size()) < kShortWords) {
    return figures.all() == 0 || 2 * figures.equal > figures.all();
  }
  // A copy may leave out dates; a form has others in their stead.
  const uint32_t fewer = std::min(figures.a, figures.b);
  return fewer < kManyFigures || figures.equal >= kMinEqualFigures * fewer;
}

}  // namespace

bool IsPlainWord(const TextSide& side, uint32_t word) {
  return !IsFunctionWord(side.tokens[word].hash) && !IsFigure(side, word) &&
         !IsName(side, word);
}

uint32_t CountReplacedValues(const AlignedBlock& block, const TextSide& a,
                             const TextSide& b) {
  const auto is_value = [](const TextSide& side, uint32_t word) {
    return IsFigure(side, word) || IsName(side, word);
  };
  const auto values = [&](const TextSide& side, uint32_t begin, uint32_t end) {
    uint32_t n = 0;
    for (uint32_t i = begin; i < end; ++i) n += is_value(side, i);
    return n;
  };
  uint32_t replaced = 0, a_at = block.a.begin, b_at = block.b.begin;
  const auto gap = [&](uint32_t a_end, uint32_t b_end) {
    replaced += std::min(values(a, a_at, a_end), values(b, b_at, b_end));
  };
  for (const WordRun& run : block.runs) {
    gap(run.a, run.b);
    a_at = run.a + run.words;
    b_at = run.b + run.words;
  }
  gap(block.a.end, block.b.end);
  return replaced;
}

bool KeepsFigures(const AlignedBlock& block, const TextSide& a, const TextSide& b,
                  double many) {
  const Tally figures = Count(block, a, b, IsFigure);
  constexpr double kMinKept = 0.5;
  const bool a_is_shorter = block.a.size() < block.b.size();
  const uint32_t words = a_is_shorter ? block.a.size() : block.b.size();
  const uint32_t of_shorter = a_is_shorter ? figures.a : figures.b;
  return of_shorter < kManyFigures || of_shorter < many * words ||
         figures.equal >= kMinKept * of_shorter;
}

Phrases CountPhrases(const AlignedBlock& block, const SeedIndex& index, uint32_t doc_b,
                     size_t copies) {
  Phrases phrases;
  for (const WordRun& run : block.runs) {
    for (uint32_t i = index.words(); i <= run.words; ++i) {
      ++phrases.aligned;
      phrases.own += index.BelongsToCopies(doc_b, run.b + i - index.words(), copies);
    }
  }
  return phrases;
}

bool ShowsCopying(const AlignedBlock& block, const TextSide& a, const TextSide& b,
                  const SeedIndex& index, uint32_t doc_b) {
  return HasContent(block, a) && HasOwnPhrases(block, index, doc_b) &&
         ValuesAgree(block, a, b);
}

}  // namespace rashomon
