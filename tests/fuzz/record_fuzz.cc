// The input is a file of JSON Lines. Its lines must be those of a plain split, and
// every record what two other readers of JSON say: our plain one, and nlohmann_json.

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/arena.h"
#include "core/io/line_reader.h"
#include "core/io/record.h"
#include "core/io/utf8_check.h"
#include "nlohmann/json.hpp"
#include "tests/fuzz/memory_source.h"
#include "tests/fuzz/require.h"

namespace rashomon {
namespace {

// The lines, cut by definition.
std::vector<std::string_view> Split(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t feed = text.find('\n');
    lines.push_back(text.substr(0, feed));
    text.remove_prefix(feed == text.npos ? text.size() : feed + 1);
  }
  return lines;
}

void RequireLinesOfSplit(std::string_view text, size_t chunk, size_t max_line_bytes) {
  MemorySource source(text, chunk);
  LineReader reader(source, max_line_bytes);
  const std::vector<std::string_view> lines = Split(text);
  for (size_t i = 0; i < lines.size(); ++i) {
    RASHOMON_REQUIRE(reader.Next());
    RASHOMON_REQUIRE(reader.number() == i + 1);
    RASHOMON_REQUIRE(reader.too_long() == (lines[i].size() > max_line_bytes));
    RASHOMON_REQUIRE(reader.too_long() ? reader.line().empty()
                                       : reader.line() == lines[i]);
  }
  RASHOMON_REQUIRE(!reader.Next());
  RASHOMON_REQUIRE(reader.status().ok());
}

void RequireSame(const Record& a, const Record& b) {
  RASHOMON_REQUIRE(a.troubles == b.troubles);
  RASHOMON_REQUIRE(a.document.has_value() == b.document.has_value());
  if (!a.document) return;
  RASHOMON_REQUIRE(a.document->id == b.document->id);
  RASHOMON_REQUIRE(a.document->text == b.document->text);
  RASHOMON_REQUIRE(a.document->title == b.document->title);
  RASHOMON_REQUIRE(a.document->source == b.document->source);
  RASHOMON_REQUIRE(a.document->published == b.document->published);
  RASHOMON_REQUIRE(a.document->url == b.document->url);
  RASHOMON_REQUIRE(a.document->lang == b.document->lang);
}

bool IsRefused(const Record& record) {
  return std::any_of(record.troubles.begin(), record.troubles.end(),
                     [](const Trouble& t) {
                       return t.message.starts_with("broken JSON") ||
                              t.message.starts_with("not a JSON object");
                     });
}

// What nlohmann_json makes of a line.
struct Other {
  bool accepted = false;
  bool judges = true;  // false where it is stricter than the grammar
  nlohmann::json value;
};

Other ReadByOther(std::string_view line) {
  Other other;
  try {
    other.value = nlohmann::json::parse(line);
    other.accepted = true;
  } catch (const nlohmann::json::parse_error& error) {
    // Half a surrogate pair is no error of the grammar.
    other.judges =
        std::string_view(error.what()).find("surrogate") == std::string::npos;
  } catch (const nlohmann::json::out_of_range&) {
    other.judges = false;  // a number too large for a double
  }
  return other;
}

void RequireAgreement(std::string_view line, const Record& record) {
  // nlohmann_json skips a byte order mark, as ReadCorpus does before the record, and
  // takes a NUL for the end of the text.
  if (line.starts_with("\xEF\xBB\xBF") || line.find('\0') != line.npos) return;
  if (FirstInvalidUtf8(line)) return;
  const Other other = ReadByOther(line);
  if (!other.judges) return;
  RASHOMON_REQUIRE(IsRefused(record) != (other.accepted && other.value.is_object()));
  if (IsRefused(record)) return;
  const auto text = other.value.find("text");
  const bool has_text = text != other.value.end() && text->is_string() &&
                        !IsBlank(text->get_ref<const std::string&>());
  RASHOMON_REQUIRE(record.document.has_value() == has_text);
  if (!has_text) return;
  RASHOMON_REQUIRE(record.document->text == text->get_ref<const std::string&>());
  const auto title = other.value.find("title");
  const bool has_title = title != other.value.end() && title->is_string();
  RASHOMON_REQUIRE(record.document->title.has_value() == has_title);
  RASHOMON_REQUIRE(!has_title ||
                   *record.document->title == title->get_ref<const std::string&>());
}

void Run(std::string_view input) {
  RequireLinesOfSplit(input, input.size() % 7 + 1, SIZE_MAX);
  RequireLinesOfSplit(input, SIZE_MAX, 20);

  const CorpusOptions options;
  Arena arena;
  RecordReader records(options, arena);
  MemorySource source(input, SIZE_MAX);
  LineReader lines(source, SIZE_MAX);
  while (lines.Next()) {
    const std::string_view line = lines.line();
    const Record record = records.Read(line);
    for (const Trouble& trouble : record.troubles) {
      RASHOMON_REQUIRE(trouble.byte <= line.size());
    }
    RASHOMON_REQUIRE(record.document || !record.troubles.empty());
    RequireSame(record, records.ReadPlainly(line));
    RequireAgreement(line, record);
  }
}

}  // namespace
}  // namespace rashomon

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  rashomon::Run({reinterpret_cast<const char*>(data), size});
  return 0;
}
