// A sentence is read once, for all its claims; the terms of an article are sliced,
// never copied, and the lists of a range of sentences lie in a few blocks.

#include "core/claims/context.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>

#include "absl/strings/ascii.h"
#include "core/base/parallel_for.h"
#include "core/claims/article.h"
#include "core/claims/telling.h"

namespace rashomon {
namespace {

constexpr uint32_t kNearBefore = 500;  // bytes
constexpr uint32_t kNearBehind = 250;
constexpr size_t kCloseTerms = 5;
constexpr int32_t kMaxEventDays = 40;

// Lists of terms that live as long as the pool.
class TermPool {
 public:
  absl::Span<const TermId> Add(absl::Span<const TermId> ids) {
    if (ids.empty()) return {};
    if (blocks_.empty() ||
        blocks_.back().capacity() - blocks_.back().size() < ids.size()) {
      blocks_.emplace_back().reserve(std::max(kBlock, ids.size()));
    }
    std::vector<TermId>& block = blocks_.back();
    const size_t begin = block.size();
    block.insert(block.end(), ids.begin(), ids.end());
    return absl::MakeConstSpan(block).subspan(begin);
  }

 private:
  static constexpr size_t kBlock = size_t{1} << 12;
  std::vector<std::vector<TermId>> blocks_;
};

void SortUnique(std::vector<TermId>& v) {
  std::sort(v.begin(), v.end());
  v.erase(std::unique(v.begin(), v.end()), v.end());
}

bool IsWordByte(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c)) ||
         static_cast<unsigned char>(c) >= 0x80;
}

// Sets the days that the dates of the sentence name.
void ReadDays(absl::Span<const Claim> claims, ClaimContext& context) {
  for (const Claim& claim : claims) {
    if (claim.value.kind != ValueKind::kDate || !claim.value.date) continue;
    // "now" and the page's own date place no event.
    if (claim.scope.role == "now" || claim.scope.role == "page") continue;
    if (IsTellingLemma(claim.scope.head)) continue;
    const DayRange days = ToDays(*claim.value.date);
    if (!days.known()) continue;
    if (days.end - days.begin > kMaxEventDays) {
      if (!context.era.known()) context.era = days;
      continue;
    }
    // Several dates in a sentence: the whole stretch is possible.
    if (!context.event.known()) context.event = days;
    context.event.begin = std::min(context.event.begin, days.begin);
    context.event.end = std::max(context.event.end, days.end);
  }
}

// Sets the day of a sentence without dates by the weekdays and months named.
void GuessDay(Article& article, ByteSpan sentence, ClaimContext& context) {
  if (!context.published.known()) return;
  const int32_t published = context.published.begin;
  const TimeWords& time = context.time;
  if (!context.event.known()) {
    context.event = DayOfWeekday(time.weekdays, published);
  }
  if (!context.event.known() && time.weekdays == 0 && time.months == 0 &&
      time.years.empty() && !context.background && !context.since) {
    context.event = DayOfWeekday(article.WeekdayBefore(sentence), published);
    context.day_inherited = context.event.known();
  }
  if (!context.event.known()) context.event = DaysOfMonth(time.months, published);
  // "Since Thursday": the days up to now.
  if (context.since && context.event.known()) {
    context.event.end = std::max(context.event.end, context.published.end);
  }
}

}  // namespace

struct ClaimContexts::Part {
  TermPool pool;
  std::vector<std::unique_ptr<ClaimContext>> contexts;

  // Lists at work, kept for their memory.
  std::vector<TermId> terms;
  std::vector<TermId> names;
  std::vector<TermId> near;
  std::vector<TermId> nations;

  ClaimContext ReadSentence(Article& article, absl::Span<const Claim> claims,
                            ByteSpan sentence);
  const ClaimContext* OfSpeaker(const Article& article, const TermIndex& index,
                                std::string_view speaker, const ClaimContext& base);
};

// All that the claims of the sentence share; `terms`, `names` and `near` are left
// in the lists.
ClaimContext ClaimContexts::Part::ReadSentence(Article& article,
                                               absl::Span<const Claim> claims,
                                               ByteSpan sentence) {
  ClaimContext context;
  static_cast<SentenceCues&>(context) = ReadCues(sentence.In(article.text()));
  context.words = article.TermsIn(sentence);
  for (auto* list : {&terms, &names, &near, &nations}) list->clear();
  for (const Term& t : context.words) {
    terms.push_back(t.id);
    if (t.nation) nations.push_back(t.id);
    if (IsOtherName(t)) names.push_back(t.id);
    context.located |= article.IsPlaceName(t);
  }
  const uint32_t size = article.size();
  const ByteSpan around = {
      sentence.begin - std::min(sentence.begin, kNearBefore),
      std::min(size, std::min(sentence.end, size - std::min(size, kNearBehind)) +
                         kNearBehind)};
  for (const Term& t : article.TermsIn(around)) {
    if (IsOtherName(t)) near.push_back(t.id);
  }
  for (auto* list : {&terms, &names, &near, &nations}) SortUnique(*list);
  context.locus = pool.Add(article.LocusOf(sentence));
  context.nations = pool.Add(nations);
  context.published = article.published();
  ReadDays(claims, context);
  GuessDay(article, sentence, context);
  return context;
}

// The context without the speaker: a spokesman speaks of many events, so his name
// says nothing of this one.
const ClaimContext* ClaimContexts::Part::OfSpeaker(const Article& article,
                                                   const TermIndex& index,
                                                   std::string_view speaker,
                                                   const ClaimContext& base) {
  const std::string_view text = article.text();
  std::vector<TermId> dropped;
  for (const Term& t : base.words) {
    if (speaker.empty()) break;
    size_t end = t.begin;
    while (end < text.size() && (IsWordByte(text[end]) || text[end] == '-')) ++end;
    const std::string_view word = text.substr(t.begin, end - t.begin);
    if (word.empty() || speaker.find(word) == std::string_view::npos) continue;
    dropped.push_back(t.id);
  }
  SortUnique(dropped);
  const auto keep = [&](const std::vector<TermId>& ids) {
    if (dropped.empty()) return pool.Add(ids);
    std::vector<TermId> kept;
    std::set_difference(ids.begin(), ids.end(), dropped.begin(), dropped.end(),
                        std::back_inserter(kept));
    return pool.Add(kept);
  };
  contexts.push_back(std::make_unique<ClaimContext>(base));
  ClaimContext& context = *contexts.back();
  context.terms = keep(terms);
  context.names = keep(names);
  context.near = keep(near);
  context.terms_weight = WeighWords(context.terms, index);
  return &context;
}

ClaimContexts::ClaimContexts(absl::Span<const Document> documents,
                             absl::Span<const Claim> claims, const TermIndex& index,
                             int threads) {
  static const ClaimContext& none = *new ClaimContext;
  of_claim_.assign(claims.size(), &none);
  // The first claim of each sentence.
  std::vector<size_t> starts;
  for (size_t i = 0; i < claims.size(); ++i) {
    if (i == 0 || claims[i].doc != claims[i - 1].doc ||
        claims[i].context != claims[i - 1].context) {
      starts.push_back(i);
    }
  }
  starts.push_back(claims.size());
  constexpr size_t kSentences = 1024;  // of a part
  parts_.resize(starts.size() / kSentences + 1);
  ParallelFor(starts.size() - 1, kSentences, threads, [&](size_t first, size_t last) {
    const auto part = std::make_shared<Part>();
    parts_[first / kSentences] = part;
    std::optional<Article> article;
    std::optional<DocId> article_of;
    for (size_t s = first; s < last; ++s) {
      const auto of_sentence = claims.subspan(starts[s], starts[s + 1] - starts[s]);
      if (std::none_of(of_sentence.begin(), of_sentence.end(), HasContext)) continue;
      const Claim& head = of_sentence.front();
      if (article_of != head.doc) {
        article_of = head.doc;
        article.emplace(documents[Index(head.doc)], head.doc, index);
      }
      const uint32_t size = article->size();
      const ByteSpan sentence = {
          std::min(head.context.begin, size),
          std::min(std::max(head.context.begin, head.context.end), size)};
      const ClaimContext base = part->ReadSentence(*article, of_sentence, sentence);
      const Claim* before = nullptr;  // with a context
      for (size_t i = starts[s]; i < starts[s + 1]; ++i) {
        if (!HasContext(claims[i])) continue;
        const bool same = before != nullptr && before->speaker == claims[i].speaker;
        of_claim_[i] = same ? part->contexts.back().get()
                            : part->OfSpeaker(*article, index, claims[i].speaker, base);
        before = &claims[i];
      }
    }
  });
}

TermList CloseTerms(const Claim& claim, const ClaimContext& context) {
  const absl::Span<const Term> words = context.words;
  const auto at = static_cast<size_t>(
      std::partition_point(
          words.begin(), words.end(),
          [&](const Term& t) { return t.begin < claim.value_span.begin; }) -
      words.begin());
  TermList close;
  for (size_t i = at - std::min(at, kCloseTerms);
       i < std::min(words.size(), at + kCloseTerms); ++i) {
    close.push_back(words[i].id);
  }
  std::sort(close.begin(), close.end());
  close.erase(std::unique(close.begin(), close.end()), close.end());
  return close;
}

TermList NamesWithin(const Claim& claim, const ClaimContext& context) {
  TermList names;
  for (const Term& t : TermsIn(context.words, claim.span)) {
    if (t.name || t.nation) names.push_back(t.id);
  }
  std::sort(names.begin(), names.end());
  return names;
}

double WeighWords(absl::Span<const TermId> ids, const TermIndex& index) {
  constexpr double kCommonWord = 0.2;  // even the commonest says something
  double sum = 0;
  for (TermId id : ids) sum += std::max(kCommonWord, index.Weight(id));
  return sum;
}

TermList Shared(absl::Span<const TermId> a, absl::Span<const TermId> b) {
  TermList common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return common;
}

bool Meet(absl::Span<const TermId> a, absl::Span<const TermId> b) {
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    a[i] < b[j] ? ++i : ++j;
  }
  return false;
}

}  // namespace rashomon
