// Passages are decided in the order of preference, those of the most preferred
// document first. So what a passage is compared with was decided before it: a survivor
// loses nothing later, but to a passage of its own document that overlaps it, which
// is therefore spared.

#include "core/engine/dedup_passages.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/base/arena.h"
#include "core/base/status_macros.h"
#include "core/engine/dedup_preference.h"
#include "core/engine/reuse.h"
#include "core/index/shingle_table.h"
#include "core/text/shingle.h"
#include "core/text/tokenize.h"

namespace rashomon {
namespace {

// Survivors of one family that a passage is compared with, the most preferred ones.
constexpr size_t kMostSurvivors = 64;

struct Candidate {
  Passage passage;
  uint32_t family = 0;
};

struct Choice {
  Passage gone;
  Passage survivor;
  bool copy = false;
  Similarity similarity;
};

bool Overlap(ByteSpan a, ByteSpan b) { return !Intersect(a, b).empty(); }

bool OverlapsAny(const std::vector<ByteSpan>& spans, ByteSpan span) {
  return std::any_of(spans.begin(), spans.end(),
                     [span](ByteSpan other) { return Overlap(span, other); });
}

class Chooser {
 public:
  Chooser(absl::Span<const Document> documents, double min_jaccard, size_t families)
      : documents_(documents),
        min_jaccard_(min_jaccard),
        survivors_(families),
        gone_(documents.size()),
        spared_(documents.size()) {}

  void Decide(const Candidate& candidate) {
    const Passage& passage = candidate.passage;
    const uint32_t doc = Index(passage.doc);
    if (OverlapsAny(gone_[doc], passage.span)) return;
    std::vector<Passage>& survivors = survivors_[candidate.family];
    if (!OverlapsAny(spared_[doc], passage.span)) {
      const Words words = WordsOf(passage);
      for (const Passage& survivor : survivors) {
        if (std::optional<Choice> choice = Compare(passage, words, survivor)) {
          spared_[Index(survivor.doc)].push_back(survivor.span);
          gone_[doc].push_back(passage.span);
          choices_.push_back(*choice);
          return;
        }
      }
    }
    if (survivors.size() < kMostSurvivors) survivors.push_back(passage);
  }

  std::vector<Choice> choices() && { return std::move(choices_); }

 private:
  struct Words {
    std::vector<uint64_t> shingles;
    ShingleTable set;
  };

  Words WordsOf(const Passage& passage) const {
    Words words;
    AppendShingles(Tokenize(passage.span.In(documents_[Index(passage.doc)].text)),
                   kPassageShingleWords, words.shingles);
    words.set = ShingleTable(words.shingles);
    return words;
  }

  std::optional<Choice> Compare(const Passage& passage, const Words& words,
                                const Passage& survivor) const {
    const bool within = passage.doc == survivor.doc;
    if (within && Overlap(passage.span, survivor.span)) return std::nullopt;
    // Another family may have taken a part of it.
    if (OverlapsAny(gone_[Index(survivor.doc)], survivor.span)) return std::nullopt;
    const Words others = WordsOf(survivor);
    const std::optional<Similarity> similarity =
        ShingleTable::CompareAtLeast(words.set, others.set, min_jaccard_);
    if (!similarity) return std::nullopt;
    return Choice{passage, survivor, words.shingles == others.shingles, *similarity};
  }

  absl::Span<const Document> documents_;
  double min_jaccard_;
  std::vector<std::vector<Passage>> survivors_;  // by family
  std::vector<std::vector<ByteSpan>> gone_;      // by document
  std::vector<std::vector<ByteSpan>> spared_;    // survivors of what went, by document
  std::vector<Choice> choices_;
};

// The documents of a corpus, ascending by id, and the record of each.
struct Texts {
  Arena arena;
  std::vector<Document> documents;
  std::vector<uint32_t> records;
};

absl::StatusOr<Texts> LoadTexts(const DedupCorpus& corpus,
                                absl::Span<const uint32_t> repeated,
                                const CorpusOptions& corpus_options) {
  Texts texts;
  TextLoader loader(corpus, corpus_options, Unit::kPassage);
  std::vector<std::pair<Document, uint32_t>> read;
  for (uint32_t record = 0; record < corpus.records.size(); ++record) {
    if (std::binary_search(repeated.begin(), repeated.end(), record)) continue;
    RASHOMON_ASSIGN_OR_RETURN(const RecordRow row, corpus.Record(record));
    RASHOMON_ASSIGN_OR_RETURN(const TextLoader::Loaded loaded, loader.Load(record));
    Document document;
    RASHOMON_ASSIGN_OR_RETURN(document.id, corpus.Id(row));
    RASHOMON_ASSIGN_OR_RETURN(std::string published, corpus.Published(row));
    if (!published.empty()) document.published = std::move(published);
    document.text = texts.arena.Copy(loaded.text);
    read.emplace_back(std::move(document), record);
  }
  std::sort(read.begin(), read.end(),
            [](const auto& x, const auto& y) { return x.first.id < y.first.id; });
  for (auto& [document, record] : read) {
    texts.documents.push_back(std::move(document));
    texts.records.push_back(record);
  }
  return texts;
}

// All passages of the families that are copied, from the most to the least preferred.
std::vector<Candidate> Candidates(absl::Span<const ReuseFinding> families,
                                  const Texts& texts, Keep keep) {
  std::vector<std::pair<Preference, Candidate>> order;
  for (uint32_t family = 0; family < families.size(); ++family) {
    if (families[family].boilerplate() ||
        families[family].grade == Grade::kParaphrase) {
      continue;
    }
    for (const Passage& passage : families[family].passages) {
      const Document& document = texts.documents[Index(passage.doc)];
      order.emplace_back(
          MakePreference(keep, texts.records[Index(passage.doc)], document.text.size(),
                         document.published.value_or(""), document.id,
                         passage.span.begin),
          Candidate{passage, family});
    }
  }
  // Of two that begin together the longer one first.
  std::sort(order.begin(), order.end(), [](const auto& x, const auto& y) {
    const auto place = [](const Candidate& c) {
      return std::make_tuple(~c.passage.span.end, c.family);
    };
    if (x.first != y.first) return x.first < y.first;
    return place(x.second) < place(y.second);
  });
  std::vector<Candidate> candidates;
  candidates.reserve(order.size());
  for (const auto& [preference, candidate] : order) candidates.push_back(candidate);
  return candidates;
}

// Makes units of the passages, by (record, begin, end), and removals of the choices.
absl::StatusOr<std::vector<Removal>> ToRemovals(absl::Span<const Choice> choices,
                                                absl::Span<const uint32_t> records,
                                                DedupCorpus& corpus) {
  using Place = std::tuple<uint32_t, uint32_t, uint32_t>;
  const auto place = [&records](const Passage& passage) {
    return Place(records[Index(passage.doc)], passage.span.begin, passage.span.end);
  };
  std::map<Place, uint32_t> units;
  for (const Choice& choice : choices) {
    units.emplace(place(choice.gone), 0);
    units.emplace(place(choice.survivor), 0);
  }
  uint32_t next = 0;
  for (auto& [at, unit] : units) {
    const UnitRow row = {.record = std::get<0>(at),
                         .span = {std::get<1>(at), std::get<2>(at)}};
    RASHOMON_RETURN_IF_ERROR(corpus.units.Append(&row));
    unit = next++;
  }
  std::vector<Removal> removals;
  for (const Choice& choice : choices) {
    removals.push_back({.unit = units.at(place(choice.gone)),
                        .survivor = units.at(place(choice.survivor)),
                        .copy = choice.copy,
                        .similarity = choice.similarity});
  }
  std::sort(removals.begin(), removals.end(),
            [](const Removal& x, const Removal& y) { return x.unit < y.unit; });
  return removals;
}

}  // namespace

absl::StatusOr<std::vector<Removal>> FindPassageRemovals(
    DedupScan& scan, absl::Span<const uint32_t> repeated, const DedupOptions& options,
    const CorpusOptions& corpus_options, const RunOptions& run) {
  RASHOMON_ASSIGN_OR_RETURN(const Texts texts,
                            LoadTexts(*scan.corpus, repeated, corpus_options));
  const FindingOptions finding_options = {.min_jaccard = options.min_jaccard,
                                          .recall = options.recall,
                                          .min_words = options.min_words};
  RASHOMON_ASSIGN_OR_RETURN(const ReuseResult reuse,
                            FindReuse(texts.documents, finding_options, run));
  Chooser chooser(texts.documents, options.min_jaccard, reuse.findings.size());
  for (const Candidate& candidate : Candidates(reuse.findings, texts, options.keep)) {
    chooser.Decide(candidate);
  }
  return ToRemovals(std::move(chooser).choices(), texts.records, *scan.corpus);
}

}  // namespace rashomon
