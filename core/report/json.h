// JSON as every output of the project writes it: keys in the order in which
// they were set, null for what is missing, numbers that read back as they were
// (10, not 10.0), and text that is safe to show and to split into lines.

#ifndef RASHOMON_CORE_REPORT_JSON_H_
#define RASHOMON_CORE_REPORT_JSON_H_

#include <optional>
#include <string>
#include <string_view>

#include "nlohmann/json.hpp"
#include "rashomon/span.h"

namespace rashomon {

using Json = nlohmann::ordered_json;

// A finite number; null for infinities and for what is not a number.
Json JsonNumber(double value);

// A string, or null where there is none.
Json JsonOrNull(const std::optional<std::string>& value);

// A string, or null where it is empty.
Json JsonOrNull(std::string_view value);

// [begin, end].
Json JsonSpan(ByteSpan span);

// `json` on one line, without a line break at its end; with `indent` of 0 or
// more, over several. Bytes that are not UTF-8 are shown as U+FFFD. Controls,
// line separators and marks that turn the direction of text around are written
// as \uXXXX: no reader loses anything, no line splitter is misled, and a
// terminal obeys none of them.
std::string Dump(const Json& json, int indent = -1);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_JSON_H_
