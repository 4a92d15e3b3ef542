#include "core/report/claim_json.h"

#include "core/report/names.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

bool HasNumber(ValueKind kind) {
  switch (kind) {
    case ValueKind::kNumber:
    case ValueKind::kMoney:
    case ValueKind::kRatio:
    case ValueKind::kMeasure:
    case ValueKind::kDuration:
      return true;
    default:
      return false;
  }
}

Json ScopeJson(const Scope& scope) {
  Json out;
  out["head"] = JsonOrNull(std::string_view(scope.head));
  out["head_class"] = JsonOrNull(std::string_view(scope.head_class));
  out["status"] = JsonOrNull(std::string_view(scope.status));
  out["restrictors"] = scope.restrictors;
  out["predicate"] = JsonOrNull(std::string_view(scope.predicate));
  out["object"] = JsonOrNull(std::string_view(scope.object));
  out["role"] = JsonOrNull(std::string_view(scope.role));
  out["modality"] = JsonOrNull(std::string_view(scope.modality));
  return out;
}

}  // namespace

void SetPlace(const AuditedTexts& texts, const Claim& claim, Json& out) {
  const Document& document = texts[claim.doc];
  out["doc"] = document.id;
  out["begin"] = claim.span.begin;
  out["end"] = claim.span.end;
  out["text"] = texts.Of(claim).text;
  out["context"] = JsonSpan(claim.context);
  out["subject"] = JsonOrNull(std::string_view(claim.subject));
  out["speaker"] = JsonOrNull(std::string_view(claim.speaker));
  out["as_of"] = JsonOrNull(document.published);
}

Json ValueJson(const Value& value) {
  Json out;
  out["kind"] = Name(value.kind);
  if (value.kind == ValueKind::kDate) {
    const DateInterval date = value.date.value_or(DateInterval{});
    out["lo"] = JsonOrNull(std::string_view(date.begin));
    out["hi"] = JsonOrNull(std::string_view(date.end));
  } else {
    const bool number = HasNumber(value.kind);
    out["lo"] = number ? JsonNumber(value.lo) : Json(nullptr);
    out["hi"] = number ? JsonNumber(value.hi) : Json(nullptr);
  }
  out["unit"] = JsonOrNull(std::string_view(value.unit));
  out["qualifier"] = Name(value.qualifier);
  out["affirmed"] = value.affirmed;
  if (value.kind == ValueKind::kDate) {
    out["begin"] = out["lo"];
    out["end"] = out["hi"];
  }
  if (!value.predicate.empty()) out["predicate"] = value.predicate;
  if (!value.text.empty()) out["text"] = value.text;
  return out;
}

std::string ClaimsJsonLines(absl::Span<const Document> documents,
                            absl::Span<const Claim> claims) {
  std::string lines;
  for (const Claim& claim : claims) {
    Json line;
    line["type"] = "claim";
    SetPlace(documents, claim, line);
    line["value"] = ValueJson(claim.value);
    line["change"] = Name(claim.change);
    line["value_span"] = JsonSpan(claim.value_span);
    line["scope"] = ScopeJson(claim.scope);
    lines += Dump(line);
    lines += '\n';
  }
  return lines;
}

}  // namespace rashomon
