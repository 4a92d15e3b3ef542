#include "core/engine/reuse_boilerplate.h"

#include <map>
#include <set>
#include <string_view>

#include "core/align/furniture.h"

namespace rashomon {
namespace {

constexpr size_t kMinDocuments = 4;  // of one source, to tell furniture by place alone
constexpr size_t kMinDays = 3;
constexpr uint32_t kMaxWords = 100;
constexpr double kMaxShare = 0.5;     // of its document; more is a short story
constexpr double kMinOfPlaces = 0.8;  // at the edge, in documents of one source
constexpr size_t kDateLength = 10;    // 2024-05-01, and then perhaps a time

}  // namespace

std::string BoilerplateReason(const WordCorpus& corpus,
                              absl::Span<const WordPlace> places) {
  const WordPlace& first = places[0];
  if (const std::string phrase = FurniturePhrase(corpus.tokens[first.doc], first.span);
      !phrase.empty()) {
    return "page furniture: \"" + phrase + "\"";
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
