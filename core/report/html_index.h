// What the page's script filters by, and the findings that are not laid out in the
// page: packed, so that fifty thousand of them open at once.

#ifndef RASHOMON_CORE_REPORT_HTML_INDEX_H_
#define RASHOMON_CORE_REPORT_HTML_INDEX_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/report/html_page.h"
#include "core/report/json.h"
#include "rashomon/findings.h"

namespace rashomon {

// One list of the page: facts, or repetitions, in the order in which it shows them.
struct FindingList {
  char part;                    // 'F' or 'R'
  std::vector<uint32_t> order;  // indexes into findings.facts or findings.reuse
  size_t laid_out = 0;          // of these the first stand in the page as HTML
  size_t left_out = 0;          // and the last are nowhere in it
};

// The index of documents and of both lists: docs/formats/report.md.
Json IndexJson(const Findings& findings, const FindingList& facts,
               const FindingList& reuse, const HtmlPage& page);

// Adds <script type="application/json" id="ID">, `json` packed.
void AddPacked(std::string_view id, const Json& json, HtmlPage& page);

// Adds the findings of `list` behind those laid out, in blocks of kBlock, until the
// page has `most` bytes; sets left_out.
inline constexpr size_t kBlock = 10;
void AddBlocks(const Findings& findings, size_t most, FindingList& list,
               HtmlPage& page);

}  // namespace rashomon

#endif  // RASHOMON_CORE_REPORT_HTML_INDEX_H_
