#include "core/claims/terms.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "absl/strings/ascii.h"
#include "core/base/hash.h"
#include "core/claims/lemma.h"

namespace rashomon {
namespace {

bool IsAsciiUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsLetter(char c) {
  return absl::ascii_isalpha(static_cast<unsigned char>(c)) ||
         (static_cast<unsigned char>(c) >= 0xC3 &&
          static_cast<unsigned char>(c) != 0xE2) ||
         (static_cast<unsigned char>(c) >= 0x80 &&
          static_cast<unsigned char>(c) < 0xC0);
}

constexpr size_t kMaxWordBytes = 48;

struct RawWord {
  std::string_view lower;
  uint32_t begin = 0;
  bool capital = false;
  bool first = false;  // of its sentence
  bool after_place = false;
};

constexpr int kPlaceWords = 5;

bool LeadsToPlace(std::string_view w) {
  for (std::string_view lead :
       {"of", "the", "a", "village", "town", "city", "province", "region", "district",
        "northern", "southern", "eastern", "western", "central", "on"}) {
    if (w == lead) return true;
  }
  return false;
}

// Calls visit(RawWord) for every word of `text` in [begin, end). Letters and
// inner hyphens, points between single letters (U.S.) and apostrophes are words;
// a quotation mark or anything else parts them.
template <typename Visit>
void ForEachWord(std::string_view text, ByteSpan span, Visit visit) {
  char buffer[kMaxWordBytes];
  bool first = true;
  bool after_place = false;
  int place_words = 0;
  size_t i = span.begin;
  while (i < span.end) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == 0xE2 && i + 2 < span.end) {  // general punctuation
      i += 3;
      continue;
    }
    if (!IsLetter(text[i])) {
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':' || c == '"')
        first = true;
      if (absl::ascii_isdigit(c)) {
        first = false;
        after_place = false;
      }
      ++i;
      continue;
    }
    const size_t begin = i;
    size_t length = 0;
    while (i < span.end) {
      const auto d = static_cast<unsigned char>(text[i]);
      const bool next_letter = i + 1 < span.end && IsLetter(text[i + 1]) &&
                               static_cast<unsigned char>(text[i + 1]) != 0xE2;
      if (IsLetter(text[i]) || ((d == '-' || d == '\'') && next_letter)) {
        if (length < kMaxWordBytes) buffer[length++] = absl::ascii_tolower(d);
        ++i;
      } else if (d == '.' && next_letter && i - begin == 1) {
        while (i + 1 < span.end && text[i] == '.' && IsLetter(text[i + 1]) &&
               (i + 2 >= span.end || !IsLetter(text[i + 2]))) {
          if (length + 2 <= kMaxWordBytes) {
            buffer[length++] = '.';
            buffer[length++] =
                absl::ascii_tolower(static_cast<unsigned char>(text[i + 1]));
          }
          i += 2;
        }
        if (i < span.end && text[i] == '.') ++i;
        break;
      } else {
        break;
      }
    }
    if (length > 2 && buffer[length - 2] == '\'' && buffer[length - 1] == 's')
      length -= 2;
    RawWord word;
    word.lower = {buffer, length};
    word.begin = static_cast<uint32_t>(begin);
    word.capital = IsAsciiUpper(text[begin]);
    word.first = first;
    word.after_place = after_place;
    visit(word);
    // "in the village of Tall Tawil", "in the market of Tarsin": a preposition of
    // place holds for a few words, and a capital behind "of" or an article takes it.
    const std::string_view w = word.lower;
    if (w == "in" || w == "at" || w == "near" || w == "outside" || w == "around") {
      place_words = kPlaceWords;
      after_place = true;
    } else {
      if (place_words > 0) --place_words;
      after_place = place_words > 0 && (word.capital ? after_place : LeadsToPlace(w));
    }
    first = false;
  }
}

// US-led, Britain-based: a word for what a name does, and no name.
bool IsCompoundAdjective(std::string_view w) {
  for (std::string_view end :
       {"-led", "-based", "-backed", "-held", "-controlled", "-born"}) {
    if (w.ends_with(end)) return true;
  }
  return false;
}

// United States, North Korea: one name of two words.
bool BeginsPair(std::string_view w) {
  return w == "united" || w == "north" || w == "south" || w == "saudi" || w == "red" ||
         w == "sri" || w == "new" || w == "islamic" || w == "soviet";
}

}  // namespace

TermIndex::TermIndex(absl::Span<const Document> documents)
    : documents_(documents), names_(documents.size()) {
  // First pass: how each word is written, and its term.
  for (const Document& d : documents) {
    ForEachWord(
        d.text, {0, static_cast<uint32_t>(d.text.size())}, [&](const RawWord& w) {
          auto [it, added] = words_.try_emplace(Hash64(w.lower));
          WordEntry& entry = it->second;
          if (added && !IsStopword(w.lower)) {
            const std::string_view nation = NationOf(w.lower);
            entry.nation = !nation.empty();
            entry.city = IsCity(w.lower);
            entry.term =
                Hash64(entry.nation ? std::string(nation) : TermOf(w.lower)) | 1;
            entry.name =
                entry.nation ? entry.term : Hash64("name " + NameKey(w.lower)) | 1;
          }
          if (!w.capital) {
            ++entry.lower;
          } else if (!w.first) {
            ++entry.capital;
          }
        });
  }
  // Second pass: names and document frequencies, now that names are known.
  std::vector<uint64_t> seen;
  for (size_t i = 0; i < documents.size(); ++i) {
    seen.clear();
    for (const Term& t :
         TermsIn(DocId{static_cast<uint32_t>(i)},
                 {0, static_cast<uint32_t>(documents[i].text.size())})) {
      seen.push_back(t.id);
      if (!t.name) continue;
      names_[i].push_back(t.id);
      NameUse& use = name_uses_[t.id];
      ++use.all;
      if (t.place) ++use.as_place;
    }
    const auto unique = [](std::vector<uint64_t>& v) {
      std::sort(v.begin(), v.end());
      v.erase(std::unique(v.begin(), v.end()), v.end());
    };
    unique(seen);
    unique(names_[i]);
    for (uint64_t id : seen) ++term_uses_[id].documents;
  }
  // Smoothed, so that in a folder of five articles a word is not yet common.
  const double n = static_cast<double>(documents.size());
  for (auto& [id, use] : term_uses_) {
    const double idf = std::log((n + 20) / (use.documents + 1.0)) / std::log(n + 20);
    use.weight = std::clamp(idf, 0.1, 1.0);
  }
}

std::vector<Term> TermIndex::TermsIn(DocId doc, ByteSpan span) const {
  std::vector<Term> terms;
  const std::string_view text = documents_[Index(doc)].text;
  span.end = std::min(span.end, static_cast<uint32_t>(text.size()));
  span.begin = std::min(span.begin, span.end);
  std::string pair;
  uint32_t pair_end = 0;
  ForEachWord(text, span, [&](const RawWord& w) {
    const auto it = words_.find(Hash64(w.lower));
    if (w.capital && !pair.empty() && w.begin <= pair_end + 1) {
      const std::string_view nation = NationOf(pair + "-" + std::string(w.lower));
      pair.clear();
      if (!nation.empty()) {
        const uint64_t id = Hash64(nation) | 1;
        if (!terms.empty() && terms.back().begin + 16 > w.begin) terms.pop_back();
        terms.push_back({id, w.begin, true, true, w.after_place});
        return;
      }
    }
    if (w.capital && BeginsPair(w.lower)) {
      pair = std::string(w.lower);
      pair_end = w.begin + static_cast<uint32_t>(w.lower.size());
    }
    if (it == words_.end() || it->second.term == 0) return;
    const WordEntry& entry = it->second;
    if (entry.city && w.after_place) {
      terms.push_back({Mix64(entry.name) | 1, w.begin, true, false, true});
      return;
    }
    const bool name =
        entry.nation || (!IsCompoundAdjective(w.lower) && w.capital &&
                         entry.capital > entry.lower && w.lower.size() > 1);
    terms.push_back({name ? entry.name : entry.term, w.begin, name, entry.nation,
                     name && w.after_place});
  });
  return terms;
}

bool TermIndex::IsPlace(uint64_t id) const {
  const auto it = name_uses_.find(id);
  return it != name_uses_.end() && 4 * it->second.as_place >= it->second.all;
}

uint32_t TermIndex::DocumentsWith(uint64_t id) const {
  const auto it = term_uses_.find(id);
  return it == term_uses_.end() ? 0 : it->second.documents;
}

bool TermIndex::IsRare(uint64_t id) const {
  return DocumentsWith(id) <= std::max<size_t>(6, documents_.size() / 1000);
}

double TermIndex::Weight(uint64_t id) const {
  const auto it = term_uses_.find(id);
  return it == term_uses_.end() ? 1 : it->second.weight;
}

}  // namespace rashomon
