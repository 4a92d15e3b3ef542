// Shingles: the runs of n consecutive words of a text, as a set of hashes.

#ifndef RASHOMON_CORE_TEXT_SHINGLE_H_
#define RASHOMON_CORE_TEXT_SHINGLE_H_

#include <cstddef>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "core/text/tokenize.h"
#include "rashomon/options.h"

namespace rashomon {

// Returns the distinct hashes of the n-word shingles of `tokens`, ascending. A
// text of fewer than n words is one shingle; an empty one has none.
std::vector<uint64_t> ShingleSet(absl::Span<const Token> tokens, size_t n);

// Returns one hash for each position, in order: hash i is of tokens [i, i + n).
// Empty where there are fewer than n tokens.
std::vector<uint64_t> RollingShingles(absl::Span<const Token> tokens, size_t n);

// Appends what ShingleSet is made of: the shingles in the order of the text,
// repeated ones too. What a sketch needs, without the sort.
void AppendShingles(absl::Span<const Token> tokens, size_t n,
                    std::vector<uint64_t>& shingles);

// Sorts well-mixed hashes and drops the repeated ones: ShingleSet from what
// AppendShingles gives. Linear where they are well mixed.
void SortDistinct(std::vector<uint64_t>& hashes);

}  // namespace rashomon

#endif  // RASHOMON_CORE_TEXT_SHINGLE_H_
