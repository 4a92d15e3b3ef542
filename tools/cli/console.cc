#include "tools/cli/console.h"

#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "absl/strings/str_cat.h"
#include "rashomon/report.h"

namespace rashomon::cli {
namespace {

constexpr size_t kShownDiagnostics = 20;
constexpr int kDefaultWidth = 80;

// Writes all of `bytes` to `file`; returns 0, or the errno of the failure.
int WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = write(file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno;
    bytes.remove_prefix(static_cast<size_t>(n));
  }
  return 0;
}

}  // namespace

int Fail(std::string_view message) {
  Say("rashomon: " + std::string(message));
  return kError;
}

int Fail(const absl::Status& status) {
  const absl::string_view message = status.message();
  return Fail(std::string_view(message.data(), message.size()));
}

void Say(std::string_view line) { WriteAll(STDERR_FILENO, Printable(line) + "\n"); }

void SayDiagnostics(absl::Span<const Diagnostic> diagnostics, bool all,
                    std::string_view where) {
  const size_t shown =
      all ? diagnostics.size() : std::min(diagnostics.size(), kShownDiagnostics);
  for (const Diagnostic& d : diagnostics.subspan(0, shown)) Say(ToString(d));
  if (shown < diagnostics.size()) {
    Say(absl::StrCat("and ", diagnostics.size() - shown, " more; all stand in ") +
        std::string(where));
  }
}

absl::Status Print(std::string_view data) {
  const int error = WriteAll(STDOUT_FILENO, data);
  if (error == 0 || error == EPIPE) return absl::OkStatus();
  return absl::UnavailableError(
      absl::StrCat("cannot write to standard output: ", std::strerror(error)));
}

absl::StatusOr<std::string> ReadWhole(const std::string& path) {
  std::string bytes;
  const int file =
      path == "-" ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC);
  int error = file < 0 ? errno : 0;
  std::array<char, 1 << 16> block;
  while (error == 0) {
    const ssize_t n = read(file, block.data(), block.size());
    if (n == 0) break;
    if (n > 0) bytes.append(block.data(), static_cast<size_t>(n));
    if (n < 0 && errno != EINTR) error = errno;
  }
  if (file > STDIN_FILENO) close(file);
  if (error == 0) return bytes;
  const std::string message = absl::StrCat(path, ": ", std::strerror(error));
  return error == ENOENT ? absl::NotFoundError(message)
                         : absl::UnavailableError(message);
}

bool StdoutIsTerminal() { return isatty(STDOUT_FILENO) == 1; }

bool StderrIsTerminal() { return isatty(STDERR_FILENO) == 1; }

int Width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
    return size.ws_col;
  }
  return kDefaultWidth;
}

bool WantsColor(Color color) {
  if (color != Color::kAuto) return color == Color::kAlways;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return StdoutIsTerminal();
}

}  // namespace rashomon::cli
