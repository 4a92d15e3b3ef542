// Inside a quotation the speaker stands behind its end ("…," Lavrov said; said
// Lavrov), before its beginning (Lavrov said: "…"), or with the nearest quotation of
// the paragraph, else of the paragraph before. Outside, the nearest verb of saying to
// the left governs (officials said the raid had …), or one at the sentence's end, or
// "according to". A pronoun stands for the latest speaker with a name. Everything is
// read in windows of fixed size, so a call costs the same in a text of any length.

#include "core/claims/speaker.h"

#include <algorithm>
#include <optional>

#include "absl/strings/ascii.h"
#include "core/claims/extract/clause.h"
#include "core/claims/lexicon.h"
#include "core/claims/word_table.h"

namespace rashomon {

namespace data {
std::string_view titles();
}  // namespace data

namespace {

constexpr uint32_t kWindowWords = 80;       // of a sentence, each way
constexpr uint32_t kQuotationWords = 400;   // of a paragraph, each way
constexpr uint32_t kAttributionWords = 14;  // from a quotation's end to its verb
constexpr size_t kResolveSentences = 12;
constexpr size_t kMaxNameBytes = 80;

bool IsTitle(std::string_view lower) {
  static const auto& titles = *new auto([] {
    WordSet set;
    for (const auto& row : LexiconRows(data::titles())) set.Add(row[0]);
    return set;
  }());
  return titles.Has(lower);
}

// A part of a sentence around word `at` (an index into text.words).
Sentence Window(const Sentence& sentence, uint32_t at) {
  Sentence w = sentence;
  const uint32_t end = sentence.first_word + sentence.num_words;
  w.first_word =
      std::max(sentence.first_word, at > kWindowWords ? at - kWindowWords : 0);
  w.num_words = std::min(end, at + kWindowWords) - w.first_word;
  return w;
}

bool IsFiniteSpeech(const SentenceWords& s, uint32_t i) {
  const WordInfo& info = *s.infos[i];
  if (!(info.roles & (kSays | kDenies))) return false;
  if (info.forms & kPastForm) {
    // "said" and "called" behind a determiner or a form of "be" report nothing.
    if (i == 0) return true;
    const WordClass before = s.Class(i - 1);
    return before != WordClass::kDeterminer && before != WordClass::kBe &&
           before != WordClass::kNegatedBe && before != WordClass::kPreposition &&
           s.words[i - 1].lower != "-";
  }
  if (info.forms & kThirdForm) {
    return !(info.roles & kOftenNoun) || info.lemma == "claim";
  }
  if (info.forms & kBaseForm) {
    return i > 0 && s.Class(i - 1) != WordClass::kTo &&
           s.Class(i - 1) != WordClass::kModal && !(info.roles & kOftenNoun);
  }
  return false;
}

bool IsPersonPronoun(std::string_view lower) {
  return lower == "he" || lower == "she" || lower == "they" || lower == "it" ||
         lower == "who";
}

// The name inside a noun phrase: without article and titles.
std::string NameIn(const SentenceWords& s, WordRange r) {
  while (!r.empty() && (s.Class(r.begin) == WordClass::kDeterminer ||
                        s.Class(r.begin) == WordClass::kPreposition ||
                        IsQuotationMark(s.words[r.begin].lower))) {
    ++r.begin;
  }
  while (!r.empty() && s.IsPunct(r.end - 1)) --r.end;
  if (r.empty()) return "";
  for (uint32_t i = r.end - 1; i > r.begin; --i) {
    if (!IsTitle(s.words[i - 1].lower)) continue;
    if (s.IsCapitalised(i) && s.Class(i) != WordClass::kPreposition &&
        s.words[i].kind == WordKind::kWord) {
      bool name = true;
      for (uint32_t k = i; k < r.end; ++k) {
        name &= s.IsCapitalised(k) || s.IsPunct(k) ||
                (s.words[k].lower.size() <= 3 && s.words[k].kind == WordKind::kWord);
      }
      if (name) r.begin = i;
    }
    break;
  }
  const ByteSpan span = s.Span(r);
  if (span.size() > kMaxNameBytes) return "";
  return std::string(span.In(s.text));
}

// The noun phrase behind an inverted verb: said Habiba Sarabi, vice president of ….
WordRange NameAfter(const SentenceWords& s, uint32_t first) {
  uint32_t end = first;
  while (end < s.size() && end - first < 10) {
    const WordClass c = s.Class(end);
    const std::string_view w = s.words[end].lower;
    if (s.IsPunct(end) && w != "-" && w != "'" && w != "’" && w != "&") break;
    if (IsAuxiliary(c) || c == WordClass::kPreposition || c == WordClass::kRelative ||
        c == WordClass::kSubordinate || c == WordClass::kThat || c == WordClass::kTo ||
        c == WordClass::kAdverb) {
      break;
    }
    ++end;
  }
  return {first, end};
}

struct Attribution {
  std::string name;
  bool pronoun = false;
};

std::optional<Attribution> Attribute(const SentenceWords& s, WordRange subject) {
  if (subject.empty()) return std::nullopt;
  const std::string_view word = s.words[subject.begin].lower;
  if (subject.end - subject.begin == 1 && IsPersonPronoun(word)) {
    return Attribution{std::string(word), true};
  }
  std::string name = NameIn(s, subject);
  if (name.empty()) return std::nullopt;
  return Attribution{std::move(name), false};
}

// "The spokesman, Karim Shah, said": the name between the commas before `group`.
WordRange NameInApposition(const SentenceWords& s, uint32_t group) {
  if (group < 3 || s.words[group - 1].lower != ",") return {};
  uint32_t begin = group - 1;
  while (begin > 0 && group - begin < 6 && s.IsCapitalised(begin - 1) &&
         s.Class(begin - 1) == WordClass::kOther) {
    --begin;
  }
  const bool after_office = begin >= 2 && s.words[begin - 1].lower == "," &&
                            !s.IsCapitalised(begin - 2) &&
                            IsTitle(s.words[begin - 2].lower);
  return after_office ? WordRange{begin, group - 1} : WordRange{};
}

// The subject of the verb of saying at `verb`, before or (inverted) behind it.
std::optional<Attribution> SpeakerAtVerb(const SentenceWords& s, uint32_t verb) {
  uint32_t group = verb;
  while (group > 0 &&
         (IsAuxiliary(s.Class(group - 1)) || s.Class(group - 1) == WordClass::kAdverb ||
          s.Class(group - 1) == WordClass::kNot)) {
    --group;
  }
  const bool inverted =
      verb == 0 || IsQuotationMark(s.words[verb - 1].lower) ||
      (s.words[verb - 1].lower == "," && verb + 1 < s.size() &&
       s.IsCapitalised(verb + 1) && s.Class(verb + 1) == WordClass::kOther &&
       s.words[s.size() - 1].lower == "." && verb + 8 > s.size());
  if (inverted) return Attribute(s, NameAfter(s, verb + 1));
  if (const WordRange name = NameInApposition(s, group); !name.empty()) {
    return Attribute(s, name);
  }
  return Attribute(s, SubjectBefore(s, group));
}

// The last speaker that `sentence` names, as a subject of a verb of saying.
std::optional<Attribution> LastSpeaker(const AnnotatedText& text,
                                       const Sentence& sentence) {
  const SentenceWords s = LookUp(text, Window(sentence, sentence.first_word));
  std::optional<Attribution> last;
  for (uint32_t i = 0; i < s.size(); ++i) {
    if (!IsFiniteSpeech(s, i)) continue;
    if (auto a = SpeakerAtVerb(s, i)) last = std::move(a);
  }
  return last;
}

size_t IndexOf(const AnnotatedText& text, const Sentence& sentence) {
  const auto it = std::lower_bound(
      text.sentences.begin(), text.sentences.end(), sentence.span.begin,
      [](const Sentence& s, uint32_t begin) { return s.span.begin < begin; });
  return static_cast<size_t>(it - text.sentences.begin());
}

// Puts the latest named speaker before sentence `index` in place of a pronoun.
std::string Resolve(const AnnotatedText& text, size_t index, Attribution a) {
  if (!a.pronoun) return a.name;
  for (size_t back = 1; back <= kResolveSentences && back <= index; ++back) {
    const auto earlier = LastSpeaker(text, text.sentences[index - back]);
    if (earlier && !earlier->pronoun) return earlier->name;
  }
  return a.name == "who" ? "" : a.name;
}

struct Quotation {
  uint32_t open = 0;  // words of the text: its quotation marks
  uint32_t close = 0;
};

// The quotation around word `at`, inside its paragraph.
std::optional<Quotation> QuotationAround(const AnnotatedText& text, size_t sentence,
                                         uint32_t at) {
  size_t first = sentence, last = sentence;
  const uint32_t paragraph = text.sentences[sentence].paragraph;
  const auto& all = text.sentences;
  while (first > 0 && all[first - 1].paragraph == paragraph &&
         at - all[first - 1].first_word < kQuotationWords) {
    --first;
  }
  while (last + 1 < all.size() && all[last + 1].paragraph == paragraph &&
         all[last + 1].first_word - at < kQuotationWords) {
    ++last;
  }
  const uint32_t begin =
      std::max(all[first].first_word, at > kQuotationWords ? at - kQuotationWords : 0);
  const uint32_t end =
      std::min(all[last].first_word + all[last].num_words, at + kQuotationWords);
  bool inside = false;
  Quotation q;
  auto mark = std::lower_bound(text.quotes.begin(), text.quotes.end(), begin);
  for (; mark != text.quotes.end() && *mark < at; ++mark) {
    const std::string_view w = text.words[*mark].lower;
    inside = w == "“" || (w == "\"" && !inside);
    if (inside) q.open = *mark;
  }
  if (!inside) return std::nullopt;
  q.close = end;
  for (; mark != text.quotes.end() && *mark < end; ++mark) {
    const std::string_view w = text.words[*mark].lower;
    if (w == "”" || w == "\"") {
      q.close = *mark;
      break;
    }
  }
  return q;
}

size_t SentenceOfWord(const AnnotatedText& text, uint32_t word) {
  const auto it =
      std::upper_bound(text.sentences.begin(), text.sentences.end(), word,
                       [](uint32_t w, const Sentence& s) { return w < s.first_word; });
  return it == text.sentences.begin()
             ? 0
             : static_cast<size_t>(it - text.sentences.begin()) - 1;
}

std::optional<Attribution> BehindQuotation(const AnnotatedText& text, uint32_t close) {
  if (close >= text.words.size()) return std::nullopt;
  const Sentence& sentence = text.sentences[SentenceOfWord(text, close)];
  const SentenceWords s = LookUp(text, Window(sentence, close));
  const uint32_t offset = Window(sentence, close).first_word;
  const uint32_t from = close - offset + 1;
  const uint32_t to = std::min<uint32_t>(s.size(), from + kAttributionWords);
  for (uint32_t i = from; i < to; ++i) {
    const std::string_view w = s.words[i].lower;
    if (w == "." || w == ";" || IsQuotationMark(w)) break;
    if (!IsFiniteSpeech(s, i)) continue;
    if (i == from || (i == from + 1 && s.IsPunct(from))) {
      return Attribute(s, NameAfter(s, i + 1));
    }
    WordRange subject = SubjectBefore(s, i);
    subject.begin = std::max(subject.begin, from);
    return Attribute(s, subject);
  }
  return std::nullopt;
}

std::optional<Attribution> BeforeQuotation(const AnnotatedText& text, uint32_t open) {
  const Sentence& sentence = text.sentences[SentenceOfWord(text, open)];
  const Sentence window = Window(sentence, open);
  const SentenceWords s = LookUp(text, window);
  for (uint32_t i = open - window.first_word; i > 0; --i) {
    const uint32_t k = i - 1;
    if (IsQuotationMark(s.words[k].lower)) break;
    const WordInfo& info = *s.infos[k];
    if (IsFiniteSpeech(s, k)) return SpeakerAtVerb(s, k);
    if ((info.roles & (kSays | kDenies)) && (info.forms & kGerund)) continue;
  }
  return std::nullopt;
}

std::string SpeakerOfQuotation(const AnnotatedText& text, size_t index, Quotation q) {
  if (auto a = BehindQuotation(text, q.close)) {
    return Resolve(text, SentenceOfWord(text, q.close), *a);
  }
  const size_t open_sentence = SentenceOfWord(text, q.open);
  if (auto a = BeforeQuotation(text, q.open)) return Resolve(text, open_sentence, *a);
  const uint32_t paragraph = text.sentences[index].paragraph;
  for (size_t back = 1; back <= kResolveSentences && back <= index; ++back) {
    const Sentence& earlier = text.sentences[index - back];
    if (earlier.paragraph + 1 < paragraph) break;
    if (auto a = LastSpeaker(text, earlier)) return Resolve(text, index - back, *a);
  }
  for (size_t k = index + 1; k < text.sentences.size() && k <= index + 4; ++k) {
    if (text.sentences[k].paragraph != paragraph) break;
    if (auto a = LastSpeaker(text, text.sentences[k])) return Resolve(text, k, *a);
  }
  return "";
}

// The speaker of words outside quotations: "X said that …", "…, X said", "according
// to X".
std::string ReportedSpeaker(const AnnotatedText& text, size_t index, uint32_t at) {
  const Sentence window = Window(text.sentences[index], at);
  const SentenceWords s = LookUp(text, window);
  const uint32_t word = at - window.first_word;
  for (uint32_t i = word; i > 0; --i) {
    const uint32_t k = i - 1;
    const WordClass c = s.Class(k);
    if (s.words[k].lower == ";" || c == WordClass::kBut ||
        (c == WordClass::kSubordinate && s.words[k].lower == "while")) {
      break;
    }
    if (!IsFiniteSpeech(s, k)) continue;
    if (auto a = SpeakerAtVerb(s, k)) return Resolve(text, index, *a);
    break;
  }
  for (uint32_t k = 0; k + 2 < s.size(); ++k) {
    if (s.words[k].lower == "according" && s.words[k + 1].lower == "to") {
      if (auto a = Attribute(s, NameAfter(s, k + 2))) return Resolve(text, index, *a);
    }
  }
  // "…, the coast guard said." The verb is near the end of the sentence.
  for (uint32_t k = s.size(); k > word + 1 && k + 12 > s.size(); --k) {
    const uint32_t v = k - 1;
    if (!IsFiniteSpeech(s, v) || v == 0) continue;
    const WordClass next = v + 1 < s.size() ? s.Class(v + 1) : WordClass::kOther;
    const bool ends = v + 1 >= s.size() || s.IsPunct(v + 1) ||
                      next == WordClass::kPreposition || next == WordClass::kAdverb;
    if (!ends) continue;
    WordRange subject = SubjectBefore(s, v);
    subject.begin = std::max(subject.begin, word + 1);
    if (auto a = Attribute(s, subject)) return Resolve(text, index, *a);
  }
  return "";
}

}  // namespace

std::string ResolveSpeaker(const AnnotatedText& text, const Sentence& sentence,
                           std::string speaker) {
  std::string lower = speaker;
  absl::AsciiStrToLower(&lower);
  if (!IsPersonPronoun(lower)) return speaker;
  return Resolve(text, IndexOf(text, sentence), {std::move(speaker), true});
}

std::string SpeakerOf(const AnnotatedText& text, const Sentence& sentence,
                      ByteSpan span) {
  const size_t index = IndexOf(text, sentence);
  if (index >= text.sentences.size()) return "";
  const auto words = text.Words(sentence);
  const auto it = std::lower_bound(
      words.begin(), words.end(), span.begin,
      [](const Word& w, uint32_t begin) { return w.span.begin < begin; });
  if (it == words.end()) return "";
  const uint32_t at = sentence.first_word + static_cast<uint32_t>(it - words.begin());
  if (const auto q = QuotationAround(text, index, at)) {
    return SpeakerOfQuotation(text, index, *q);
  }
  return ReportedSpeaker(text, index, at);
}

}  // namespace rashomon
