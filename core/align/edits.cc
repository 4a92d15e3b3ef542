#include "core/align/edits.h"

#include <string>

namespace rashomon {
namespace {

// What stands between two words, without white space and quotation marks, and
// with one kind of dash.
std::string Folded(std::string_view gap) {
  std::string folded;
  for (size_t i = 0; i < gap.size(); ++i) {
    const char c = gap[i];
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '"' || c == '\'')
      continue;
    const std::string_view three = gap.substr(i, 3);
    if (three == "“" || three == "”" || three == "„" || three == "‘" || three == "’") {
      i += 2;
    } else if (three == "–" || three == "—" || three == "―" || three == "‑") {
      folded.push_back('-');
      i += 2;
    } else if (gap.substr(i, 2) == "\xC2\xA0") {  // no-break space
      i += 1;
    } else {
      folded.push_back(c);
    }
  }
  return folded;
}

// The bytes of the words [begin, end); where there are none, the place after the
// word before.
ByteSpan Bytes(const TextSide& side, uint32_t begin, uint32_t end) {
  if (begin < end) {
    const Token& last = side.tokens[end - 1];
    return {side.tokens[begin].begin, last.begin + last.length};
  }
  if (begin == 0) return {side.tokens[0].begin, side.tokens[0].begin};
  const Token& before = side.tokens[begin - 1];
  return {before.begin + before.length, before.begin + before.length};
}

// The bytes between the words `word` - 1 and `word`.
ByteSpan Gap(const TextSide& side, uint32_t word) {
  const Token& before = side.tokens[word - 1];
  return {before.begin + before.length, side.tokens[word].begin};
}

}  // namespace

std::vector<Edit> FindEdits(const TextSide& a, const TextSide& b,
                            const AlignedBlock& block) {
  std::vector<Edit> edits;
  uint32_t a_at = block.a.begin, b_at = block.b.begin;
  const auto words_until = [&](uint32_t a_end, uint32_t b_end) {
    if (a_at < a_end || b_at < b_end) {
      edits.push_back({Bytes(a, a_at, a_end), Bytes(b, b_at, b_end)});
    }
  };
  for (const WordRun& run : block.runs) {
    words_until(run.a, run.b);
    for (uint32_t i = 1; i < run.words; ++i) {
      const ByteSpan in_a = Gap(a, run.a + i), in_b = Gap(b, run.b + i);
      if (in_a.In(a.text) == in_b.In(b.text)) continue;
      if (Folded(in_a.In(a.text)) == Folded(in_b.In(b.text))) continue;
      edits.push_back({in_a, in_b});
    }
    a_at = run.a + run.words;
    b_at = run.b + run.words;
  }
  words_until(block.a.end, block.b.end);
  return edits;
}

}  // namespace rashomon
