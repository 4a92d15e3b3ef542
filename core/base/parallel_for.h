// Runs a loop body on several threads.

#ifndef RASHOMON_CORE_BASE_PARALLEL_FOR_H_
#define RASHOMON_CORE_BASE_PARALLEL_FOR_H_

#include <cstddef>
#include <functional>

namespace rashomon {

// Returns `requested`, or the number of hardware threads where it is 0 or less.
int NumThreads(int requested);

// Calls body(begin, end) on ranges of at most `grain` that together cover
// [0, size), on up to `threads` threads, the caller's among them. Which thread
// gets which range is not fixed, so a body writes only to what belongs to its
// own range. Returns when all are done.
void ParallelFor(size_t size, size_t grain, int threads,
                 const std::function<void(size_t begin, size_t end)>& body);

}  // namespace rashomon

#endif  // RASHOMON_CORE_BASE_PARALLEL_FOR_H_
