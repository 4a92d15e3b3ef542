// Lines of styled text for a terminal: wrapped by columns, coloured at the end.

#ifndef RASHOMON_CORE_REPORT_STYLED_TEXT_H_
#define RASHOMON_CORE_REPORT_STYLED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

#include "core/report/excerpt.h"

namespace rashomon {

enum class Style { kPlain, kBold, kDim, kConflict, kDisputed, kRevised, kMarked };

// Text that is Printable, in one style.
struct StyledRun {
  std::string text;
  Style style = Style::kPlain;
};

using StyledText = std::vector<StyledRun>;

int Columns(const StyledText& text);

// Breaks `text` at spaces into lines of at most `width` columns; a word that is
// longer is broken anywhere. Runs of spaces become one.
std::vector<StyledText> Wrap(const StyledText& text, int width);

// Returns `text` in ANSI colours, or as it is.
std::string Render(const StyledText& text, bool color);

// Returns `excerpt` safe to show; where there is no colour, what is marked
// stands in brackets.
StyledText ToStyled(const Excerpt& excerpt, bool color);

// Returns `text` safe to show and of at most `width` columns, with … in its
// middle where something was left out.
std::string Clip(std::string_view text, int width);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_STYLED_TEXT_H_
