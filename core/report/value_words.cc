#include "core/report/value_words.h"

#include <cmath>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_format.h"
#include "core/report/names.h"

namespace rashomon {
namespace {

std::string Number(double number) { return absl::StrFormat("%.15g", number); }

std::string Numbers(const Value& value) {
  if (value.lo == value.hi) return Number(value.lo);
  if (std::isinf(value.hi)) return Number(value.lo);
  if (std::isinf(value.lo)) return Number(value.hi);
  return absl::StrCat(Number(value.lo), " to ", Number(value.hi));
}

}  // namespace

std::string ValueWords(const Value& value) {
  switch (value.kind) {
    case ValueKind::kDate: {
      const DateInterval date = value.date.value_or(DateInterval{});
      if (date.begin.empty() && date.end.empty()) return value.text;
      return absl::StrCat(date.begin, " to ", date.end);
    }
    case ValueKind::kPolarity:
      return absl::StrCat(value.affirmed ? "" : "not ", value.predicate);
    case ValueKind::kName:
    case ValueKind::kPlace:
    case ValueKind::kText:
      return value.text;
    default:
      break;
  }
  std::string out;
  if (value.qualifier != Qualifier::kExact && value.qualifier != Qualifier::kRange) {
    out = absl::StrCat(std::string(Name(value.qualifier)), " ");
  }
  absl::StrAppend(&out, Numbers(value));
  if (!value.unit.empty()) absl::StrAppend(&out, " ", value.unit);
  return out;
}

}  // namespace rashomon
