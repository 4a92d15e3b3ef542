// A name is a capitalised word and the name behind it. Spellings meet under the key
// of the surname (NameKey), and are variants where the first names fold to one form
// or, if long, to forms one letter apart. People of one surname are many: so the two
// articles also have to share other names.

#include <algorithm>
#include <map>
#include <string>
#include <tuple>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "core/base/hash.h"
#include "core/base/strings.h"
#include "core/claims/compare/side_facts.h"
#include "core/claims/context.h"
#include "core/claims/lemma.h"
#include "core/claims/lexicon.h"

namespace rashomon {
namespace data {
std::string_view titles();
}  // namespace data

namespace {

constexpr size_t kDocumentsPerSpelling = 6;
constexpr size_t kSpellings = 8;    // that one spelling is joined to
constexpr size_t kLookedAt = 64;    // of those behind it, in the order of letters
constexpr size_t kSharedNames = 3;  // the surname and two more
constexpr size_t kLongName = 6;     // letters; in these one may differ
constexpr double kListedConfidence = 0.7;

struct Mention {
  uint32_t doc = 0;
  ByteSpan first;
  ByteSpan last;
};

// How the name is written, and where it stands first in each article.
struct Spelling {
  std::string first;  // folded
  std::vector<Mention> mentions;
};

bool IsLetter(char c) {
  const auto u = static_cast<unsigned char>(c);
  return absl::ascii_isalpha(u) || u == '-' || (u >= 0x80 && u != 0xE2);
}

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }

ByteSpan WordFrom(std::string_view text, uint32_t begin) {
  uint32_t end = begin;
  while (end < text.size() && end < begin + 40 && IsLetter(text[end])) ++end;
  return {begin, end};
}

// The capitalised word one space before `begin`; empty where there is none.
ByteSpan CapitalBefore(std::string_view text, uint32_t begin) {
  if (begin < 3 || text[begin - 1] != ' ' || !IsLetter(text[begin - 2])) return {};
  uint32_t first = begin - 1;
  while (first > 0 && begin - first < 40 && IsLetter(text[first - 1])) --first;
  if (!IsUpper(text[first]) || begin - 1 - first < 3) return {};
  // All in capitals is a heading or an agency.
  if (IsUpper(text[first + 1])) return {};
  return {first, begin - 1};
}

// "Minister Sergei": a title is no first name, and neither are several.
bool IsTitle(std::string_view lower) {
  static const auto* const kTitles = [] {
    auto* set = new absl::flat_hash_set<absl::string_view>;
    for (const auto& row : LexiconRows(data::titles())) set->insert(ToAbsl(row[0]));
    return set;
  }();
  return kTitles->contains(ToAbsl(lower)) ||
         (lower.ends_with('s') &&
          kTitles->contains(ToAbsl(lower).substr(0, lower.size() - 1)));
}

// First names so that transliterations meet: x as ks, ph as f, c and q as k, w as v.
std::string FoldFirst(std::string_view name) {
  std::string lower;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = absl::ascii_tolower(static_cast<unsigned char>(name[i]));
    const bool h = i + 1 < name.size() && (name[i + 1] | 0x20) == 'h';
    if (c == 'x') {
      lower += "ks";
    } else if (c == 'p' && h) {
      lower += 'f';
      ++i;
    } else if (c == 'c' && h) {
      lower += "ch";
      ++i;
    } else if (c == 'c' || c == 'q') {
      lower += 'k';
    } else {
      lower += c == 'w' ? 'v' : c;
    }
  }
  return NameKey(lower);
}

// True where one letter was put in, left out or changed.
bool OneEditApart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  size_t i = 0;
  while (i < a.size() && a[i] == b[i]) ++i;
  const size_t skip = a.size() == b.size() ? 1 : 0;
  return a.substr(std::min(i + skip, a.size())) == b.substr(i + 1);
}

bool SoundAlike(const std::string& a, const std::string& b) {
  return a == b || (std::min(a.size(), b.size()) >= kLongName && a[0] == b[0] &&
                    OneEditApart(a, b));
}

size_t CountShared(absl::Span<const TermId> a, absl::Span<const TermId> b) {
  return Shared(a, b).size();
}

Claim NameClaim(const Document& document, const Mention& m) {
  Claim claim;
  claim.doc = DocId{m.doc};
  claim.span = claim.value_span = claim.context = {m.first.begin, m.last.end};
  claim.value.kind = ValueKind::kName;
  claim.value.text = std::string(claim.span.In(document.text));
  claim.subject = std::string(m.last.In(document.text));
  return claim;
}

}  // namespace

SideFacts NameVariants(absl::Span<const Document> documents, const TermIndex& index) {
  // Surname key, then the spelling: ordered, so that findings are.
  absl::flat_hash_map<uint64_t, std::map<std::string, Spelling>> people;
  for (uint32_t d = 0; d < documents.size(); ++d) {
    const std::string_view text = documents[d].text;
    for (const Term& t : index.Terms(DocId{d})) {
      if (!t.name || t.nation) continue;
      const ByteSpan first = CapitalBefore(text, t.begin);
      if (first.empty()) continue;
      const ByteSpan last = WordFrom(text, t.begin);
      const std::string lower = absl::AsciiStrToLower(ToAbsl(first.In(text)));
      if (last.size() < 3 || text[last.end - 1] == '-' || IsStopword(lower) ||
          IsTitle(lower) || !NationOf(lower).empty()) {
        continue;
      }
      const std::string folded = FoldFirst(first.In(text));
      if (folded.empty()) continue;
      // Variants open alike.
      const uint64_t person =
          Mix64(index.Hash(t.id) ^ static_cast<unsigned char>(folded[0]));
      Spelling& spelling =
          people[person][std::string(ByteSpan{first.begin, last.end}.In(text))];
      if (spelling.mentions.size() >= kDocumentsPerSpelling) continue;
      if (!spelling.mentions.empty() && spelling.mentions.back().doc == d) continue;
      if (spelling.mentions.empty()) spelling.first = folded;
      spelling.mentions.push_back({d, first, last});
    }
  }
  std::vector<std::pair<Mention, Mention>> found;
  for (const auto& [surname, spellings] : people) {
    for (auto x = spellings.begin(); x != spellings.end(); ++x) {
      size_t met = 0;
      size_t seen = 0;
      for (auto y = std::next(x);
           y != spellings.end() && met < kSpellings && seen < kLookedAt; ++y, ++seen) {
        if (!SoundAlike(x->second.first, y->second.first) ||
            absl::EqualsIgnoreCase(ToAbsl(x->first), ToAbsl(y->first))) {
          continue;
        }
        ++met;
        const auto join = [&] {
          for (const Mention& a : x->second.mentions) {
            for (const Mention& b : y->second.mentions) {
              if (a.doc != b.doc &&
                  CountShared(index.Names(DocId{a.doc}), index.Names(DocId{b.doc})) <
                      kSharedNames) {
                continue;
              }
              const bool ordered =
                  std::tie(a.doc, a.first.begin) < std::tie(b.doc, b.first.begin);
              found.emplace_back(ordered ? a : b, ordered ? b : a);
              return;
            }
          }
        };
        join();
      }
    }
  }
  const auto place = [](const Mention& m) { return std::pair(m.doc, m.first.begin); };
  std::vector<std::pair<uint32_t, uint32_t>> places;
  std::map<std::pair<uint32_t, uint32_t>, Mention> mentions;
  for (const auto& [a, b] : found) {
    mentions.emplace(place(a), a);
    mentions.emplace(place(b), b);
  }
  SideFacts facts;
  for (const auto& [at, m] : mentions) {
    places.push_back(at);
    facts.claims.push_back(NameClaim(documents[m.doc], m));
  }
  const auto rank = [&](const Mention& m) {
    return static_cast<uint32_t>(
        std::lower_bound(places.begin(), places.end(), place(m)) - places.begin());
  };
  for (const auto& [a, b] : found) {
    ComparedPair pair;
    pair.a = rank(a);
    pair.b = rank(b);
    pair.verdict = Verdict::kVariant;
    pair.confidence = kListedConfidence;
    pair.rule = "name-variant";
    pair.attribute = "name";
    pair.topic = facts.claims[pair.a].subject;
    pair.reason =
        absl::StrCat(facts.claims[pair.a].value.text, ", ",
                     facts.claims[pair.b].value.text, ": one name in two spellings");
    facts.pairs.push_back(std::move(pair));
  }
  return facts;
}

}  // namespace rashomon
