#include "rashomon/corpus.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

Document Doc(std::string id, std::string_view text) {
  Document document;
  document.id = std::move(id);
  document.text = text;
  return document;
}

TEST(CorpusOf, SortsByTheBytesOfTheId) {
  const Corpus corpus = Corpus::Of({Doc("b", "1"), Doc("\xC3\xA9", "2"), Doc("B", "3"),
                                    Doc("", "4"), Doc("a/b", "5")});
  EXPECT_THAT(corpus.documents(),
              ElementsAre(Field(&Document::id, ""), Field(&Document::id, "B"),
                          Field(&Document::id, "a/b"), Field(&Document::id, "b"),
                          Field(&Document::id, "\xC3\xA9")));
  EXPECT_EQ(corpus[DocId{1}].text, "3");
  EXPECT_THAT(corpus.diagnostics(), IsEmpty());
}

// What the ids begin with, and how long they are, must not matter.
TEST(CorpusOf, SortsIdsThatShareABeginning) {
  std::vector<std::string> ids;
  for (const std::string_view head : {"", "article", "article-00000000"}) {
    for (const std::string_view tail :
         {std::string_view(""), std::string_view("\0", 1), std::string_view("\0\0", 2),
          std::string_view("\xFF"), std::string_view("a"), std::string_view("12345678"),
          std::string_view("1234567890"), std::string_view("123456789")}) {
      ids.push_back(std::string(head) + std::string(tail));
    }
  }
  for (const size_t first : {0u, 8u, 16u}) {
    const std::vector<std::string> some(ids.begin() + static_cast<ptrdiff_t>(first),
                                        ids.end());
    std::vector<Document> documents;
    for (const std::string& id : some) documents.push_back(Doc(id, id));
    const Corpus corpus = Corpus::Of(documents);
    std::vector<std::string> expected = some;
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(corpus.documents().size(), expected.size());
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_EQ(corpus.documents()[i].id, expected[i]);
      EXPECT_EQ(corpus.documents()[i].text, expected[i]);
    }
  }
}

TEST(CorpusOf, CopiesTheTexts) {
  std::string text = "once";
  const Corpus corpus = Corpus::Of({Doc("a", text)});
  text = "gone";
  EXPECT_EQ(corpus[DocId{0}].text, "once");
}

TEST(CorpusOf, KeepsTheFirstOfARepeatedId) {
  const Corpus corpus = Corpus::Of({Doc("a", "first"), Doc("a", "second")});
  EXPECT_THAT(corpus.documents(), ElementsAre(Field(&Document::text, "first")));
  EXPECT_THAT(
      corpus.diagnostics(),
      ElementsAre(AllOf(Field(&Diagnostic::doc, "a"),
                        Field(&Diagnostic::message, HasSubstr("repeats the id")))));
}

TEST(CorpusOf, KeepsBytesThatAreNotUtf8AndNamesTheFirst) {
  const Corpus corpus = Corpus::Of({Doc("a", "x\nab\xC3(")});
  EXPECT_EQ(corpus[DocId{0}].text, "x\nab\xC3(");
  ASSERT_EQ(corpus.diagnostics().size(), 1u);
  EXPECT_EQ(corpus.diagnostics()[0].line, 2u);
  EXPECT_EQ(corpus.diagnostics()[0].byte, 2u);
  EXPECT_THAT(corpus.diagnostics()[0].message, HasSubstr("UTF-8"));
}

TEST(CorpusOf, LeavesADocumentUndatedWhoseDateIsNone) {
  Document document = Doc("a", "x");
  document.published = "Tuesday";
  const Corpus corpus = Corpus::Of({document});
  EXPECT_FALSE(corpus[DocId{0}].published);
  EXPECT_THAT(corpus.diagnostics(),
              ElementsAre(Field(&Diagnostic::message, HasSubstr("Tuesday"))));
}

TEST(Corpus, ViewsStayValidWhenItMoves) {
  Corpus corpus = Corpus::Of({Doc("a", "short"), Doc("b", std::string(1 << 20, 'x'))});
  const std::string_view text = corpus[DocId{0}].text;
  const Document* const document = &corpus[DocId{1}];
  Corpus moved = std::move(corpus);
  std::vector<Corpus> several;
  several.push_back(std::move(moved));
  several.emplace_back();
  EXPECT_EQ(text, "short");
  EXPECT_EQ(text.data(), several[0][DocId{0}].text.data());
  EXPECT_EQ(document, &several[0][DocId{1}]);
}

TEST(Diagnostic, ReadsAsFileLineByteMessage) {
  EXPECT_EQ(ToString({"a", "wire.jsonl", 41, 17, "broken JSON"}),
            "wire.jsonl:41: byte 17: broken JSON");
  EXPECT_EQ(ToString({"", "wire.jsonl", 1, 0, "broken JSON"}),
            "wire.jsonl:1: byte 0: broken JSON");
  EXPECT_EQ(ToString({"a.txt", "d/a.txt", 0, 0, "no text"}), "d/a.txt: no text");
  EXPECT_EQ(ToString({"", "d/a.bin", 0, 9, "damaged"}), "d/a.bin: byte 9: damaged");
  EXPECT_EQ(ToString({"a", "", 2, 3, "not valid UTF-8"}),
            "line 2: byte 3: not valid UTF-8");
  EXPECT_EQ(ToString({"a", "", 0, 0, "repeats"}), "repeats");
}

}  // namespace
}  // namespace rashomon
