#include "core/report/names.h"

#include <vector>

#include "absl/strings/str_format.h"
#include "absl/strings/str_join.h"

namespace rashomon {

std::string_view Name(Reach reach) {
  return reach == Reach::kWithin ? "within" : "across";
}

std::string_view Name(Grade grade) {
  switch (grade) {
    case Grade::kExact:
      return "exact";
    case Grade::kNear:
      return "near";
    case Grade::kParaphrase:
      return "paraphrase";
  }
  return "";
}

std::string_view Name(Unit unit) {
  switch (unit) {
    case Unit::kDocument:
      return "document";
    case Unit::kParagraph:
      return "paragraph";
    case Unit::kPassage:
      return "passage";
  }
  return "";
}

std::string_view Name(Verdict verdict) {
  switch (verdict) {
    case Verdict::kConflict:
      return "conflict";
    case Verdict::kDisputed:
      return "disputed";
    case Verdict::kRevised:
      return "revised";
    case Verdict::kPartOf:
      return "part-of";
    case Verdict::kRounded:
      return "rounded";
    case Verdict::kVariant:
      return "variant";
    case Verdict::kCompatible:
      return "compatible";
    case Verdict::kNotComparable:
      return "not-comparable";
  }
  return "";
}

std::string_view Name(Severity severity) {
  return severity == Severity::kMajor ? "major" : "minor";
}

std::string_view Name(Judgement judgement) {
  switch (judgement) {
    case Judgement::kRight:
      return "right";
    case Judgement::kWrong:
      return "wrong";
    case Judgement::kResolved:
      return "resolved";
  }
  return "";
}

std::string_view Name(ValueKind kind) {
  switch (kind) {
    case ValueKind::kNumber:
      return "number";
    case ValueKind::kMoney:
      return "money";
    case ValueKind::kRatio:
      return "ratio";
    case ValueKind::kMeasure:
      return "measure";
    case ValueKind::kDuration:
      return "duration";
    case ValueKind::kDate:
      return "date";
    case ValueKind::kPolarity:
      return "polarity";
    case ValueKind::kName:
      return "name";
    case ValueKind::kPlace:
      return "place";
    case ValueKind::kText:
      return "text";
  }
  return "";
}

std::string_view Name(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kExact:
      return "exact";
    case Qualifier::kAbout:
      return "about";
    case Qualifier::kNearly:
      return "nearly";
    case Qualifier::kMoreThan:
      return "more-than";
    case Qualifier::kAtLeast:
      return "at-least";
    case Qualifier::kLessThan:
      return "less-than";
    case Qualifier::kUpTo:
      return "up-to";
    case Qualifier::kRange:
      return "range";
    case Qualifier::kVague:
      return "vague";
  }
  return "";
}

std::string_view Name(Change change) {
  switch (change) {
    case Change::kNone:
      return "none";
    case Change::kUp:
      return "up";
    case Change::kDown:
      return "down";
  }
  return "";
}

std::string_view Name(VerdictFilter filter) {
  return filter == VerdictFilter::kAll ? "all" : "raised";
}

std::string_view Name(SearchEngine engine) {
  switch (engine) {
    case SearchEngine::kMinHash:
      return "minhash";
    case SearchEngine::kSimHash:
      return "simhash";
    case SearchEngine::kBoth:
      return "both";
  }
  return "minhash";
}

std::string SearchedBy(const RecallContract& recall) {
  std::vector<std::string> means;
  if (recall.bands > 0) {
    means.push_back(absl::StrFormat("%d bands of %d rows", recall.bands, recall.rows));
  }
  if (recall.distance > 0) {
    means.push_back(absl::StrFormat("SimHash within %d bits", recall.distance));
  }
  return absl::StrJoin(means, " and ");
}

}  // namespace rashomon
