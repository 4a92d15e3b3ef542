#include "rashomon/dedup.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temp_dir.h"

namespace rashomon {
namespace {

using Json = nlohmann::ordered_json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::ReadFile;
using ::testing::SizeIs;
using testing::StatusIs;

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

// ---- A slow oracle of its own: texts of plain words, shingles as strings ----

using Shingles = std::set<std::vector<std::string>>;

Shingles ShinglesOf(const std::string& text, size_t n) {
  std::vector<std::string> words;
  std::istringstream in(text);
  for (std::string word; in >> word;) words.push_back(word);
  n = std::min(n, words.size());
  Shingles shingles;
  for (size_t i = 0; n > 0 && i + n <= words.size(); ++i) {
    shingles.emplace(words.begin() + static_cast<ptrdiff_t>(i),
                     words.begin() + static_cast<ptrdiff_t>(i + n));
  }
  return shingles;
}

double Jaccard(const Shingles& a, const Shingles& b) {
  std::vector<std::vector<std::string>> common;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(),
                        std::back_inserter(common));
  return static_cast<double>(common.size()) /
         static_cast<double>(a.size() + b.size() - common.size());
}

struct Made {
  std::string id, text, published, line;
};

// Originals of 20 to 120 words and copies of them with none to many words changed.
std::vector<Made> MakeCorpus(uint64_t seed, size_t size) {
  std::mt19937_64 random(seed);
  std::vector<Made> corpus;
  const auto word = [&random] { return "w" + std::to_string(random() % 3000); };
  while (corpus.size() < size) {
    std::vector<std::string> words(20 + random() % 100);
    for (std::string& w : words) w = word();
    for (size_t copies = 1 + random() % 6 * (random() % 2); copies > 0; --copies) {
      std::vector<std::string> changed = words;
      for (size_t edits = random() % 5 * (random() % 2); edits > 0; --edits) {
        changed[random() % changed.size()] = word();
      }
      Made made;
      made.id = "id" + std::to_string(random());
      for (const std::string& w : changed)
        made.text += (made.text.empty() ? "" : " ") + w;
      Json json = {{"id", made.id}, {"text", made.text}, {"n", corpus.size()}};
      if (random() % 3 > 0) {
        made.published = "2024-05-" + std::to_string(10 + random() % 20);
        json["published"] = made.published;
      }
      made.line = json.dump();
      corpus.push_back(made);
    }
  }
  std::shuffle(corpus.begin(), corpus.end(), random);
  return corpus;
}

class DedupTest : public ::testing::Test {
 protected:
  std::string Path(const std::string& name) const { return dir_ / name; }

  void Write(const std::string& name, const std::string& content) const {
    dir_.Write(name, content);
  }

  void Write(const std::string& name, const std::vector<Made>& corpus) const {
    std::string content;
    for (const Made& made : corpus) content += made.line + "\n";
    Write(name, content);
  }

  struct Output {
    std::string corpus, removed;
    friend bool operator==(const Output&, const Output&) = default;
  };

  Output Run(const std::string& name, const DedupOptions& options = {},
             const RunOptions& run = {}) {
    const absl::StatusOr<DedupSummary> summary =
        Dedup({Path(name)}, {Path("out"), Path("gone")}, options, {}, run);
    EXPECT_TRUE(summary.ok()) << summary.status();
    if (summary.ok()) summary_ = *summary;
    return {ReadFile(Path("out")), ReadFile(Path("gone"))};
  }

  testing::TempDir dir_;
  DedupSummary summary_;
};

TEST_F(DedupTest, EveryRemovedDocumentHasASurvivorThatIsPreferredAndVerified) {
  const std::vector<Made> corpus = MakeCorpus(1, 600);
  Write("in", corpus);
  std::map<std::string, Made> by_id;
  for (const Made& made : corpus) by_id[made.id] = made;
  for (const double t : {0.3, 0.5, 0.7, 0.9, 1.0}) {
    const Output output = Run("in", {.min_jaccard = t});
    std::set<std::string> kept;
    for (const std::string& line : Lines(output.corpus)) {
      const std::string id = Json::parse(line)["id"];
      ASSERT_EQ(line, by_id.at(id).line);  // as it was read
      kept.insert(id);
    }
    size_t removed = 0;
    for (const std::string& line : Lines(output.removed)) {
      const Json json = Json::parse(line);
      const Made& gone = by_id.at(json["doc"]);
      const Made& survivor = by_id.at(json["survivor"]["doc"]);
      ++removed;
      ASSERT_FALSE(kept.contains(gone.id));
      ASSERT_TRUE(kept.contains(survivor.id));
      const double jaccard =
          Jaccard(ShinglesOf(gone.text, 5), ShinglesOf(survivor.text, 5));
      ASSERT_GE(jaccard, t);
      ASSERT_DOUBLE_EQ(json["jaccard"], jaccard);
      ASSERT_EQ(json["copy"], gone.text == survivor.text);
      const auto preference = [](const Made& made) {
        return std::pair(made.published.empty() ? "9" : made.published, made.id);
      };
      ASSERT_LT(preference(survivor), preference(gone));
    }
    ASSERT_EQ(kept.size() + removed, corpus.size());
    ASSERT_EQ(summary_.kept_documents, kept.size());
    ASSERT_EQ(summary_.copies + summary_.near_duplicates, removed);
  }
}

TEST_F(DedupTest, SurvivorsThatAreAlikeAreAsRareAsTheRecallSays) {
  size_t missed = 0, removed = 0;
  for (uint64_t seed = 0; seed < 5; ++seed) {
    const std::vector<Made> corpus = MakeCorpus(100 + seed, 400);
    Write("in", corpus);
    std::vector<Shingles> kept;
    for (const std::string& line : Lines(Run("in").corpus)) {
      kept.push_back(ShinglesOf(Json::parse(line)["text"], 5));
    }
    for (size_t i = 0; i < kept.size(); ++i) {
      for (size_t j = 0; j < i; ++j) missed += Jaccard(kept[i], kept[j]) >= 0.7 ? 1 : 0;
    }
    removed += corpus.size() - kept.size();
  }
  ASSERT_GT(removed, 300);
  EXPECT_LE(static_cast<double>(missed), 0.01 * static_cast<double>(removed));
}

TEST_F(DedupTest, ARunOverItsOutputRemovesNothing) {
  Write("in", MakeCorpus(2, 1000));
  for (const Keep keep : {Keep::kEarliest, Keep::kLongest, Keep::kFirst}) {
    for (const double t : {0.3, 0.7}) {
      const Output once = Run("in", {.keep = keep, .min_jaccard = t});
      Write("once", once.corpus);
      const Output twice = Run("once", {.keep = keep, .min_jaccard = t});
      ASSERT_EQ(twice.corpus, once.corpus);
      ASSERT_THAT(twice.removed, IsEmpty());
    }
  }
}

// A form filled in 3,000 times: all share its words, no two are near-duplicates.
TEST_F(DedupTest, ARunOverItsOutputRemovesNothingWhereMoreAreAlikeThanAreLookedAt) {
  std::mt19937_64 random(3);
  std::string content;
  for (int i = 0; i < 3000; ++i) {
    std::string text = "shr loss cts net loss revs mln avg shrs year shr loss net loss";
    for (int k = 0; k < 8; ++k) text += " w" + std::to_string(random() % 12);
    content += Json({{"id", std::to_string(i)}, {"text", text}}).dump() + "\n";
  }
  Write("in", content);
  const Output once = Run("in", {.min_jaccard = 0.7});
  Write("once", once.corpus);
  EXPECT_THAT(Run("once", {.min_jaccard = 0.7}).removed, IsEmpty());
}

TEST_F(DedupTest, ThreadsAndMemoryChangeNothing) {
  Write("in", MakeCorpus(4, 3000));
  for (const Unit unit : {Unit::kDocument, Unit::kParagraph}) {
    const Output expected = Run("in", {.unit = unit}, {.threads = 1});
    for (const int threads : {1, 2, 8}) {
      for (const uint64_t memory : {0, 1, 1 << 20, 1 << 30}) {
        ASSERT_EQ(
            Run("in", {.unit = unit}, {.threads = threads, .memory_bytes = memory}),
            expected)
            << threads << " threads, " << memory << " bytes";
      }
    }
  }
}

TEST_F(DedupTest, ThreadsChangeNothingOfAFolderOfTexts) {
  size_t number = 0;
  for (const Made& made : MakeCorpus(9, 300)) {
    const std::string flaw = ++number % 7 == 0 ? " \xFF" : "";
    Write("texts/" + std::to_string(number) + ".txt", made.text + flaw);
  }
  const Output expected = Run("texts", {}, {.threads = 1});
  EXPECT_GT(summary_.near_duplicates, 0);
  EXPECT_THAT(summary_.diagnostics, SizeIs(number / 7));
  EXPECT_EQ(Run("texts", {}, {.threads = 8}), expected);
}

TEST_F(DedupTest, TheOrderOfTheInputChangesNothing) {
  std::vector<Made> corpus = MakeCorpus(5, 1000);
  const auto sorted_lines = [](const Output& output) {
    std::vector<std::string> kept = Lines(output.corpus), gone = Lines(output.removed);
    std::sort(kept.begin(), kept.end());
    std::sort(gone.begin(), gone.end());
    return std::pair(kept, gone);
  };
  Write("in", corpus);
  const auto expected = sorted_lines(Run("in", {.keep = Keep::kLongest}));
  std::reverse(corpus.begin(), corpus.end());
  Write("in", corpus);
  EXPECT_EQ(sorted_lines(Run("in", {.keep = Keep::kLongest})), expected);
}

TEST_F(DedupTest, AStoryInFiveThousandPapersIsKeptOnce) {
  std::mt19937_64 random(6);
  std::string story;
  for (int i = 0; i < 150; ++i) story += "w" + std::to_string(random() % 3000) + " ";
  std::string content;
  for (int i = 0; i < 5000; ++i) {
    const std::string paper = "paper" + std::to_string(i);
    content +=
        Json({{"id", paper}, {"text", paper + " " + story + paper}}).dump() + "\n";
  }
  Write("in", content);
  Run("in");
  EXPECT_EQ(summary_.kept_documents, 1);
  EXPECT_EQ(summary_.near_duplicates, 4999);
}

TEST_F(DedupTest, TextsWithoutWordsAndHostileOnesStay) {
  std::string content;
  for (const char* text :
       {"...", "...", "?!", "\xF0\x9F\x99\x82", "\xF0\x9F\x99\x82"}) {
    content += Json({{"text", text}}).dump() + "\n";
  }
  const std::string kInvalid = "{\"text\": \"a \xFF b\"}\n";
  content += kInvalid + kInvalid + "{\"text\": \"lone \\ud800 half\"}\n[]\n{\"text\"";
  Write("in", content);
  const Output output = Run("in");
  EXPECT_EQ(summary_.documents, 8);
  EXPECT_EQ(summary_.kept_documents, 7);  // one of the two with invalid bytes goes
  EXPECT_THAT(output.corpus, HasSubstr(kInvalid));
  EXPECT_THAT(output.corpus, HasSubstr("\\ud800"));
}

TEST_F(DedupTest, OneTextOfManyMegabytesIsOneDocument) {
  std::mt19937_64 random(7);
  std::string text;
  while (text.size() < (8 << 20)) text += "w" + std::to_string(random()) + " ";
  Write("in", Json({{"id", "a"}, {"text", text}}).dump() + "\n" +
                  Json({{"id", "b"}, {"text", text + "end"}}).dump());
  Run("in", {}, {.memory_bytes = 1 << 20});
  EXPECT_EQ(summary_.kept_documents, 1);
  EXPECT_EQ(summary_.near_duplicates, 1);
}

TEST_F(DedupTest, OneOfTheParagraphsStaysAndTextsGoOnlyAsAWhole) {
  const std::string story =
      "one two three four five six seven eight nine ten eleven twelve";
  const auto record = [](const std::string& id, const std::string& text) {
    return Json({{"id", id}, {"text", text}}).dump() + "\n";
  };
  Write("in", record("a", "first of all\n\n" + story + "\n\n" + story + "\n") +
                  record("b", story) + record("c", "\n" + story + "\n\nlast\n"));
  const Output output = Run("in", {.unit = Unit::kParagraph});
  EXPECT_EQ(output.corpus,
            record("a", "first of all\n\n" + story + "\n") + record("c", "\nlast\n"));
  EXPECT_EQ(summary_.copies, 3);
}

// What is left of the texts still holds every survivor, whole.
TEST_F(DedupTest, PassagesGoBecauseOfPassagesThatStay) {
  std::mt19937_64 random(8);
  const auto word = [&random] {
    std::string letters;
    for (int i = 0; i < 4; ++i) {
      letters += "bdfgklmnprst"[random() % 12];
      letters += "aeiou"[random() % 5];
    }
    return letters;
  };
  const auto sentence = [&random, &word](size_t words) {
    std::string text = "The " + word();
    for (size_t i = 2; i < words; ++i)
      text += (random() % 4 == 0 ? " of " : " ") + word();
    return text + ". ";
  };
  std::vector<std::string> shared;
  for (int i = 0; i < 10; ++i) shared.push_back(sentence(15 + random() % 20));
  std::string content;
  std::map<std::string, std::string> texts;
  for (int i = 0; i < 60; ++i) {
    std::string text = sentence(30);
    for (size_t k = random() % 3; k > 0; --k) {
      text += shared[random() % shared.size()] + sentence(25);
    }
    texts["d" + std::to_string(i)] = text;
    content += Json({{"id", "d" + std::to_string(i)}, {"text", text}, {"x", "\u00e9"}})
                   .dump() +
               "\n";
  }
  Write("in", content);
  const Output output = Run("in", {.unit = Unit::kPassage, .keep = Keep::kFirst});
  ASSERT_GT(summary_.copies, 30);
  std::map<std::string, std::string> left;
  for (const std::string& line : Lines(output.corpus)) {
    const Json json = Json::parse(line);
    left[json["id"]] = json["text"];
    ASSERT_THAT(line, HasSubstr("\"x\":"));
  }
  size_t kept_bytes = 0;
  for (const auto& [id, text] : left) kept_bytes += text.size();
  EXPECT_LT(kept_bytes, summary_.bytes - summary_.removed_bytes + 1);
  for (const std::string& line : Lines(output.removed)) {
    const Json json = Json::parse(line);
    const Json& survivor = json["survivor"];
    const size_t begin = survivor["begin"], end = survivor["end"];
    const std::string stays = texts.at(survivor["doc"]).substr(begin, end - begin);
    ASSERT_THAT(left.at(survivor["doc"]), HasSubstr(stays)) << line;
    ASSERT_GE(json["jaccard"], 0.7);
  }
  for (const int threads : {1, 8}) {
    ASSERT_EQ(Run("in", {.unit = Unit::kPassage, .keep = Keep::kFirst},
                  {.threads = threads, .memory_bytes = 1}),
              output);
  }
}

TEST_F(DedupTest, ADiagnosticOfAWholeFileHasNoLine) {
  Write("in", "{\"text\": \"a\"}\n");
  Write("empty", "");
  ASSERT_TRUE(Dedup({Path("in"), Path("empty")}, {Path("out"), Path("gone")}).ok());
  EXPECT_THAT(Json::parse(ReadFile(Path("gone")))["line"], Json(nullptr));
}

TEST_F(DedupTest, TwoNamesOfOneFileAreNoTwoOutputs) {
  Write("in", "{\"text\": \"a\"}\n");
  EXPECT_THAT(Dedup({Path("in")}, {Path("out"), Path("./out")}).status(),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("both")));
  EXPECT_FALSE(std::filesystem::exists(Path("out")));
}

TEST_F(DedupTest, OptionsOutOfRangeAreNamed) {
  Write("in", "{\"text\": \"a\"}\n");
  const auto run = [&](const DedupOptions& options) {
    return Dedup({Path("in")}, {Path("out"), ""}, options).status();
  };
  EXPECT_THAT(run({.min_jaccard = 0}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("min_jaccard=0")));
  EXPECT_THAT(run({.recall = 1}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("recall=1")));
  EXPECT_THAT(run({.min_words = 0}),
              StatusIs(absl::StatusCode::kInvalidArgument, HasSubstr("min_words=0")));
  EXPECT_FALSE(std::filesystem::exists(Path("out")));
}

}  // namespace
}  // namespace rashomon
