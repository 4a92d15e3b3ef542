#include "core/engine/reuse_boilerplate.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string_view>

#include "absl/time/civil_time.h"
#include "core/align/furniture.h"

namespace rashomon {
namespace {

constexpr size_t kMinDocuments = 4;  // of one source, to tell furniture by place alone
constexpr size_t kMinDays = 3;
constexpr uint32_t kMaxWords = 100;
constexpr double kMaxShare = 0.5;     // of its document; more is a short story
constexpr double kMinOfPlaces = 0.8;  // at the edge, in documents of one source
constexpr size_t kDateLength = 10;    // 2024-05-01, and then perhaps a time

// Days since 1970 of an RFC 3339 date or time.
std::optional<int64_t> DayOf(const Document& document) {
  if (!document.published) return std::nullopt;
  absl::CivilDay day;
  if (!absl::ParseCivilTime(document.published->substr(0, kDateLength), &day)) {
    return std::nullopt;
  }
  return day - absl::CivilDay(1970, 1, 1);
}

// True if one source says the same in few words on days far apart, and not as a
// quotation: copies of a story follow one another within days, while house style and
// the wording of reports that come out every month outlast them.
bool IsSetPhrase(const WordCorpus& corpus, absl::Span<const WordPlace> places) {
  constexpr uint32_t kFewWords = 25;
  constexpr int64_t kFarApart = 7;
  std::set<int64_t> days;
  for (const WordPlace& place : places) {
    const Document& document = corpus.documents[place.doc];
    const std::optional<int64_t> day = DayOf(document);
    if (!day || !document.source || place.span.size() >= kFewWords ||
        document.source != corpus.documents[places[0].doc].source ||
        IsQuoted(corpus.borders[place.doc], place.span)) {
      return false;
    }
    days.insert(*day);
  }
  return *days.rbegin() - *days.begin() >= kFarApart &&
         2 * days.size() >= places.size();
}

}  // namespace

std::string BoilerplateReason(const WordCorpus& corpus,
                              absl::Span<const WordPlace> places) {
  const WordPlace& first = places[0];
  if (const std::string phrase = FurniturePhrase(corpus.tokens[first.doc], first.span);
      !phrase.empty()) {
    return "page furniture: \"" + phrase + "\"";
  }
  if (IsSetPhrase(corpus, places)) {
    return "set phrase: short, of one source, on days far apart";
  }
  // By source: where it stands at the edge, in how many documents, on how many days.
  struct Stands {
    std::set<uint32_t> documents;
    std::set<std::string_view> days;
  };
  std::map<std::string_view, Stands> by_source;
  for (const WordPlace& place : places) {
    const Document& document = corpus.documents[place.doc];
    const auto& text = corpus.tokens[place.doc];
    if (!document.source || !document.published || place.span.size() > kMaxWords ||
        place.span.size() > kMaxShare * static_cast<double>(text.size()) ||
        !StandsAtTheEdge(text, place.span)) {
      continue;
    }
    Stands& stands = by_source[*document.source];
    stands.documents.insert(place.doc);
    stands.days.insert(std::string_view(*document.published).substr(0, kDateLength));
  }
  for (const auto& [source, stands] : by_source) {
    const size_t documents = stands.documents.size(), days = stands.days.size();
    if (documents < kMinDocuments || days < kMinDays) continue;
    if (static_cast<double>(documents) <
        kMinOfPlaces * static_cast<double>(places.size()))
      continue;
    return "page furniture: at the edge of " + std::to_string(documents) +
           " documents of one source, on " + std::to_string(days) + " days";
  }
  return "";
}

}  // namespace rashomon
