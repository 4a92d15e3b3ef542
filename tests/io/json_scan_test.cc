#include "core/io/json_scan.h"

#include <string>
#include <string_view>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::HasSubstr;
using ::testing::Optional;

TEST(ScanJsonObject, GivesTheFieldsInOrderWithTheirRawValues) {
  constexpr std::string_view kText =
      R"( {"a": "x\ny", "b":[1,{"c":2}] ,"d" : -0.5e3} )";
  const JsonObject object = ScanJsonObject(kText);
  ASSERT_FALSE(object.error) << object.error->message;
  ASSERT_EQ(object.fields.size(), 3u);
  EXPECT_EQ(object.fields[0].key, "a");
  EXPECT_EQ(object.fields[0].value, R"(x\ny)");
  EXPECT_EQ(object.fields[0].kind, JsonKind::kString);
  EXPECT_EQ(object.fields[1].value, R"([1,{"c":2}])");
  EXPECT_EQ(object.fields[1].kind, JsonKind::kArray);
  EXPECT_EQ(object.fields[2].value, "-0.5e3");
  EXPECT_EQ(object.fields[2].kind, JsonKind::kNumber);
  EXPECT_EQ(object.fields[0].value.data(), kText.data() + 8);
}

TEST(ScanJsonObject, TellsIntegersFromOtherNumbers) {
  const JsonObject object =
      ScanJsonObject(R"({"a":7,"b":-12345678901234567890123,"c":7.0,"d":7e0})");
  ASSERT_EQ(object.fields.size(), 4u);
  EXPECT_EQ(object.fields[0].kind, JsonKind::kInteger);
  EXPECT_EQ(object.fields[1].kind, JsonKind::kInteger);
  EXPECT_EQ(object.fields[2].kind, JsonKind::kNumber);
  EXPECT_EQ(object.fields[3].kind, JsonKind::kNumber);
}

struct Broken {
  std::string_view text;
  size_t byte;  // the first that cannot stand there
};

TEST(ScanJsonObject, NamesTheByteThatBreaksTheGrammar) {
  const Broken kCases[] = {
      {R"()", 0},
      {R"({)", 1},
      {R"({"a")", 4},
      {R"({"a":)", 5},
      {R"({"a":1)", 6},
      {R"({"a":1,})", 7},
      {R"({,})", 1},
      {R"({a:1})", 1},
      {R"({'a':1})", 1},
      {R"({"a" 1})", 5},
      {R"({"a":1 "b":2})", 7},
      {R"({"a":1}})", 7},
      {R"({"a":1} x)", 8},
      {R"({"a":tru})", 5},
      {R"({"a":truer})", 9},
      {R"({"a":NaN})", 5},
      {R"({"a":01})", 6},
      {R"({"a":+1})", 5},
      {R"({"a":1.})", 7},
      {R"({"a":.5})", 5},
      {R"({"a":1e})", 7},
      {R"({"a":-})", 6},
      {R"({"a":"x)", 7},
      {R"({"a":"\x"})", 7},
      {R"({"a":"\u12G4"})", 10},
      {R"({"a":"\u12)", 10},
      {"{\"a\":\"x\ty\"}", 7},
      {R"({"a":[1,]})", 8},
      {R"({"a":[1 2]})", 8},
      {R"({"a":[1})", 7},
      {R"({"a":{"b":1]})", 11},
      {R"({"a":{"b"}})", 9},
      {R"({"a":[[[)", 8},
      {"{\"a\":1}\xFF", 7},
      {"\xEF\xBB\xBF{}", 0},
  };
  for (const Broken& broken : kCases) {
    const JsonObject object = ScanJsonObject(broken.text);
    ASSERT_TRUE(object.error) << broken.text;
    EXPECT_EQ(object.error->byte, broken.byte) << broken.text;
    EXPECT_THAT(object.error->message, HasSubstr("broken JSON")) << broken.text;
    EXPECT_TRUE(object.fields.empty());
  }
}

TEST(ScanJsonObject, RefusesValuesThatAreNoObject) {
  for (const std::string_view text : {"null", "[1]", "\"x\"", "7", "true", " 1.5 "}) {
    const JsonObject object = ScanJsonObject(text);
    ASSERT_TRUE(object.error) << text;
    EXPECT_THAT(object.error->message, HasSubstr("not a JSON object but")) << text;
  }
}

TEST(ScanJsonObject, BearsAnyDepth) {
  constexpr size_t kDepth = 1'000'000;
  const std::string deep =
      "{\"a\":" + std::string(kDepth, '[') + std::string(kDepth, ']') + "}";
  EXPECT_FALSE(ScanJsonObject(deep).error);
  EXPECT_TRUE(ScanJsonObject(std::string_view(deep).substr(0, kDepth)).error);
}

TEST(DecodeJsonString, DecodesEveryEscape) {
  EXPECT_EQ(DecodeJsonString(R"(\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\uDE00)").text,
            "\"\\/\b\f\n\r\tA\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
}

TEST(DecodeJsonString, KeepsBytesThatAreNotUtf8) {
  EXPECT_EQ(DecodeJsonString("a\xFF\\n\xC3").text, "a\xFF\n\xC3");
}

TEST(DecodeJsonString, ReadsHalfASurrogatePairAsAReplacementCharacter) {
  constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
  for (const std::string_view raw : {R"(\ud83d)", R"(\ude00)", R"(\udfff)"}) {
    const JsonString string = DecodeJsonString(raw);
    EXPECT_EQ(string.text, kReplacement) << raw;
    EXPECT_THAT(string.lone_surrogate, Optional(0u)) << raw;
  }
  const JsonString two_highs = DecodeJsonString(R"(ab\ud83d\ud83d\ude00)");
  EXPECT_EQ(two_highs.text, "ab\xEF\xBF\xBD\xF0\x9F\x98\x80");
  EXPECT_THAT(two_highs.lone_surrogate, Optional(2u));
  EXPECT_EQ(DecodeJsonString(R"(\ud83d\n)").text, std::string(kReplacement) + "\n");
}

TEST(DecodeJsonString, SaysWhereANulStands) {
  const JsonString string = DecodeJsonString(R"(ab\u0000\u0000)");
  EXPECT_EQ(string.text, std::string_view("ab\0\0", 4));
  EXPECT_THAT(string.nul, Optional(2u));
}

}  // namespace
}  // namespace rashomon
