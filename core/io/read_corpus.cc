// ReadCorpus: which reader reads which path, and what becomes of trouble.

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "core/base/errno_status.h"
#include "core/base/status_macros.h"
#include "core/base/strings.h"
#include "core/io/byte_source.h"
#include "core/io/corpus_builder.h"
#include "core/io/line_reader.h"
#include "core/io/record.h"
#include "core/io/text_files.h"
#include "rashomon/corpus.h"

namespace rashomon {
namespace {

class Reader {
 public:
  explicit Reader(const CorpusOptions& options)
      : options_(options), records_(options_, builder_.arena()) {}

  // Fails only where the path is not there, or is a directory without texts.
  absl::Status ReadPath(const std::string& path);

  Corpus Build() && { return std::move(builder_).Build(); }

 private:
  absl::Status ReadDirectory(const std::string& path);
  void ReadTextFile(const std::string& path, const std::string& id);
  void ReadJsonLines(const std::string& path);
  // Reads one line of JSON Lines, which begins `offset` bytes into the file's line.
  void ReadRecord(const LineReader& lines, std::string_view line, size_t offset,
                  const std::string& path);

  const CorpusOptions& options_;
  CorpusBuilder builder_;
  RecordReader records_;
  std::set<std::pair<dev_t, ino_t>> read_;  // the files and directories given
  std::string text_;                        // a file's text, reused
};

absl::Status Reader::ReadPath(const std::string& path) {
  if (path == "-") {
    ReadJsonLines(path);
    return absl::OkStatus();
  }
  struct stat status = {};
  if (::stat(path.c_str(), &status) != 0) {
    const absl::Status failure = ErrnoStatus(errno, "read", path);
    if (errno == ENOENT || errno == ENOTDIR)
      return absl::NotFoundError(failure.message());
    builder_.BeginFile(path);
    builder_.Complain("", 0, 0, std::string(failure.message()));
    return absl::OkStatus();
  }
  const bool is_directory = S_ISDIR(status.st_mode);
  if ((is_directory || S_ISREG(status.st_mode)) &&
      !read_.emplace(status.st_dev, status.st_ino).second) {
    builder_.BeginFile(path);
    builder_.Complain("", 0, 0, "given twice; read once");
  } else if (is_directory) {
    return ReadDirectory(path);
  } else if (path.ends_with(".txt")) {
    ReadTextFile(path, path);
  } else {
    ReadJsonLines(path);
  }
  return absl::OkStatus();
}

absl::Status Reader::ReadDirectory(const std::string& path) {
  const std::vector<DirectoryEntry> entries = ListTextFiles(path);
  if (entries.empty()) {
    return absl::NotFoundError(absl::StrCat("no *.txt below the directory ", path,
                                            " (JSON Lines are given file by file)"));
  }
  for (const DirectoryEntry& entry : entries) {
    if (entry.trouble.empty()) {
      ReadTextFile(entry.path, entry.id);
    } else {
      builder_.BeginFile(entry.path);
      builder_.Complain("", 0, 0, entry.trouble);
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

void Reader::ReadTextFile(const std::string& path, const std::string& id) {
  builder_.BeginFile(path);
  const auto leave_out = [&](std::string_view why) {
    builder_.Complain(id, 0, 0, absl::StrCat(ToAbsl(why), "; left out"));
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
  builder_.ComplainOfText(id, text);
  Document document;
  document.id = id;
  document.text = builder_.arena().Copy(text);
  builder_.Add(std::move(document), 0);
}

void Reader::ReadJsonLines(const std::string& path) {
  builder_.BeginFile(path);
  const absl::StatusOr<std::unique_ptr<ByteSource>> source = OpenSource(path);
  if (!source.ok()) {
    return builder_.Complain("", 0, 0, std::string(source.status().message()));
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  LineReader lines(**source, kMaxDocumentBytes);
  bool any_record = false;
  size_t last_size = 0;
  while (lines.Next()) {
    std::string_view line = lines.line();
    last_size = line.size();
    if (lines.too_long()) {
      builder_.Complain("", lines.number(), 0, "a line of 4 GiB or more; left out");
      any_record = true;
      continue;
    }
    size_t offset = 0;
    if (lines.number() == 1) {
      if (line.starts_with("\xFF\xFE") || line.starts_with("\xFE\xFF")) {
        return builder_.Complain("", 1, 0, "probably UTF-16, not UTF-8; file left out");
      }
      if (line.starts_with(kByteOrderMark)) offset = kByteOrderMark.size();
    }
    line.remove_prefix(offset);
    if (line.find_first_not_of(" \t\r") == line.npos) continue;
    any_record = true;
    ReadRecord(lines, line, offset, path);
  }
  if (!lines.status().ok()) {
    // The damage is in the last line, or where the next one would begin.
    builder_.Complain("", lines.number(), lines.unterminated() ? last_size : 0,
                      std::string(lines.status().message()));
  } else if (!any_record) {
    builder_.Complain("", 0, 0, "the file holds no record");
  }
}

void Reader::ReadRecord(const LineReader& lines, std::string_view line, size_t offset,
                        const std::string& path) {
  Record record = records_.Read(line);
  // Of a line that damage cut short there is nothing to say but the damage.
  if (!lines.status().ok() && !record.document) return;
  std::string id;
  if (record.document) {
    if (record.document->id.empty()) {
      record.document->id = absl::StrCat(path, ":", lines.number());
    }
    id = record.document->id;
    builder_.Add(*std::move(record.document), lines.number());
  }
  for (Trouble& trouble : record.troubles) {
    builder_.Complain(id, lines.number(), offset + trouble.byte,
                      std::move(trouble.message));
  }
}

// The first few of `diagnostics`, for a message.
std::string Examples(absl::Span<const Diagnostic> diagnostics) {
  constexpr size_t kShown = 3;
  return absl::StrJoin(diagnostics.subspan(0, kShown), "; ",
                       [](std::string* out, const Diagnostic& diagnostic) {
                         out->append(ToString(diagnostic));
                       });
}

}  // namespace

absl::StatusOr<Corpus> ReadCorpus(absl::Span<const std::string> paths,
                                  const CorpusOptions& options) {
  Reader reader(options);
  for (const std::string& path : paths) {
    RASHOMON_RETURN_IF_ERROR(reader.ReadPath(path));
  }
  Corpus corpus = std::move(reader).Build();
  if (options.strict && !corpus.diagnostics().empty()) {
    return absl::InvalidArgumentError(ToString(corpus.diagnostics().front()));
  }
  if (corpus.documents().empty()) {
    std::string message = absl::StrCat("no document in ", absl::StrJoin(paths, ", "));
    if (!corpus.diagnostics().empty()) {
      absl::StrAppend(&message, ": ", Examples(corpus.diagnostics()));
    }
    return absl::NotFoundError(message);
  }
  return corpus;
}

}  // namespace rashomon
