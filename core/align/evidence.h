// Whether aligned words show that one text was copied from the other.
//
// Texts of one kind are alike without being copies: stock tables, earnings and
// weather reports, forms of words such as "did not immediately respond". Three
// signs tell them apart: they share few words that say something; their phrases go
// on differently elsewhere in the corpus; and their figures and names differ.

#ifndef RASHOMON_CORE_ALIGN_EVIDENCE_H_
#define RASHOMON_CORE_ALIGN_EVIDENCE_H_

#include <cstdint>

#include "core/align/block.h"
#include "core/align/edits.h"
#include "core/align/seed_index.h"

namespace rashomon {

// True for a word that says something and is no figure and no name.
bool IsPlainWord(const TextSide& side, uint32_t word);

// True if `block` is more than a common turn of phrase or a form filled in twice.
// `doc_b` is the document of side b in `index`. Linear in the block.
bool ShowsCopying(const AlignedBlock& block, const TextSide& a, const TextSide& b,
                  const SeedIndex& index, uint32_t doc_b);

// How many figures and names of one side stand in the stead of others of the other
// side: not left out or added.
uint32_t CountReplacedValues(const AlignedBlock& block, const TextSide& a,
                             const TextSide& b);

// True if half of the figures of the shorter side stand in the other, or it has
// less than the share `many` of its words: an article that is revised keeps its
// figures, a report of the next day or of another company, which is made of figures,
// does not.
bool KeepsFigures(const AlignedBlock& block, const TextSide& a, const TextSide& b,
                  double many);

// How many phrases of as many words as a seed are aligned, and how many of them
// stand hardly anywhere but in `copies` copies.
struct Phrases {
  uint32_t aligned = 0;
  uint32_t own = 0;
};
Phrases CountPhrases(const AlignedBlock& block, const SeedIndex& index, uint32_t doc_b,
                     size_t copies);

}  // namespace rashomon

#endif  // RASHOMON_CORE_ALIGN_EVIDENCE_H_
