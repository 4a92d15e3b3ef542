// Whether a text is hard-wrapped shows at its line breaks: a wrapping program
// breaks a line because the next word would not have fitted, a writer breaks it
// because a thought ends. So a break is called forced where the line, a space and
// the first word of the next line together exceed the longest line; a text most
// of whose breaks are forced, and fall in mid sentence, is wrapped. In a wrapped
// text a paragraph ends at a blank line, before an indented line or a bullet, and
// after a line that ends a sentence with much of its room unused. Linear.

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/text/segment.h"
#include "core/text/trim.h"

namespace rashomon {
namespace {

// Nobody wraps wider than this; longer lines are paragraphs. Nor narrower: a text
// of short lines is a list.
constexpr size_t kMaxWrapWidth = 160;
constexpr size_t kMinWrapWidth = 30;
// A wrapped line leaves at most this share of the width to a word too long for it.
constexpr double kLeastFill = 0.7;

struct Line {
  ByteSpan content;       // without white space around it; empty for a blank line
  size_t indent = 0;      // columns before the content
  size_t first_word = 0;  // bytes of its first word
  bool bullet = false;

  size_t width() const { return indent + content.size(); }
};

// Calls add(begin, end) for the parts of [begin, end), which has no \n, between
// lone carriage returns and the separators of Unicode.
template <typename Add>
void SplitAtRareBreaks(std::string_view text, size_t begin, size_t end, Add add) {
  const std::string_view line = text.substr(begin, end - begin);
  if (line.find('\r') != std::string_view::npos ||
      line.find("\u2028") != std::string_view::npos ||
      line.find("\u2029") != std::string_view::npos) {
    for (size_t i = begin; i < end;) {
      const CodePoint c = DecodeAt(text, i);
      if (c.value == '\r' || c.value == 0x2028 || c.value == 0x2029) {
        add(begin, i);
        begin = i + c.length;
      }
      i += c.length;
    }
  }
  add(begin, end);
}

// "- ", "* ", "• ", "3. ", "(b) ": what opens an item of a list.
bool IsBullet(std::string_view line) {
  for (const std::string_view mark :
       {"- ", "* ", "+ ", "• ", "· ", "‣ ", "▪ ", "■ ", "● ", "– ", "— ", "-- "}) {
    if (line.starts_with(mark)) return true;
  }
  const size_t open = line.starts_with('(') ? 1 : 0;
  size_t i = open;
  while (i < line.size() && i < open + 2 && line[i] >= '0' && line[i] <= '9') ++i;
  if (i == open) return false;
  if (i >= line.size() || (line[i] != ')' && (line[i] != '.' || open != 0)))
    return false;
  return i + 1 < line.size() && line[i + 1] == ' ';
}

Line MakeLine(std::string_view text, size_t begin, size_t end) {
  Line line{.content = Trim(text, begin, end)};
  if (line.content.empty()) return line;
  for (size_t i = begin; i < line.content.begin; ++i) {
    line.indent +=
        text[i] == '\t' ? 8 : (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
  }
  const std::string_view content = line.content.In(text);
  line.first_word = std::min(content.find(' '), content.size());
  line.bullet = IsBullet(content);
  return line;
}

bool EndsThought(std::string_view line) {
  while (!line.empty() &&
         (line.back() == '"' || line.back() == '\'' || line.back() == ')')) {
    line.remove_suffix(1);
  }
  for (const std::string_view quote : {"”", "’", "»"}) {
    if (line.ends_with(quote)) line.remove_suffix(quote.size());
  }
  for (const std::string_view mark : {".", "!", "?", ":", ";", "…", "।", "。"}) {
    if (line.ends_with(mark)) return true;
  }
  return line.empty();
}

// The width a text is wrapped at, or 0 where it is not hard-wrapped.
size_t WrapWidth(std::string_view text, const std::vector<Line>& lines) {
  size_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.width());
  if (width > kMaxWrapWidth || width < kMinWrapWidth) return 0;
  size_t breaks = 0, in_mid_sentence = 0, forced = 0, continued = 0;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line& line = lines[i];
    const Line& next = lines[i + 1];
    if (line.content.empty() || next.content.empty() || next.indent > line.indent) {
      continue;
    }
    ++breaks;
    if (EndsThought(line.content.In(text))) continue;
    ++in_mid_sentence;
    forced += line.width() + 1 + next.first_word > width ? 1 : 0;
    const char first = text[next.content.begin];
    continued +=
        (first >= 'a' && first <= 'z') || (first >= '0' && first <= '9') ? 1 : 0;
  }
  if (forced == 0) return 0;
  // One or two breaks prove little; a line that goes on in lower case does.
  if (breaks <= 2) return in_mid_sentence == breaks && continued > 0 ? width : 0;
  return forced * 10 >= in_mid_sentence * 6 && in_mid_sentence * 2 >= breaks ? width
                                                                             : 0;
}

// How a hard-wrapped text is laid out, in columns.
struct Layout {
  size_t width = 0;   // 0: not wrapped
  size_t margin = 0;  // the least indent of a line
};

Layout LayoutOf(std::string_view text, const std::vector<Line>& lines) {
  Layout layout{.width = WrapWidth(text, lines), .margin = kMaxWrapWidth};
  for (const Line& line : lines) {
    if (!line.content.empty()) layout.margin = std::min(layout.margin, line.indent);
  }
  return layout;
}

// Whether `line` opens a paragraph of a wrapped text, after the line `before` of
// the one that `opening` opened.
bool StartsParagraph(std::string_view text, const Layout& layout, const Line& opening,
                     const Line& before, const Line& line) {
  const bool thought_ends = EndsThought(before.content.In(text));
  const bool room_left = static_cast<double>(before.width() + 1 + line.first_word) <
                         kLeastFill * static_cast<double>(layout.width);
  // A dash may also have come to stand first by the wrapping.
  if (line.bullet) return thought_ends || room_left || opening.bullet;
  if (line.indent > layout.margin) {
    // The text of an item hangs under its bullet; a block of lines is indented alike.
    if (opening.bullet && line.indent <= opening.indent + 4) return false;
    return line.indent != before.indent || thought_ends || room_left;
  }
  // A first line is also short where its dateline was cut off.
  return thought_ends && room_left;
}

}  // namespace

std::vector<ByteSpan> Paragraphs(std::string_view text) {
  text = text.substr(0, kMaxTextBytes);
  std::vector<Line> lines;
  for (size_t begin = 0, end = 0; begin < text.size(); begin = end + 1) {
    end = std::min(text.find('\n', begin), text.size());
    const bool returned = end > begin && text[end - 1] == '\r';
    SplitAtRareBreaks(
        text, begin, returned ? end - 1 : end,
        [&](size_t from, size_t to) { lines.push_back(MakeLine(text, from, to)); });
  }
  const Layout layout = LayoutOf(text, lines);
  std::vector<ByteSpan> paragraphs;
  const Line* before = nullptr;  // the line above, where it is not blank
  const Line* opening = nullptr;
  for (const Line& line : lines) {
    if (line.content.empty()) {
      before = nullptr;
      continue;
    }
    if (layout.width > 0 && before != nullptr &&
        !StartsParagraph(text, layout, *opening, *before, line)) {
      paragraphs.back().end = line.content.end;
    } else {
      paragraphs.push_back(line.content);
      opening = &line;
    }
    before = &line;
  }
  return paragraphs;
}

}  // namespace rashomon
