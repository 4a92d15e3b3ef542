#include "core/claims/lead_company.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "absl/strings/ascii.h"

namespace rashomon {
namespace {

constexpr uint32_t kOpeningBytes = 100;  // no company's name is longer

bool IsLegalForm(std::string_view word) {
  for (std::string_view form :
       {"Inc", "Corp", "Co", "Ltd", "Pte", "Plc", "PLC", "AG", "GmbH", "SA", "NV",
        "LLC", "SpA", "Company", "Corporation", "Incorporated", "Limited"}) {
    if (word == form) return true;
  }
  return false;
}

// The names of the company that the article opens with, but for its nations and its
// legal form; empty where it opens otherwise.
std::vector<TermId> LeadCompany(std::string_view text, DocId id,
                                const TermIndex& index) {
  text = text.substr(0, kOpeningBytes);
  const auto byte = [&](size_t i) { return static_cast<unsigned char>(text[i]); };
  size_t begin = 0;
  while (begin < text.size() && !absl::ascii_isalnum(byte(begin))) ++begin;
  size_t end = begin;
  for (size_t i = begin; i < text.size() && absl::ascii_isupper(byte(i));) {
    size_t word_end = i;
    while (word_end < text.size() && absl::ascii_isalnum(byte(word_end))) ++word_end;
    if (i > begin && IsLegalForm(text.substr(i, word_end - i))) {
      end = i;
      break;
    }
    i = word_end;
    while (i < text.size() && (absl::ascii_isspace(byte(i)) || text[i] == '&' ||
                               text[i] == '-' || text[i] == '.')) {
      ++i;
    }
  }
  std::vector<TermId> names;
  const ByteSpan span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  for (const Term& t : TermsIn(index.Terms(id), span)) {
    if (!t.nation) names.push_back(t.id);
  }
  return names;
}

// The first name is what a company is called by: "Castor" for Castor Bay Holdings.
bool SpeaksOf(DocId id, TermId company, const TermIndex& index) {
  const auto terms = index.Terms(id);
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& t) { return t.id == company; });
}

}  // namespace

bool LeadCompaniesClash(const Document& a, DocId id_a, const Document& b, DocId id_b,
                        const TermIndex& index) {
  if (id_a == id_b) return false;
  const std::vector<TermId> x = LeadCompany(a.text, id_a, index);
  const std::vector<TermId> y = LeadCompany(b.text, id_b, index);
  return !x.empty() && !y.empty() && !SpeaksOf(id_b, x.front(), index) &&
         !SpeaksOf(id_a, y.front(), index);
}

}  // namespace rashomon
