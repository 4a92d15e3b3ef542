#include "core/report/excerpt.h"

#include <algorithm>

#include "core/report/display.h"

namespace rashomon {
namespace {

// A cut looks so far for a space before it cuts a word.
constexpr size_t kWordReach = 24;
// Fewer bytes than these are not worth leaving out.
constexpr size_t kLeastElided = 80;

ByteSpan Inside(ByteSpan span, ByteSpan whole) {
  const uint32_t begin = std::clamp(span.begin, whole.begin, whole.end);
  return {begin, std::clamp(span.end, begin, whole.end)};
}

ByteSpan Whole(std::string_view text) {
  return {0, static_cast<uint32_t>(text.size())};
}

// Returns the first `most` bytes of `text`, or a little less: up to a space.
std::string_view Head(std::string_view text, size_t most) {
  const size_t end = CharacterStart(text, most);
  const size_t space = text.find_last_of(" \t\n", end);
  const bool near = space != text.npos && space + kWordReach >= end && space > 0;
  return text.substr(0, near ? space : end);
}

// Returns the last `most` bytes of `text`, or a little less: from a space.
std::string_view Tail(std::string_view text, size_t most) {
  size_t begin = CharacterStart(text, text.size() - std::min(most, text.size()));
  const size_t space = text.find_first_of(" \t\n", begin);
  if (space != text.npos && space <= begin + kWordReach) begin = space + 1;
  return text.substr(begin);
}

void AddPlain(std::string_view text, Excerpt& out) {
  if (!text.empty()) out.push_back({text, Mark::kPlain});
}

// Adds `text` to `out` with its middle left out, where that saves something.
void AddShortened(std::string_view text, size_t head, size_t tail, Excerpt& out) {
  if (text.size() <= head + tail + kLeastElided) return AddPlain(text, out);
  AddPlain(Head(text, head), out);
  out.push_back({"", Mark::kElided});
  AddPlain(Tail(text, tail), out);
}

// Returns `edited`, a part of `passage`, as a part of its `quote`.
ByteSpan InQuote(ByteSpan edited, ByteSpan passage, std::string_view quote) {
  const auto at = [&](uint32_t offset) {
    const uint32_t inside = std::max(offset, passage.begin) - passage.begin;
    return static_cast<uint32_t>(CharacterStart(quote, inside));
  };
  return {at(edited.begin), at(edited.end)};
}

}  // namespace

Excerpt MarkedContext(std::string_view text, ByteSpan context, ByteSpan marked,
                      size_t reach) {
  marked = Inside(marked, Whole(text));
  context = Inside(context, Whole(text));
  const ByteSpan around = {std::min(context.begin, marked.begin),
                           std::max(context.end, marked.end)};
  Excerpt out;
  const std::string_view before = ByteSpan{around.begin, marked.begin}.In(text);
  if (before.size() > reach + kWordReach) {
    out.push_back({"", Mark::kElided});
    AddPlain(Tail(before, reach), out);
  } else {
    AddPlain(before, out);
  }
  if (!marked.empty()) out.push_back({marked.In(text), Mark::kMarked});
  const std::string_view after = ByteSpan{marked.end, around.end}.In(text);
  if (after.size() > reach + kWordReach) {
    AddPlain(Head(after, reach), out);
    out.push_back({"", Mark::kElided});
  } else {
    AddPlain(after, out);
  }
  return out;
}

Excerpt Shortened(std::string_view text, ByteSpan passage, size_t most) {
  Excerpt out;
  AddShortened(Inside(passage, Whole(text)).In(text), most / 2, most / 2, out);
  return out;
}

Comparison Compare(std::string_view text_a, ByteSpan passage_a, std::string_view text_b,
                   ByteSpan passage_b, const ReusePair& pair,
                   const ComparisonOptions& options) {
  Comparison out;
  const std::array<std::string_view, 2> texts = {text_a, text_b};
  const std::array<ByteSpan, 2> passages = {Inside(passage_a, Whole(text_a)),
                                            Inside(passage_b, Whole(text_b))};
  std::array<uint32_t, 2> at = {passages[0].begin, passages[1].begin};
  for (const Edit& edit : pair.edits) {
    if (out.shown == options.most) {
      ++out.hidden;
      continue;
    }
    ++out.shown;
    const std::array<ByteSpan, 2> edited = {edit.a, edit.b};
    for (size_t side = 0; side < 2; ++side) {
      const ByteSpan rest = {at[side], passages[side].end};
      const ByteSpan changed = Inside(edited[side], rest);
      Excerpt& excerpt = out.sides[side];
      AddShortened(ByteSpan{at[side], changed.begin}.In(texts[side]), options.reach,
                   options.reach, excerpt);
      if (changed.empty()) {
        excerpt.push_back({"", Mark::kGap});
      } else if (changed.size() <= 4 * options.reach) {
        excerpt.push_back({changed.In(texts[side]), Mark::kMarked});
      } else {
        const std::string_view words = changed.In(texts[side]);
        excerpt.push_back({Head(words, 2 * options.reach), Mark::kMarked});
        excerpt.push_back({"", Mark::kElided});
        excerpt.push_back({Tail(words, 2 * options.reach), Mark::kMarked});
      }
      at[side] = changed.end;
    }
  }
  out.hidden += pair.edits_omitted;
  for (size_t side = 0; side < 2; ++side) {
    const std::string_view rest =
        ByteSpan{at[side], passages[side].end}.In(texts[side]);
    if (out.hidden == 0) {
      AddShortened(rest, options.reach, options.reach, out.sides[side]);
    } else if (!rest.empty()) {
      AddPlain(Head(rest, options.reach), out.sides[side]);
      out.sides[side].push_back({"", Mark::kElided});
    }
  }
  return out;
}

Comparison CompareQuoted(std::string_view quote_a, ByteSpan passage_a,
                         std::string_view quote_b, ByteSpan passage_b,
                         const ReusePair& pair, const ComparisonOptions& options) {
  ReusePair rebased = pair;
  for (Edit& edit : rebased.edits) {
    edit.a = InQuote(edit.a, passage_a, quote_a);
    edit.b = InQuote(edit.b, passage_b, quote_b);
  }
  return Compare(quote_a, Whole(quote_a), quote_b, Whole(quote_b), rebased, options);
}

}  // namespace rashomon
