// Tells the user how far a stage of a run has come, from many threads.

#ifndef RASHOMON_CORE_ENGINE_STAGE_PROGRESS_H_
#define RASHOMON_CORE_ENGINE_STAGE_PROGRESS_H_

#include <atomic>
#include <cstdint>
#include <mutex>
#include <string_view>

#include "rashomon/options.h"

namespace rashomon {

class StageProgress {
 public:
  // Announces the stage. `run` and what `stage` views outlive it.
  StageProgress(const RunOptions& run, std::string_view stage, uint64_t total)
      : run_(run), stage_(stage), total_(total) {
    Tell();
  }

  // Counts `more` units as done. Thread-safe; where another thread is telling, says
  // nothing but at the end, so that the last thing told is the total.
  void Add(uint64_t more) {
    const bool last = (done_ += more) == total_;
    if (last) {
      Tell();
    } else if (const std::unique_lock lock(telling_, std::try_to_lock);
               lock.owns_lock()) {
      TellLocked();
    }
  }

 private:
  void Tell() {
    const std::lock_guard lock(telling_);
    TellLocked();
  }
  void TellLocked() {
    if (run_.progress) {
      run_.progress({.stage = stage_, .done = done_, .total = total_});
    }
  }

  const RunOptions& run_;
  std::string_view stage_;
  uint64_t total_;
  std::atomic<uint64_t> done_ = 0;
  std::mutex telling_;  // one thread at a time tells
};

}  // namespace rashomon

#endif  // RASHOMON_CORE_ENGINE_STAGE_PROGRESS_H_
