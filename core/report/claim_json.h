// A claim as the findings file and `rashomon claims` write it.

#ifndef RASHOMON_CORE_REPORT_CLAIM_JSON_H_
#define RASHOMON_CORE_REPORT_CLAIM_JSON_H_

#include "core/report/json.h"
#include "rashomon/audited_texts.h"
#include "rashomon/claims.h"

namespace rashomon {

// Sets on `out` the fields of `claim` up to as_of: where it stands and who
// says it.
void SetPlace(const AuditedTexts& texts, const Claim& claim, Json& out);

// {"kind","lo","hi","unit","qualifier","affirmed", …what only this kind has…}
Json ValueJson(const Value& value);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_CLAIM_JSON_H_
