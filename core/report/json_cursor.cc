#include "core/report/json_cursor.h"

#include "absl/strings/str_cat.h"

namespace rashomon {

JsonCursor JsonCursor::operator[](const char* key) const {
  const Json* found = nullptr;
  if (json_ != nullptr && json_->is_object()) {
    if (const auto at = json_->find(key); at != json_->end()) found = &*at;
  }
  return {found, *this, key, 0};
}

JsonCursor JsonCursor::At(size_t index) const {
  const bool there = json_ != nullptr && json_->is_array() && index < json_->size();
  return {there ? &(*json_)[index] : nullptr, *this, nullptr, index};
}

size_t JsonCursor::size() const {
  if (json_ != nullptr && json_->is_array()) return json_->size();
  Fail("an array");
  return 0;
}

uint64_t JsonCursor::Whole(uint64_t most) const {
  if (json_ != nullptr && json_->is_number_unsigned()) {
    const auto number = json_->get<uint64_t>();
    if (number <= most) return number;
  }
  Fail(most == std::numeric_limits<uint64_t>::max()
           ? "a whole number"
           : absl::StrCat("a whole number of at most ", most));
  return 0;
}

double JsonCursor::Number(double missing) const {
  if (json_ != nullptr && json_->is_null()) return missing;
  if (json_ != nullptr && json_->is_number()) return json_->get<double>();
  Fail("a number");
  return 0;
}

bool JsonCursor::Bool() const {
  if (json_ != nullptr && json_->is_boolean()) return json_->get<bool>();
  Fail("true or false");
  return false;
}

std::string JsonCursor::Text() const {
  if (json_ != nullptr && json_->is_string()) return json_->get<std::string>();
  Fail("a string");
  return {};
}

std::optional<std::string> JsonCursor::TextOrNone() const {
  if (!present()) return std::nullopt;
  return Text();
}

void JsonCursor::Fail(std::string_view what) const {
  if (!errors_->first.empty()) return;
  errors_->first = absl::StrCat(Path(), " is not ", std::string(what));
}

std::string JsonCursor::Path() const {
  if (parent_ == nullptr) return "the line";
  std::string path;
  if (parent_->parent_ != nullptr) path = parent_->Path();
  if (key_ == nullptr) {
    absl::StrAppend(&path, "[", index_, "]");
  } else {
    absl::StrAppend(&path, path.empty() ? "" : ".", key_);
  }
  return path;
}

}  // namespace rashomon
