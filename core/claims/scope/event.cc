#include "core/claims/scope/event.h"

#include <algorithm>
#include <string>

#include "absl/strings/ascii.h"
#include "core/claims/lemma.h"

namespace rashomon {
namespace {

constexpr size_t kMaxNames = 16;

bool IsLocative(std::string_view w) {
  return w == "in" || w == "at" || w == "near" || w == "outside" || w == "on" ||
         w == "around" || w == "of";
}

}  // namespace

void FillEvent(const AnnotatedText& text, const PlaceInSentence& place, Scope& scope) {
  if (!scope.event.empty()) return;
  const absl::Span<const Word> words = place.words;
  for (size_t i = 1; i < words.size() && scope.event.size() < kMaxNames; ++i) {
    const Word& w = words[i];
    if (w.kind != WordKind::kWord || w.span.size() < 2 || IsStopword(w.lower)) continue;
    if (!absl::ascii_isupper(static_cast<unsigned char>(text.text[w.span.begin])))
      continue;
    scope.event.emplace_back(w.lower);
    if (scope.place.empty() && IsLocative(words[i - 1].lower) &&
        words[i - 1].lower != "of") {
      scope.place = std::string(w.lower);
    }
  }
  std::sort(scope.event.begin(), scope.event.end());
  scope.event.erase(std::unique(scope.event.begin(), scope.event.end()),
                    scope.event.end());
}

}  // namespace rashomon
