#include "core/io/rfc3339.h"

#include <string_view>

#include "gtest/gtest.h"

namespace rashomon {
namespace {

TEST(IsRfc3339, TakesFullDates) {
  for (const std::string_view text :
       {"2021-03-18", "0000-01-01", "9999-12-31", "2024-02-29", "2000-02-29"}) {
    EXPECT_TRUE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339, TakesTimesWithTheirOffset) {
  for (const std::string_view text :
       {"2021-03-18T10:00:00Z", "2021-03-18t10:00:00z", "2021-03-18 23:59:59+04:30",
        "2021-03-18T00:00:00.123456789-23:59", "2016-12-31T23:59:60Z"}) {
    EXPECT_TRUE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339, RefusesDaysThatTheCalendarLacks) {
  for (const std::string_view text :
       {"2021-02-29", "1900-02-29", "2021-04-31", "2021-00-10", "2021-13-01",
        "2021-01-00", "2021-01-32"}) {
    EXPECT_FALSE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339, RefusesEverythingElse) {
  for (const std::string_view text : {"",
                                      "Tuesday",
                                      "2021",
                                      "2021-03",
                                      "2021-3-18",
                                      "21-03-18",
                                      "2021/03/18",
                                      "20210318",
                                      " 2021-03-18",
                                      "2021-03-18 ",
                                      "2021-03-18T",
                                      "2021-03-18T10:00Z",
                                      "2021-03-18T10:00:00",
                                      "2021-03-18T24:00:00Z",
                                      "2021-03-18T10:60:00Z",
                                      "2021-03-18T10:00:61Z",
                                      "2021-03-18T10:00:00.Z",
                                      "2021-03-18T10:00:00+0430",
                                      "2021-03-18T10:00:00+24:00",
                                      "2021-03-18T10:00:00+04:60",
                                      "2021-03-18T10:00:00Z ",
                                      "+021-03-18",
                                      "2021-03-18X10:00:00Z"}) {
    EXPECT_FALSE(IsRfc3339(text)) << text;
  }
}

TEST(IsRfc3339, RefusesAnEmbeddedNul) {
  EXPECT_FALSE(IsRfc3339(std::string_view("2021-03-18\0", 11)));
}

}  // namespace
}  // namespace rashomon
