// Corpora on disk: what is read of them, and what is said of the rest.

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/corpus.h"
#include "tests/testing/packed.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temp_dir.h"

namespace rashomon {
namespace {

using ::rashomon::testing::Gzip;
using ::rashomon::testing::IsOk;
using ::rashomon::testing::StatusIs;
using ::rashomon::testing::TempDir;
using ::rashomon::testing::Zstd;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::StartsWith;

std::vector<std::string> Ids(const Corpus& corpus) {
  std::vector<std::string> ids;
  for (const Document& document : corpus.documents()) ids.push_back(document.id);
  return ids;
}

std::vector<std::string> Messages(const Corpus& corpus) {
  std::vector<std::string> messages;
  for (const Diagnostic& d : corpus.diagnostics()) messages.push_back(ToString(d));
  return messages;
}

// `count` records r000000, r000001, …, with texts that do not pack to nothing.
std::string Records(int count) {
  std::string lines;
  uint32_t state = 1;
  for (int i = 0; i < count; ++i) {
    char id[16];
    std::snprintf(id, sizeof id, "r%06d", i);
    std::string text;
    for (int word = 0; word < 20; ++word) {
      state = state * 1664525 + 1013904223;
      text += "w" + std::to_string(state >> 12) + " ";
    }
    lines += std::string("{\"id\":\"") + id + "\",\"text\":\"" + text + "\"}\n";
  }
  return lines;
}

class ReadCorpusTest : public ::testing::Test {
 protected:
  Corpus Read(const std::vector<std::string>& paths,
              const CorpusOptions& options = {}) {
    absl::StatusOr<Corpus> corpus = ReadCorpus(paths, options);
    EXPECT_THAT(corpus, IsOk());
    return corpus.ok() ? *std::move(corpus) : Corpus();
  }

  TempDir dir_;
};

// ---- Texts ----

TEST_F(ReadCorpusTest, ReadsEveryTextBelowADirectoryByItsRelativePath) {
  dir_.Write("c/b.txt", "two");
  dir_.Write("c/a/z.txt", "one");
  dir_.Write("c/a.txt", "three");
  dir_.Write("c/a/notes.md", "no");
  const Corpus corpus = Read({dir_ / "c"});
  EXPECT_THAT(Ids(corpus), ElementsAre("a.txt", "a/z.txt", "b.txt"));
  EXPECT_EQ(corpus[DocId{1}].text, "one");
  EXPECT_FALSE(corpus[DocId{1}].published);
  EXPECT_THAT(Ids(Read({dir_ / "c/"})), ElementsAre("a.txt", "a/z.txt", "b.txt"));
}

TEST_F(ReadCorpusTest, ReadsASingleTextUnderItsPath) {
  const std::string path = dir_.Write("a.txt", "x");
  EXPECT_THAT(Ids(Read({path})), ElementsAre(path));
}

TEST_F(ReadCorpusTest, KeepsEveryByteOfAText) {
  const std::string text =
      "\xEF\xBB\xBF"
      "One.\r\n\r\nTwo.";
  const Corpus corpus = Read({dir_.Write("a.txt", text)});
  EXPECT_EQ(corpus[DocId{0}].text, text);
  EXPECT_THAT(corpus.diagnostics(), IsEmpty());
}

TEST_F(ReadCorpusTest, SaysWhichTextsAreEmpty) {
  dir_.Write("a.txt", "x");
  dir_.Write("b.txt", "");
  dir_.Write("c.txt", " \r\n");
  dir_.Write("d.txt", "\xEF\xBB\xBF\n");
  const Corpus corpus = Read({dir_.path()});
  EXPECT_THAT(Ids(corpus), ElementsAre("a.txt"));
  EXPECT_THAT(Messages(corpus), ElementsAre(dir_ / "b.txt: no text; left out",
                                            dir_ / "c.txt: no text; left out",
                                            dir_ / "d.txt: no text; left out"));
}

TEST_F(ReadCorpusTest, NamesTheFirstByteOfATextThatIsNotUtf8) {
  const std::string path = dir_.Write("a.txt", "One\nabc\xFF\xFE");
  const Corpus corpus = Read({path});
  EXPECT_EQ(corpus[DocId{0}].text, "One\nabc\xFF\xFE");
  EXPECT_THAT(Messages(corpus), ElementsAre(path + ":2: byte 3: not valid UTF-8"));
  EXPECT_EQ(corpus.diagnostics()[0].doc, path);
}

TEST_F(ReadCorpusTest, SuspectsUtf16) {
  const std::string path = dir_.Write("a.txt", std::string("\xFF\xFE"
                                                           "a\0b\0",
                                                           6));
  EXPECT_THAT(Messages(Read({path})),
              ElementsAre(HasSubstr("UTF-16"), HasSubstr("NUL")));
  const std::string lines = dir_.Write("a.jsonl", std::string("\xFF\xFE{\0}\0", 6));
  EXPECT_THAT(ReadCorpus({{lines}}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("UTF-16")));
}

TEST_F(ReadCorpusTest, LeavesOutATextOf4GiB) {
  dir_.Write("a.txt", "x");
  const std::string big = dir_.Write("b.txt", "x");
  std::filesystem::resize_file(big, uint64_t{1} << 32);
  EXPECT_THAT(Messages(Read({dir_.path()})),
              ElementsAre(big + ": 4 GiB or more of text; left out"));
}

// ---- Directories ----

TEST_F(ReadCorpusTest, FailsOnADirectoryWithoutTexts) {
  dir_.Write("c/a.jsonl", "{}");
  EXPECT_THAT(ReadCorpus({{dir_ / "c"}}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr(dir_ / "c")));
}

TEST_F(ReadCorpusTest, FailsOnAPathThatIsNotThere) {
  dir_.Write("a.txt", "x");
  for (const std::string& path : {dir_ / "gone.jsonl", dir_ / "a.txt/below"}) {
    EXPECT_THAT(ReadCorpus({{dir_ / "a.txt", path}}),
                StatusIs(absl::StatusCode::kNotFound, HasSubstr(path)));
  }
}

TEST_F(ReadCorpusTest, SaysWhatItCannotReadAndReadsTheRest) {
  dir_.Write("a.txt", "x");
  std::filesystem::create_symlink("gone", dir_ / "b.txt");
  std::filesystem::create_directory(dir_ / "c.txt");
  dir_.Write("c.txt/d.txt", "y");
  ASSERT_EQ(::mkfifo((dir_ / "e.txt").c_str(), 0600), 0);
  const Corpus corpus = Read({dir_.path()});
  EXPECT_THAT(Ids(corpus), ElementsAre("a.txt", "c.txt/d.txt"));
  EXPECT_THAT(
      Messages(corpus),
      ElementsAre(AllOf(StartsWith(dir_ / "b.txt: "), HasSubstr("No such file")),
                  AllOf(StartsWith(dir_ / "e.txt: "), HasSubstr("neither"))));
}

TEST_F(ReadCorpusTest, FollowsLinksButReadsADirectoryOnce) {
  dir_.Write("m/a.txt", "x");
  dir_.Write("elsewhere/b.txt", "y");
  std::filesystem::create_directory_symlink("..", dir_ / "m/loop");
  std::filesystem::create_directory_symlink(".", dir_ / "m/self");
  std::filesystem::create_directory_symlink("m", dir_ / "before");
  std::filesystem::create_symlink("a.txt", dir_ / "m/c.txt");
  const Corpus corpus = Read({dir_.path()});
  EXPECT_THAT(Ids(corpus), ElementsAre("elsewhere/b.txt", "m/a.txt", "m/c.txt"));
  EXPECT_THAT(Messages(corpus), ElementsAre(StartsWith(dir_ / "before/: "),
                                            StartsWith(dir_ / "m/loop/: "),
                                            StartsWith(dir_ / "m/self/: ")));
  EXPECT_THAT(Ids(Read({dir_ / "m"})),
              ElementsAre("a.txt", "c.txt", "loop/elsewhere/b.txt"));
}

TEST_F(ReadCorpusTest, KeepsTheFirstOfTwoDirectoriesWithTheSameFile) {
  dir_.Write("m/a.txt", "first");
  dir_.Write("n/a.txt", "second");
  const Corpus corpus = Read({dir_ / "n", dir_ / "m"});
  EXPECT_EQ(corpus[DocId{0}].text, "second");
  EXPECT_THAT(Messages(corpus),
              ElementsAre(dir_ / "m/a.txt: repeats the id \"a.txt\" of " + dir_.path() +
                          "/n/a.txt; left out"));
}

// ---- JSON Lines ----

TEST_F(ReadCorpusTest, ReadsJsonLinesAndSortsById) {
  const std::string path = dir_.Write(
      "w.jsonl",
      "{\"id\":\"b\",\"text\":\"2\"}\n\n  \r\n{\"id\":\"a\",\"text\":\"1\"}\r\n"
      "{\"id\":\"c\",\"text\":\"3\"}");
  const Corpus corpus = Read({path});
  EXPECT_THAT(Ids(corpus), ElementsAre("a", "b", "c"));
  EXPECT_THAT(corpus.diagnostics(), IsEmpty());
}

TEST_F(ReadCorpusTest, NamesARecordWithoutIdByItsLine) {
  const std::string path =
      dir_.Write("w.jsonl", "\n{\"text\":\"x\"}\n{\"text\":\"y\"}\n");
  EXPECT_THAT(Ids(Read({path})), ElementsAre(path + ":2", path + ":3"));
}

TEST_F(ReadCorpusTest, ABrokenLineCostsOneDiagnosticAndNothingElse) {
  const std::string path = dir_.Write("w.jsonl",
                                      "{\"id\":\"a\",\"text\":\"1\"}\n"
                                      "{\"id\":\"b\",\"text\":\"2\n"
                                      "[]\n"
                                      "{\"id\":\"c\"}\n"
                                      "{\"id\":\"d\",\"text\":\"4\"}\n");
  const Corpus corpus = Read({path});
  EXPECT_THAT(Ids(corpus), ElementsAre("a", "d"));
  EXPECT_THAT(
      Messages(corpus),
      ElementsAre(StartsWith(path + ":2: byte 19: broken JSON"),
                  StartsWith(path + ":3: byte 0: not a JSON object but an array"),
                  StartsWith(path + ":4: byte 0: no field \"text\"")));
}

TEST_F(ReadCorpusTest, NamesBothPlacesOfARepeatedId) {
  const std::string one = dir_.Write("1.jsonl", "{\"id\":\"a\",\"text\":\"first\"}\n");
  const std::string two = dir_.Write(
      "2.jsonl", "{\"id\":\"b\",\"text\":\"x\"}\n{\"id\":\"a\",\"text\":\"y\"}\n");
  const Corpus corpus = Read({one, two});
  EXPECT_EQ(corpus[DocId{0}].text, "first");
  EXPECT_THAT(
      Messages(corpus),
      ElementsAre(two + ":2: byte 0: repeats the id \"a\" of " + one + ":1; left out"));
  EXPECT_EQ(corpus.diagnostics()[0].doc, "a");
}

TEST_F(ReadCorpusTest, ReadsAFileThatIsGivenTwiceOnce) {
  const std::string path = dir_.Write("w.jsonl", Records(10));
  const Corpus corpus = Read({path, dir_ / "./w.jsonl"});
  EXPECT_EQ(corpus.documents().size(), 10u);
  EXPECT_THAT(Messages(corpus),
              ElementsAre(dir_ / "./w.jsonl: given twice; read once"));
}

TEST_F(ReadCorpusTest, SkipsAByteOrderMarkButCountsIt) {
  const std::string path =
      dir_.Write("w.jsonl", "\xEF\xBB\xBF{\"id\":\"a\",\"text\":\"x\",\"url\":7}\n");
  const Corpus corpus = Read({path});
  EXPECT_THAT(Ids(corpus), ElementsAre("a"));
  EXPECT_THAT(Messages(corpus), ElementsAre(StartsWith(path + ":1: byte 30: ")));
}

TEST_F(ReadCorpusTest, OrdersDiagnosticsByFileLineAndByte) {
  const std::string one = dir_.Write("1.jsonl",
                                     "{\"id\":\"a\",\"text\":\"x\"}\n"
                                     "{\"id\":\"a\",\"text\":\"x\",\"lang\":7}\n"
                                     "{\"url\":7,\"text\":\"x\",\"title\":7}\n");
  const std::string two = dir_.Write("0.jsonl", "{\n");
  EXPECT_THAT(Messages(Read({one, two})),
              ElementsAre(AllOf(StartsWith(one + ":2: byte 0: "), HasSubstr("repeats")),
                          AllOf(StartsWith(one + ":2: byte 28: "), HasSubstr("lang")),
                          AllOf(StartsWith(one + ":3: byte 7: "), HasSubstr("url")),
                          AllOf(StartsWith(one + ":3: byte 28: "), HasSubstr("title")),
                          StartsWith(two + ":1: byte 1: ")));
}

TEST_F(ReadCorpusTest, StrictMakesTheFirstDiagnosticAnError) {
  CorpusOptions strict;
  strict.strict = true;
  const std::string good = dir_.Write("1.jsonl", Records(1));
  const std::string bad = dir_.Write("2.jsonl", "{\"text\":\"x\"}\n{\n[]\n");
  EXPECT_THAT(ReadCorpus({{good}}, strict), IsOk());
  EXPECT_THAT(
      ReadCorpus({{good, bad}}, strict),
      StatusIs(absl::StatusCode::kInvalidArgument, StartsWith(bad + ":2: byte 1: ")));
}

TEST_F(ReadCorpusTest, NeverReadsNothingWithoutSayingSo) {
  EXPECT_THAT(ReadCorpus({}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("no document")));
  const std::string empty = dir_.Write("e.jsonl", "");
  EXPECT_THAT(ReadCorpus({{empty}}),
              StatusIs(absl::StatusCode::kNotFound, HasSubstr("holds no record")));
  const std::string bad = dir_.Write("b.jsonl", "{}\n7\nx\n[]\n");
  EXPECT_THAT(ReadCorpus({{bad}}),
              StatusIs(absl::StatusCode::kNotFound,
                       AllOf(HasSubstr(bad + ":1"), HasSubstr(bad + ":3"),
                             ::testing::Not(HasSubstr(bad + ":4")))));
}

TEST_F(ReadCorpusTest, ReadsALineOf50MB) {
  std::string text;
  while (text.size() < 50'000'000) text += "A sentence of some words.\\n";
  const std::string path =
      dir_.Write("w.jsonl", "{\"id\":\"a\",\"text\":\"" + text +
                                "\"}\n{\"id\":\"b\",\"text\":\"x\"}");
  const Corpus corpus = Read({path});
  EXPECT_THAT(Ids(corpus), ElementsAre("a", "b"));
  EXPECT_EQ(corpus[DocId{0}].text.size(), text.size() / 27 * 26);
}

// ---- Packed files ----

class PackedTest : public ReadCorpusTest {
 protected:
  // The number of the records of a read that are as Records() made them.
  static size_t Intact(const Corpus& corpus, const Corpus& expected) {
    size_t intact = 0;
    while (intact < corpus.documents().size() && intact < expected.documents().size() &&
           corpus.documents()[intact].id == expected.documents()[intact].id &&
           corpus.documents()[intact].text == expected.documents()[intact].text) {
      ++intact;
    }
    return intact;
  }
};

TEST_F(PackedTest, ReadsAllMembersAndFrames) {
  const std::string records = Records(5000);
  const size_t half = records.size() / 2;
  const std::string_view front = std::string_view(records).substr(0, half);
  const std::string_view back = std::string_view(records).substr(half);
  const Corpus plain = Read({dir_.Write("w.jsonl", records)});
  for (const std::string& path : {
           dir_.Write("w.jsonl.gz", Gzip(front) + Gzip("") + Gzip(back)),
           dir_.Write("w.jsonl.zst", Zstd(front) + Zstd("") + Zstd(back)),
           // The name says nothing, the first bytes do.
           dir_.Write("gz", Gzip(records)),
           dir_.Write("zst", Zstd(records)),
           dir_.Write("tape.gz", Gzip(records) + std::string(1024, '\0')),
       }) {
    const Corpus corpus = Read({path});
    EXPECT_EQ(Intact(corpus, plain), 5000u) << path;
    EXPECT_THAT(Messages(corpus), IsEmpty()) << path;
  }
}

TEST_F(PackedTest, KeepsWhatCameBeforeTheCut) {
  const std::string records = Records(5000);
  const Corpus plain = Read({dir_.Write("w.jsonl", records)});
  const std::string gzip = Gzip(records);
  const std::string zstd = Zstd(records);
  for (const std::string& path :
       {dir_.Write("w.gz", gzip.substr(0, gzip.size() / 2)),
        dir_.Write("w.zst", zstd.substr(0, zstd.size() / 2))}) {
    const Corpus corpus = Read({path});
    EXPECT_GT(Intact(corpus, plain), 1000u) << path;
    EXPECT_EQ(Intact(corpus, plain), corpus.documents().size()) << path;
    ASSERT_EQ(corpus.diagnostics().size(), 1u) << path;
    EXPECT_THAT(Messages(corpus)[0], HasSubstr("cut off")) << path;
    EXPECT_EQ(corpus.diagnostics()[0].line, corpus.documents().size() + 1) << path;
  }
}

TEST_F(PackedTest, KeepsALastRecordThatIsWholeBeforeTheCut) {
  std::string gzip = Gzip("{\"id\":\"a\",\"text\":\"x\"}");
  gzip.resize(gzip.size() - 4);  // of the trailer
  const Corpus corpus = Read({dir_.Write("w.gz", gzip)});
  EXPECT_THAT(Ids(corpus), ElementsAre("a"));
  EXPECT_THAT(Messages(corpus), ElementsAre(HasSubstr("cut off")));
}

TEST_F(PackedTest, SaysWhatIsDamaged) {
  const std::string records = Records(5000);
  const Corpus plain = Read({dir_.Write("w.jsonl", records)});
  for (const std::string_view name : {"w.gz", "w.zst"}) {
    std::string packed = name == "w.gz" ? Gzip(records) : Zstd(records);
    for (size_t i = 0; i < 64; ++i) packed[packed.size() / 2 + i] ^= '\x5A';
    const std::string path = dir_.Write(name, packed);
    const absl::StatusOr<Corpus> corpus = ReadCorpus({{path}});
    ASSERT_THAT(corpus, IsOk()) << path;
    EXPECT_GT(Intact(*corpus, plain), 2000u) << path;
    EXPECT_THAT(Messages(*corpus), ::testing::Contains(HasSubstr("damaged"))) << path;
  }
  const std::string tail = dir_.Write("t.gz", Gzip(records) + "and more");
  const Corpus corpus = Read({tail});
  EXPECT_EQ(Intact(corpus, plain), 5000u);
  EXPECT_THAT(Messages(corpus), ElementsAre(HasSubstr("followed by")));
}

TEST_F(PackedTest, SaysWhereAWrongChecksumStands) {
  const std::string records = Records(100);
  for (const std::string_view name : {"w.gz", "w.zst"}) {
    std::string packed = name == "w.gz" ? Gzip(records) : Zstd(records);
    packed[packed.size() - (name == "w.gz" ? 8 : 4)] ^= '\x01';
    const Corpus corpus = Read({dir_.Write(name, packed)});
    EXPECT_EQ(corpus.documents().size(), 100u) << name;
    EXPECT_THAT(Messages(corpus), ElementsAre(HasSubstr("damaged"))) << name;
  }
}

TEST_F(PackedTest, RefusesWhatOnlyItsNameCallsPacked) {
  for (const std::string& path :
       {dir_.Write("a.gz", Records(1)), dir_.Write("a.zst", Records(1)),
        dir_.Write("e.gz", ""), dir_.Write("e.zst", "")}) {
    EXPECT_THAT(ReadCorpus({{path}}),
                StatusIs(absl::StatusCode::kNotFound, HasSubstr(path)));
  }
}

// ---- Standard input ----

TEST_F(ReadCorpusTest, ReadsStandardInput) {
  const std::string path = dir_.Write("w.jsonl", "{\"text\":\"x\"}\n{\n");
  const int saved = ::dup(STDIN_FILENO);
  ASSERT_NE(std::freopen(path.c_str(), "r", stdin), nullptr);
  const Corpus corpus = Read({"-"});
  ::dup2(saved, STDIN_FILENO);
  ::close(saved);
  EXPECT_THAT(Ids(corpus), ElementsAre("-:1"));
  EXPECT_THAT(Messages(corpus), ElementsAre(StartsWith("-:2: byte 1: ")));
}

}  // namespace
}  // namespace rashomon
