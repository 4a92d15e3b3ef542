#include "core/report/html_index.h"

#include <algorithm>
#include <map>
#include <set>

#include "absl/strings/str_cat.h"
#include "core/report/display.h"
#include "core/report/html_decision.h"
#include "core/report/names.h"
#include "core/report/order.h"
#include "core/report/packed.h"
#include "rashomon/report.h"

namespace rashomon {
namespace {

constexpr size_t kSearchedBytes = 400;  // of one passage or sentence
constexpr size_t kSearchedClaims = 6;

// The words that free text is looked for in.
std::string Searched(std::string_view text) {
  return Printable(text.substr(0, CharacterStart(text, kSearchedBytes)));
}

std::string SearchText(const FactFinding& fact, const HtmlPage& page) {
  std::string text = absl::StrCat(fact.attribute, " ", fact.topic);
  for (size_t i = 0; i < fact.claims.size() && i < kSearchedClaims; ++i) {
    const ClaimQuote quote = page.texts().Of(fact.claims[i].claim);
    absl::StrAppend(
        &text, " ",
        Searched(absl::StrCat(std::string(quote.before), std::string(quote.text),
                              std::string(quote.after))));
  }
  return Printable(text);
}

std::string SearchText(const ReuseFinding& finding, const HtmlPage& page) {
  if (finding.passages.empty()) return "";
  return Searched(page.texts().Of(finding.passages[0]));
}

std::set<uint32_t> Documents(const FactFinding& fact) {
  std::set<uint32_t> docs;
  for (const FactClaim& c : fact.claims) docs.insert(Index(c.claim.doc));
  return docs;
}

std::set<uint32_t> Documents(const ReuseFinding& finding) {
  std::set<uint32_t> docs;
  for (const Passage& p : finding.passages) docs.insert(Index(p.doc));
  return docs;
}

std::string_view Kind(const FactFinding& fact) { return Name(fact.verdict); }
std::string_view Kind(const ReuseFinding& finding) { return Name(finding.grade); }

double Confidence(const FactFinding& fact) { return fact.confidence; }
double Confidence(const ReuseFinding&) { return 1; }

template <typename Finding>
Json ListJson(const std::vector<Finding>& findings, const FindingList& list,
              const HtmlPage& page) {
  Json out;
  out["laid_out"] = list.laid_out;
  for (const char* column :
       {"id", "kind", "confidence", "docs", "text", "key", "review"}) {
    out[column] = Json::array();
  }
  for (size_t i = 0; i + list.left_out < list.order.size(); ++i) {
    const Finding& f = findings[list.order[i]];
    out["id"].push_back(list.order[i] + 1);
    out["kind"].push_back(Kind(f));
    out["confidence"].push_back(static_cast<int>(Confidence(f) * 100 + 0.5));
    out["docs"].push_back(Documents(f));
    out["text"].push_back(SearchText(f, page));
    out["key"].push_back(f.key);
    if (f.review) out["review"].push_back(DecisionJson(f, page));
  }
  return out;
}

template <typename Finding, typename Add>
void AddListBlocks(const std::vector<Finding>& findings, size_t most, const Add& add,
                   FindingList& list, HtmlPage& page) {
  size_t at = list.laid_out;
  for (size_t block = 0; at < list.order.size() && page.size() < most; ++block) {
    Json rows = Json::array();
    for (const size_t end = std::min(at + kBlock, list.order.size()); at < end; ++at) {
      const size_t from = page.size();
      add(findings[list.order[at]],
          absl::StrCat(std::string(1, list.part), list.order[at] + 1));
      rows.push_back(page.TakeFrom(from));
    }
    AddPacked(absl::StrCat("block-", std::string(1, list.part), block), rows, page);
  }
  list.left_out = list.order.size() - at;
}

}  // namespace

Json IndexJson(const Findings& findings, const FindingList& facts,
               const FindingList& reuse, const HtmlPage& page) {
  std::map<std::string, size_t> numbers;
  for (const Document& d : page.documents()) numbers.try_emplace(d.source.value_or(""));
  Json out;
  out["sources"] = Json::array();
  for (auto& [name, number] : numbers) {
    number = out["sources"].size();
    out["sources"].push_back(Printable(name));
  }
  Json& docs = out["docs"];
  for (const char* column : {"name", "title", "source", "day"}) {
    docs[column] = Json::array();
  }
  for (uint32_t i = 0; i < page.documents().size(); ++i) {
    const Document& d = page.document(DocId{i});
    docs["name"].push_back(Printable(d.id));
    docs["title"].push_back(Printable(d.title.value_or("")));
    docs["source"].push_back(numbers[d.source.value_or("")]);
    docs["day"].push_back(Printable(Day(d)));
  }
  out["block"] = kBlock;
  out["F"] = ListJson(findings.facts, facts, page);
  out["R"] = ListJson(findings.reuse, reuse, page);
  return out;
}

void AddPacked(std::string_view id, const Json& json, HtmlPage& page) {
  page.Add(absl::StrCat("<script type=\"application/json\" id=\"", std::string(id),
                        "\">", Packed(Dump(json)), "</script>\n"));
}

void AddBlocks(const Findings& findings, size_t most, FindingList& list,
               HtmlPage& page) {
  if (list.part == 'F') {
    const auto add = [&page](const FactFinding& fact, const std::string& id) {
      AddFact(fact, id, page);
    };
    AddListBlocks(findings.facts, most, add, list, page);
  } else {
    const auto add = [&page](const ReuseFinding& finding, const std::string& id) {
      AddReuse(finding, id, page);
    };
    AddListBlocks(findings.reuse, most, add, list, page);
  }
}

}  // namespace rashomon
