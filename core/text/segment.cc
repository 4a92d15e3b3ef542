#include "core/text/segment.h"

#include <cctype>

namespace rashomon {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

ByteSpan Trim(std::string_view text, size_t begin, size_t end) {
  while (begin < end && IsSpace(text[begin])) ++begin;
  while (end > begin && IsSpace(text[end - 1])) --end;
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

std::vector<ByteSpan> Paragraphs(std::string_view text) {
  std::vector<ByteSpan> paragraphs;
  size_t begin = 0;
  while (begin < text.size()) {
    size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) end = text.size();
    const ByteSpan span = Trim(text, begin, end);
    if (!span.empty()) paragraphs.push_back(span);
    begin = end + 1;
  }
  return paragraphs;
}

std::vector<ByteSpan> Sentences(std::string_view text, ByteSpan paragraph) {
  std::vector<ByteSpan> sentences;
  size_t begin = paragraph.begin;
  for (size_t i = begin; i < paragraph.end; ++i) {
    if (text[i] != '.' && text[i] != '!' && text[i] != '?') continue;
    size_t end = i + 1;
    if (text.substr(end, 3) == "”") end += 3;
    if (end < paragraph.end && text[end] == '"') ++end;
    if (end + 1 >= paragraph.end || !IsSpace(text[end])) continue;
    if (std::islower(static_cast<unsigned char>(text[end + 1])) != 0) continue;
    if (i >= 2 && (text[i - 2] == '.' || text[i - 2] == ' ')) continue;  // initials
    sentences.push_back(Trim(text, begin, end));
    begin = end;
  }
  const ByteSpan last = Trim(text, begin, paragraph.end);
  if (!last.empty()) sentences.push_back(last);
  return sentences;
}

}  // namespace rashomon
