#include "core/align/borders.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/align/align_words.h"
#include "core/text/segment.h"
#include "core/text/utf8.h"

namespace rashomon {
namespace {

constexpr uint32_t kReach = 2;     // words that a border may be moved
constexpr uint32_t kFarReach = 4;  // … outwards, over words that are mostly equal
constexpr double kMostOfSentence = 0.6;
constexpr double kAlikeWithRest = 0.7;  // share of equal words, the sentence completed

// The words that begin inside `bytes`, given that those before `from` do not.
WordSpan WordsIn(absl::Span<const Token> tokens, ByteSpan bytes, uint32_t from) {
  uint32_t begin = from;
  while (begin < tokens.size() && tokens[begin].begin < bytes.begin) ++begin;
  uint32_t end = begin;
  while (end < tokens.size() && tokens[end].begin < bytes.end) ++end;
  return {begin, end};
}

enum class Mark { kNone, kOpen, kClose, kEither };

Mark MarkOf(char32_t c) {
  switch (c) {
    case U'"':
      return Mark::kEither;
    case U'“':
    case U'„':
    case U'«':
    case U'「':
    case U'『':
      return Mark::kOpen;
    case U'”':
    case U'»':
    case U'」':
    case U'』':
      return Mark::kClose;
    default:
      return Mark::kNone;
  }
}

// True for what ends a clause or sentence, or closes brackets, right after a word.
bool IsClosing(char32_t c) {
  constexpr std::u32string_view kClosing = U".!?,)…。、！？，）؟،۔।";
  return c == U'"' || MarkOf(c) == Mark::kClose ||
         kClosing.find(c) != std::u32string_view::npos;
}

void FindQuotations(std::string_view text, absl::Span<const Token> tokens,
                    ByteSpan paragraph, uint32_t word,
                    std::vector<WordSpan>& quotations) {
  std::optional<uint32_t> open;
  for (uint32_t at = paragraph.begin; at < paragraph.end;) {
    // Nearly all bytes are no mark.
    if (static_cast<unsigned char>(text[at]) < 0x80 && text[at] != '"') {
      ++at;
      continue;
    }
    const CodePoint c = DecodeAt(text, at);
    const Mark mark = MarkOf(c.value);
    if (mark == Mark::kOpen || (mark == Mark::kEither && !open)) {
      open = at + c.length;
    } else if (mark != Mark::kNone && open) {
      const WordSpan span = WordsIn(tokens, {*open, at}, word);
      if (span.size() > 0) quotations.push_back(span);
      word = std::max(word, span.end);
      open.reset();
    }
    at += c.length;
  }
}

bool Has(absl::Span<const WordSpan> spans, WordSpan span) {
  const auto it = std::lower_bound(
      spans.begin(), spans.end(), span,
      [](const WordSpan& x, const WordSpan& y) { return x.begin < y.begin; });
  return it != spans.end() && *it == span;
}

bool BeginsAt(absl::Span<const WordSpan> spans, uint32_t word) {
  const auto it =
      std::lower_bound(spans.begin(), spans.end(), word,
                       [](const WordSpan& x, uint32_t at) { return x.begin < at; });
  return it != spans.end() && it->begin == word;
}

bool EndsAt(absl::Span<const WordSpan> spans, uint32_t word) {
  const auto it =
      std::lower_bound(spans.begin(), spans.end(), word,
                       [](const WordSpan& x, uint32_t at) { return x.end < at; });
  return it != spans.end() && it->end == word;
}

// The border nearest to `word`, by distance then the later text's order.
template <typename IsBorder>
std::optional<uint32_t> Nearest(uint32_t word, const IsBorder& is_border) {
  for (uint32_t away = 0; away <= kReach; ++away) {
    if (word >= away && is_border(word - away)) return word - away;
    if (is_border(word + away)) return word + away;
  }
  return std::nullopt;
}

// How many words before the block lead to the beginning of a sentence of either
// text, of which most, and the outermost, are equal in both; 0 where none do.
uint32_t EqualWordsBefore(const BorderedText& a, const BorderedText& b,
                          const AlignedBlock& block) {
  uint32_t equal = 0;
  for (uint32_t away = 1; away <= kFarReach; ++away) {
    if (away > block.a.begin || away > block.b.begin) break;
    const uint32_t at_a = block.a.begin - away, at_b = block.b.begin - away;
    if (a.tokens[at_a].hash != b.tokens[at_b].hash) continue;
    ++equal;
    if (2 * equal >= away &&
        (BeginsAt(a.borders.sentences, at_a) || BeginsAt(b.borders.sentences, at_b))) {
      return away;
    }
  }
  return 0;
}

// The same after the block.
uint32_t EqualWordsAfter(const BorderedText& a, const BorderedText& b,
                         const AlignedBlock& block) {
  uint32_t equal = 0;
  for (uint32_t away = 1; away <= kFarReach; ++away) {
    const uint32_t end_a = block.a.end + away, end_b = block.b.end + away;
    if (end_a > a.tokens.size() || end_b > b.tokens.size()) break;
    if (a.tokens[end_a - 1].hash != b.tokens[end_b - 1].hash) continue;
    ++equal;
    if (2 * equal >= away &&
        (EndsAt(a.borders.sentences, end_a) || EndsAt(b.borders.sentences, end_b))) {
      return away;
    }
  }
  return 0;
}

// Cuts off what of the runs lies outside the spans, and adds the equal words
// between them and the spans' ends.
void FitRuns(absl::Span<const Token> a, absl::Span<const Token> b,
             AlignedBlock& block) {
  std::vector<WordRun> runs;
  for (WordRun run : block.runs) {
    const uint32_t cut = std::max(block.a.begin > run.a ? block.a.begin - run.a : 0,
                                  block.b.begin > run.b ? block.b.begin - run.b : 0);
    if (cut >= run.words) continue;
    run = {run.a + cut, run.b + cut, run.words - cut};
    if (run.a >= block.a.end || run.b >= block.b.end) continue;
    run.words = std::min({run.words, block.a.end - run.a, block.b.end - run.b});
    runs.push_back(run);
  }
  std::vector<WordRun> fitted;
  const auto add = [&](const WordRun& run) {
    if (!fitted.empty() && fitted.back().a + fitted.back().words == run.a &&
        fitted.back().b + fitted.back().words == run.b) {
      fitted.back().words += run.words;
    } else {
      fitted.push_back(run);
    }
  };
  const auto align = [&](WordSpan in_a, WordSpan in_b) {
    for (WordRun run : AlignWords(a.subspan(in_a.begin, in_a.size()),
                                  b.subspan(in_b.begin, in_b.size()))) {
      run.a += in_a.begin;
      run.b += in_b.begin;
      add(run);
    }
  };
  if (runs.empty()) {
    align(block.a, block.b);
  } else {
    const WordRun first = runs.front(), last = runs.back();
    align({block.a.begin, first.a}, {block.b.begin, first.b});
    for (const WordRun& run : runs) add(run);
    align({last.a + last.words, block.a.end}, {last.b + last.words, block.b.end});
  }
  block.runs = std::move(fitted);
}

// The sentence in which `word` lies; empty where none does.
WordSpan SentenceAt(const Borders& borders, uint32_t word) {
  const auto after = std::upper_bound(
      borders.sentences.begin(), borders.sentences.end(), word,
      [](uint32_t at, const WordSpan& sentence) { return at < sentence.begin; });
  if (after == borders.sentences.begin()) return {};
  const WordSpan sentence = *(after - 1);
  return word < sentence.end ? sentence : WordSpan{};
}

// Takes in the rest of the sentence, where the block has most of one in both texts,
// lies in it, and stays alike.
void CompleteSentence(const BorderedText& a, const BorderedText& b,
                      AlignedBlock& block) {
  const WordSpan in_a = SentenceAt(a.borders, block.a.begin);
  const WordSpan in_b = SentenceAt(b.borders, block.b.begin);
  if (!Contains(in_a, block.a) || !Contains(in_b, block.b)) return;
  if (block.a.size() < kMostOfSentence * in_a.size() ||
      block.b.size() < kMostOfSentence * in_b.size()) {
    return;
  }
  AlignedBlock whole = {in_a, in_b, block.runs};
  FitRuns(a.tokens, b.tokens, whole);
  if (AlignedShare(whole) >= kAlikeWithRest) block = std::move(whole);
}

}  // namespace

Borders FindBorders(std::string_view text, absl::Span<const Token> tokens) {
  Borders borders;
  uint32_t word = 0;
  for (const ByteSpan paragraph : Paragraphs(text)) {
    const WordSpan words = WordsIn(tokens, paragraph, word);
    if (words.size() == 0) continue;
    borders.paragraphs.push_back(words);
    uint32_t sentence_word = words.begin;
    for (const ByteSpan sentence : Sentences(text, paragraph)) {
      const WordSpan span = WordsIn(tokens, sentence, sentence_word);
      if (span.size() == 0) continue;
      borders.sentences.push_back(span);
      sentence_word = span.end;
    }
    FindQuotations(text, tokens, paragraph, words.begin, borders.quotations);
    word = words.end;
  }
  return borders;
}

bool IsWhole(const Borders& borders, WordSpan span) {
  if (Has(borders.quotations, span)) return true;
  return BeginsAt(borders.sentences, span.begin) && EndsAt(borders.sentences, span.end);
}

bool IsQuoted(const Borders& borders, WordSpan span) {
  const auto after = std::upper_bound(
      borders.quotations.begin(), borders.quotations.end(), span.begin,
      [](uint32_t at, const WordSpan& quotation) { return at < quotation.begin; });
  return after != borders.quotations.begin() && Contains(*(after - 1), span);
}

bool IsWholeParagraph(const Borders& borders, WordSpan span) {
  return Has(borders.paragraphs, span);
}

void SnapToBorders(const BorderedText& a, const BorderedText& b, AlignedBlock& block) {
  const auto begins = [](const BorderedText& in) {
    return [&in](uint32_t word) {
      return BeginsAt(in.borders.sentences, word) ||
             BeginsAt(in.borders.quotations, word);
    };
  };
  const auto ends = [](const BorderedText& in) {
    return [&in](uint32_t word) {
      return EndsAt(in.borders.sentences, word) || EndsAt(in.borders.quotations, word);
    };
  };
  const auto begin_a = Nearest(block.a.begin, begins(a));
  const auto begin_b = Nearest(block.b.begin, begins(b));
  if (begin_a && begin_b && *begin_a < block.a.end && *begin_b < block.b.end) {
    block.a.begin = *begin_a;
    block.b.begin = *begin_b;
  } else if (const uint32_t words = EqualWordsBefore(a, b, block); words > 0) {
    block.a.begin -= words;
    block.b.begin -= words;
  }
  const auto end_a = Nearest(block.a.end, ends(a));
  const auto end_b = Nearest(block.b.end, ends(b));
  if (end_a && end_b && *end_a > block.a.begin && *end_b > block.b.begin) {
    block.a.end = *end_a;
    block.b.end = *end_b;
  } else if (const uint32_t words = EqualWordsAfter(a, b, block); words > 0) {
    block.a.end += words;
    block.b.end += words;
  }
  FitRuns(a.tokens, b.tokens, block);
  CompleteSentence(a, b, block);
}

ByteSpan BytesOf(std::string_view text, absl::Span<const Token> tokens, WordSpan span) {
  uint32_t begin = tokens[span.begin].begin;
  const Token& last = tokens[span.end - 1];
  uint32_t end = last.begin + last.length;
  const uint32_t floor =
      span.begin == 0 ? 0
                      : tokens[span.begin - 1].begin + tokens[span.begin - 1].length;
  const uint32_t ceiling = span.end == tokens.size()
                               ? static_cast<uint32_t>(text.size())
                               : tokens[span.end].begin;
  // Opening marks touch the first word.
  if (begin > floor) {
    const CodePoint before = DecodeBefore(text, begin);
    const uint32_t at = begin - before.length;
    const bool may_close = before.value == U'"';
    if (MarkOf(before.value) == Mark::kOpen ||
        ((may_close || before.value == U'(') &&
         (at == floor || IsSpace(DecodeBefore(text, at).value)))) {
      begin = at;
    }
  }
  // Closing punctuation touches the last.
  while (end < ceiling) {
    const CodePoint after = DecodeAt(text, end);
    if (!IsClosing(after.value)) break;
    end += after.length;
  }
  return {begin, end};
}

}  // namespace rashomon
