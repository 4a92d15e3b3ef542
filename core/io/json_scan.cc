#include "core/io/json_scan.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace rashomon {
namespace {

constexpr bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
constexpr bool IsDigit(char c) { return '0' <= c && c <= '9'; }

constexpr int HexValue(char c) {
  if (IsDigit(c)) return c - '0';
  if ('a' <= c && c <= 'f') return c - 'a' + 10;
  if ('A' <= c && c <= 'F') return c - 'A' + 10;
  return -1;
}

// One pass over the text. A member that returns false has set error_.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  JsonObject Scan() {
    JsonObject result;
    if (!ScanRecord(result.fields)) {
      result.fields.clear();
      result.error = std::move(error_);
    }
    return result;
  }

 private:
  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }

  bool Fail(std::string_view expected) {
    const bool ended = at_ == text_.size();
    error_.byte = at_;
    error_.message = ended ? "broken JSON: ends where " : "broken JSON: ";
    error_.message += expected;
    error_.message += ended ? " should stand" : " should stand here";
    return false;
  }

  bool Expect(char c, std::string_view expected) {
    SkipSpace();
    if (at_ == text_.size() || text_[at_] != c) return Fail(expected);
    ++at_;
    return true;
  }

  bool ScanRecord(std::vector<JsonField>& fields) {
    SkipSpace();
    if (Peek() != '{') return ScanOther();
    ++at_;
    SkipSpace();
    if (Peek() == '}') {
      ++at_;
    } else {
      while (true) {
        JsonField field;
        SkipSpace();
        if (!ScanString("the name of a field", field.key)) return false;
        if (!Expect(':', "a colon")) return false;
        if (!ScanValue(field)) return false;
        fields.push_back(field);
        SkipSpace();
        if (Peek() == ',') {
          ++at_;
        } else if (Expect('}', "a comma or a closing brace")) {
          break;
        } else {
          return false;
        }
      }
    }
    return ScanEnd();
  }

  bool ScanEnd() {
    SkipSpace();
    return at_ == text_.size() || Fail("the end of the line");
  }

  // A value that is no object: an error either way, and the graver comes first.
  bool ScanOther() {
    const size_t begin = at_;
    JsonField value;
    if (!ScanValue(value) || !ScanEnd()) return false;
    error_ = {begin, "not a JSON object but "};
    error_.message += JsonKindName(value.kind);
    return false;
  }

  // Any value, in a loop and not by recursion, so that depth costs no stack.
  bool ScanValue(JsonField& field) {
    SkipSpace();
    const size_t begin = at_;
    if (Peek() == '"') {
      field.kind = JsonKind::kString;
      return ScanString("a value", field.value);
    }
    if (Peek() != '{' && Peek() != '[') {
      if (!ScanScalar(field.kind)) return false;
      field.value = text_.substr(begin, at_ - begin);
      return true;
    }
    field.kind = Peek() == '{' ? JsonKind::kObject : JsonKind::kArray;
    std::vector<bool> in_object;  // of the containers that are open
    do {
      if (!ScanNested(in_object)) return false;
    } while (!in_object.empty());
    field.value = text_.substr(begin, at_ - begin);
    return true;
  }

  // One value inside a container, or its opening bracket; then whatever closes.
  bool ScanNested(std::vector<bool>& in_object) {
    SkipSpace();
    const char c = Peek();
    if (c == '{' || c == '[') {
      ++at_;
      in_object.push_back(c == '{');
      SkipSpace();
      if (Peek() != (c == '{' ? '}' : ']')) return c == '[' || ScanName();
    } else if (c == '"') {
      std::string_view ignored;
      if (!ScanString("a value", ignored)) return false;
    } else {
      JsonKind ignored;
      if (!ScanScalar(ignored)) return false;
    }
    while (!in_object.empty()) {
      SkipSpace();
      if (Peek() == ',') {
        ++at_;
        return !in_object.back() || ScanName();
      }
      if (Peek() != (in_object.back() ? '}' : ']')) {
        return Fail(in_object.back() ? "a comma or a closing brace"
                                     : "a comma or a closing bracket");
      }
      ++at_;
      in_object.pop_back();
    }
    return true;
  }

  bool ScanName() {
    std::string_view ignored;
    SkipSpace();
    return ScanString("the name of a field", ignored) && Expect(':', "a colon");
  }

  bool ScanString(std::string_view expected, std::string_view& raw) {
    if (Peek() != '"' || at_ == text_.size()) return Fail(expected);
    const size_t begin = ++at_;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '"') {
        raw = text_.substr(begin, at_ - begin);
        ++at_;
        return true;
      }
      if (static_cast<unsigned char>(c) < 0x20) {
        return Fail("an escape instead of a control character");
      }
      if (c == '\\' && !SkipEscape()) return false;
    }
    return Fail("a closing quote");
  }

  // Moves from the backslash to the last byte of its escape.
  bool SkipEscape() {
    ++at_;
    if (Peek() != 'u') {
      constexpr std::string_view kEscapes = "\"\\/bfnrt";
      if (at_ < text_.size() && kEscapes.find(text_[at_]) != kEscapes.npos) return true;
      return Fail("the letter of an escape");
    }
    for (int digit = 0; digit < 4; ++digit) {
      ++at_;
      if (HexValue(Peek()) < 0) return Fail("a hexadecimal digit");
    }
    return true;
  }

  bool ScanScalar(JsonKind& kind) {
    if (Peek() == '-' || IsDigit(Peek())) return ScanNumber(kind);
    constexpr std::pair<std::string_view, JsonKind> kWords[] = {
        {"null", JsonKind::kNull},
        {"true", JsonKind::kBool},
        {"false", JsonKind::kBool},
    };
    for (const auto& [word, word_kind] : kWords) {
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += word.size();
      kind = word_kind;
      return true;
    }
    return Fail("a value");
  }

  bool ScanNumber(JsonKind& kind) {
    kind = JsonKind::kInteger;
    if (Peek() == '-') ++at_;
    if (Peek() == '0') {
      ++at_;
    } else if (!SkipDigits()) {
      return false;
    }
    if (Peek() == '.') {
      ++at_;
      kind = JsonKind::kNumber;
      if (!SkipDigits()) return false;
    }
    if (Peek() == 'e' || Peek() == 'E') {
      ++at_;
      kind = JsonKind::kNumber;
      if (Peek() == '+' || Peek() == '-') ++at_;
      if (!SkipDigits()) return false;
    }
    return true;
  }

  bool SkipDigits() {
    if (!IsDigit(Peek())) return Fail("a digit");
    while (IsDigit(Peek())) ++at_;
    return true;
  }

  std::string_view text_;
  size_t at_ = 0;
  JsonError error_;
};

// The value of the four digits from `raw[at]`.
uint32_t HexQuad(std::string_view raw, size_t at) {
  uint32_t value = 0;
  for (const char c : raw.substr(at, 4)) {
    value = value * 16 + static_cast<uint32_t>(HexValue(c));
  }
  return value;
}

void AppendUtf8(uint32_t code_point, std::string& out) {
  uint8_t bytes[U8_MAX_LENGTH];
  int size = 0;
  U8_APPEND_UNSAFE(bytes, size, code_point);
  out.append(bytes, bytes + size);
}

char ControlOf(char letter) {
  switch (letter) {
    case 'b':
      return '\b';
    case 'f':
      return '\f';
    case 'n':
      return '\n';
    case 'r':
      return '\r';
    case 't':
      return '\t';
    default:
      return letter;  // a quote, a backslash, a slash
  }
}

}  // namespace

std::string_view JsonKindName(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBool:
      return "true or false";
    case JsonKind::kInteger:
    case JsonKind::kNumber:
      return "a number";
    case JsonKind::kString:
      return "a string";
    case JsonKind::kArray:
      return "an array";
    case JsonKind::kObject:
      return "an object";
  }
  return "";
}

JsonObject ScanJsonObject(std::string_view text) { return Scanner(text).Scan(); }

JsonString DecodeJsonString(std::string_view raw) {
  constexpr uint32_t kReplacement = 0xFFFD;
  const auto is_high = [](uint32_t unit) { return unit >> 10 == 0xD800 >> 10; };
  const auto is_low = [](uint32_t unit) { return unit >> 10 == 0xDC00 >> 10; };
  JsonString result;
  size_t at = 0;
  while (at < raw.size()) {
    const size_t escape = std::min(raw.find('\\', at), raw.size());
    result.text.append(raw, at, escape - at);
    if (escape == raw.size()) break;
    at = escape + 2;
    if (raw[escape + 1] != 'u') {
      result.text += ControlOf(raw[escape + 1]);
      continue;
    }
    uint32_t code_point = HexQuad(raw, at);
    at += 4;
    if (is_high(code_point) && raw.substr(at).starts_with("\\u") &&
        is_low(HexQuad(raw, at + 2))) {
      code_point =
          0x10000 + ((code_point & 0x3FF) << 10) + (HexQuad(raw, at + 2) & 0x3FF);
      at += 6;
    } else if (is_high(code_point) || is_low(code_point)) {
      if (!result.lone_surrogate) result.lone_surrogate = escape;
      code_point = kReplacement;
    }
    if (code_point == 0 && !result.nul) result.nul = escape;
    AppendUtf8(code_point, result.text);
  }
  return result;
}

}  // namespace rashomon
