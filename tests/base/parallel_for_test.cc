#include "core/base/parallel_for.h"

#include <atomic>
#include <cstddef>
#include <vector>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(ParallelFor, CallsTheBodyWithEachIndexExactlyOnce) {
  for (const size_t size : {0, 1, 2, 7, 64, 1000}) {
    for (const size_t grain : {0, 1, 3, 64, 5000}) {
      for (const int threads : {-1, 0, 1, 2, 3, 16}) {
        std::vector<std::atomic<int>> visits(size);
        ParallelFor(size, grain, threads, [&](size_t begin, size_t end) {
          for (size_t i = begin; i < end; ++i) ++visits[i];
        });
        for (size_t i = 0; i < size; ++i) {
          ASSERT_EQ(visits[i], 1) << i << " of " << size << ", grain " << grain << ", "
                                  << threads << " threads";
        }
      }
    }
  }
}

TEST(ParallelFor, GivesRangesOfAtMostOneGrain) {
  std::atomic<size_t> ranges = 0;
  ParallelFor(1000, 64, 4, [&](size_t begin, size_t end) {
    EXPECT_LT(begin, end);
    EXPECT_LE(end - begin, 64u);
    ++ranges;
  });
  EXPECT_EQ(ranges, 16u);
}

TEST(ParallelFor, CanRunInsideItself) {
  std::atomic<int> calls = 0;
  ParallelFor(4, 1, 4, [&](size_t, size_t) {
    ParallelFor(8, 1, 2, [&](size_t, size_t) { ++calls; });
  });
  EXPECT_EQ(calls, 32);
}

TEST(NumThreads, IsTheMachinesWhereNoneIsAskedFor) {
  EXPECT_EQ(NumThreads(3), 3);
  EXPECT_GE(NumThreads(0), 1);
  EXPECT_EQ(NumThreads(0), NumThreads(-1));
}

}  // namespace
}  // namespace rashomon
