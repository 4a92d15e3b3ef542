// Every line of tests/specs/claims/polarity.jsonl is a promise: of its articles just
// the pairs under "raise" are raised, each told by a quotation of both sides. With
// "copies" the two articles are one passage with one edit.

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "core/claims/annotate.h"
#include "core/claims/compare/polarity.h"
#include "core/claims/speaker.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "nlohmann/json.hpp"
#include "rashomon/claims.h"

namespace rashomon {
namespace {

using nlohmann::json;

std::vector<json> ReadSpecs(const std::string& path) {
  std::ifstream file(path);
  std::vector<json> specs;
  for (std::string line; std::getline(file, line);) specs.push_back(json::parse(line));
  return specs;
}

struct Spec {
  std::vector<std::string> texts;
  std::vector<Document> documents;
  std::vector<Claim> claims;
};

Spec Read(const json& spec) {
  Spec s;
  for (const json& doc : spec["docs"]) s.texts.push_back(doc["text"]);
  for (size_t i = 0; i < s.texts.size(); ++i) {
    Document document;
    document.id = std::to_string(i);
    document.text = s.texts[i];
    const json& doc = spec["docs"][i];
    if (doc.contains("published")) document.published = doc["published"];
    s.documents.push_back(document);
    for (Claim& c : ExtractClaims(document, DocId{static_cast<uint32_t>(i)})) {
      s.claims.push_back(std::move(c));
    }
  }
  return s;
}

// The two articles as copies of one passage with one edit: the words that they share
// at the beginning and at the end are its runs.
std::vector<AlignedCopy> OneEdit(const Spec& s) {
  const std::string& a = s.texts[0];
  const std::string& b = s.texts[1];
  size_t head = 0;
  while (head < std::min(a.size(), b.size()) && a[head] == b[head]) ++head;
  while (head > 0 && a[head - 1] != ' ') --head;
  size_t tail = 0;
  while (tail < std::min(a.size(), b.size()) - head &&
         a[a.size() - 1 - tail] == b[b.size() - 1 - tail]) {
    ++tail;
  }
  while (tail > 0 && a[a.size() - tail] != ' ') --tail;
  const auto span = [](size_t begin, size_t end) {
    return ByteSpan{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  };
  AlignedCopy copy;
  copy.a = DocId{0};
  copy.b = DocId{1};
  copy.runs.push_back({span(0, head), span(0, head)});
  copy.runs.push_back(
      {span(a.size() - tail, a.size()), span(b.size() - tail, b.size())});
  return {copy};
}

// True if the claim and the quotation share half of the shorter.
bool IsQuoted(const Spec& s, const Claim& claim, const std::string& quote) {
  const std::string_view text = s.documents[Index(claim.doc)].text;
  const size_t at = text.find(quote);
  if (at == std::string_view::npos) return false;
  const ByteSpan span{static_cast<uint32_t>(at),
                      static_cast<uint32_t>(at + quote.size())};
  return Intersect(claim.span, span).size() * 2 >=
         std::min(claim.span.size(), span.size());
}

TEST(PolaritySpec, JustTheStatedPairsAreRaised) {
  const std::vector<json> specs = ReadSpecs(RASHOMON_SPECS "/polarity.jsonl");
  ASSERT_FALSE(specs.empty());
  for (const json& spec : specs) {
    SCOPED_TRACE(spec["name"].get<std::string>());
    const Spec s = Read(spec);
    std::vector<json> missing(spec["raise"].begin(), spec["raise"].end());
    std::vector<AlignedCopy> copies;
    if (spec.contains("copies")) copies = OneEdit(s);
    for (const ComparedPair& p : ComparePolarity(s.documents, s.claims, copies)) {
      ASSERT_LT(p.a, p.b);
      ASSERT_LT(p.b, s.claims.size());
      const Claim& a = s.claims[p.a];
      const Claim& b = s.claims[p.b];
      const auto it =
          std::find_if(missing.begin(), missing.end(), [&](const json& pair) {
            return (IsQuoted(s, a, pair[0]) && IsQuoted(s, b, pair[1])) ||
                   (IsQuoted(s, a, pair[1]) && IsQuoted(s, b, pair[0]));
          });
      if (it == missing.end()) {
        ADD_FAILURE() << "raised and not stated: " << p.reason;
      } else {
        missing.erase(it);
      }
    }
    EXPECT_TRUE(missing.empty()) << "not raised: " << json(missing).dump();
  }
}

TEST(SpeakerSpec, TheSpeakerIsNamedAsTheTextWritesIt) {
  const std::vector<json> specs = ReadSpecs(RASHOMON_SPECS "/speaker.jsonl");
  ASSERT_FALSE(specs.empty());
  for (const json& spec : specs) {
    SCOPED_TRACE(spec["name"].get<std::string>());
    const std::string text = spec["text"];
    const AnnotatedText annotated = Annotate(text);
    const size_t at = text.find(spec["of"].get<std::string>());
    ASSERT_NE(at, std::string::npos);
    for (const Sentence& sentence : annotated.sentences) {
      if (!sentence.span.Contains(static_cast<uint32_t>(at))) continue;
      const ByteSpan span{static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)};
      EXPECT_EQ(SpeakerOf(annotated, sentence, span), spec["speaker"]);
    }
  }
}

}  // namespace
}  // namespace rashomon
