// What a fuzz target holds: a promise, or the end of the process, which is how
// libFuzzer learns of a finding.

#ifndef RASHOMON_TESTS_FUZZ_REQUIRE_H_
#define RASHOMON_TESTS_FUZZ_REQUIRE_H_

#include <cstdio>
#include <cstdlib>

#define RASHOMON_REQUIRE(condition)                                                \
  do {                                                                             \
    if (!(condition)) {                                                            \
      std::fprintf(stderr, "%s:%d: broken: %s\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                                \
    }                                                                              \
  } while (false)

#endif  // RASHOMON_TESTS_FUZZ_REQUIRE_H_
