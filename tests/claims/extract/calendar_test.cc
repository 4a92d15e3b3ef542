// Laws of the calendar.

#include "core/claims/extract/calendar.h"

#include "gtest/gtest.h"

namespace rashomon {
namespace {

using absl::CivilDay;
using absl::CivilSecond;

TEST(Calendar, UnitsTileTimeWithoutGapOrOverlap) {
  for (const TimeUnit unit :
       {TimeUnit::kHour, TimeUnit::kDay, TimeUnit::kWeek, TimeUnit::kMonth,
        TimeUnit::kQuarter, TimeUnit::kYear, TimeUnit::kDecade, TimeUnit::kCentury}) {
    for (CivilDay day(1999, 11, 25); day < CivilDay(2001, 3, 7); day += 13) {
      const CivilSecond time(day);
      const CivilInterval here = UnitAround(time, unit);
      EXPECT_LE(*here.begin, time);
      EXPECT_GT(*here.end, time);
      EXPECT_EQ(here.end, UnitAround(time, unit, 1).begin);
      EXPECT_EQ(here.begin, UnitAround(time, unit, -1).end);
    }
  }
}

TEST(Calendar, IsoWeeksHoldTheirDays) {
  for (CivilDay day(2003, 12, 20); day < CivilDay(2010, 2, 1); ++day) {
    const IsoWeek week = IsoWeekOf(day);
    const auto monday = IsoWeekMonday(week.year, week.week);
    ASSERT_TRUE(monday.has_value());
    EXPECT_EQ(*monday + (IsoWeekday(day) - 1), day);
  }
  EXPECT_FALSE(IsoWeekMonday(2019, 53).has_value());
  EXPECT_TRUE(IsoWeekMonday(2020, 53).has_value());
}

TEST(Calendar, EasterIsASundayAfterTheSpringEquinox) {
  for (int year = 1900; year < 2100; ++year) {
    const CivilDay easter = Easter(year);
    EXPECT_EQ(IsoWeekday(easter), 7);
    EXPECT_GE(easter, CivilDay(year, 3, 22));
    EXPECT_LE(easter, CivilDay(year, 4, 25));
  }
  EXPECT_EQ(Easter(2019), CivilDay(2019, 4, 21));
}

TEST(Calendar, DaysThatDoNotExistAreNotValid) {
  EXPECT_TRUE(IsValidDay(2020, 2, 29));
  EXPECT_FALSE(IsValidDay(2019, 2, 29));
  EXPECT_FALSE(IsValidDay(2000, 13, 1));
  EXPECT_FALSE(IsValidDay(2000, 4, 31));
  EXPECT_FALSE(IsValidDay(0, 1, 1));
}

TEST(Calendar, MonthsAreClampedToTheirLastDay) {
  EXPECT_EQ(AddUnits(CivilSecond(2019, 3, 31), TimeUnit::kMonth, -1),
            CivilSecond(2019, 2, 28));
}

TEST(Calendar, SpellsDaysAndTimes) {
  const CivilInterval day = UnitAround(CivilSecond(2019, 5, 28), TimeUnit::kDay);
  EXPECT_EQ(ToDateInterval(day, std::nullopt),
            (DateInterval{"2019-05-28", "2019-05-29"}));
  const CivilInterval minute{CivilSecond(2019, 5, 28, 1, 30),
                             CivilSecond(2019, 5, 28, 1, 31)};
  EXPECT_EQ(ToDateInterval(minute, 120),
            (DateInterval{"2019-05-27T23:30:00Z", "2019-05-27T23:31:00Z"}));
  EXPECT_EQ(ToDateInterval(minute, std::nullopt),
            (DateInterval{"2019-05-28T01:30:00", "2019-05-28T01:31:00"}));
}

}  // namespace
}  // namespace rashomon
