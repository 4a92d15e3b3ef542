// Which reader reads which path, and what becomes of trouble.

#include "core/io/walk_corpus.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/strings/str_cat.h"
#include "core/base/errno_status.h"
#include "core/base/status_macros.h"
#include "core/base/strings.h"
#include "core/io/byte_source.h"
#include "core/io/line_reader.h"
#include "core/io/record.h"
#include "core/io/text_files.h"

namespace rashomon {
namespace {

class Walker {
 public:
  explicit Walker(CorpusSink& sink) : sink_(sink) {}

  absl::Status WalkPath(const std::string& path);

 private:
  absl::Status WalkDirectory(const std::string& path);
  absl::Status ReadTextFile(const std::string& path, const std::string& id);
  absl::Status ReadJsonLines(const std::string& path);

  CorpusSink& sink_;
  std::set<std::pair<dev_t, ino_t>> read_;  // the files and directories given
  std::string text_;                        // a file's text, reused
};

absl::Status Walker::WalkPath(const std::string& path) {
  if (path == "-") return ReadJsonLines(path);
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    const absl::Status failure = ErrnoStatus(errno, "read", path);
    if (errno == ENOENT || errno == ENOTDIR)
      return absl::NotFoundError(failure.message());
    RASHOMON_RETURN_IF_ERROR(sink_.BeginFile(path));
    sink_.Complain("", 0, 0, std::string(failure.message()));
    return absl::OkStatus();
  }
  const bool is_directory = S_ISDIR(status.st_mode);
  if ((is_directory || S_ISREG(status.st_mode)) &&
      !read_.emplace(status.st_dev, status.st_ino).second) {
    RASHOMON_RETURN_IF_ERROR(sink_.BeginFile(path));
    sink_.Complain("", 0, 0, "given twice; read once");
    return absl::OkStatus();
  }
  if (is_directory) return WalkDirectory(path);
  return path.ends_with(".txt") ? ReadTextFile(path, path) : ReadJsonLines(path);
}

absl::Status Walker::WalkDirectory(const std::string& path) {
  const std::vector<DirectoryEntry> entries = ListTextFiles(path);
  if (entries.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.txt below the directory ", path,
                                            " (JSON Lines are given file by file)"));
  }
  for (const DirectoryEntry& entry : entries) {
    if (entry.trouble.empty()) {
      RASHOMON_RETURN_IF_ERROR(ReadTextFile(entry.path, entry.id));
    } else {
      RASHOMON_RETURN_IF_ERROR(sink_.BeginFile(entry.path));
      sink_.Complain("", 0, 0, entry.trouble);
    }
  }
  return absl::OkStatus();
}

// Reads all of `source`, but stops soon after `max_bytes`, into `text`, whose size
// stays what it grew to. Returns how many bytes there are.
absl::StatusOr<size_t> ReadAll(ByteSource& source, size_t max_bytes,
                               std::string& text) {
  constexpr size_t kFirstBytes = size_t{1} << 16;
  size_t size = 0;
  while (size <= max_bytes) {
    if (size == text.size()) {
      text.resize(std::max(kFirstBytes, std::min(2 * size, max_bytes + 1)));
    }
    RASHOMON_ASSIGN_OR_RETURN(const size_t got,
                              source.Read(text.data() + size, text.size() - size));
    if (got == 0) break;
    size += got;
  }
  return size;
}

absl::Status Walker::ReadTextFile(const std::string& path, const std::string& id) {
  RASHOMON_RETURN_IF_ERROR(sink_.BeginFile(path));
  const auto leave_out = [&](std::string_view why) {
    sink_.Complain(id, 0, 0, absl::StrCat(ToAbsl(why), "; left out"));
    return absl::OkStatus();
  };
  struct stat status = {};
  if (::stat(path.c_str(), &status) == 0 &&
      static_cast<uint64_t>(status.st_size) > kMaxDocumentBytes) {
    return leave_out("4 GiB or more of text");
  }
  const absl::StatusOr<std::unique_ptr<ByteSource>> file = OpenFile(path);
  if (!file.ok()) return leave_out(FromAbsl(file.status().message()));
  const absl::StatusOr<size_t> size = ReadAll(**file, kMaxDocumentBytes, text_);
  if (!size.ok()) return leave_out(FromAbsl(size.status().message()));
  if (*size > kMaxDocumentBytes) return leave_out("4 GiB or more of text");
  const std::string_view text(text_.data(), *size);
  if (IsBlank(text)) return leave_out("no text");
  return sink_.AddText(id, text);
}

absl::Status Walker::ReadJsonLines(const std::string& path) {
  RASHOMON_RETURN_IF_ERROR(sink_.BeginFile(path));
  const absl::StatusOr<std::unique_ptr<ByteSource>> source = OpenSource(path);
  if (!source.ok()) {
    sink_.Complain("", 0, 0, std::string(source.status().message()));
    return absl::OkStatus();
  }
  RASHOMON_RETURN_IF_ERROR(sink_.BeginLines((*source)->IsPlainFile()));
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  LineReader lines(**source, kMaxDocumentBytes);
  bool any_record = false;
  size_t last_size = 0;
  while (lines.Next()) {
    RawLine line = {.bytes = lines.line(), .number = lines.number()};
    last_size = line.bytes.size();
    if (lines.too_long()) {
      sink_.Complain("", lines.number(), 0, "a line of 4 GiB or more; left out");
      any_record = true;
      continue;
    }
    if (lines.number() == 1) {
      if (line.bytes.starts_with("\xFF\xFE") || line.bytes.starts_with("\xFE\xFF")) {
        sink_.Complain("", 1, 0, "probably UTF-16, not UTF-8; file left out");
        return absl::OkStatus();
      }
      if (line.bytes.starts_with(kByteOrderMark)) line.skipped = kByteOrderMark.size();
    }
    line.bytes.remove_prefix(line.skipped);
    if (line.bytes.find_first_not_of(" \t\r") == line.bytes.npos) continue;
    any_record = true;
    line.file_offset = lines.offset() + line.skipped;
    line.cut_off = !lines.status().ok();
    RASHOMON_RETURN_IF_ERROR(sink_.AddLine(line));
  }
  if (!lines.status().ok()) {
    // The damage is in the last line, or where the next one would begin.
    sink_.Complain("", lines.number(), lines.unterminated() ? last_size : 0,
                   std::string(lines.status().message()));
  } else if (!any_record) {
    sink_.Complain("", 0, 0, "the file holds no record");
  }
  return absl::OkStatus();
}

}  // namespace

absl::Status WalkCorpus(absl::Span<const std::string> paths, CorpusSink& sink) {
  Walker walker(sink);
  for (const std::string& path : paths) {
    RASHOMON_RETURN_IF_ERROR(walker.WalkPath(path));
  }
  return absl::OkStatus();
}

}  // namespace rashomon
