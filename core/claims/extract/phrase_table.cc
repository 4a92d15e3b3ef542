#include "core/claims/extract/phrase_table.h"

#include <algorithm>

#include "core/claims/annotate.h"

namespace rashomon {

void PhraseTable::Add(std::string_view phrase, int payload) {
  const AnnotatedText text = Annotate(phrase);
  Phrase entry{{}, payload};
  for (const Word& word : text.words) {
    entry.words.emplace_back(letters_ == Letters::kFolded ? word.lower
                                                          : word.span.In(phrase));
  }
  if (entry.words.empty()) return;
  if (reading_ == Reading::kBackward)
    std::reverse(entry.words.begin(), entry.words.end());
  const std::string& first = entry.words.front();
  if (!phrases_.Has(first)) phrases_.Add(firsts_.emplace_back(first));
  std::vector<Phrase>& filed = phrases_.Add(first);
  filed.push_back(std::move(entry));
  std::stable_sort(filed.begin(), filed.end(), [](const Phrase& a, const Phrase& b) {
    return a.words.size() > b.words.size();
  });
}

std::optional<PhraseTable::Match> PhraseTable::Find(const WordsView& words,
                                                    int i) const {
  const std::string_view key = WordAt(words, i);
  if (key.empty()) return std::nullopt;
  const std::vector<Phrase>* found = phrases_.Find(key);
  if (found == nullptr) return std::nullopt;
  const int step = reading_ == Reading::kForward ? 1 : -1;
  for (const Phrase& phrase : *found) {
    int at = i + step;
    size_t matched = 1;
    while (matched < phrase.words.size()) {
      if (phrase.words[matched] != "-" && words.IsJoint(at)) at += step;
      if (WordAt(words, at) != phrase.words[matched]) break;
      at += step;
      ++matched;
    }
    if (matched < phrase.words.size()) continue;
    if (step > 0) return Match{phrase.payload, i, at};
    return Match{phrase.payload, at + 1, i + 1};
  }
  return std::nullopt;
}

}  // namespace rashomon
