// MinHash sketches: a fixed-size summary of a text from which the Jaccard
// similarity of its word shingles to those of another can be estimated.
//
//   auto a = rashomon::MinHashSketch::Of(text_a);
//   auto b = rashomon::MinHashSketch::Of(text_b);
//   if (a.ok() && b.ok()) Use(a->Jaccard(*b));
//
// With k slots the standard error of the estimate is sqrt(J(1-J)/k): 0.040 at
// J = 0.7 for the default k = 128. Estimates choose what to look at; Audit
// (audit.h) verifies every pair before it reports one.
//
// A slot has 32 bits. In a text of n shingles about n * n / 2^33 of them coincide
// with another, and two unequal slots tie by chance with a probability of about
// n / 2^32: nothing up to 65,000 shingles, an error of 0.0003 at a million.

#ifndef RASHOMON_MINHASH_H_
#define RASHOMON_MINHASH_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/types/span.h"

namespace rashomon {

// All of these change the sketch: two can be compared only if all are equal.
struct MinHashOptions {
  uint32_t num_slots = 128;    // 1 to 65,536
  uint32_t shingle_words = 5;  // at least 1
  uint64_t seed = 0;

  friend bool operator==(const MinHashOptions&, const MinHashOptions&) = default;
};

// A value; 4 bytes a slot. Thread-safe as values are.
class MinHashSketch {
 public:
  // Sketches the word shingles of `text`: words folded for case and spelling, as
  // in an audit. A text of fewer words than a shingle is one shingle. Any bytes
  // are accepted. Fails with InvalidArgument if an option is out of range.
  static absl::StatusOr<MinHashSketch> Of(std::string_view text,
                                          const MinHashOptions& options = {});

  // Estimates the Jaccard similarity of the two sets of shingles, in [0, 1]; a
  // text without words is like nothing, not even itself: 0.
  // Fails with FailedPrecondition if the sketches' options differ.
  absl::StatusOr<double> Jaccard(const MinHashSketch& other) const;

  // The same text and options, the same slots, on every machine.
  absl::Span<const uint32_t> slots() const { return slots_; }
  const MinHashOptions& options() const { return options_; }

  friend bool operator==(const MinHashSketch&, const MinHashSketch&) = default;

 private:
  MinHashSketch(const MinHashOptions& options, std::vector<uint32_t> slots, bool empty)
      : options_(options), slots_(std::move(slots)), empty_(empty) {}

  MinHashOptions options_;
  std::vector<uint32_t> slots_;
  bool empty_;  // the text has no word
};

}  // namespace rashomon

#endif  // RASHOMON_MINHASH_H_
