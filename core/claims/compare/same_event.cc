#include "core/claims/compare/same_event.h"

#include <algorithm>
#include <cstdlib>

#include "absl/time/civil_time.h"

namespace rashomon {
namespace {

constexpr size_t kOpeningBytes = 1500;
constexpr int64_t kMaxDays = 3;
constexpr size_t kMinSharedNames = 2;
constexpr double kMinSharedWords = 0.12;  // of the shorter opening
constexpr double kMinSharedWordsUndated = 0.2;

bool IsDigits(std::string_view s) {
  return !s.empty() &&
         std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int Number(std::string_view s) {
  int n = 0;
  for (const char c : s) n = n * 10 + (c - '0');
  return n;
}

}  // namespace

std::optional<int64_t> PublishedDay(const Document& document) {
  if (!document.published || document.published->size() < 10) return std::nullopt;
  const std::string_view p = *document.published;
  if (!IsDigits(p.substr(0, 4)) || !IsDigits(p.substr(5, 2)) ||
      !IsDigits(p.substr(8, 2))) {
    return std::nullopt;
  }
  const absl::CivilDay day(Number(p.substr(0, 4)), Number(p.substr(5, 2)),
                           Number(p.substr(8, 2)));
  return day - absl::CivilDay(1970, 1, 1);
}

const Phrase& EventGate::Opening(DocId doc) {
  const auto [it, fresh] = openings_.try_emplace(Index(doc));
  if (fresh) {
    it->second = PhraseOf(documents_[Index(doc)].text.substr(0, kOpeningBytes));
  }
  return it->second;
}

bool EventGate::SameEvent(DocId a, DocId b) {
  if (a == b) return true;
  const auto day_a = PublishedDay(documents_[Index(a)]);
  const auto day_b = PublishedDay(documents_[Index(b)]);
  const bool dated = day_a && day_b;
  if (dated && std::abs(*day_a - *day_b) > kMaxDays) return false;
  Opening(a);  // both before either reference: the map may move its values
  Opening(b);
  const Phrase& x = Opening(a);
  const Phrase& y = Opening(b);
  if (SharedCount(x.names, y.names) < kMinSharedNames) return false;
  const size_t shorter = std::min(x.words.size(), y.words.size());
  const double share = dated ? kMinSharedWords : kMinSharedWordsUndated;
  return static_cast<double>(SharedCount(x.words, y.words)) >=
         share * static_cast<double>(std::max<size_t>(shorter, 20));
}

}  // namespace rashomon
