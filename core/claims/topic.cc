#include "core/claims/topic.h"

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "core/base/strings.h"
#include "core/claims/compare/interval.h"

namespace rashomon {
namespace {

bool IsAsciiPunct(char c) { return absl::ascii_ispunct(static_cast<unsigned char>(c)); }

// `s` without the punctuation around it.
std::string_view Trimmed(std::string_view s) {
  while (!s.empty() && IsAsciiPunct(s.front())) s.remove_prefix(1);
  while (!s.empty() && IsAsciiPunct(s.back())) s.remove_suffix(1);
  return s;
}

// What stands behind the value in its claim, on one line: "people", "member team".
std::string CountedWords(std::string_view text, const Claim& claim) {
  constexpr size_t kLongest = 60;  // bytes
  if (claim.value_span.end >= claim.span.end || claim.span.end > text.size()) return "";
  const std::string_view behind =
      ByteSpan{claim.value_span.end, claim.span.end}.In(text);
  std::string words;
  for (absl::string_view word :
       absl::StrSplit(ToAbsl(behind), absl::ByAnyChar(" \t\r\n"), absl::SkipEmpty())) {
    const std::string_view trimmed = Trimmed(FromAbsl(word));
    if (trimmed.empty()) continue;
    if (words.size() + trimmed.size() > kLongest) break;
    absl::StrAppend(&words, words.empty() ? "" : " ", ToAbsl(trimmed));
  }
  return words;
}

}  // namespace

std::string AttributeOf(const Claim& claim) {
  const Scope& s = claim.scope;
  switch (claim.value.kind) {
    case ValueKind::kNumber:
      if (s.status == "killed") return "casualty count";
      if (s.status == "wounded") return "injured count";
      if (s.head_class == "person" && s.status == "deployed") return "troop count";
      if (!s.status.empty()) return absl::StrCat(s.status, " count");
      for (const std::string& r : s.restrictors) {
        if (r == "side:soldier") return "troop count";
      }
      return s.head_class == "delegation" ? "group size" : "count";
    case ValueKind::kMoney:
      return "money";
    case ValueKind::kRatio:
      return "ratio";
    case ValueKind::kMeasure:
      return "measure";
    case ValueKind::kDuration:
      return "duration";
    case ValueKind::kDate:
      return "date";
    case ValueKind::kPolarity:
      return "polarity";
    case ValueKind::kName:
      return "name";
    case ValueKind::kPlace:
      return "place";
    case ValueKind::kText:
      return "statement";
  }
  return "";
}

std::string TopicOf(absl::Span<const Document> documents, const Claim& claim,
                    std::string_view where) {
  const Scope& s = claim.scope;
  std::string topic;
  if (claim.value.kind == ValueKind::kNumber) {
    topic = CountedWords(documents[Index(claim.doc)].text, claim);
  }
  if (topic.empty()) topic = s.head;
  if (s.head_class == "person" && topic.find(s.status) == std::string::npos) {
    absl::StrAppend(&topic, topic.empty() ? "" : " ", s.status);
  }
  where = Trimmed(where);
  if (!where.empty() && topic.find(where) == std::string::npos) {
    absl::StrAppend(&topic, topic.empty() ? "" : ", ", ToAbsl(where));
  }
  return topic;
}

std::string VetoReason(std::string_view rule, const Claim& a, const Claim& b) {
  const std::string both = absl::StrCat(Describe(a), " against ", Describe(b), ": ");
  const auto say = [&](std::string_view why) {
    return absl::StrCat(both, ToAbsl(why));
  };
  if (rule == "other-dimension") return say("unlike measures");
  if (rule == "same-sentence") return say("one sentence tells both side by side");
  if (rule == "table") return say("a row of figures, not a sentence");
  if (rule == "market-quotation") return say("quotations that move by the minute");
  if (rule == "other-head") return say("other things are counted");
  if (rule == "other-status") return say("something else happened to them");
  if (rule == "other-nation") return say("of other nations or sides");
  if (rule == "other-group") return say("of other groups");
  if (rule == "part-of-group") return say("one group is among the other");
  if (rule == "other-side") return say("of other sides");
  if (rule == "other-modality") return say("one is a fact and one is not, or not yet");
  if (rule == "subset") return say("one is a part of the other");
  if (rule == "other-role") return say("a total, a rate or a change are no one figure");
  if (rule == "contrast") return say("the sentences name two contrary things");
  if (rule == "told-beside") return say("one sentence tells both values");
  if (rule == "told-in-both") return say("both articles tell both values");
  if (rule == "sum") return say("the parts add up to the whole");
  if (rule == "other-figure")
    return say("other figures of the sentence answer to them");
  if (rule == "other-wording") return say("more than the figure differs in the copies");
  if (rule == "other-row") return say("rows of one form, each with figures of its own");
  if (rule == "rest") return say("a share and the rest of one whole");
  if (rule == "other-span") return say("one counts over a stretch of time");
  if (rule == "increment") return say("what was added, twice");
  if (rule == "other-time") return say("of other times");
  if (rule == "other-place") return say("in other places");
  if (rule == "other-subject") return say("about other names");
  if (rule == "unlike") return say("too little says that both speak of one fact");
  return say("not comparable");
}

}  // namespace rashomon
