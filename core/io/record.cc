#include "core/io/record.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include "absl/strings/str_cat.h"
#include "core/base/strings.h"
#include "core/io/json_scan.h"
#include "core/io/rfc3339.h"
#include "core/io/utf8_check.h"
#include "simdjson.h"

namespace rashomon {
namespace {

enum Field { kId, kText, kTitle, kSource, kPublished, kUrl, kLang, kNumFields };

// The names of the fields, by Field.
std::array<std::string_view, kNumFields> FieldNames(const CorpusOptions& options) {
  return {options.id_field,     options.text_field,      options.title_field,
          options.source_field, options.published_field, options.url_field,
          options.lang_field};
}

// Where an optional text field of a document goes.
std::optional<std::string>* Member(Document& document, Field field) {
  switch (field) {
    case kTitle:
      return &document.title;
    case kSource:
      return &document.source;
    case kPublished:
      return &document.published;
    case kUrl:
      return &document.url;
    case kLang:
      return &document.lang;
    default:
      return nullptr;
  }
}

constexpr Field kOptionalTexts[] = {kTitle, kSource, kPublished, kUrl, kLang};

bool HasNul(std::string_view text) {
  return !text.empty() && std::memchr(text.data(), '\0', text.size()) != nullptr;
}

// Quoted for a message, cut to a length that a line of a terminal bears.
std::string Quote(std::string_view text) {
  constexpr size_t kMaxQuoted = 40;
  if (text.size() <= kMaxQuoted) return absl::StrCat("\"", ToAbsl(text), "\"");
  size_t end = kMaxQuoted;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return absl::StrCat("\"", ToAbsl(text.substr(0, end)), "…\"");
}

// An id as simdjson read it; empty where it is none, or is not plainly one.
std::string IdText(const simdjson::dom::element& id) {
  switch (id.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(id.get_string().value_unsafe());
    case simdjson::dom::element_type::INT64: {
      const int64_t number = id.get_int64().value_unsafe();
      return number == 0 ? "" : absl::StrCat(number);  // 0 may have been written -0
    }
    case simdjson::dom::element_type::UINT64:
      return absl::StrCat(id.get_uint64().value_unsafe());
    default:
      return "";
  }
}

}  // namespace

bool IsBlank(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text.find_first_not_of(" \t\n\v\f\r") == text.npos;
}

struct RecordReader::Parser {
  simdjson::dom::parser dom;
};

RecordReader::RecordReader(const CorpusOptions& options, Arena& arena)
    : options_(options), arena_(arena), parser_(std::make_unique<Parser>()) {}

RecordReader::~RecordReader() = default;

Record RecordReader::Read(std::string_view line) {
  Record record;
  record.document = ReadFlawless(line);
  return record.document ? std::move(record) : ReadPlainly(line);
}

struct RecordReader::Fields {
  std::string id;
  // By Field, views into the parser; without a value where there is none.
  std::array<std::optional<std::string_view>, kNumFields> texts;
};

std::optional<RecordReader::Fields> RecordReader::FlawlessFields(
    std::string_view line) {
  namespace dom = simdjson::dom;
  dom::object object;
  if (parser_->dom.parse(line.data(), line.size(), /*realloc_if_needed=*/false)
          .get(object) != simdjson::SUCCESS) {
    return std::nullopt;
  }
  const std::array<std::string_view, kNumFields> names = FieldNames(options_);
  std::array<dom::element, kNumFields> values;
  std::array<bool, kNumFields> present = {};
  for (const dom::key_value_pair field : object) {
    for (size_t i = 0; i < kNumFields; ++i) {
      if (field.key != names[i]) continue;
      values[i] = field.value;
      present[i] = !field.value.is_null();
    }
  }

  Fields fields;
  if (present[kId]) {
    fields.id = IdText(values[kId]);
    if (fields.id.empty()) return std::nullopt;
    present[kId] = false;
  }
  for (size_t i = 0; i < kNumFields; ++i) {
    std::string_view text;
    if (!present[i]) continue;
    if (values[i].get(text) != simdjson::SUCCESS) return std::nullopt;
    fields.texts[i] = text;
  }
  const std::optional<std::string_view> text = fields.texts[kText];
  if (!text || IsBlank(*text) || HasNul(*text)) return std::nullopt;
  if (const auto published = fields.texts[kPublished];
      published && !IsRfc3339(*published)) {
    return std::nullopt;
  }
  return fields;
}

std::optional<RecordView> RecordReader::View(std::string_view line) {
  std::optional<Fields> fields = FlawlessFields(line);
  if (!fields) return std::nullopt;
  return RecordView{std::move(fields->id), *fields->texts[kText],
                    fields->texts[kPublished].value_or(std::string_view())};
}

std::optional<Document> RecordReader::ReadFlawless(std::string_view line) {
  std::optional<Fields> fields = FlawlessFields(line);
  if (!fields) return std::nullopt;
  Document document;
  document.id = std::move(fields->id);
  for (const Field field : kOptionalTexts) {
    if (fields->texts[field]) *Member(document, field) = *fields->texts[field];
  }
  document.text = arena_.Copy(*fields->texts[kText]);
  return document;
}

Record RecordReader::ReadPlainly(std::string_view line) {
  Record record;
  const auto complain = [&record](size_t byte, std::string message) {
    record.troubles.push_back({byte, std::move(message)});
  };
  const JsonObject object = ScanJsonObject(line);
  if (object.error) {
    complain(object.error->byte, object.error->message);
    return record;
  }
  if (const std::optional<size_t> bad = FirstInvalidUtf8(line)) {
    complain(*bad, "not valid UTF-8");
  }

  const std::array<std::string_view, kNumFields> names = FieldNames(options_);
  std::array<std::optional<JsonField>, kNumFields> fields;
  for (const JsonField& field : object.fields) {
    const std::string key = DecodeJsonString(field.key).text;
    for (size_t i = 0; i < kNumFields; ++i) {
      if (key != names[i]) continue;
      fields[i] = field;
      if (field.kind == JsonKind::kNull && i != kText) fields[i].reset();
    }
  }
  const auto place = [&line](const JsonField& field) {
    return static_cast<size_t>(field.value.data() - line.data());
  };
  const auto named = [&names](Field field) {
    return absl::StrCat("field \"", ToAbsl(names[field]), "\"");
  };
  // The text of a field; without a value, and said why, where it is no string.
  const auto decode = [&](Field name) -> std::optional<std::string> {
    const JsonField& field = *fields[name];
    if (field.kind != JsonKind::kString) {
      complain(place(field),
               absl::StrCat(named(name), " is not a string but ",
                            ToAbsl(JsonKindName(field.kind)), "; ",
                            name == kText ? "record" : "field", " left out"));
      return std::nullopt;
    }
    JsonString string = DecodeJsonString(field.value);
    if (string.lone_surrogate) {
      complain(place(field) + *string.lone_surrogate,
               absl::StrCat(named(name), " has half a surrogate pair; read as U+FFFD"));
    }
    if (string.nul && name == kText) {
      complain(place(field) + *string.nul,
               absl::StrCat(named(name), " has a NUL character"));
    }
    return std::move(string.text);
  };

  Document document;
  std::optional<std::string> text;
  if (!fields[kText]) {
    complain(0, absl::StrCat("no ", named(kText), "; record left out"));
  } else if ((text = decode(kText)) && IsBlank(*text)) {
    complain(place(*fields[kText]),
             absl::StrCat(named(kText), " is empty; record left out"));
    text.reset();
  }
  if (fields[kId] && fields[kId]->kind == JsonKind::kInteger) {
    document.id = fields[kId]->value;
  } else if (fields[kId]) {
    const std::optional<std::string> id = decode(kId);
    if (id && id->empty()) {
      complain(place(*fields[kId]), absl::StrCat(named(kId), " is empty"));
    }
    document.id = id.value_or("");
  }
  for (const Field field : kOptionalTexts) {
    if (!fields[field]) continue;
    std::optional<std::string> value = decode(field);
    if (field == kPublished && value && !IsRfc3339(*value)) {
      complain(place(*fields[field]),
               absl::StrCat(named(field),
                            " is not an RFC 3339 date or time: ", Quote(*value)));
      value.reset();
    }
    *Member(document, field) = std::move(value);
  }
  if (text) {
    document.text = arena_.Copy(*text);
    record.document = std::move(document);
  }
  std::stable_sort(record.troubles.begin(), record.troubles.end(),
                   [](const Trouble& a, const Trouble& b) { return a.byte < b.byte; });
  return record;
}

}  // namespace rashomon
