// Chunks of documents are cut by themselves, each with a small table of its own
// spellings; these meet in one table, which tells how each is mostly written and
// thereby which of its uses are names; then the chunks' words become terms.

#include "core/claims/terms.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <string>

#include "core/base/hash.h"
#include "core/base/parallel_for.h"
#include "core/claims/lemma.h"
#include "core/claims/term_words.h"

namespace rashomon {
namespace {

constexpr size_t kChunkBytes = size_t{1} << 20;

// US-led, Britain-based: a word for what a name does, and no name.
bool IsCompoundAdjective(std::string_view w) {
  if (w.size() < 4 || w.find('-') == std::string_view::npos) return false;
  for (std::string_view end :
       {"-led", "-based", "-backed", "-held", "-controlled", "-born"}) {
    if (w.ends_with(end)) return true;
  }
  return false;
}

// United States, North Korea: one name of two words.
bool BeginsPair(std::string_view w) {
  return w == "united" || w == "north" || w == "south" || w == "saudi" || w == "red" ||
         w == "sri" || w == "new" || w == "islamic" || w == "soviet";
}

void SortUnique(std::vector<TermId>& ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

uint64_t TermHash(std::string_view word) { return Hash64(word) | 1; }

// Where the nation of two words stands, the term of its first is dropped.
constexpr uint32_t kPairBytes = 16;

// Calls word(RawWord), and pair(nation, RawWord of the second word) where that and
// the word before it name a nation.
template <typename Word, typename Pair>
void ForEachWordOrPair(std::string_view text, ByteSpan span, Word word, Pair pair) {
  std::string first;
  uint32_t first_end = 0;
  ForEachWord(text, span, [&](const RawWord& w) {
    if (w.capital) {
      if (!first.empty() && w.begin <= first_end + 1) {
        const std::string_view nation = NationOf(first + "-" + std::string(w.lower));
        first.clear();
        if (!nation.empty()) {
          pair(nation, w);
          return;
        }
      }
      if (BeginsPair(w.lower)) {
        first = std::string(w.lower);
        first_end = w.begin + static_cast<uint32_t>(w.lower.size());
      }
    }
    word(w);
  });
}

}  // namespace

// Documents that are cut together. A use is a word that may be a term.
struct TermIndex::Chunk {
  enum Flag : uint32_t { kCapital = 1, kAfterPlace = 2, kPair = 4, kFlags = 8 };
  struct Use {
    uint32_t begin = 0;
    uint32_t which = 0;  // kFlags * (index of the spelling, or nation) + flags
  };
  struct LocalSpelling {
    std::string lower;
    uint64_t hash = 0;
    uint32_t capital = 0;
    uint32_t in_lower = 0;
    uint32_t global = 0;
    bool stopword = false;
  };

  size_t first = 0;  // documents [first, last)
  size_t last = 0;
  std::vector<LocalSpelling> spellings;
  std::vector<uint64_t> nations;  // hashes of nations of two words
  std::vector<Use> uses;
  std::vector<size_t> ends;  // of each document's uses

  void Cut(absl::Span<const Document> documents);
};

void TermIndex::Chunk::Cut(absl::Span<const Document> documents) {
  absl::flat_hash_map<uint64_t, uint32_t> known;
  for (size_t d = first; d < last; ++d) {
    const std::string_view text = documents[d].text;
    const auto spelling_of = [&](const RawWord& w) {
      const uint64_t hash = Hash64(w.lower);
      const auto [it, added] =
          known.try_emplace(hash, static_cast<uint32_t>(spellings.size()));
      if (added) {
        spellings.push_back({.lower = std::string(w.lower),
                             .hash = hash,
                             .stopword = IsStopword(w.lower)});
      }
      LocalSpelling& spelling = spellings[it->second];
      if (!w.capital) {
        ++spelling.in_lower;
      } else if (!w.first) {
        ++spelling.capital;
      }
      return it->second;
    };
    ForEachWordOrPair(
        text, {0, static_cast<uint32_t>(text.size())},
        [&](const RawWord& w) {
          const uint32_t i = spelling_of(w);
          if (spellings[i].stopword) return;
          uses.push_back({w.begin, kFlags * i + (w.capital ? kCapital : 0u) +
                                       (w.after_place ? kAfterPlace : 0u)});
        },
        [&](std::string_view nation, const RawWord& w) {
          spelling_of(w);
          uses.push_back({w.begin, kFlags * static_cast<uint32_t>(nations.size()) +
                                       (w.after_place ? kAfterPlace : 0u) + kPair});
          nations.push_back(TermHash(nation));
        });
    ends.push_back(uses.size());
  }
}

TermIndex::TermIndex(absl::Span<const Document> documents, int threads)
    : documents_(documents), terms_(documents.size()), names_(documents.size()) {
  std::vector<Chunk> chunks;
  size_t bytes = 0;
  for (size_t d = 0; d < documents.size(); ++d) {
    if (chunks.empty() || bytes >= kChunkBytes) {
      chunks.emplace_back().first = d;
      bytes = 0;
    }
    bytes += documents[d].text.size();
    chunks.back().last = d + 1;
  }
  ParallelFor(chunks.size(), 1, threads, [&](size_t begin, size_t end) {
    for (size_t c = begin; c < end; ++c) chunks[c].Cut(documents);
  });
  MergeSpellings(chunks, threads);
  chunk_terms_.resize(chunks.size());
  ParallelFor(chunks.size(), 1, threads, [&](size_t begin, size_t end) {
    for (size_t c = begin; c < end; ++c) {
      ReadTerms(chunks[c], chunk_terms_[c]);
      chunks[c] = {};
    }
  });
  rare_ = static_cast<uint32_t>(std::max<size_t>(6, documents.size() / 1000));
  // Smoothed, so that in a folder of five articles a word is not yet common.
  const double n = static_cast<double>(documents.size());
  for (Use& use : uses_) {
    if (use.documents == 0) continue;
    const double idf = std::log((n + 20) / (use.documents + 1.0)) / std::log(n + 20);
    use.weight = std::clamp(idf, 0.1, 1.0);
  }
}

void TermIndex::MergeSpellings(std::vector<Chunk>& chunks, int threads) {
  std::vector<const std::string*> words;
  for (Chunk& chunk : chunks) {
    for (Chunk::LocalSpelling& local : chunk.spellings) {
      const auto [it, added] = spelling_of_.try_emplace(
          local.hash, static_cast<uint32_t>(spellings_.size()));
      if (added) {
        spellings_.push_back({.hash = local.hash});
        words.push_back(&local.lower);
      }
      local.global = it->second;
      spellings_[it->second].capital += local.capital;
      spellings_[it->second].lower += local.in_lower;
    }
  }
  struct Hashes {
    uint64_t term = 0;
    uint64_t name = 0;
    uint64_t place = 0;
  };
  std::vector<Hashes> hashes(words.size());
  ParallelFor(words.size(), 256, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      const std::string_view word = *words[i];
      if (IsStopword(word)) continue;
      const std::string_view nation = NationOf(word);
      spellings_[i].nation = !nation.empty();
      spellings_[i].may_name = word.size() > 1 && !IsCompoundAdjective(word);
      if (nation.empty()) {
        hashes[i] = {.term = TermHash(TermOf(word)),
                     .name = TermHash("name " + NameKey(word))};
      } else {
        hashes[i] = {.term = TermHash(nation), .name = TermHash(nation)};
      }
      if (IsCity(word)) hashes[i].place = Mix64(hashes[i].name) | 1;
    }
  });
  hashes_.push_back(0);
  for (const Hashes& h : hashes)
    hashes_.insert(hashes_.end(), {h.term, h.name, h.place});
  for (const Chunk& chunk : chunks) {
    hashes_.insert(hashes_.end(), chunk.nations.begin(), chunk.nations.end());
  }
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  uses_.resize(hashes_.size());
  ParallelFor(words.size(), 256, threads, [&](size_t begin, size_t end) {
    for (size_t i = begin; i < end; ++i) {
      spellings_[i].term = IdOf(hashes[i].term);
      spellings_[i].name = IdOf(hashes[i].name);
      spellings_[i].place = IdOf(hashes[i].place);
    }
  });
}

TermId TermIndex::IdOf(uint64_t hash) const {
  const auto it = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  return it == hashes_.end() || *it != hash ? 0
                                            : static_cast<TermId>(it - hashes_.begin());
}

TermId TermIndex::OfStem(std::string_view stem) const { return IdOf(TermHash(stem)); }

Term TermIndex::TermOfWord(const Spelling& s, uint32_t begin, bool capital,
                           bool after_place) const {
  if (s.place != 0 && after_place) return {s.place, begin, true, false, true};
  const bool name = s.nation || (s.may_name && capital && s.capital > s.lower);
  return {name ? s.name : s.term, begin, name, s.nation, name && after_place};
}

// Fills `terms` with those of the chunk, document by document, and counts them.
void TermIndex::ReadTerms(const Chunk& chunk, std::vector<Term>& terms) {
  const auto add = [](uint32_t& count) {
    std::atomic_ref<uint32_t>(count).fetch_add(1, std::memory_order_relaxed);
  };
  terms.reserve(chunk.uses.size());  // spans into it are kept
  std::vector<TermId> seen;          // in the document
  size_t next = 0;
  for (size_t d = chunk.first; d < chunk.last; ++d) {
    const size_t first = terms.size();
    for (; next < chunk.ends[d - chunk.first]; ++next) {
      const Chunk::Use& use = chunk.uses[next];
      const uint32_t which = use.which / Chunk::kFlags;
      const bool after_place = (use.which & Chunk::kAfterPlace) != 0;
      if ((use.which & Chunk::kPair) != 0) {
        if (terms.size() > first && terms.back().begin + kPairBytes > use.begin) {
          terms.pop_back();
        }
        terms.push_back(
            {IdOf(chunk.nations[which]), use.begin, true, true, after_place});
      } else {
        terms.push_back(TermOfWord(spellings_[chunk.spellings[which].global], use.begin,
                                   (use.which & Chunk::kCapital) != 0, after_place));
      }
    }
    terms_[d] = absl::MakeConstSpan(terms).subspan(first);
    std::vector<TermId>& names = names_[d];
    seen.clear();
    for (const Term& t : terms_[d]) {
      seen.push_back(t.id);
      if (!t.name) continue;
      names.push_back(t.id);
      add(uses_[t.id].as_name);
      if (t.place) add(uses_[t.id].as_place);
    }
    SortUnique(seen);
    for (TermId id : seen) add(uses_[id].documents);
    SortUnique(names);
    names.shrink_to_fit();
  }
}

absl::Span<const Term> TermsIn(absl::Span<const Term> terms, ByteSpan span) {
  const auto at = [&](uint32_t offset) {
    return std::partition_point(terms.begin(), terms.end(),
                                [&](const Term& t) { return t.begin < offset; });
  };
  const auto first = at(span.begin);
  const auto last = at(std::max(span.begin, span.end));
  return terms.subspan(static_cast<size_t>(first - terms.begin()),
                       static_cast<size_t>(last - first));
}

std::vector<Term> TermIndex::TermsIn(DocId doc, ByteSpan span) const {
  std::vector<Term> terms;
  const std::string_view text = documents_[Index(doc)].text;
  span.end = std::min(span.end, static_cast<uint32_t>(text.size()));
  span.begin = std::min(span.begin, span.end);
  ForEachWordOrPair(
      text, span,
      [&](const RawWord& w) {
        const auto it = spelling_of_.find(Hash64(w.lower));
        if (it == spelling_of_.end() || spellings_[it->second].term == 0) return;
        terms.push_back(
            TermOfWord(spellings_[it->second], w.begin, w.capital, w.after_place));
      },
      [&](std::string_view nation, const RawWord& w) {
        const TermId id = OfStem(nation);
        if (!terms.empty() && terms.back().begin + kPairBytes > w.begin) {
          terms.pop_back();
        }
        if (id != 0) terms.push_back({id, w.begin, true, true, w.after_place});
      });
  return terms;
}

}  // namespace rashomon
