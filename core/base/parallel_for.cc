#include "core/base/parallel_for.h"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace rashomon {

int NumThreads(int requested) {
  if (requested > 0) return requested;
  return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

void ParallelFor(size_t size, size_t grain, int threads,
                 const std::function<void(size_t begin, size_t end)>& body) {
  grain = std::max<size_t>(grain, 1);
  std::atomic<size_t> next{0};
  const auto work = [&] {
    for (size_t begin = next.fetch_add(grain); begin < size;
         begin = next.fetch_add(grain)) {
      body(begin, std::min(size, begin + grain));
    }
  };
  const size_t ranges = (size + grain - 1) / grain;
  const size_t helpers = std::min(ranges, static_cast<size_t>(std::max(threads, 1))) -
                         (ranges > 0 ? 1 : 0);
  std::vector<std::thread> pool;
  pool.reserve(helpers);
  for (size_t i = 0; i < helpers; ++i) pool.emplace_back(work);
  work();
  for (std::thread& thread : pool) thread.join();
}

}  // namespace rashomon
