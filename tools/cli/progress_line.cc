#include "tools/cli/progress_line.h"

#include <algorithm>
#include <cstdio>

#include "absl/strings/str_format.h"

namespace rashomon::cli {
namespace {

constexpr auto kBetweenDraws = std::chrono::milliseconds(100);
constexpr int kBarCells = 24;
constexpr const char* kEraseLine = "\r\x1b[K";

}  // namespace

void ProgressLine::Show(const Progress& progress) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (drawn_ && stage_ == progress.stage && now - last_ < kBetweenDraws) return;
  last_ = now;
  stage_ = progress.stage;
  drawn_ = true;
  std::string line = kEraseLine;
  if (progress.total > 0) {
    const double share = std::min(
        1.0, static_cast<double>(progress.done) / static_cast<double>(progress.total));
    const int full = static_cast<int>(share * kBarCells);
    line += absl::StrFormat(
        "%s%s %3.0f %% ", std::string(static_cast<size_t>(full), '#'),
        std::string(static_cast<size_t>(kBarCells - full), '.'), share * 100);
  }
  line += progress.stage;
  std::fputs(line.c_str(), stderr);
  std::fflush(stderr);
}

void ProgressLine::Clear() {
  if (!drawn_) return;
  drawn_ = false;
  std::fputs(kEraseLine, stderr);
  std::fflush(stderr);
}

}  // namespace rashomon::cli
