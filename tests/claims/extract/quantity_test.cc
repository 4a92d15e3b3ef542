// Quantities against tests/specs/claims/quantity.tsv, and what must hold of any
// text: bounds, order, no character split, no time lost.

#include <chrono>
#include <cmath>
#include <fstream>
#include <limits>
#include <sstream>
#include <string>
#include <vector>

#include "core/claims/annotate.h"
#include "core/claims/extract/extractors.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace rashomon {
namespace {

std::vector<Claim> Extract(const std::string& text) {
  const AnnotatedText annotated = Annotate(text);
  std::vector<Claim> claims;
  for (const Sentence& sentence : annotated.sentences) {
    ExtractQuantities(annotated, sentence, claims);
  }
  return claims;
}

std::string Name(ValueKind kind) {
  switch (kind) {
    case ValueKind::kNumber:
      return "number";
    case ValueKind::kMoney:
      return "money";
    case ValueKind::kRatio:
      return "ratio";
    case ValueKind::kMeasure:
      return "measure";
    case ValueKind::kDuration:
      return "duration";
    default:
      return "other";
  }
}

std::string Name(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::kExact:
      return "exact";
    case Qualifier::kAbout:
      return "about";
    case Qualifier::kNearly:
      return "nearly";
    case Qualifier::kMoreThan:
      return "more_than";
    case Qualifier::kAtLeast:
      return "at_least";
    case Qualifier::kLessThan:
      return "less_than";
    case Qualifier::kUpTo:
      return "up_to";
    case Qualifier::kRange:
      return "range";
    case Qualifier::kVague:
      return "vague";
  }
  return "";
}

std::string Name(Change change) {
  return change == Change::kUp ? "up" : change == Change::kDown ? "down" : "none";
}

std::string Number(double value) {
  std::ostringstream out;
  out.precision(12);
  out << value;
  return out.str();
}

std::string OrDash(const std::string& s) { return s.empty() ? "-" : s; }

// A claim in the columns of the specification.
std::string Row(const std::string& text, const Claim& claim) {
  const Value& value = claim.value;
  return std::string(claim.span.In(text)) + " | " + Name(value.kind) + " | " +
         Number(value.lo) + " | " + Number(value.hi) + " | " + OrDash(value.unit) +
         " | " + Name(value.qualifier) + " | " + Name(claim.change) + " | " +
         OrDash(claim.scope.head);
}

struct Spec {
  int line = 0;
  std::string text;
  std::vector<std::string> rows;
};

std::vector<Spec> ReadSpecs(const char* path) {
  std::ifstream file(path);
  std::vector<Spec> specs;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> columns;
    std::istringstream cut(line);
    for (std::string column; std::getline(cut, column, '\t');)
      columns.push_back(column);
    if (!columns[0].empty()) specs.push_back({number, columns[0], {}});
    if (columns[1] == "none") continue;
    const std::string low = Number(std::stod(columns[3]));
    const std::string high = columns[4] == "=" ? low : Number(std::stod(columns[4]));
    specs.back().rows.push_back(columns[1] + " | " + columns[2] + " | " + low + " | " +
                                high + " | " + columns[5] + " | " + columns[6] + " | " +
                                columns[7] + " | " + columns[8]);
  }
  return specs;
}

TEST(Quantity, ReadsWhatTheSpecificationSays) {
  const std::vector<Spec> specs = ReadSpecs(SPECS);
  ASSERT_GT(specs.size(), 100u);
  for (const Spec& spec : specs) {
    std::vector<std::string> rows;
    for (const Claim& claim : Extract(spec.text)) rows.push_back(Row(spec.text, claim));
    EXPECT_EQ(rows, spec.rows) << "line " << spec.line << ": " << spec.text;
  }
}

TEST(Quantity, TheValueLiesInTheSpanAndTheSpanInTheSentence) {
  for (const Spec& spec : ReadSpecs(SPECS)) {
    for (const Claim& claim : Extract(spec.text)) {
      EXPECT_LE(claim.span.begin, claim.value_span.begin) << spec.text;
      EXPECT_LE(claim.value_span.end, claim.span.end) << spec.text;
      EXPECT_LT(claim.value_span.begin, claim.value_span.end) << spec.text;
      EXPECT_LE(claim.span.end, spec.text.size()) << spec.text;
      EXPECT_LE(claim.value.lo, claim.value.hi) << spec.text;
    }
  }
}

TEST(Quantity, ANumberBrokenByAParagraphIsNoClaim) {
  EXPECT_THAT(Extract("The talks drew envoys of 1\n\n1 countries in all."),
              testing::IsEmpty());
}

TEST(Quantity, TheClassTellsTroopsFromThePeopleTheyMeet) {
  EXPECT_EQ(Extract("Nine soldiers slept.")[0].scope.head_class, "troops");
  EXPECT_EQ(Extract("Nine servicemen slept.")[0].scope.head_class, "troops");
  EXPECT_EQ(Extract("Nine villagers slept.")[0].scope.head_class, "person");
}

// A spelled number and its digits are one value, for every number to 9,999.
TEST(Quantity, WordsAndDigitsAgree) {
  const char* const units[] = {
      "",         "one",     "two",     "three",     "four",     "five",    "six",
      "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
      "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
  const char* const tens[] = {"",      "",      "twenty",  "thirty", "forty",
                              "fifty", "sixty", "seventy", "eighty", "ninety"};
  const auto below_hundred = [&](int n) -> std::string {
    if (n < 20) return units[n];
    return std::string(tens[n / 10]) + (n % 10 ? std::string("-") + units[n % 10] : "");
  };
  const auto spell = [&](int n) {
    std::string s;
    if (n >= 1000) s += std::string(units[n / 1000]) + " thousand ";
    if (n % 1000 >= 100) s += std::string(units[n % 1000 / 100]) + " hundred ";
    if (n % 100 && !s.empty()) s += "and ";
    return s + below_hundred(n % 100);
  };
  for (int n = 2; n < 10000; n += n < 200 ? 1 : 37) {
    const std::string text = "They saw " + spell(n) + " people.";
    const std::vector<Claim> claims = Extract(text);
    ASSERT_EQ(claims.size(), 1u) << text;
    EXPECT_EQ(claims[0].value.lo, n) << text;
    EXPECT_EQ(claims[0].value.hi, n) << text;
  }
}

TEST(Quantity, AnyBytesAreReadWithoutSplittingACharacter) {
  const std::string pieces[] = {"12",   "½",       " ",  "€",     "\xff", "-",
                                "five", "million", "\n", "%",     "to",   "’",
                                "\xE2", ".",       ",",  "years", "old",  "und",
                                "$",    "日本",    "/",  "of",    "half", "a"};
  uint32_t state = 1;
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525 + 1013904223;
      text += pieces[(state >> 16) % std::size(pieces)];
    }
    for (const Claim& claim : Extract(text)) {
      ASSERT_LE(claim.span.end, text.size());
      ASSERT_LE(claim.span.size(), 120u);
      ASSERT_FALSE(std::isnan(claim.value.lo));
      for (uint32_t at : {claim.span.begin, claim.span.end, claim.value_span.begin}) {
        if (at < text.size() && at > 0 && text[at - 1] != '\xff' &&
            text[at - 1] != '\xE2') {
          ASSERT_NE(static_cast<unsigned char>(text[at]) & 0xC0, 0x80) << text;
        }
      }
    }
  }
}

TEST(Quantity, ASentenceOfAHundredThousandNumbersTakesLinearTime) {
  for (const char* piece :
       {"7 ", "12, ", "five ", "1-", "a million ", "two and ", "$ ", "7 pounds ", "5- ",
        "1 to ", "from 2 ", "one - ", "several million "}) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += piece;
    const auto start = std::chrono::steady_clock::now();
    Extract(text);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5))
        << piece;
  }
}

}  // namespace
}  // namespace rashomon
