#include "core/claims/compare/account.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_split.h"
#include "core/base/strings.h"
#include "core/claims/compare/interval.h"

namespace rashomon {
namespace {

constexpr uint32_t kMaxInArticle = 200;
constexpr double kRivalGap = 0.1;    // rivals are further apart than roundings …
constexpr double kRivalCount = 2;    // … and than one more who died
constexpr double kRivalRatio = 2.5;  // what is further apart counts another thing
constexpr double kNearLesser = 0.6;  // the rival stands for the other article's count

// The words of a speaker, small and without the "s" of a plural or a genitive.
std::vector<std::string> WordsOf(std::string_view speaker) {
  std::vector<std::string> words;
  for (absl::string_view w :
       absl::StrSplit(ToAbsl(speaker), absl::ByAnyChar(" ,.'-"), absl::SkipEmpty())) {
    std::string word = absl::AsciiStrToLower(w);
    if (word.size() > 3 && word.back() == 's') word.pop_back();
    if (word != "the" && word != "a" && word != "an") words.push_back(std::move(word));
  }
  std::sort(words.begin(), words.end());
  return words;
}

bool IsOneSource(std::string_view a, std::string_view b) {
  const std::vector<std::string> x = WordsOf(a);
  const std::vector<std::string> y = WordsOf(b);
  if (x.empty() || y.empty()) return false;
  return std::includes(x.begin(), x.end(), y.begin(), y.end()) ||
         std::includes(y.begin(), y.end(), x.begin(), x.end());
}

bool IsRebel(std::string_view speaker) {
  static constexpr std::array<std::string_view, 7> kRebels = {
      "guerrilla",  "insurgent", "insurrectionist", "militant",
      "opposition", "rebel",     "separatist"};
  const std::vector<std::string> words = WordsOf(speaker);
  return std::any_of(words.begin(), words.end(), [](const std::string& w) {
    return std::binary_search(kRebels.begin(), kRebels.end(), std::string_view(w));
  });
}

// "Initial reports spoke of 20": an earlier stage, which its own article replaces.
bool IsFormer(std::string_view sentence) {
  const std::string s = absl::AsciiStrToLower(ToAbsl(sentence));
  static constexpr std::array<std::string_view, 5> kFormer = {
      "earlier", "initial", "previous", "at first", "first report"};
  return std::any_of(kFormer.begin(), kFormer.end(), [&](std::string_view word) {
    return s.find(word) != std::string::npos;
  });
}

// The kinds of people that a count is of ("part:child", "side:soldier").
std::vector<std::string_view> Kinds(const Claim& c, std::string_view facet) {
  std::vector<std::string_view> kinds;
  for (const std::string& r : c.scope.restrictors) {
    if (r.starts_with(facet)) kinds.push_back(r);
  }
  return kinds;
}

// Children and teachers are two groups, as are soldiers and militants.
bool IsOneGroup(const Claim& a, const Claim& b) {
  const std::vector<std::string_view> x = Kinds(a, "side:");
  const std::vector<std::string_view> y = Kinds(b, "side:");
  return Kinds(a, "part:") == Kinds(b, "part:") && (x.empty() || y.empty() || x == y);
}

bool AreRivals(const Interval& less, const Interval& more) {
  const double gap = more.stated - less.stated;
  return gap >= kRivalCount && gap >= kRivalGap * more.stated &&
         more.stated <= kRivalRatio * less.stated;
}

bool SharesPlace(const ClaimContext& a, const ClaimContext& b) {
  if (a.locus.empty() && b.locus.empty()) return true;
  return std::any_of(a.locus.begin(), a.locus.end(), [&](TermId id) {
    return std::find(b.locus.begin(), b.locus.end(), id) != b.locus.end();
  });
}

// Whether the article of count `more` tells it beside a lower one of another speaker.
bool IsOneOfTwoAccounts(absl::Span<const Document> documents,
                        absl::Span<const Claim> claims, const ClaimContexts& contexts,
                        uint32_t more, const Interval& less) {
  const Claim& claim = claims[more];
  if (claim.speaker.empty()) return false;
  const Interval x = ReadInterval(claim.value);
  const std::string_view text = documents[Index(claim.doc)].text;
  const auto is_rival = [&](uint32_t k) {
    const Claim& other = claims[k];
    if (other.value.kind != ValueKind::kNumber || other.speaker.empty() ||
        other.scope.status != claim.scope.status ||
        other.scope.head_class != claim.scope.head_class ||
        other.context == claim.context || !IsOneGroup(other, claim) ||
        IsOneSource(other.speaker, claim.speaker)) {
      return false;
    }
    const Interval y = ReadInterval(other.value);
    return !y.vague && AreRivals(y, x) && y.stated >= kNearLesser * less.stated &&
           SharesPlace(contexts[k], contexts[more]) &&
           !IsFormer(text.substr(other.context.begin,
                                 other.context.end - other.context.begin));
  };
  const auto beside = [&](uint32_t k) { return claims[k].doc == claim.doc; };
  for (uint32_t k = more; k > 0 && more - k < kMaxInArticle && beside(k - 1); --k) {
    if (is_rival(k - 1)) return true;
  }
  for (uint32_t k = more + 1;
       k < claims.size() && k - more < kMaxInArticle && beside(k); ++k) {
    if (is_rival(k)) return true;
  }
  return false;
}

}  // namespace

void WeighAccounts(absl::Span<const Document> documents, absl::Span<const Claim> claims,
                   const ClaimContexts& contexts, uint32_t a, uint32_t b, Order order,
                   Ruling& ruling) {
  if (ruling.rule != "toll" || ruling.verdict != Verdict::kRevised ||
      claims[a].doc == claims[b].doc ||
      IsOneSource(claims[a].speaker, claims[b].speaker)) {
    return;
  }
  const Interval x = ReadInterval(claims[a].value);
  const Interval y = ReadInterval(claims[b].value);
  if (x.vague || y.vague) return;
  const bool first_less = x.stated < y.stated;
  const Interval& less = first_less ? x : y;
  const uint32_t more = first_less ? b : a;
  const std::string both = Describe(claims[a]) + " against " + Describe(claims[b]);
  if (IsOneOfTwoAccounts(documents, claims, contexts, more, less)) {
    ruling.verdict = Verdict::kConflict;
    ruling.reason = both + ": the greater count is one of two accounts of its article";
  } else if (order != Order::kUnknown &&
             IsRebel(claims[a].speaker) != IsRebel(claims[b].speaker)) {
    ruling.verdict = Verdict::kConflict;
    ruling.reason = both + ": one is the account of a party";
  }
}

}  // namespace rashomon
