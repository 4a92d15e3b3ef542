// A greedy choice in the order of preference: a unit is compared only with units that
// stay, so that a family of n copies costs n comparisons and not n^2, and a run over
// the output makes the same comparisons again and removes nothing.
//
// Copies are told by a digest of 128 bits and take no further part. Of the others,
// those that share a key of a band stand in a run; a unit's candidates are the
// survivors in its runs. Units that no chain of runs joins are decided independently,
// by several threads.
//
// Cost: linear but for runs of many survivors, such as a form filled in again and
// again; of those a unit looks at kMostSurvivors.

#include "core/engine/dedup_removal.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/parallel_for.h"
#include "core/base/status_macros.h"
#include "core/engine/dedup_passages.h"
#include "core/engine/dedup_preference.h"
#include "core/index/key_runs.h"
#include "core/index/shingle_table.h"
#include "core/index/sort_by_key.h"

namespace rashomon {
namespace {

// Survivors of one run that a unit looks at, the last ones.
constexpr size_t kMostSurvivors = 1024;
// Bytes, in each thread: what stays in the cache of the processor.
constexpr uint64_t kSetsInMemory = uint64_t{4} << 20;

class Finder {
 public:
  Finder(DedupScan& scan, const DedupSketcher& sketcher, const DedupOptions& options,
         const CorpusOptions& corpus_options, const RunOptions& run)
      : scan_(scan),
        corpus_(*scan.corpus),
        sketcher_(sketcher),
        options_(options),
        corpus_options_(corpus_options),
        run_(run),
        threads_(NumThreads(run.threads)),
        out_(corpus_.units.size()) {}

  absl::StatusOr<Removals> Find() {
    RASHOMON_RETURN_IF_ERROR(FindRepeatedIds());
    if (options_.unit == Unit::kPassage) {
      RASHOMON_ASSIGN_OR_RETURN(
          removals_,
          FindPassageRemovals(scan_, repeated_, options_, corpus_options_, run_));
      return Removals{std::move(repeated_), std::move(removals_)};
    }
    RASHOMON_RETURN_IF_ERROR(FindCopies());
    RASHOMON_RETURN_IF_ERROR(FindRuns());
    RASHOMON_RETURN_IF_ERROR(RankUnits());
    RASHOMON_RETURN_IF_ERROR(DecideAll());
    ResolveCopies();
    std::sort(removals_.begin(), removals_.end(),
              [](const Removal& x, const Removal& y) { return x.unit < y.unit; });
    return Removals{std::move(repeated_), std::move(removals_)};
  }

 private:
  struct Run {
    uint32_t begin = 0;  // its survivors, in survivors_
    uint32_t size = 0;
  };

  // Calls use(row, index) for the rows [begin, end).
  template <typename Row, typename Function>
  static absl::Status ForRows(const SpillArray& rows, uint64_t begin, uint64_t end,
                              Function use) {
    constexpr uint64_t kAtATime = 1024;
    std::vector<Row> some(static_cast<size_t>(std::min(end - begin, kAtATime)));
    for (; begin < end; begin += some.size()) {
      some.resize(static_cast<size_t>(std::min(end - begin, kAtATime)));
      RASHOMON_RETURN_IF_ERROR(rows.Read(begin, some.size(), some.data()));
      for (size_t i = 0; i < some.size(); ++i) {
        use(some[i], static_cast<uint32_t>(begin + i));
      }
    }
    return absl::OkStatus();
  }

  absl::Status FindRepeatedIds() {
    std::vector<uint32_t> suspects;
    RASHOMON_RETURN_IF_ERROR(KeyRuns().ForEach(
        corpus_.records.size(),
        [this](uint64_t begin, uint64_t end, std::vector<uint64_t>& entries) {
          return ForRows<RecordRow>(
              corpus_.records, begin, end, [&](const RecordRow& row, uint32_t record) {
                entries.push_back(uint64_t{row.id_hash} << 32 | record);
              });
        },
        ShareOf(run_.memory_bytes, 8),
        [&](absl::Span<const uint32_t> run) {
          suspects.insert(suspects.end(), run.begin(), run.end());
        }));
    std::sort(suspects.begin(), suspects.end());
    std::unordered_map<std::string, uint32_t> firsts;
    for (const uint32_t record : suspects) {
      RASHOMON_ASSIGN_OR_RETURN(const RecordRow row, corpus_.Record(record));
      RASHOMON_ASSIGN_OR_RETURN(std::string id, corpus_.Id(row));
      const auto [at, is_first] = firsts.emplace(std::move(id), record);
      if (is_first) continue;
      repeated_.push_back(record);
      RASHOMON_ASSIGN_OR_RETURN(const RecordRow first, corpus_.Record(at->second));
      std::string place = corpus_.files[first.file].name;
      if (first.line > 0) absl::StrAppend(&place, ":", first.line);
      scan_.complaints.push_back(
          {{.doc = at->first,
            .file = corpus_.files[row.file].name,
            .line = row.line,
            .message = absl::StrCat("repeats the id \"", at->first, "\" of ", place,
                                    "; left out")},
           row.file});
    }
    return absl::OkStatus();
  }

  // Units without shingles and of repeated records are like nothing.
  bool IsOut(const UnitRow& row) const {
    return row.shingles == 0 ||
           (!repeated_.empty() &&
            std::binary_search(repeated_.begin(), repeated_.end(), row.record));
  }

  absl::StatusOr<Preference> PreferenceOf(uint32_t unit) const {
    RASHOMON_ASSIGN_OR_RETURN(const UnitRow row, corpus_.Unit(unit));
    RASHOMON_ASSIGN_OR_RETURN(const RecordRow record, corpus_.Record(row.record));
    RASHOMON_ASSIGN_OR_RETURN(const std::string published, corpus_.Published(record));
    RASHOMON_ASSIGN_OR_RETURN(const std::string id, corpus_.Id(record));
    return MakePreference(options_.keep, row.record, row.span.size(), published, id,
                          row.span.begin);
  }

  absl::Status FindCopies() {
    absl::Status status;
    std::vector<std::pair<std::array<uint64_t, 2>, uint32_t>> same_key;
    const auto use = [&](absl::Span<const uint32_t> run) {
      same_key.clear();
      for (const uint32_t unit : run) {
        const absl::StatusOr<UnitRow> row = corpus_.Unit(unit);
        if (!row.ok()) return status.Update(row.status());
        same_key.emplace_back(row->digest, unit);
      }
      std::sort(same_key.begin(), same_key.end());
      for (size_t begin = 0, end = 0; begin < same_key.size(); begin = end) {
        while (end < same_key.size() && same_key[end].first == same_key[begin].first) {
          ++end;
        }
        if (end - begin > 1) {
          status.Update(
              KeepOneCopy(absl::MakeSpan(same_key).subspan(begin, end - begin)));
        }
      }
    };
    RASHOMON_RETURN_IF_ERROR(KeyRuns().ForEach(
        corpus_.units.size(),
        [this](uint64_t begin, uint64_t end, std::vector<uint64_t>& entries) {
          return ForRows<UnitRow>(
              corpus_.units, begin, end, [&](const UnitRow& row, uint32_t unit) {
                if (IsOut(row)) {
                  out_[unit] = true;
                } else {
                  entries.push_back(row.digest[1] >> 32 << 32 | unit);
                }
              });
        },
        ShareOf(run_.memory_bytes, 8), use));
    return status;
  }

  absl::Status KeepOneCopy(
      absl::Span<const std::pair<std::array<uint64_t, 2>, uint32_t>> copies) {
    std::optional<std::pair<Preference, uint32_t>> best;
    for (const auto& [digest, unit] : copies) {
      RASHOMON_ASSIGN_OR_RETURN(Preference preference, PreferenceOf(unit));
      std::pair<Preference, uint32_t> candidate(std::move(preference), unit);
      if (!best || candidate < *best) best = std::move(candidate);
    }
    for (const auto& [digest, unit] : copies) {
      if (unit == best->second) continue;
      out_[unit] = true;
      copies_.push_back({unit, best->second});
    }
    return absl::OkStatus();
  }

  // Collects (unit, run) for the units that share a key.
  absl::Status FindRuns() {
    std::mutex mutex;
    absl::Status status;
    const uint64_t memory =
        ShareOf(run_.memory_bytes, 8 * static_cast<uint64_t>(threads_));
    const size_t bands_at_a_time =
        (sketcher_.plan().bands + static_cast<size_t>(threads_) - 1) /
        static_cast<size_t>(threads_);
    ParallelFor(
        sketcher_.plan().bands, bands_at_a_time, threads_,
        [&](size_t first, size_t last) {
          KeyRuns key_runs;
          std::vector<uint64_t> members;
          for (size_t band = first; band < last; ++band) {
            members.clear();
            uint32_t runs = 0;
            const absl::Status found = key_runs.ForEach(
                corpus_.sketches.size(),
                [&](uint64_t begin, uint64_t end, std::vector<uint64_t>& entries) {
                  return BandEntries(band, begin, end, entries);
                },
                memory,
                [&](absl::Span<const uint32_t> run) {
                  for (const uint32_t unit : run) {
                    members.push_back(uint64_t{unit} << 32 | runs);
                  }
                  ++runs;
                });
            const std::lock_guard<std::mutex> lock(mutex);
            status.Update(found);
            for (uint64_t& member : members) member += runs_.size();
            members_.insert(members_.end(), members.begin(), members.end());
            runs_.resize(runs_.size() + runs);
          }
        });
    // Runs and places among survivors_ are counted in 32 bits.
    if (status.ok() && members_.size() > UINT32_MAX) {
      return absl::ResourceExhaustedError(
          "more than 2^32 - 1 places where a unit shares a key with another");
    }
    return status;
  }

  absl::Status BandEntries(size_t band, uint64_t begin, uint64_t end,
                           std::vector<uint64_t>& entries) const {
    std::vector<char> some;
    const size_t bytes = corpus_.sketches.record_bytes();
    const bool in_memory = corpus_.sketches.InMemory(end - 1) != nullptr;
    if (!in_memory) {
      some.resize(static_cast<size_t>(end - begin) * bytes);
      RASHOMON_RETURN_IF_ERROR(
          corpus_.sketches.Read(begin, static_cast<size_t>(end - begin), some.data()));
    }
    for (uint64_t unit = begin; unit < end; ++unit) {
      if (out_[static_cast<size_t>(unit)]) continue;
      const char* sketch =
          in_memory ? corpus_.sketches.InMemory(unit)
                    : some.data() + static_cast<size_t>(unit - begin) * bytes;
      entries.push_back(uint64_t{sketcher_.BandKey(sketch, band)} << 32 | unit);
    }
    return absl::OkStatus();
  }

  // Gives the units that share a key a rank, 0 for the most preferred, and sorts
  // members_ by it.
  absl::Status RankUnits() {
    std::vector<uint64_t> scratch;
    SortByKey(members_, scratch);
    for (const uint64_t member : members_) {
      const auto unit = static_cast<uint32_t>(member >> 32);
      if (ranked_.empty() || ranked_.back() != unit) ranked_.push_back(unit);
    }
    std::vector<std::pair<Preference, uint32_t>> order;
    order.reserve(ranked_.size());
    for (uint32_t i = 0; i < ranked_.size(); ++i) {
      RASHOMON_ASSIGN_OR_RETURN(Preference preference, PreferenceOf(ranked_[i]));
      order.emplace_back(std::move(preference), i);
    }
    std::sort(order.begin(), order.end());
    std::vector<uint32_t> rank(order.size()), by_rank(order.size());
    for (uint32_t r = 0; r < order.size(); ++r) {
      rank[order[r].second] = r;
      by_rank[r] = ranked_[order[r].second];
    }
    size_t i = 0;
    for (uint64_t& member : members_) {
      if (ranked_[i] != member >> 32) ++i;
      member = uint64_t{rank[i]} << 32 | (member & UINT32_MAX);
    }
    ranked_ = std::move(by_rank);
    SortByKey(members_, scratch);

    member_begin_.assign(ranked_.size() + 1, members_.size());
    for (size_t m = members_.size(); m-- > 0;) member_begin_[members_[m] >> 32] = m;
    for (const uint64_t member : members_) ++runs_[member & UINT32_MAX].size;
    uint32_t begin = 0;
    for (Run& run : runs_) {
      run.begin = begin;
      begin += std::exchange(run.size, 0u);
    }
    survivors_.resize(begin);
    return absl::OkStatus();
  }

  // The ranks that chains of runs join, each ascending, one behind the other; and
  // where each such set begins.
  void FindComponents(std::vector<uint64_t>& ranks, std::vector<size_t>& begins) const {
    std::vector<uint32_t> parent(ranked_.size());
    std::iota(parent.begin(), parent.end(), 0u);
    const auto root = [&](uint32_t x) {
      while (parent[x] != x) x = parent[x] = parent[parent[x]];
      return x;
    };
    constexpr uint32_t kNone = UINT32_MAX;
    std::vector<uint32_t> first_of_run(runs_.size(), kNone);
    for (const uint64_t member : members_) {
      uint32_t& first = first_of_run[member & UINT32_MAX];
      const auto rank = static_cast<uint32_t>(member >> 32);
      if (first == kNone) first = rank;
      const uint32_t a = root(first), b = root(rank);
      parent[std::max(a, b)] = std::min(a, b);
    }
    for (uint32_t rank = 0; rank < parent.size(); ++rank) {
      ranks.push_back(uint64_t{root(rank)} << 32 | rank);
    }
    std::vector<uint64_t> scratch;
    SortByKey(ranks, scratch);
    for (size_t i = 0; i < ranks.size(); ++i) {
      if (i == 0 || ranks[i] >> 32 != ranks[i - 1] >> 32) begins.push_back(i);
    }
    begins.push_back(ranks.size());
  }

  absl::Status DecideAll() {
    std::vector<uint64_t> ranks;
    std::vector<size_t> begins;
    FindComponents(ranks, begins);
    std::mutex mutex;
    absl::Status status;
    const uint64_t sets_in_memory =
        run_.memory_bytes == 0
            ? kSetsInMemory
            : std::min(kSetsInMemory,
                       run_.memory_bytes / (8 * static_cast<uint64_t>(threads_)));
    const size_t components = begins.size() - 1;
    ParallelFor(components, 64, threads_, [&](size_t first, size_t last) {
      Decider decider(*this, sets_in_memory);
      for (size_t i = first; i < last; ++i) {
        for (size_t k = begins[i]; k < begins[i + 1]; ++k) {
          const absl::Status decided = decider.Decide(static_cast<uint32_t>(ranks[k]));
          if (decided.ok()) continue;
          const std::lock_guard<std::mutex> lock(mutex);
          status.Update(decided);
          return;
        }
        decider.Forget();
      }
      const std::lock_guard<std::mutex> lock(mutex);
      removals_.insert(removals_.end(), decider.removals().begin(),
                       decider.removals().end());
    });
    return status;
  }

  // Decides units from the most to the least preferred, for one thread.
  class Decider {
   public:
    Decider(Finder& finder, uint64_t sets_in_memory)
        : f_(finder),
          most_set_bytes_(sets_in_memory),
          loader_(finder.corpus_, finder.corpus_options_, finder.options_.unit) {}

    const std::vector<Removal>& removals() const { return removals_; }

    absl::Status Decide(uint32_t rank) {
      CollectCandidates(rank);
      const uint32_t unit = f_.ranked_[rank];
      if (!candidates_.empty()) {
        RASHOMON_ASSIGN_OR_RETURN(const char* const sketch,
                                  f_.corpus_.Sketch(unit, scratch_));
        for (const uint32_t candidate : candidates_) {
          const uint32_t survivor = f_.ranked_[candidate];
          RASHOMON_ASSIGN_OR_RETURN(const char* const other,
                                    f_.corpus_.Sketch(survivor, other_scratch_));
          if (!f_.sketcher_.MayBeSimilar(sketch, other)) continue;
          RASHOMON_ASSIGN_OR_RETURN(const std::optional<Similarity> similarity,
                                    Verify(unit, survivor));
          if (!similarity) continue;
          removals_.push_back(
              {.unit = unit, .survivor = survivor, .similarity = *similarity});
          return absl::OkStatus();
        }
      }
      for (size_t m = f_.member_begin_[rank]; m < f_.member_begin_[rank + 1]; ++m) {
        Run& run = f_.runs_[f_.members_[m] & UINT32_MAX];
        f_.survivors_[run.begin + run.size++] = rank;
      }
      return absl::OkStatus();
    }

    // Gives up the sets of shingles.
    void Forget() {
      sets_.clear();
      set_bytes_ = 0;
    }

   private:
    void CollectCandidates(uint32_t rank) {
      candidates_.clear();
      for (size_t m = f_.member_begin_[rank]; m < f_.member_begin_[rank + 1]; ++m) {
        const Run& run = f_.runs_[f_.members_[m] & UINT32_MAX];
        const auto end = f_.survivors_.begin() + run.begin + run.size;
        candidates_.insert(
            candidates_.end(),
            end - static_cast<ptrdiff_t>(std::min<size_t>(run.size, kMostSurvivors)),
            end);
      }
      std::sort(candidates_.begin(), candidates_.end());
      candidates_.erase(std::unique(candidates_.begin(), candidates_.end()),
                        candidates_.end());
    }

    absl::StatusOr<std::optional<Similarity>> Verify(uint32_t unit, uint32_t survivor) {
      if (set_bytes_ > most_set_bytes_) Forget();
      RASHOMON_RETURN_IF_ERROR(LoadSet(unit));
      RASHOMON_RETURN_IF_ERROR(LoadSet(survivor));
      return ShingleTable::CompareAtLeast(sets_[unit], sets_[survivor],
                                          f_.options_.min_jaccard);
    }

    absl::Status LoadSet(uint32_t unit) {
      const auto [at, is_new] = sets_.try_emplace(unit);
      if (!is_new) return absl::OkStatus();
      RASHOMON_ASSIGN_OR_RETURN(const absl::Span<const uint64_t> shingles,
                                loader_.Shingles(unit));
      at->second = ShingleTable(shingles);
      set_bytes_ += at->second.memory_bytes();
      return absl::OkStatus();
    }

    Finder& f_;
    uint64_t most_set_bytes_;
    TextLoader loader_;
    std::vector<uint32_t> candidates_;  // ranks of survivors, ascending
    std::unordered_map<uint32_t, ShingleTable> sets_;
    uint64_t set_bytes_ = 0;
    std::vector<char> scratch_, other_scratch_;
    std::vector<Removal> removals_;
  };

  // A copy goes because of what its original goes for, if that goes.
  void ResolveCopies() {
    std::sort(removals_.begin(), removals_.end(),
              [](const Removal& x, const Removal& y) { return x.unit < y.unit; });
    const size_t originals = removals_.size();
    for (const auto& [unit, original] : copies_) {
      const auto end = removals_.begin() + static_cast<ptrdiff_t>(originals);
      const auto at = std::lower_bound(
          removals_.begin(), end, original,
          [](const Removal& removal, uint32_t u) { return removal.unit < u; });
      Removal removal{.unit = unit,
                      .survivor = original,
                      .copy = true,
                      .similarity = {.common = 1, .a = 1, .b = 1}};
      if (at != end && at->unit == original) {
        removal = *at;
        removal.unit = unit;
      }
      removals_.push_back(removal);
    }
  }

  DedupScan& scan_;
  DedupCorpus& corpus_;
  const DedupSketcher& sketcher_;
  const DedupOptions& options_;
  const CorpusOptions& corpus_options_;
  const RunOptions& run_;
  int threads_;
  std::vector<uint32_t> repeated_;
  std::vector<char> out_;  // units that are like nothing, or copies
  std::vector<std::pair<uint32_t, uint32_t>> copies_;  // (copy, original)
  std::vector<uint32_t> ranked_;      // units in a run, from the most preferred
  std::vector<uint64_t> members_;     // rank << 32 | run, ascending by rank
  std::vector<size_t> member_begin_;  // of each rank, in members_
  std::vector<Run> runs_;
  std::vector<uint32_t> survivors_;  // ranks, by run
  std::vector<Removal> removals_;
};

}  // namespace

absl::StatusOr<Removals> FindRemovals(DedupScan& scan, const DedupSketcher& sketcher,
                                      const DedupOptions& options,
                                      const CorpusOptions& corpus_options,
                                      const RunOptions& run) {
  return Finder(scan, sketcher, options, corpus_options, run).Find();
}

}  // namespace rashomon
