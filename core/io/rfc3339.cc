#include "core/io/rfc3339.h"

#include "absl/time/civil_time.h"

namespace rashomon {
namespace {

constexpr bool IsDigit(char c) { return '0' <= c && c <= '9'; }

// Takes fields off the front of a text.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool done() const { return rest_.empty(); }

  // The number of exactly `digits` digits, or -1.
  int Number(size_t digits) {
    if (rest_.size() < digits) return -1;
    int value = 0;
    for (const char c : rest_.substr(0, digits)) {
      if (!IsDigit(c)) return -1;
      value = value * 10 + (c - '0');
    }
    rest_.remove_prefix(digits);
    return value;
  }

  // Takes one character if it is among `choices`.
  bool Any(std::string_view choices) {
    if (rest_.empty() || choices.find(rest_.front()) == choices.npos) return false;
    rest_.remove_prefix(1);
    return true;
  }

  // Takes as many digits as there are, at least one.
  bool Digits() {
    const size_t count = rest_.find_first_not_of("0123456789");
    if (count == 0 || rest_.empty()) return false;
    rest_.remove_prefix(count == rest_.npos ? rest_.size() : count);
    return true;
  }

  bool InRange(size_t digits, int least, int most) {
    const int value = Number(digits);
    return least <= value && value <= most;
  }

 private:
  std::string_view rest_;
};

bool TakeDate(Reader& reader) {
  const int year = reader.Number(4);
  if (year < 0 || !reader.Any("-")) return false;
  const int month = reader.Number(2);
  if (month < 1 || month > 12 || !reader.Any("-")) return false;
  const int day = reader.Number(2);
  // A civil day that does not exist becomes one of the next month.
  return day >= 1 && absl::CivilDay(year, month, day).day() == day;
}

bool TakeTime(Reader& reader) {
  if (!reader.InRange(2, 0, 23) || !reader.Any(":")) return false;
  if (!reader.InRange(2, 0, 59) || !reader.Any(":")) return false;
  if (!reader.InRange(2, 0, 60)) return false;  // 60: a leap second
  if (reader.Any(".") && !reader.Digits()) return false;
  if (reader.Any("Zz")) return true;
  return reader.Any("+-") && reader.InRange(2, 0, 23) && reader.Any(":") &&
         reader.InRange(2, 0, 59);
}

}  // namespace

bool IsRfc3339(std::string_view text) {
  Reader reader(text);
  if (!TakeDate(reader)) return false;
  if (reader.done()) return true;
  return reader.Any("Tt ") && TakeTime(reader) && reader.done();
}

}  // namespace rashomon
