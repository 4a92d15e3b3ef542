// The views that are no page: CSV, Markdown, SQLite.

#include <memory>
#include <string>
#include <vector>

#include "core/report/display.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "rashomon/report.h"
#include "sqlite3.h"
#include "tests/report/fixture.h"
#include "tests/report/hostile.h"

namespace rashomon {
namespace {

using testing::Case;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::HostileCase;
using ::testing::Not;
using testing::SmallCase;
using ::testing::StartsWith;

// RFC 4180, read by its grammar.
std::vector<std::vector<std::string>> ParseCsv(const std::string& csv) {
  std::vector<std::vector<std::string>> rows(1, {""});
  bool quoted = false;
  for (size_t i = 0; i < csv.size(); ++i) {
    const char c = csv[i];
    if (quoted && c == '"' && i + 1 < csv.size() && csv[i + 1] == '"') {
      rows.back().back() += c;
      ++i;
    } else if (c == '"') {
      quoted = !quoted;
    } else if (!quoted && c == ',') {
      rows.back().push_back("");
    } else if (!quoted && csv.compare(i, 2, "\r\n") == 0) {
      if (i + 2 < csv.size()) rows.push_back({""});
      ++i;
    } else {
      rows.back().back() += c;
    }
  }
  return rows;
}

TEST(FindingsCsv, HasARowForEveryClaimAndPassage) {
  const Case c = SmallCase();
  const auto rows = ParseCsv(FindingsCsv(c.documents, c.findings));
  ASSERT_EQ(rows.size(), 1u + 2 + 2 + 2);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
  EXPECT_THAT(rows[1], ::testing::Contains("10-year war"));
  EXPECT_THAT(rows[1], ::testing::Contains("10 year"));
}

TEST(FindingsCsv, NoCellIsAFormula) {
  for (const char* text : {"=1+1", "+1", "-1", "@x", "  =1", "＝1", "\t=1", "\"=1"}) {
    Case c = SmallCase();
    c.documents[0].title = text;
    c.documents[0].source = text;
    for (const auto& row : ParseCsv(FindingsCsv(c.documents, c.findings))) {
      for (const std::string& cell : row) {
        const size_t at = cell.find_first_not_of(' ');
        if (at == std::string::npos) continue;
        EXPECT_THAT(cell.substr(at), Not(StartsWith("=")));
        EXPECT_THAT(cell.substr(at), Not(StartsWith("+")));
        EXPECT_THAT(cell.substr(at), Not(StartsWith("-")));
        EXPECT_THAT(cell.substr(at), Not(StartsWith("@")));
        EXPECT_THAT(cell.substr(at), Not(StartsWith("＝")));
      }
    }
  }
}

TEST(FindingsCsv, HostileTextsStayInTheirCells) {
  const Case c = HostileCase();
  const auto rows = ParseCsv(FindingsCsv(c.documents, c.findings));
  ASSERT_EQ(rows.size(), 7u);
  for (const auto& row : rows) EXPECT_EQ(row.size(), rows[0].size());
}

TEST(Views, NoControlOrMarkOfDirectionIsLeft) {
  const Case c = HostileCase();
  for (const std::string& out : {FindingsCsv(c.documents, c.findings),
                                 FindingsMarkdown(c.documents, c.findings)}) {
    for (size_t i = 0; i < out.size();) {
      const Character character = CharacterAt(out, i);
      EXPECT_NE(character.code, -1);
      EXPECT_TRUE(character.code == '\n' || character.code == '\r' ||
                  !IsUnsafe(character.code))
          << std::hex << character.code;
      i += character.size;
    }
  }
}

TEST(FindingsMarkdown, ShowsValuesInTheirSentences) {
  const Case c = SmallCase();
  EXPECT_THAT(FindingsMarkdown(c.documents, c.findings),
              HasSubstr("The colony fought a <b>10\\-year war</b> over"));
}

TEST(FindingsMarkdown, WhatIsNotRaisedStandsUnderAHeadingOfItsOwn) {
  Case c = SmallCase();
  c.findings.facts[0].verdict = Verdict::kRounded;
  const std::string out = FindingsMarkdown(c.documents, c.findings);
  EXPECT_THAT(out, HasSubstr("## Told differently\n\nNothing.\n"));
  EXPECT_THAT(out, HasSubstr("## Looked at and not raised\n\n### F1 rounded"));
}

TEST(FindingsMarkdown, HostileTextIsNoMarkUp) {
  const Case c = HostileCase();
  const std::string out = FindingsMarkdown(c.documents, c.findings);
  for (const char* bad : {"<script", "<img", "&amp;"}) {
    size_t at = out.find(bad);
    while (at != std::string::npos) {
      EXPECT_TRUE(at > 0 && out[at - 1] == '\\') << bad;
      at = out.find(bad, at + 1);
    }
  }
}

// Runs `sql` on the database of `c`; the rows, their columns joined by "|".
std::vector<std::string> Query(const Case& c, const std::string& sql) {
  const auto bytes = FindingsSqlite(c.documents, c.findings);
  EXPECT_TRUE(bytes.ok()) << bytes.status();
  sqlite3* db = nullptr;
  sqlite3_open(":memory:", &db);
  std::string copy = *bytes;
  sqlite3_deserialize(db, "main", reinterpret_cast<unsigned char*>(copy.data()),
                      static_cast<sqlite3_int64>(copy.size()),
                      static_cast<sqlite3_int64>(copy.size()),
                      SQLITE_DESERIALIZE_READONLY);
  std::vector<std::string> rows;
  const auto add = [](void* out, int columns, char** values, char**) {
    std::string row;
    for (int i = 0; i < columns; ++i) {
      row += (i > 0 ? "|" : "") + std::string(values[i] != nullptr ? values[i] : "");
    }
    static_cast<std::vector<std::string>*>(out)->push_back(row);
    return 0;
  };
  char* error = nullptr;
  EXPECT_EQ(sqlite3_exec(db, sql.c_str(), add, &rows, &error), SQLITE_OK)
      << (error != nullptr ? error : "");
  sqlite3_close(db);
  return rows;
}

TEST(FindingsSqlite, AnswersQuestionsInSql) {
  const Case c = SmallCase();
  EXPECT_THAT(Query(c, "SELECT value, doc, sentence FROM told_differently"),
              ElementsAre("10 year|a.txt|The colony fought a [10-year war] over the "
                          "crossing.",
                          "9 year|b.txt|The [nine-year war] over the crossing is not "
                          "forgotten."));
  EXPECT_THAT(Query(c, "SELECT DISTINCT id, grade FROM said_twice"),
              ElementsAre("R1|near"));
  EXPECT_THAT(Query(c, "PRAGMA integrity_check"), ElementsAre("ok"));
  EXPECT_THAT(Query(c, "PRAGMA foreign_key_check"), ElementsAre());
}

TEST(FindingsSqlite, HostileTextsAreOnlyValues) {
  Case c = HostileCase();
  c.findings.facts[0].topic = "x'); DROP TABLE claim; --";
  EXPECT_THAT(Query(c, "SELECT count(*) FROM claim"), ElementsAre("2"));
  EXPECT_THAT(Query(c, "SELECT topic FROM fact"),
              ElementsAre("x'); DROP TABLE claim; --"));
}

}  // namespace
}  // namespace rashomon
