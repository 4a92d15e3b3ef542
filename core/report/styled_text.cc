#include "core/report/styled_text.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/report/display.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr std::string_view kReset = "\x1b[0m";

std::string_view Code(Style style) {
  switch (style) {
    case Style::kPlain:
      return "";
    case Style::kBold:
      return "\x1b[1m";
    case Style::kDim:
      return "\x1b[2m";
    case Style::kConflict:
      return "\x1b[1;31m";
    case Style::kDisputed:
      return "\x1b[1;35m";
    case Style::kRevised:
      return "\x1b[1;34m";
    case Style::kMarked:
      return "\x1b[1;4;31m";
  }
  return "";
}

void Append(std::string_view text, Style style, StyledText& out) {
  if (out.empty() || out.back().style != style) out.push_back({"", style});
  out.back().text += text;
}

// Returns `text` safe to show, every run of spaces as one. `after_space` says
// whether a space stands before it, and is set to whether one stands at its end.
std::string Collapsed(std::string_view text, bool& after_space) {
  std::string out;
  for (const char c : Printable(text)) {
    if (c != ' ' || !after_space) out += c;
    after_space = c == ' ';
  }
  return out;
}

class Wrapper {
 public:
  explicit Wrapper(int width) : width_(std::max(width, 2)) {}

  void Add(const StyledRun& run) {
    const std::string_view text = run.text;
    for (size_t i = 0; i < text.size();) {
      const Character c = CharacterAt(text, i);
      if (c.code == ' ') {
        EndWord();
        if (!line_.empty()) ++spaces_;
        space_style_ = run.style;
      } else {
        const int columns = Columns(c.code);
        if (word_columns_ + columns > width_) EndWord();
        Append(text.substr(i, c.size), run.style, word_);
        word_columns_ += columns;
      }
      i += c.size;
    }
  }

  std::vector<StyledText> Lines() && {
    EndWord();
    EndLine();
    return std::move(lines_);
  }

 private:
  void EndWord() {
    if (word_.empty()) return;
    if (line_columns_ + spaces_ + word_columns_ > width_) EndLine();
    if (spaces_ > 0) {
      // Spaces between two runs of one style belong to it: marks look whole.
      const bool inside = space_style_ == word_.front().style;
      Append(std::string(static_cast<size_t>(spaces_), ' '),
             inside ? space_style_ : Style::kPlain, line_);
      line_columns_ += spaces_;
      spaces_ = 0;
    }
    for (const StyledRun& run : word_) Append(run.text, run.style, line_);
    line_columns_ += word_columns_;
    word_.clear();
    word_columns_ = 0;
  }

  void EndLine() {
    if (!line_.empty()) lines_.push_back(std::move(line_));
    line_.clear();
    line_columns_ = 0;
    spaces_ = 0;
  }

  int width_;
  std::vector<StyledText> lines_;
  StyledText line_;
  int line_columns_ = 0;
  StyledText word_;
  int word_columns_ = 0;
  int spaces_ = 0;  // due before the next word
  Style space_style_ = Style::kPlain;
};

}  // namespace

int Columns(const StyledText& text) {
  int columns = 0;
  for (const StyledRun& run : text) columns += Columns(run.text);
  return columns;
}

std::vector<StyledText> Wrap(const StyledText& text, int width) {
  Wrapper wrapper(width);
  for (const StyledRun& run : text) wrapper.Add(run);
  return std::move(wrapper).Lines();
}

std::string Render(const StyledText& text, bool color) {
  std::string out;
  for (const StyledRun& run : text) {
    const std::string_view code = color ? Code(run.style) : "";
    out += code;
    out += run.text;
    if (!code.empty()) out += kReset;
  }
  return out;
}

StyledText ToStyled(const Excerpt& excerpt, bool color) {
  StyledText out;
  bool after_space = true;
  for (const Piece& piece : excerpt) {
    switch (piece.mark) {
      case Mark::kPlain:
        out.push_back({Collapsed(piece.text, after_space), Style::kPlain});
        break;
      case Mark::kMarked: {
        const std::string text = Collapsed(piece.text, after_space);
        out.push_back(color ? StyledRun{text, Style::kMarked}
                            : StyledRun{"[" + text + "]", Style::kPlain});
        break;
      }
      case Mark::kGap:
        out.push_back({"‸", color ? Style::kMarked : Style::kPlain});
        after_space = false;
        break;
      case Mark::kElided:
        out.push_back({after_space ? "… " : " … ", Style::kDim});
        after_space = true;
        break;
    }
  }
  return out;
}

std::string Clip(std::string_view text, int width) {
  // No more bytes than could be shown are looked at: texts may be huge.
  const size_t most = static_cast<size_t>(std::max(width, 1)) * 8;
  std::string head = Printable(text.substr(0, CharacterStart(text, most)));
  if (text.size() <= most && Columns(head) <= width) return head;
  std::string tail =
      text.size() <= most
          ? head
          : Printable(text.substr(CharacterStart(text, text.size() - most)));
  const int tail_width = (width - 1) / 2;
  const int head_width = width - 1 - tail_width;
  size_t head_end = 0;
  for (int columns = 0; head_end < head.size();) {
    const Character c = CharacterAt(head, head_end);
    columns += Columns(c.code);
    if (columns > head_width) break;
    head_end += c.size;
  }
  size_t tail_begin = tail.size();
  for (int columns = 0; tail_begin > 0;) {
    const size_t start = CharacterStart(tail, tail_begin - 1);
    columns += Columns(CharacterAt(tail, start).code);
    if (columns > tail_width) break;
    tail_begin = start;
  }
  return head.substr(0, head_end) + "…" + tail.substr(tail_begin);
}

}  // namespace rashomon
