#include "core/base/atomic_file.h"

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/testing/status_matchers.h"
#include "tests/testing/temp_dir.h"

namespace rashomon {
namespace {

using ::rashomon::testing::IsOk;
using ::rashomon::testing::ReadFile;
using ::rashomon::testing::StatusIs;
using ::rashomon::testing::TempDir;
using ::testing::AllOf;
using ::testing::HasSubstr;

size_t NumEntries(const std::string& directory) {
  size_t count = 0;
  for ([[maybe_unused]] const auto& entry :
       std::filesystem::directory_iterator(directory)) {
    ++count;
  }
  return count;
}

mode_t Mode(const std::string& path) {
  struct stat status = {};
  EXPECT_EQ(::stat(path.c_str(), &status), 0);
  return status.st_mode & 07777;
}

TEST(WriteFileAtomically, WritesAndReplacesAndLeavesNothingElse) {
  const TempDir dir;
  const std::string path = dir / "out.txt";
  const std::string content("a\0b\n", 4);
  ASSERT_THAT(WriteFileAtomically(path, content), IsOk());
  EXPECT_EQ(ReadFile(path), content);
  ASSERT_THAT(WriteFileAtomically(path, ""), IsOk());
  EXPECT_EQ(ReadFile(path), "");
  EXPECT_EQ(NumEntries(dir.path()), 1u);
}

TEST(WriteFileAtomically, AReaderOfTheOldFileKeepsIt) {
  const TempDir dir;
  const std::string path = dir.Write("out.txt", "old");
  std::ifstream reader(path);
  ASSERT_THAT(WriteFileAtomically(path, "new"), IsOk());
  std::string word;
  reader >> word;
  EXPECT_EQ(word, "old");
  EXPECT_EQ(ReadFile(path), "new");
}

TEST(WriteFileAtomically, HandsPermissionsOn) {
  const TempDir dir;
  const std::string path = dir.Write("out.txt", "old");
  ASSERT_EQ(::chmod(path.c_str(), 0640), 0);
  ASSERT_THAT(WriteFileAtomically(path, "new"), IsOk());
  EXPECT_EQ(Mode(path), 0640u);
}

TEST(WriteFileAtomically, ANewFileHasWhatTheUmaskLeaves) {
  const TempDir dir;
  const mode_t before = ::umask(027);
  EXPECT_THAT(WriteFileAtomically(dir / "out.txt", "new"), IsOk());
  ::umask(before);
  EXPECT_EQ(Mode(dir / "out.txt"), 0640u);
}

TEST(WriteFileAtomically, ReplacesTheTargetOfALink) {
  const TempDir dir;
  dir.Write("real/out.txt", "old");
  std::filesystem::create_symlink("real/out.txt", dir / "link");
  std::filesystem::create_symlink(dir / "link", dir / "again");
  ASSERT_THAT(WriteFileAtomically(dir / "again", "new"), IsOk());
  EXPECT_TRUE(std::filesystem::is_symlink(dir / "again"));
  EXPECT_TRUE(std::filesystem::is_symlink(dir / "link"));
  EXPECT_EQ(ReadFile(dir / "real/out.txt"), "new");
  std::filesystem::create_symlink("real/fresh.txt", dir / "dangling");
  ASSERT_THAT(WriteFileAtomically(dir / "dangling", "new"), IsOk());
  EXPECT_EQ(ReadFile(dir / "real/fresh.txt"), "new");
}

TEST(WriteFileAtomically, NamesThePathAndTheReason) {
  const TempDir dir;
  EXPECT_THAT(WriteFileAtomically(dir / "no/out.txt", "x"),
              StatusIs(absl::StatusCode::kNotFound, AllOf(HasSubstr(dir / "no/out.txt"),
                                                          HasSubstr("No such file"))));
  std::filesystem::create_directory(dir / "d");
  EXPECT_THAT(WriteFileAtomically(dir / "d", "x"),
              StatusIs(absl::StatusCode::kFailedPrecondition,
                       AllOf(HasSubstr(dir / "d"), HasSubstr("directory"))));
  std::filesystem::create_symlink("loop", dir / "loop");
  EXPECT_FALSE(WriteFileAtomically(dir / "loop", "x").ok());
  EXPECT_EQ(NumEntries(dir.path()), 2u);
}

TEST(WriteFileAtomically, WritesToADeviceAsItStands) {
  ASSERT_THAT(WriteFileAtomically("/dev/null", "x"), IsOk());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
  EXPECT_THAT(WriteFileAtomically("/dev/full", "x"),
              StatusIs(absl::StatusCode::kResourceExhausted, HasSubstr("/dev/full")));
}

TEST(WriteFileAtomically, TakesANameAsLongAsNamesCanBe) {
  const TempDir dir;
  EXPECT_THAT(WriteFileAtomically(dir / std::string(255, 'n'), "x"), IsOk());
}

}  // namespace
}  // namespace rashomon
