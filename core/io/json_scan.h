// A strict reader of one JSON object (RFC 8259) that keeps the way back to the
// bytes: the fields' raw values, and where exactly the text breaks the grammar.
//
// It is the plain one of two readers. Records go through simdjson, which is many
// times faster and says neither; those that it refuses, or that have something
// amiss, come here. Unlike simdjson this one takes strings with invalid UTF-8,
// lone surrogates, numbers of any size and nesting of any depth. Cost: linear.

#ifndef RASHOMON_CORE_IO_JSON_SCAN_H_
#define RASHOMON_CORE_IO_JSON_SCAN_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rashomon {

enum class JsonKind { kNull, kBool, kInteger, kNumber, kString, kArray, kObject };

// What messages call a kind: "a string", "null".
std::string_view JsonKindName(JsonKind kind);

struct JsonField {
  std::string_view key;    // raw, what stands between the quotes
  std::string_view value;  // raw; of a string what stands between the quotes
  JsonKind kind = JsonKind::kNull;
};

struct JsonError {
  size_t byte = 0;  // offset of the first byte that cannot stand there
  std::string message;
};

struct JsonObject {
  std::vector<JsonField> fields;   // in order; views into the scanned text
  std::optional<JsonError> error;  // then `fields` is empty
};

// Scans `text`, which must be one object with nothing but white space around it.
JsonObject ScanJsonObject(std::string_view text);

struct JsonString {
  std::string text;
  // Offsets in the raw string; of the first of each kind.
  std::optional<size_t> lone_surrogate;  // the escape, which became U+FFFD
  std::optional<size_t> nul;             // the escape \u0000
};

// Decodes a raw string that ScanJsonObject returned. Invalid UTF-8 is kept.
JsonString DecodeJsonString(std::string_view raw);

}  // namespace rashomon

#endif  // RASHOMON_CORE_IO_JSON_SCAN_H_
