#include "core/cluster/merge_spans.h"

#include <vector>

#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

using testing::ElementsAre;

TEST(MergeSpans, NearlyEqualSpansAreOneShownByTheCommonest) {
  const std::vector<Stretch> spans = {{10, 50}, {12, 50}, {12, 50}, {200, 240}};
  const MergedSpans merged = MergeSpans(spans, 0.8);
  EXPECT_THAT(merged.spans, ElementsAre(Stretch{12, 50}, Stretch{200, 240}));
  EXPECT_THAT(merged.merged_to, ElementsAre(0, 0, 0, 1));
}

TEST(MergeSpans, APassageInsideAMuchLongerOneStaysApart) {
  const std::vector<Stretch> spans = {{0, 100}, {20, 50}};
  const MergedSpans merged = MergeSpans(spans, 0.8);
  EXPECT_THAT(merged.spans, ElementsAre(Stretch{0, 100}, Stretch{20, 50}));
  EXPECT_THAT(merged.merged_to, ElementsAre(0, 1));
}

TEST(MergeSpans, NothingGivesNothing) {
  EXPECT_THAT(MergeSpans({}, 0.8).spans, testing::IsEmpty());
}

}  // namespace
}  // namespace rashomon
