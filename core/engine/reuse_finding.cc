#include "core/engine/reuse_finding.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "absl/time/time.h"
#include "core/align/align_words.h"
#include "core/align/edits.h"
#include "core/base/hash.h"
#include "core/index/verify.h"
#include "core/text/shingle.h"

namespace rashomon {
namespace {

constexpr size_t kMaxEdits = 100;

absl::Span<const Token> Words(const WordCorpus& corpus, const WordPlace& place) {
  return corpus.tokens[place.doc].subspan(place.span.begin, place.span.size());
}

ReusePair MakePair(const WordCorpus& corpus, Unit unit, const WordPlace& a,
                   const WordPlace& b) {
  const size_t n =
      unit == Unit::kDocument ? kDocumentShingleWords : kPassageShingleWords;
  const Similarity similarity =
      Compare(ShingleSet(Words(corpus, a), n), ShingleSet(Words(corpus, b), n));
  ReusePair pair;
  pair.jaccard = similarity.jaccard();
  pair.containment = similarity.containment();
  pair.edits =
      FindEdits(corpus.Side(a.doc), corpus.Side(b.doc), AlignPlaces(corpus, a, b));
  if (pair.edits.size() > kMaxEdits) {
    pair.edits_omitted = static_cast<uint32_t>(pair.edits.size() - kMaxEdits);
    pair.edits.resize(kMaxEdits);
  }
  return pair;
}

Passage MakePassage(const WordCorpus& corpus, Unit unit, const WordPlace& place) {
  const std::string_view text = corpus.documents[place.doc].text;
  const ByteSpan span = unit == Unit::kDocument
                            ? ByteSpan{0, static_cast<uint32_t>(text.size())}
                            : BytesOf(text, corpus.tokens[place.doc], place.span);
  return {DocId{place.doc}, span};
}

std::optional<absl::Time> PublishedTime(const Document& document) {
  if (!document.published) return std::nullopt;
  absl::Time time;
  std::string error;
  if (absl::ParseTime(absl::RFC3339_full, *document.published, &time, &error) ||
      absl::ParseTime("%Y-%m-%d", *document.published, &time, &error)) {
    return time;
  }
  return std::nullopt;
}

// The passage published first; none where a date is missing.
std::optional<uint32_t> First(const WordCorpus& corpus,
                              absl::Span<const Passage> passages) {
  std::optional<uint32_t> first;
  absl::Time earliest = absl::InfiniteFuture();
  for (uint32_t i = 0; i < passages.size(); ++i) {
    const auto time = PublishedTime(corpus.documents[Index(passages[i].doc)]);
    if (!time) return std::nullopt;
    const auto place = [](const Passage& p) {
      return std::pair(Index(p.doc), p.span.begin);
    };
    if (!first || *time < earliest ||
        (*time == earliest && place(passages[i]) < place(passages[*first]))) {
      first = i;
      earliest = *time;
    }
  }
  return first;
}

// The identity of a text over runs: of its words as they compare.
std::string Key(absl::Span<const Token> words) {
  std::string bytes;
  for (const Token& token : words) {
    for (int shift = 0; shift < 64; shift += 8) {
      bytes.push_back(static_cast<char>(token.hash >> shift & 0xFF));
    }
  }
  return Hex64(Hash64(bytes));
}

}  // namespace

WordPlace WholeText(const WordCorpus& corpus, uint32_t doc) {
  return {doc, {0, static_cast<uint32_t>(corpus.tokens[doc].size())}};
}

AlignedBlock AlignPlaces(const WordCorpus& corpus, const WordPlace& a,
                         const WordPlace& b) {
  AlignedBlock block = {a.span, b.span, AlignWords(Words(corpus, a), Words(corpus, b))};
  for (WordRun& run : block.runs) {
    run.a += a.span.begin;
    run.b += b.span.begin;
  }
  return block;
}

ReuseFinding MakeFinding(const WordCorpus& corpus, Unit unit,
                         absl::Span<const WordPlace> places) {
  const WordPlace& representative = places[0];
  ReuseFinding finding;
  finding.key = Key(Words(corpus, representative));
  finding.passages.push_back(MakePassage(corpus, unit, representative));
  finding.reach = Reach::kWithin;
  bool exact = true;
  for (const WordPlace& other : places.subspan(1)) {
    ReusePair pair = MakePair(corpus, unit, representative, other);
    pair.b = static_cast<uint32_t>(finding.passages.size());
    exact &= pair.edits.empty();
    finding.pairs.push_back(std::move(pair));
    finding.passages.push_back(MakePassage(corpus, unit, other));
    if (other.doc != representative.doc) finding.reach = Reach::kAcross;
  }
  finding.grade = exact ? Grade::kExact : Grade::kNear;
  const bool paragraphs =
      std::all_of(places.begin(), places.end(), [&](const WordPlace& place) {
        return IsWholeParagraph(corpus.borders[place.doc], place.span);
      });
  finding.unit = unit == Unit::kPassage && paragraphs ? Unit::kParagraph : unit;
  finding.first = First(corpus, finding.passages);
  return finding;
}

}  // namespace rashomon
