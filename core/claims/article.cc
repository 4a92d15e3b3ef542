#include "core/claims/article.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "core/claims/telling.h"

namespace rashomon {
namespace {

constexpr uint32_t kBefore = 700;  // bytes before a sentence that still place it
constexpr uint32_t kLead = 500;
constexpr size_t kMaxLocus = 4;

}  // namespace

Article::Article(const Document& document, DocId doc, const TermIndex& index)
    : document_(document), index_(index), terms_(index.Terms(doc)) {
  if (document.published.has_value()) {
    const int32_t day = ParseDay(*document.published);
    if (day != DayRange::kUnknown) published_ = {day, day + 1};
  }
}

std::vector<TermId> Article::LocusOf(ByteSpan sentence) {
  std::vector<TermId> locus;
  for (const Term& t : TermsIn(sentence)) {
    if (IsPlaceName(t)) locus.push_back(t.id);
  }
  if (locus.empty()) {
    const uint32_t begin = sentence.begin - std::min(sentence.begin, kBefore);
    const absl::Span<const Term> before = TermsIn({begin, sentence.begin});
    for (auto it = before.rbegin(); it != before.rend() && locus.size() < 2; ++it) {
      if (IsPlaceName(*it)) locus.push_back(it->id);
    }
  }
  if (locus.empty()) {
    if (!first_places_) first_places_ = FindFirstPlaces();
    for (const Term& t : *first_places_) {
      if (t.begin < std::max(sentence.end, kLead)) locus.push_back(t.id);
    }
  }
  std::sort(locus.begin(), locus.end());
  locus.erase(std::unique(locus.begin(), locus.end()), locus.end());
  return locus;
}

std::vector<Term> Article::FindFirstPlaces() const {
  std::vector<Term> found;
  for (const Term& t : terms_) {
    if (found.size() == kMaxLocus) break;
    if (IsPlaceName(t)) found.push_back(t);
  }
  return found;
}

uint8_t Article::WeekdayBefore(ByteSpan sentence) {
  if (!weekdays_) weekdays_ = FindWeekdays();
  const uint32_t begin = sentence.begin - std::min(sentence.begin, kBefore);
  const std::string_view before = text().substr(begin, sentence.begin - begin);
  uint8_t seen = 0;
  const auto behind =
      std::partition_point(weekdays_->begin(), weekdays_->end(),
                           [&](const Weekday& d) { return d.end <= sentence.begin; });
  for (auto it = std::reverse_iterator(behind); it != weekdays_->rend(); ++it) {
    if (it->begin < begin) break;
    if ((seen & it->mask) != 0) continue;
    seen |= it->mask;
    if (!EndsInTelling(before, it->begin - begin)) return it->mask;
  }
  const std::string_view lead = text().substr(0, kLead);
  seen = 0;
  for (const Weekday& day : *weekdays_) {
    if (day.end > lead.size()) break;
    if ((seen & day.mask) != 0) continue;
    seen |= day.mask;
    if (!EndsInTelling(lead, day.begin)) return day.mask;
  }
  return 0;
}

std::vector<Article::Weekday> Article::FindWeekdays() const {
  static constexpr std::array<std::string_view, 7> kNames = {
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
  constexpr std::string_view kEnd = "day";
  std::vector<Weekday> found;
  for (size_t at = text().find(kEnd); at != std::string_view::npos;
       at = text().find(kEnd, at + 1)) {
    const size_t end = at + kEnd.size();
    for (size_t d = 0; d < kNames.size(); ++d) {
      if (!text().substr(0, end).ends_with(kNames[d])) continue;
      found.push_back({static_cast<uint32_t>(end - kNames[d].size()),
                       static_cast<uint32_t>(end), static_cast<uint8_t>(1 << d)});
    }
  }
  return found;
}

}  // namespace rashomon
