#include "core/engine/reuse_boilerplate.h"

#include <algorithm>
#include <set>
#include <string_view>

#include "core/align/furniture.h"

namespace rashomon {
namespace {

constexpr size_t kMinDocuments = 4;  // of one source, to tell furniture by place alone
constexpr size_t kMinDays = 3;
constexpr uint32_t kMaxWords = 100;

}  // namespace

std::string BoilerplateReason(const WordCorpus& corpus,
                              absl::Span<const WordPlace> places) {
  const WordPlace& first = places[0];
  if (const std::string phrase = FurniturePhrase(corpus.tokens[first.doc], first.span);
      !phrase.empty()) {
    return "page furniture: \"" + phrase + "\"";
  }
  std::set<uint32_t> documents;
  std::set<std::string_view> days;
  for (const WordPlace& place : places) {
    const Document& document = corpus.documents[place.doc];
    if (!document.source || document.source != corpus.documents[first.doc].source ||
        !document.published || place.span.size() > kMaxWords ||
        !StandsAtTheEdge(corpus.tokens[place.doc], place.span)) {
      return "";
    }
    documents.insert(place.doc);
    days.insert(std::string_view(*document.published).substr(0, 10));
  }
  if (documents.size() < kMinDocuments || days.size() < kMinDays) return "";
  return "page furniture: at the edge of " + std::to_string(documents.size()) +
         " documents of one source, on " + std::to_string(days.size()) + " days";
}

}  // namespace rashomon
