// A quantity while it is read: the number, what stands beside it, and then, by
// one of the kinds below, what it says.

#ifndef RASHOMON_CORE_CLAIMS_EXTRACT_READING_H_
#define RASHOMON_CORE_CLAIMS_EXTRACT_READING_H_

#include <optional>
#include <string>

#include "core/claims/extract/hedge.h"
#include "core/claims/extract/number.h"
#include "core/claims/extract/unit.h"
#include "core/claims/extract/words_view.h"
#include "rashomon/claims.h"

namespace rashomon {

struct Reading {
  // The number; of a range its first end, and `high` the other as it stands.
  Number low;
  std::optional<Number> high;
  bool moved = false;  // "from 300 to 2,800": from the one to the other
  bool negative = false;
  bool signed_up = false;  // "+0.2 %"
  Hedge hedge;             // before the number; if empty, the one behind it
  std::optional<UnitMatch> currency;
  std::optional<UnitMatch> unit;
  int value_first = 0;  // words of the number alone, [value_first, value_end)
  int value_end = 0;
  int end = 0;  // first word behind number, unit and range

  // Set by the kind.
  int span_first = 0;
  int span_end = 0;
  ValueKind kind = ValueKind::kNumber;
  std::string unit_name;
  double factor = 1;  // value = number * factor
  double slack = 0;   // half-width of a round period, as a share of the value
  std::string head;
  std::string head_class;
  int resume = -1;  // where to read on, if not behind the span
  std::string role;
};

// Each kind says whether the reading is of its kind, and if so fills what it says.
bool ReadAge(const WordsView& words, Reading& reading);
bool ReadMoney(const WordsView& words, Reading& reading);
bool ReadMeasure(const WordsView& words, Reading& reading);  // durations too
bool ReadRatio(const WordsView& words, Reading& reading);
bool ReadOrdinal(const WordsView& words, Reading& reading);
bool ReadCount(const WordsView& words, Reading& reading);

// The joint that the hyphen at word `i` leaves to a later number: the last hyphen
// of "four-, five- and six-cylinder" and "7- or 8-inch"; -1 where there is none.
int ElidedJoint(const WordsView& words, int i);

// Returns the word behind "a share", "per barrel", "an hour" at word `i`, as the
// index behind it; `i` itself where there is no such rate.
int RateEnd(const WordsView& words, int i);

}  // namespace rashomon

#endif  // RASHOMON_CORE_CLAIMS_EXTRACT_READING_H_
