#include "tools/cli/progress_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <string_view>

#include "absl/strings/str_format.h"

namespace rashomon::cli {
namespace {

constexpr auto kBetweenDraws = std::chrono::milliseconds(100);
constexpr int kBarCells = 24;
constexpr std::string_view kEraseLine = "\r\x1b[K";
constexpr double kSecondsToJudge = 0.5;  // before them a pace says nothing

// Columns of the terminal on stderr.
int TerminalWidth() {
  winsize size{};
  const bool known = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

// ", 1,234 a second, 0:42 left"; empty where nothing can be said yet.
std::string Pace(uint64_t done, uint64_t left, double seconds) {
  if (done == 0 || seconds < kSecondsToJudge) return "";
  const double a_second = static_cast<double>(done) / seconds;
  std::string out = a_second >= 10 ? absl::StrFormat(", %.0f a second", a_second)
                                   : absl::StrFormat(", %.1f a second", a_second);
  const double wait = static_cast<double>(left) / a_second;
  if (left > 0 && wait < 360000) {
    const int whole = static_cast<int>(wait) + 1;
    out += whole >= 3600 ? absl::StrFormat(", %d:%02d:%02d left", whole / 3600,
                                           whole / 60 % 60, whole % 60)
                         : absl::StrFormat(", %d:%02d left", whole / 60, whole % 60);
  }
  return out;
}

}  // namespace

void ProgressLine::Show(const Progress& progress) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && stage_ == progress.stage && now - last_ < kBetweenDraws) return;
  if (!drawn_ || stage_ != progress.stage) {
    started_ = now;
    done_before_ = progress.done;
  }
  last_ = now;
  stage_ = progress.stage;
  drawn_ = true;
  std::string line(kEraseLine);
  if (progress.total > 0) {
    const double share = std::min(
        1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    const int full = static_cast<int>(share * kBarCells);
    line += absl::StrFormat(
        "%s%s %3.0f %% ", std::string(static_cast<size_t>(full), '#'),
        std::string(static_cast<size_t>(kBarCells - full), '.'), share * 100);
  }
  line += progress.stage;
  line += Pace(progress.done - std::min(progress.done, done_before_),
               progress.total - std::min(progress.total, progress.done),
               std::chrono::duration<double>(now - started_).count());
  if (const size_t width = static_cast<size_t>(TerminalWidth()); line.size() > width) {
    line.resize(std::max(width, kEraseLine.size()));
  }
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

void ProgressLine::Clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs(kEraseLine.data(), stderr);
  std::fflush(stderr);
}

}  // namespace rashomon::cli
