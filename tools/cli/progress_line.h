// A line on stderr that says how far a run has come, how fast it goes and how long
// the stage will take, overwritten in place.

#ifndef RASHOMON_TOOLS_CLI_PROGRESS_LINE_H_
#define RASHOMON_TOOLS_CLI_PROGRESS_LINE_H_

#include <chrono>
#include <string>

#include "rashomon/options.h"

namespace rashomon::cli {

// Shows nothing unless `shown`. Call order: Show* Clear.
class ProgressLine {
 public:
  explicit ProgressLine(bool shown) : shown_(shown) {}
  ~ProgressLine() { Clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // Draws a new stage at once and its progress at most ten times a second, however
  // often it is called.
  void Show(const Progress& progress);

  // Takes the line away.
  void Clear();

 private:
  bool shown_;
  bool drawn_ = false;
  std::string stage_;  // as drawn last
  std::chrono::steady_clock::time_point last_;
  std::chrono::steady_clock::time_point started_;  // the stage, as drawn first
  uint64_t done_before_ = 0;                       // of the stage, at that time
};

}  // namespace rashomon::cli

#endif  // RASHOMON_TOOLS_CLI_PROGRESS_LINE_H_
