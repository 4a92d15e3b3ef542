#include "core/io/record.h"

#include <string>
#include <string_view>

#include "core/base/arena.h"
#include "core/io/line_reader.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Optional;

class RecordTest : public ::testing::Test {
 protected:
  Record Read(std::string_view line) {
    padded_ = std::string(line) + std::string(LineReader::kPadding, ' ');
    return reader_.Read(std::string_view(padded_).substr(0, line.size()));
  }

  // Reads a record that must have one trouble.
  Record ReadTroubled(std::string_view line, size_t byte, std::string_view message) {
    Record record = Read(line);
    EXPECT_THAT(record.troubles,
                ElementsAre(testing::AllOf(
                    Field(&Trouble::byte, byte),
                    Field(&Trouble::message, HasSubstr(std::string(message))))))
        << line;
    return record;
  }

  CorpusOptions options_;
  Arena arena_;
  RecordReader reader_{options_, arena_};
  std::string padded_;
};

TEST_F(RecordTest, ReadsEveryField) {
  const Record record = Read(
      R"({"id":"a","text":"One\ntwo.","title":"T","source":"S","published":"2021-03-18",)"
      R"("url":"u","lang":"en","extra":[1,{"b":null}]})");
  EXPECT_THAT(record.troubles, IsEmpty());
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->id, "a");
  EXPECT_EQ(record.document->text, "One\ntwo.");
  EXPECT_THAT(record.document->title, Optional(std::string("T")));
  EXPECT_THAT(record.document->source, Optional(std::string("S")));
  EXPECT_THAT(record.document->published, Optional(std::string("2021-03-18")));
  EXPECT_THAT(record.document->url, Optional(std::string("u")));
  EXPECT_THAT(record.document->lang, Optional(std::string("en")));
}

TEST_F(RecordTest, TakesNullAsAbsentButForTheText) {
  const Record record = Read(R"({"id":null,"text":"x","title":null,"published":null})");
  EXPECT_THAT(record.troubles, IsEmpty());
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->id, "");
  EXPECT_FALSE(record.document->title);
  EXPECT_FALSE(ReadTroubled(R"({"text":null})", 8, "null").document);
}

TEST_F(RecordTest, TakesIntegersAsIds) {
  EXPECT_EQ(Read(R"({"id":42,"text":"x"})").document->id, "42");
  EXPECT_EQ(Read(R"({"id":-7,"text":"x"})").document->id, "-7");
  EXPECT_EQ(Read(R"({"id":0,"text":"x"})").document->id, "0");
  EXPECT_EQ(Read(R"({"id":18446744073709551615,"text":"x"})").document->id,
            "18446744073709551615");
  EXPECT_EQ(Read(R"({"id":123456789012345678901234567890,"text":"x"})").document->id,
            "123456789012345678901234567890");
}

TEST_F(RecordTest, LeavesOutARecordWithoutText) {
  EXPECT_FALSE(ReadTroubled(R"({"id":"a"})", 0, "no field \"text\"").document);
  EXPECT_FALSE(ReadTroubled(R"({"text":7})", 8, "not a string but a number").document);
  EXPECT_FALSE(ReadTroubled(R"({"text":["x"]})", 8, "an array").document);
  EXPECT_FALSE(ReadTroubled(R"({"text":""})", 9, "empty").document);
  EXPECT_FALSE(ReadTroubled(R"({"text":" \n\t"})", 9, "empty").document);
}

TEST_F(RecordTest, LeavesOutOnlyTheFieldOfAWrongType) {
  const Record record =
      ReadTroubled(R"({"text":"x","title":7,"source":"S"})", 20, "field \"title\"");
  ASSERT_TRUE(record.document);
  EXPECT_FALSE(record.document->title);
  EXPECT_THAT(record.document->source, Optional(std::string("S")));
  EXPECT_EQ(ReadTroubled(R"({"text":"x","id":1.5})", 17, "field \"id\"").document->id,
            "");
  EXPECT_EQ(ReadTroubled(R"({"text":"x","id":""})", 18, "empty").document->id, "");
}

TEST_F(RecordTest, LeavesADocumentUndatedWhoseDateIsNone) {
  const Record record =
      ReadTroubled(R"({"text":"x","published":"Tuesday"})", 25, "\"Tuesday\"");
  ASSERT_TRUE(record.document);
  EXPECT_FALSE(record.document->published);
}

TEST_F(RecordTest, KeepsBytesThatAreNotUtf8AndNamesTheFirst) {
  const Record record =
      ReadTroubled("{\"text\":\"a\\n\xFFq\xC3\",\"title\":\"t\xE2\x82\"}", 12, "UTF-8");
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->text, "a\n\xFFq\xC3");
  EXPECT_THAT(record.document->title, Optional(std::string("t\xE2\x82")));
}

TEST_F(RecordTest, KeepsADocumentWithHalfASurrogatePair) {
  const Record record = ReadTroubled(R"({"text":"a\ud83db"})", 10, "surrogate");
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->text,
            "a\xEF\xBF\xBD"
            "b");
}

TEST_F(RecordTest, KeepsADocumentWithANulCharacter) {
  const Record record = ReadTroubled(R"({"text":"a\u0000b"})", 10, "NUL");
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->text, std::string_view("a\0b", 3));
}

TEST_F(RecordTest, ComplainsOnceOfALineThatIsNoObject) {
  EXPECT_FALSE(ReadTroubled(R"({"text":"x")", 11, "broken JSON").document);
  EXPECT_FALSE(ReadTroubled(R"({"text":"x","y":tru})", 16, "broken JSON").document);
  EXPECT_FALSE(ReadTroubled(R"([{"text":"x"}])", 0, "not a JSON object").document);
}

TEST_F(RecordTest, TakesTheLastOfAFieldThatStandsTwice) {
  EXPECT_EQ(Read(R"({"text":"x","text":"y"})").document->text, "y");
  EXPECT_FALSE(Read(R"({"text":"x","text":null})").document);
  EXPECT_EQ(Read(R"({"text":"x","id":"a","id":null})").document->id, "");
}

TEST_F(RecordTest, FindsAFieldWhoseNameIsEscaped) {
  EXPECT_EQ(Read(R"({"\u0074ext":"x"})").document->text, "x");
}

TEST_F(RecordTest, TakesWhatIsValidButTooMuchForSimdjson) {
  const std::string deep(5000, '[');
  EXPECT_THAT(
      Read("{\"text\":\"x\",\"y\":" + deep + std::string(5000, ']') + "}").troubles,
      IsEmpty());
  EXPECT_THAT(Read(R"({"text":"x","y":1e999,"z":99999999999999999999999})").troubles,
              IsEmpty());
}

TEST_F(RecordTest, ReadsFieldsByTheNamesOfTheOptions) {
  options_.id_field = "key";
  options_.text_field = "body";
  options_.published_field = "date";
  const Record record = Read(R"({"key":"a","body":"x","date":"2021-03-18","text":7})");
  EXPECT_THAT(record.troubles, IsEmpty());
  ASSERT_TRUE(record.document);
  EXPECT_EQ(record.document->id, "a");
  EXPECT_EQ(record.document->text, "x");
  EXPECT_TRUE(record.document->published);
}

// The fast way and the plain way are two readers of one language.
TEST_F(RecordTest, ReadsAsThePlainReaderDoes) {
  for (const std::string_view line : {
           R"({"id":"a","text":"x \u00e9 \ud83d\ude00 \\ \" \/ \b\f\n\r\t"})",
           R"({"id":0,"text":"x"})",
           R"({"id":-0,"text":"x"})",
           R"({"id":9223372036854775807,"text":"x"})",
           R"({"id":true,"text":"x"})",
           R"( { "text" : "x" , "title" : "" } )",
           R"({"text":"x","published":""})",
           R"({"text":"x","a":{"text":"y"},"b":[{"text":"z"}]})",
           R"({"TEXT":"x"})",
           R"({})",
       }) {
    const Record fast = Read(line);
    const Record plain = reader_.ReadPlainly(line);
    EXPECT_EQ(fast.troubles, plain.troubles) << line;
    ASSERT_EQ(fast.document.has_value(), plain.document.has_value()) << line;
    if (!fast.document) continue;
    EXPECT_EQ(fast.document->id, plain.document->id) << line;
    EXPECT_EQ(fast.document->text, plain.document->text) << line;
    EXPECT_EQ(fast.document->title, plain.document->title) << line;
    EXPECT_EQ(fast.document->published, plain.document->published) << line;
  }
}

}  // namespace
}  // namespace rashomon
