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

// A word that tells something: its id is the hash of the stem, of the name key,
// or of the nation that it stands for.
struct Term {
  uint64_t id = 0;
  uint32_t begin = 0;  // offset of the word in the document
  bool name = false;   // written with a capital, here and mostly in the corpus
  bool nation = false;
  bool place = false;  // a name behind "in", "at", "near" …
};

// Built once a run, then read by any number of threads.
// Cost: linear in the bytes of the corpus; a word is stemmed once.
class TermIndex {
 public:
  explicit TermIndex(absl::Span<const Document> documents);

  // Returns the terms of the bytes `span` of document `doc`, in order of place.
  std::vector<Term> TermsIn(DocId doc, ByteSpan span) const;

  // Returns how much it says that two texts share this term: about 0.1 for one
  // that every document has, 1 for one that hardly any has.
  double Weight(uint64_t id) const;

  // True for a word that few documents have: one in a thousand, or a handful.
  bool IsRare(uint64_t id) const;

  // In how many documents the term stands.
  uint32_t DocumentsWith(uint64_t id) const;

  // True for a name that mostly stands behind "in", "at", "near": a place.
  bool IsPlace(uint64_t id) const;

  // The terms of `doc` that are names, ascending by id.
  absl::Span<const uint64_t> Names(DocId doc) const { return names_[Index(doc)]; }

 private:
  struct WordEntry {
    uint64_t term = 0;  // 0: a stopword
    uint64_t name = 0;
    bool nation = false;
    bool city = false;     // a nation's capital: a place behind "in"
    uint32_t capital = 0;  // how often written so, beyond the first of a sentence
    uint32_t lower = 0;
  };

  absl::Span<const Document> documents_;
  absl::flat_hash_map<uint64_t, WordEntry> words_;
  struct NameUse {
    uint32_t all = 0;
    uint32_t as_place = 0;
  };

  struct TermUse {
    uint32_t documents = 0;  // in how many it stands
    double weight = 1;
  };

  absl::flat_hash_map<uint64_t, TermUse> term_uses_;
  absl::flat_hash_map<uint64_t, NameUse> name_uses_;
  std::vector<std::vector<uint64_t>> names_;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_TERMS_H_
