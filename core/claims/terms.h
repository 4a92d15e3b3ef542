// Terms of a corpus: how rare a word is, and which names a document speaks of.

#ifndef RASHOMON_CORE_CLAIMS_TERMS_H_
#define RASHOMON_CORE_CLAIMS_TERMS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/types/span.h"
#include "rashomon/document.h"
#include "rashomon/span.h"

namespace rashomon {

// Names a word's stem, a name's key or a nation of one index. Ascends as their
// hashes do, so that what is ordered by id depends on words alone. 0 is none.
using TermId = uint32_t;

// A word that tells something.
struct Term {
  TermId id = 0;
  uint32_t begin = 0;  // offset of the word in the document
  bool name = false;   // written with a capital, here and mostly in the corpus
  bool nation = false;
  bool place = false;  // a name behind "in", "at", "near" …
};

// Returns those of `terms`, in order of place, that begin in `span`. Cost: logarithmic.
absl::Span<const Term> TermsIn(absl::Span<const Term> terms, ByteSpan span);

// Built once a run, then read by any number of threads.
// Cost: linear in the bytes of the corpus, which are cut once; a word is stemmed
// once. Holds 12 bytes for each term of the corpus.
class TermIndex {
 public:
  explicit TermIndex(absl::Span<const Document> documents, int threads = 1);

  // The terms of `doc`, in order of place.
  absl::Span<const Term> Terms(DocId doc) const { return terms_[Index(doc)]; }

  // Returns the terms of the bytes `span` of `doc` read by themselves: what stands
  // before decides neither on places nor on names of two words.
  std::vector<Term> TermsIn(DocId doc, ByteSpan span) const;

  // Returns how much it says that two texts share this term: about 0.1 for one
  // that every document has, 1 for one that hardly any has.
  double Weight(TermId id) const { return uses_[id].weight; }

  // True for a word that few documents have: one in a thousand, or a handful.
  bool IsRare(TermId id) const { return uses_[id].documents <= rare_; }

  // In how many documents the term stands.
  uint32_t DocumentsWith(TermId id) const { return uses_[id].documents; }

  // True for a name that mostly stands behind "in", "at", "near": a place.
  bool IsPlace(TermId id) const {
    return uses_[id].as_name > 0 && 4 * uses_[id].as_place >= uses_[id].as_name;
  }

  // The terms of `doc` that are names, ascending.
  absl::Span<const TermId> Names(DocId doc) const { return names_[Index(doc)]; }

  // A hash of the word behind `id`, the same in every index; 0 for none.
  uint64_t Hash(TermId id) const { return hashes_[id]; }

  // Returns the term of the stem `stem`; 0 where the corpus has none.
  TermId OfStem(std::string_view stem) const;

 private:
  struct Chunk;

  // A spelling, in lower case.
  struct Spelling {
    uint64_t hash = 0;
    TermId term = 0;  // 0: a stopword
    TermId name = 0;
    TermId place = 0;      // of a capital behind "in": the city, not its state
    uint32_t capital = 0;  // how often written so, beyond the first of a sentence
    uint32_t lower = 0;
    bool nation = false;
    bool may_name = false;
  };

  struct Use {
    uint32_t documents = 0;  // in how many it stands
    uint32_t as_name = 0;    // how often
    uint32_t as_place = 0;
    double weight = 1;
  };

  void MergeSpellings(std::vector<Chunk>& chunks, int threads);
  void ReadTerms(const Chunk& chunk, std::vector<Term>& terms);
  TermId IdOf(uint64_t hash) const;
  Term TermOfWord(const Spelling& spelling, uint32_t begin, bool capital,
                  bool after_place) const;

  absl::Span<const Document> documents_;
  std::vector<Spelling> spellings_;
  absl::flat_hash_map<uint64_t, uint32_t> spelling_of_;  // by the hash of its bytes
  std::vector<uint64_t> hashes_;                         // of terms, ascending; by id
  std::vector<Use> uses_;                                // by id
  uint32_t rare_ = 0;
  std::vector<std::vector<Term>> chunk_terms_;
  std::vector<absl::Span<const Term>> terms_;  // by document
  std::vector<std::vector<TermId>> names_;     // by document
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TERMS_H_
