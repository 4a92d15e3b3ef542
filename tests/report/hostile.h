// Findings over texts that try to break whatever shows them.

#ifndef RASHOMON_TESTS_REPORT_HOSTILE_H_
#define RASHOMON_TESTS_REPORT_HOSTILE_H_

#include <string>
#include <string_view>
#include <utility>

#include "tests/report/fixture.h"

namespace rashomon::testing {

// Mark-up, terminal escapes, controls, invalid UTF-8, line separators, marks of
// direction, wide characters, a quotation mark and a very long word.
inline constexpr std::string_view kHostile =
    "<script>alert(1)</script> <img src=x onerror=alert(2)> &amp; \" ' `\x1b[31;5mred"
    "\x1b]0;title\x07 \u009b2J \u0085 \r\n\t \xC3( \xFF\xFE \xED\xA0\x80 \u2028 \u2029 "
    "\u202Egnp.exe\u202C \u2066x\u2069 日本語の記事 e\u0301\u0301\u0301 \U0001F6A2 "
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
    "w"
    "wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww]]>";

// Every string of every finding is hostile.
inline Case HostileCase() {
  const std::string bad(kHostile);
  const auto whole = ByteSpan{0, static_cast<uint32_t>(kHostile.size())};
  Case out = SmallCase();
  out.documents = {MakeDocument("a" + bad, kHostile, bad, bad),
                   MakeDocument("b" + bad, kHostile, bad, bad)};
  for (Document& d : out.documents) d.title = d.url = bad;
  Findings& f = out.findings;
  f.options.mute = {bad};
  f.options_digest = bad;
  ReuseFinding& reuse = f.reuse[0];
  reuse.key = bad;
  reuse.passages = {{DocId{0}, whole}, {DocId{1}, {1, whole.end}}};
  reuse.pairs[0].edits = {{{0, 1}, {1, 1}}, {{30, 60}, {30, 70}}};
  f.reuse[1].boilerplate_reason = bad;
  f.reuse[1].passages = reuse.passages;
  FactFinding& fact = f.facts[0];
  fact.key = fact.attribute = fact.topic = bad;
  for (FactClaim& c : fact.claims) {
    c.claim.context = whole;
    c.claim.span = {0, 100};
    c.claim.value_span = {0, 8};
    c.claim.subject = c.claim.speaker = bad;
    c.claim.value.unit = bad;
  }
  fact.pairs[0].rule = fact.pairs[0].reason = bad;
  f.diagnostics = {{bad, bad, 1, 2, bad}};
  return out;
}

}  // namespace rashomon::testing

#endif  // RASHOMON_TESTS_REPORT_HOSTILE_H_
