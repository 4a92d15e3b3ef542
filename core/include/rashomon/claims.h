// Claims: values that a text states about the world, each with its place.
//
//   for (const rashomon::Claim& c : rashomon::ExtractClaims(document))
//     Print(c.span.In(document.text), c.value);
//
// A claim is what is compared when two texts may tell one fact differently.
// Extraction looks at one document alone and needs no network and no model.

#ifndef RASHOMON_CLAIMS_H_
#define RASHOMON_CLAIMS_H_

#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rashomon/document.h"
#include "rashomon/span.h"

namespace rashomon {

enum class ValueKind {
  kNumber,    // a count of things: 23 members, dozens of people
  kMoney,     // unit: ISO 4217 code
  kRatio,     // percentages and fractions, in percent: unit "%", or "point"
  kMeasure,   // lengths, areas, weights, magnitudes …: unit as in units.tsv
  kDuration,  // unit: second, minute, hour, day, week, month, year
  kDate,      // an interval of calendar time: `date` is set, lo and hi are not
  kPolarity,  // that something is or was so (affirmed) or is not so
  kName,      // who: a person's name or title
  kPlace,     // where
  kText,      // wording of a quotation
};

// How the text hedges the value.
enum class Qualifier {
  kExact,
  kAbout,     // about, some, around, roughly
  kNearly,    // nearly, almost, just under: a little less
  kMoreThan,  // more than, over
  kAtLeast,   // at least, no fewer than
  kLessThan,  // less than, under, fewer than
  kUpTo,      // up to, as many as, at most
  kRange,     // 700,000 to 1.3 million; between 5 and 7
  kVague,     // dozens, scores, hundreds, several, a handful
};

// Which way the text says that the value moved.
enum class Change { kNone, kUp, kDown };

// An RFC 3339 interval [begin, end): "2019-05-28" to "2019-05-29"; a year is
// "1989-01-01" to "1990-01-01". An end that is not known is empty. A year that
// the text does not fix (no publication date) leaves both empty.
struct DateInterval {
  std::string begin;
  std::string end;

  friend bool operator==(const DateInterval&, const DateInterval&) = default;
};

struct Value {
  ValueKind kind = ValueKind::kNumber;
  // The stated reading, in `unit`: for a bound, the bound on its side and an
  // infinity on the other; a range as it stands; otherwise lo == hi unless the
  // words are vague (dozens: 24 to 99).
  double lo = 0;
  double hi = 0;
  std::string unit;  // canonical singular ("year", "USD", "%", "km"); "" for counts
  Qualifier qualifier = Qualifier::kExact;
  bool affirmed = true;
  std::string predicate;             // polarity: lemma of the predicate
  std::optional<DateInterval> date;  // dates
  // Names, places, wordings: normalised. Dates: the value as TIMEX3 writes it, of
  // the date itself without its bound ("2019-05-28", "2013-W11", "PRESENT_REF"),
  // and what is known of an open one ("XXXX-05-01").
  std::string text;

  friend bool operator==(const Value&, const Value&) = default;
};

// What a claim speaks of: the words that decide whether two claims can be
// compared at all. Lower case, canonical by the lexicons; empty where the text
// does not say.
struct Scope {
  std::string head;        // noun counted or measured: "soldier"
  std::string head_class;  // its synonym class: "person", "troops", "war"
  std::string status;      // killed, wounded, missing, arrested, deployed …
  std::vector<std::string>
      restrictors;        // sides, nations, sexes, …: "soviet", "civilian"
  std::string predicate;  // lemma of the governing verb
  std::string object;     // of the predicate
  std::string role;       // total, part, increment, rate, rank, plan, threshold
  std::string modality;   // fact, planned, conditional, denied, alleged
};

struct Claim {
  DocId doc{};
  ByteSpan span;        // the value and what is counted: "14-member Taliban delegation"
  ByteSpan value_span;  // the value alone: "14"
  ByteSpan context;     // the sentence
  std::string subject;
  std::string speaker;  // who says so, in a quotation or reported; "" the author
  Change change = Change::kNone;
  Value value;
  Scope scope;
};

// Returns the claims of `document`, ascending by (span.begin, span.end).
// `document.published` resolves "on Friday" and "two months ago"; without it
// such dates stay open. Any bytes are accepted; claims never split a character.
// `doc` is only copied into the claims. Thread-safe.
std::vector<Claim> ExtractClaims(const Document& document, DocId doc = DocId{0});

}  // namespace rashomon

#endif  // RASHOMON_CLAIMS_H_
