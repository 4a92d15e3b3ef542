// Reads parsed JSON strictly: a cursor stands at a value and knows the way to it,
// and the first thing that is not as it must be is kept as an error. What is read
// after that is empty, so that a reader asks once, at its end.
//
//   JsonErrors errors;
//   const JsonCursor line(json, errors);
//   passage.begin = line["passages"].At(2)["begin"].Whole(4449);
//   if (!errors.first.empty()) …  "passages[2].begin is not a whole number of at …"

#ifndef RASHOMON_CORE_REPORT_JSON_CURSOR_H_
#define RASHOMON_CORE_REPORT_JSON_CURSOR_H_

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "core/report/json.h"

namespace rashomon {

struct JsonErrors {
  std::string first;  // "FIELD is not …"; empty: none
};

// A value of the JSON, or none where the way led nowhere, which is an error only
// when it is read. Views the JSON, its parent and the errors.
class JsonCursor {
 public:
  JsonCursor(const Json& json, JsonErrors& errors) : json_(&json), errors_(&errors) {}

  JsonCursor operator[](const char* key) const;
  JsonCursor At(size_t index) const;

  // Whether there is a value that is not null.
  bool present() const { return json_ != nullptr && !json_->is_null(); }

  // Elements of an array; 0 and an error where it is none.
  size_t size() const;

  uint64_t Whole(uint64_t most = std::numeric_limits<uint64_t>::max()) const;
  // A number; `missing` where it is null.
  double Number(double missing) const;
  bool Bool() const;
  std::string Text() const;
  std::string TextOrEmpty() const { return present() ? Text() : std::string(); }
  std::optional<std::string> TextOrNone() const;

  // Notes that the value "is not `what`", unless an error is noted already.
  void Fail(std::string_view what) const;

 private:
  JsonCursor(const Json* json, const JsonCursor& parent, const char* key, size_t index)
      : json_(json),
        errors_(parent.errors_),
        parent_(&parent),
        key_(key),
        index_(index) {}

  std::string Path() const;

  const Json* json_;
  JsonErrors* errors_;
  const JsonCursor* parent_ = nullptr;
  const char* key_ = nullptr;  // null: an element of an array
  size_t index_ = 0;
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_JSON_CURSOR_H_
