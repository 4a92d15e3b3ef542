// Findings: what an audit reports. Plain data, in the order of the findings
// file (docs/formats/findings.md), all positions in bytes of the original text.

#ifndef RASHOMON_FINDINGS_H_
#define RASHOMON_FINDINGS_H_

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "rashomon/claims.h"
#include "rashomon/document.h"
#include "rashomon/options.h"
#include "rashomon/span.h"

namespace rashomon {

// ---- What an editor said of a finding ----

enum class Judgement { kRight, kWrong, kResolved };

// A decision of an earlier audit that holds for this finding (decisions.h).
struct Review {
  Judgement judgement = Judgement::kRight;
  std::string note;
  bool followed = false;  // the text was edited since: not the same key

  friend bool operator==(const Review&, const Review&) = default;
};

// What of a finding a small edit of the texts leaves as it is.
struct DecisionTrace {
  std::string attribute;            // facts: what is measured
  std::vector<std::string> values;  // facts: in few words, ascending
  // The sentences of a fact's gravest pair, the representative of a repetition;
  // of each the first 400 bytes.
  std::vector<std::string> texts;

  friend bool operator==(const DecisionTrace&, const DecisionTrace&) = default;
};

// ---- What is said twice ----

enum class Reach { kWithin, kAcross };  // within one document, or across several
enum class Grade { kExact, kNear, kParaphrase };
enum class Unit { kDocument, kParagraph, kPassage };

struct Passage {
  DocId doc{};
  ByteSpan span;

  friend bool operator==(const Passage&, const Passage&) = default;
};

// Bytes of document a that stand as other bytes in document b; one side may be
// empty (an insertion).
struct Edit {
  ByteSpan a;
  ByteSpan b;

  friend bool operator==(const Edit&, const Edit&) = default;
};

// A verified pair. Similarities are exact, over word shingles.
struct ReusePair {
  uint32_t a = 0;  // indexes into ReuseFinding::passages
  uint32_t b = 0;
  double jaccard = 0;
  std::array<double, 2> containment = {0,
                                       0};  // share of a's shingles in b, of b's in a
  std::vector<Edit> edits;                  // ascending, at most 100
  uint32_t edits_omitted = 0;
};

// A family: passages joined by verified pairs.
struct ReuseFinding {
  std::string key;  // 16 hex digits, of the representative's normalised text
  Reach reach = Reach::kAcross;
  Grade grade = Grade::kExact;
  Unit unit = Unit::kPassage;
  // Why this repetition is page furniture; empty where it is a finding.
  std::string boilerplate_reason;
  std::optional<uint32_t> first;  // the passage published first, where dates say
  std::vector<Passage> passages;  // [0] is the representative, the rest by (doc, begin)
  std::vector<ReusePair> pairs;   // at least one for every passage but [0]
  std::optional<Review> review;

  bool boilerplate() const { return !boilerplate_reason.empty(); }
};

// ---- What is told differently ----

// docs/verdicts.md says what each means and which rules lead to it.
enum class Verdict {
  kConflict,
  kDisputed,
  kRevised,
  kPartOf,
  kRounded,
  kVariant,
  kCompatible,
  kNotComparable,
};

// True for the verdicts that are findings by default.
constexpr bool IsRaised(Verdict v) { return v <= Verdict::kRevised; }

enum class Severity { kMinor, kMajor };

struct FactClaim {
  Claim claim;
  uint32_t group = 0;                 // claims with one value share it
  std::optional<uint32_t> copies_of;  // the claim whose passage this one copies
};

struct FactPair {
  uint32_t a = 0;  // indexes into FactFinding::claims
  uint32_t b = 0;
  Verdict verdict = Verdict::kNotComparable;
  std::string rule;    // name of the rule, as in docs/verdicts.md
  std::string reason;  // one sentence for the editor, with both values
};

// What was told on one day: of the history of a fact whose figures are revised.
struct FactTime {
  std::string day;               // 2024-05-01, the day of publication
  uint32_t group = 0;            // the value, as in FactClaim::group
  std::vector<uint32_t> claims;  // indexes into FactFinding::claims, ascending
};

struct FactFinding {
  std::string key;  // 16 hex digits, of attribute, topic key and values
  Verdict verdict = Verdict::kNotComparable;  // the gravest of the pairs
  Severity severity = Severity::kMinor;
  double confidence = 0;          // that an editor would agree, in [0, 1], calibrated
  std::string attribute;          // what is measured: "duration", "casualty count"
  std::string topic;              // of what: "Soviet war in Afghanistan"
  std::vector<FactClaim> claims;  // by (doc, begin, end)
  std::vector<FactPair> pairs;    // one for every two groups that do not agree
  // Ascending by day; empty unless a pair is revised and two days are told of.
  std::vector<FactTime> timeline;
  uint32_t claims_omitted = 0;  // claims of the fact beyond the listed ones
  uint32_t copies_omitted = 0;  // copies of the listed claims beyond the listed ones
  std::optional<Review> review;
};

// ---- The run ----

// With which probability the search looks at a pair of documents so alike.
struct RecallPoint {
  double jaccard = 0;
  double found = 0;
};

// What the search was set to find; printed with every run.
struct RecallContract {
  double min_jaccard = 0;
  double target = 0;   // probability to find a pair at min_jaccard
  uint32_t bands = 0;  // of the MinHash sketches; 0 where they have no part
  uint32_t rows = 0;
  uint32_t distance = 0;  // of SimHash sketches, in bits; 0 where they have no part
  std::vector<RecallPoint> curve;  // at Jaccard 0.3, 0.4 … 1
  uint32_t seed_words = 0;         // every identical run of so many words is seen
};

struct Findings {
  FindingOptions options;      // as the run had them
  std::string options_digest;  // 16 hex digits, of the options that change findings
  uint64_t paragraphs = 0;
  uint64_t bytes = 0;
  RecallContract recall;
  std::vector<ReuseFinding> reuse;
  std::vector<FactFinding> facts;
  std::vector<Diagnostic> diagnostics;

  // Findings in the sense of the exit status: reuse that is no boilerplate,
  // and facts whose verdict is raised, without those that an editor decided on.
  size_t NumReuse() const;
  size_t NumRaisedFacts() const;
};

}  // namespace rashomon

#endif  // RASHOMON_FINDINGS_H_
