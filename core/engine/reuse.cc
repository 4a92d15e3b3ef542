// The order of the search for what is said twice, and nothing else.

#include "core/engine/reuse.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "absl/status/status.h"
#include "core/align/evidence.h"
#include "core/align/seed_index.h"
#include "core/base/parallel_for.h"
#include "core/engine/copy_blocks.h"
#include "core/engine/reuse_boilerplate.h"
#include "core/engine/reuse_families.h"
#include "core/engine/reuse_finding.h"
#include "core/engine/reuse_paraphrase.h"
#include "core/engine/reuse_reworded.h"
#include "core/engine/stage_progress.h"
#include "core/text/segment.h"

namespace rashomon {
namespace {

constexpr size_t kGrain = 16;  // documents that a thread takes at once

// The runs of equal words of `copy`, in bytes.
AlignedCopy InBytes(const WordCorpus& corpus, const CopyBlock& copy) {
  const auto bytes = [&](uint32_t doc, uint32_t begin, uint32_t words) {
    const absl::Span<const Token> tokens = corpus.tokens[doc];
    return ByteSpan{tokens[begin].begin, tokens[begin + words - 1].span().end};
  };
  AlignedCopy result = {DocId{copy.a}, DocId{copy.b}, {}};
  for (const WordRun& run : copy.block.runs) {
    result.runs.push_back(
        {bytes(copy.a, run.a, run.words), bytes(copy.b, run.b, run.words)});
  }
  return result;
}

// True if the documents of the places were published on several days: a report that
// comes out every week does, a story and its corrections hardly.
bool OnManyDays(const WordCorpus& corpus, absl::Span<const WordPlace> places) {
  constexpr size_t kManyDays = 4, kDateLength = 10;
  std::set<std::string_view> days;
  for (const WordPlace& place : places) {
    const Document& document = corpus.documents[place.doc];
    if (!document.published) return false;
    days.insert(std::string_view(*document.published).substr(0, kDateLength));
    if (days.size() >= kManyDays) return true;
  }
  return false;
}

// True if the places, which are alike, are common turns of phrase or a form filled
// in again: most of their phrases stand elsewhere too.
bool IsForm(const WordCorpus& corpus, const SeedIndex& index,
            absl::Span<const WordPlace> places) {
  constexpr size_t kLook = 8;  // pairs looked at
  constexpr double kMinOwnShare = 0.5, kMinOwnShareOfShort = 0.6;
  constexpr uint32_t kShortWords = 25;
  constexpr size_t kManyOwn = 8;  // phrases of its own, in each pair
  Phrases all;
  size_t copying = 0, refilled = 0, looked = 0;
  for (const WordPlace& place : places.subspan(1, kLook)) {
    const AlignedBlock block = AlignPlaces(corpus, places[0], place);
    copying += ShowsCopying(block, corpus.Side(places[0].doc), corpus.Side(place.doc),
                            index, place.doc);
    refilled += CountReplacedValues(block, corpus.Side(places[0].doc),
                                    corpus.Side(place.doc)) > 0;
    ++looked;
    const Phrases phrases = CountPhrases(block, index, place.doc, places.size());
    all.aligned += phrases.aligned;
    all.own += phrases.own;
  }
  const double share =
      places[0].span.size() < kShortWords ? kMinOwnShareOfShort : kMinOwnShare;
  const size_t pairs = std::min(kLook, places.size() - 1);
  const bool own = all.own >= share * all.aligned || all.own >= kManyOwn * pairs;
  if (2 * refilled > looked && OnManyDays(corpus, places)) return true;
  return 2 * copying < looked || !own;
}

// True if `copy` is no form: its phrases are those of a family of passages.
bool IsCopy(const SeedIndex& index, const CopyBlock& copy) {
  constexpr size_t kFamily = 8;
  constexpr double kMinOwnShare = 0.4;
  const Phrases phrases = CountPhrases(copy.block, index, copy.b, kFamily);
  return phrases.own >= kMinOwnShare * phrases.aligned;
}

RecallContract ContractOf(const FindSimilarOptions& options, uint32_t seed_words) {
  constexpr int kFirstTenth = 3, kLastTenth = 10;
  const BandPlan plan = PlanFor(options);
  RecallContract contract = {
      .min_jaccard = options.min_jaccard,
      .target = std::min(options.recall, RecallAt(options, options.min_jaccard)),
      .bands = plan.bands,
      .rows = plan.rows,
      .distance = options.engine == SearchEngine::kMinHash ? 0 : kSimHashDistance,
      .curve = {},
      .seed_words = seed_words};
  for (int tenth = kFirstTenth; tenth <= kLastTenth; ++tenth) {
    const double jaccard = tenth / 10.0;
    contract.curve.push_back({jaccard, RecallAt(options, jaccard)});
  }
  return contract;
}

// Appends what `make` makes of each family, in their order, on many threads.
template <typename Families, typename Make>
void AppendFindings(const Families& families, const RunOptions& run,
                    std::string_view stage, const Make& make,
                    std::vector<ReuseFinding>& findings) {
  std::vector<std::optional<ReuseFinding>> made(families.size());
  StageProgress progress(run, stage, families.size());
  ParallelFor(families.size(), 4, NumThreads(run.threads),
              [&](size_t begin, size_t end) {
                for (size_t i = begin; i < end; ++i) made[i] = make(families[i]);
                progress.Add(end - begin);
              });
  for (std::optional<ReuseFinding>& finding : made) {
    if (finding) findings.push_back(*std::move(finding));
  }
}

// Where a finding stands in the report: the first of its passages.
std::array<uint32_t, 3> PlaceOf(const ReuseFinding& finding) {
  const Passage& passage = finding.passages[0];
  return {Index(passage.doc), passage.span.begin, passage.span.end};
}

}  // namespace

absl::StatusOr<ReuseResult> FindReuse(absl::Span<const Document> documents,
                                      const FindingOptions& options,
                                      const RunOptions& run) {
  const int threads = NumThreads(run.threads);
  WordCorpus corpus;
  corpus.documents = documents;
  std::vector<std::string_view> texts;
  texts.reserve(documents.size());
  for (const Document& document : documents) texts.push_back(document.text);
  corpus.tokens = TokenStore(texts, threads);
  uint64_t words = 0;
  for (const absl::Span<const Token> text : corpus.tokens.all()) words += text.size();
  if (words > UINT32_MAX) {  // places in the seed index have 32 bits
    return absl::ResourceExhaustedError("more than 2^32 - 1 words");
  }
  std::vector<uint64_t> paragraphs(documents.size());
  StageProgress counted(run, "paragraphs", documents.size());
  ParallelFor(documents.size(), kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t doc = begin; doc < end; ++doc) {
      paragraphs[doc] = Paragraphs(documents[doc].text).size();
    }
    counted.Add(end - begin);
  });

  ReuseResult result;
  for (const uint64_t of_document : paragraphs) result.paragraphs += of_document;
  const SeedIndex index(corpus.tokens.all(), {}, threads);
  const CopySearch search = FindCopyBlocks(corpus, index, options, run);
  const std::vector<CopyBlock>& copies = search.blocks;
  const FindSimilarOptions similar = {.min_jaccard = options.min_jaccard,
                                      .recall = options.recall,
                                      .engine = options.engine,
                                      .threads = threads};
  result.recall = ContractOf(similar, index.seen_words());
  std::vector<char> is_copy(copies.size());
  ParallelFor(copies.size(), kGrain, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) is_copy[i] = IsCopy(index, copies[i]) ? 1 : 0;
  });
  for (size_t i = 0; i < copies.size(); ++i) {
    if (is_copy[i] != 0) result.copies.push_back(InBytes(corpus, copies[i]));
  }

  const DocumentFamilies document_families =
      FindDocumentFamilies(corpus, index, copies, similar);
  const auto of_documents = [&](const Family& family) {
    std::vector<WordPlace> places = {WholeText(corpus, family.representative)};
    for (const uint32_t other : family.others)
      places.push_back(WholeText(corpus, other));
    return MakeFinding(corpus, Unit::kDocument, places);
  };
  AppendFindings(document_families.families, run, "families of documents", of_documents,
                 result.findings);
  using Places = std::vector<WordPlace>;
  const auto of_passages = [&](const Places& places) -> std::optional<ReuseFinding> {
    if (IsForm(corpus, index, places)) return std::nullopt;
    ReuseFinding finding = MakeFinding(corpus, Unit::kPassage, places);
    finding.boilerplate_reason = BoilerplateReason(corpus, places);
    return finding;
  };
  AppendFindings(FindPassageFamilies(corpus, copies, document_families), run,
                 "families of passages", of_passages, result.findings);
  const auto of_paraphrases = [&](const Places& places) {
    ReuseFinding finding = MakeFinding(corpus, Unit::kPassage, places);
    finding.grade = Grade::kParaphrase;
    return finding;
  };
  AppendFindings(
      FindParaphraseFamilies(corpus, document_families, result.findings, threads), run,
      "paraphrases", of_paraphrases, result.findings);
  const auto of_reworded = [&](const Places& places) {
    ReuseFinding finding = MakeFinding(corpus, Unit::kDocument, places);
    finding.grade = Grade::kParaphrase;
    return finding;
  };
  AppendFindings(FindRewordedFamilies(corpus, index, search.phrases, document_families,
                                      result.findings, threads),
                 run, "reworded documents", of_reworded, result.findings);
  std::sort(result.findings.begin(), result.findings.end(),
            [](const ReuseFinding& x, const ReuseFinding& y) {
              if (PlaceOf(x) != PlaceOf(y)) return PlaceOf(x) < PlaceOf(y);
              return x.key < y.key;
            });
  return result;
}

}  // namespace rashomon
